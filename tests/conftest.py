"""What all tests share: a tiny policy, the command line, and the renderer that CI must have."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import settings

from hongtou.i18n import use_language

ROOT = Path(__file__).parent.parent
TOOLS = ("soffice", "pdftoppm", "pdftotext")
THOROUGH = bool(os.environ.get("CI"))
"""Whether sweeps are run in full: in CI; elsewhere the tests are to be done in two minutes on two cores."""
BROWSER_PACKAGES = ("playwright-core", "axe-core")
NO_BROWSER = (
    "Chromium, node or the npm packages playwright-core and axe-core are missing; "
    "bash .ci/install-browser installs them on Debian"
)
MISSING = "LibreOffice, poppler or a CJK font is missing; bash .ci/install-renderer installs them on Debian"


def examples(count: int) -> int:
    """Return how many examples a property is tried on, of ``count`` in CI."""
    return count if THOROUGH else max(count // 5, 10)


settings.register_profile("anywhere", deadline=None, max_examples=examples(100))
settings.load_profile("anywhere")


def swept(names: Iterable[object], few: Collection[object]) -> list[Any]:
    """Return ``names`` as parameters: ``few`` of them are always run, the others are slow."""
    return [name if name in few else pytest.param(name, marks=pytest.mark.slow) for name in names]


def chromium() -> str | None:
    """Return the program of a browser of the Chromium family, None where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge")
    return next(filter(None, map(shutil.which, names)), None)


def missing_for_browsers() -> list[str]:
    """Return what is missing to look at a page in a browser."""
    found = {"chromium": chromium() is not None, "node": shutil.which("node") is not None}
    found |= {name: (ROOT / "node_modules" / name).is_dir() for name in BROWSER_PACKAGES}
    return [name for name, there in found.items() if not there]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip slow tests, and those that need a renderer or browser where there is none, loudly; in CI run all, or refuse to run."""
    _require(items, "render", [tool for tool in TOOLS if shutil.which(tool) is None], MISSING)
    _require(items, "browser", missing_for_browsers(), NO_BROWSER)
    if THOROUGH:
        return
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="takes long; set CI=true to run it"))


def _require(items: list[pytest.Item], marker: str, missing: list[str], reason: str) -> None:
    """Skip the tests with ``marker`` where something is ``missing``; in CI refuse to run."""
    marked = [item for item in items if item.get_closest_marker(marker)] if missing else []
    if marked and THOROUGH:
        raise pytest.UsageError(f"{', '.join(missing)}: {reason}")
    for item in marked:
        item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(autouse=True)
def _english() -> None:
    use_language("en")


UNITS = """\
schema: 1
issuer: 某市人民政府办公室
units:
  - name: 某市人民政府办公室
  - name: 市财政局
    prefix: 市
  - name: 市民政局
    prefix: 市
  - name: 市人力资源社会保障局
    prefix: 市
    aliases: [市人社局]
  - name: 东镇
sets:
  - name: 各镇街
    members: [东镇]
"""
NOTICE = """\
schema: 1
title: 某市人民政府办公室关于做好工作的通知
recipients: [各镇街, 市财政局]
preamble:
  - 现就有关工作通知如下：
sections:
  - id: first
    heading: 明确任务
    text:
      - 于2026年12月15日前完成不少于10个。
    targets:
      - id: ten
        quantity: 完成
        value: 10
        printed: 不少于10个
    deadlines:
      - kind: date
        date: 2026-12-15
        printed: 2026年12月15日前
attachments:
  - id: table
    title: 任务分解表
    tasks: true
date: 2026-01-05
"""
TASKS = """\
schema: 1
columns:
  - holds: number
    header: 序号
  - holds: text
    header: 要求
  - holds: units
    header: 责任单位
tasks:
  - id: one
    measure: first
    name: 第一项
    text:
      - 完成不少于10个。
    assignments:
      - units: [市财政局, 市民政局, 各镇街]
"""
FILES = {"policy/units.yaml": UNITS, "policy/demo/notice.yaml": NOTICE, "policy/demo/tasks.yaml": TASKS}


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Return a function that lays out the tiny policy, changed as asked, and makes it the working folder."""

    def build(files: Mapping[str, str | bytes | None] = {}) -> Path:
        for name, content in {**FILES, **files}.items():
            path = tmp_path / name
            if content is None:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return build


@pytest.fixture
def gen() -> Callable[..., Result]:
    """Return the command line as a function; a traceback is never an answer."""

    def run(*arguments: str) -> Result:
        from hongtou.commands import cli

        result = CliRunner().invoke(cli, ["--lang", "en", *arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run
