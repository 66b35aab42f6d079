"""The Chinese catalogue is complete, in step with the code, and keeps every placeholder."""

from __future__ import annotations

import io
import string
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

from hongtou.commands import cli
from hongtou.i18n import use_language
from tests.messages import CLICK, PO, compiled, messages

CATALOGUE = read_po(io.BytesIO(PO.read_bytes()), locale="zh_CN")


@pytest.fixture(scope="module")
def ours() -> list[str]:
    return sorted({text for text, _place in messages() if text})


def test_every_message_has_chinese(ours: list[str]) -> None:
    chinese = {text: message.string for text in ours if (message := CATALOGUE.get(text)) is not None}
    assert [text for text in ours if text not in chinese] == [], "run: python tests/messages.py"
    assert [text for text in ours if not chinese[text]] == [], "translate these in the catalogue"
    assert [text for text in ours if fields(text) != fields(str(chinese[text]))] == []


def fields(text: str) -> set[str]:
    return {f"{name}:{form}:{how}" for _literal, name, form, how in string.Formatter().parse(text) if name}


def test_no_message_is_left_over(ours: list[str]) -> None:
    known = {message.id for message in CATALOGUE if isinstance(message.id, str) and message.id}
    assert known - set(ours) - set(CLICK) == set()


def test_the_binary_catalogue_is_the_text_one() -> None:
    # Read, not byte for byte: how the file is laid out is the business of the library's version.
    assert _said(read_mo(io.BytesIO(PO.with_suffix(".mo").read_bytes()))) == _said(
        read_mo(io.BytesIO(compiled(CATALOGUE)))
    )


def _said(catalogue: Catalog) -> dict[str, object]:
    return {str(message.id): message.string for message in catalogue}


@pytest.mark.parametrize(
    ("variables", "chosen"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANGUAGE": "zh_TW:en"}, "zh_CN"),
    ],
)
def test_the_systems_language(
    variables: dict[str, str], chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert use_language() == chosen


def test_chinese_from_help_to_errors(workspace: Callable[..., object]) -> None:
    workspace()

    def say(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["--lang", "zh", *arguments])

    assert "生成通知（DOCX 或 PDF）。" in say("--help").stdout
    assert "覆盖人工改过的文件。" in say("notice", "--help").stdout
    assert say("notice", "dmo").stderr == "gen：没有政策“dmo”。\n    → 是否应为“demo”？\n"
    assert say("notice", "--nope").stderr.splitlines()[-1].startswith("错误：没有选项 '--nope'。")
    assert "显示本帮助并退出。" in say("--help").stdout
    assert "多余的参数：b c。" in say("notice", "a", "b", "c").stderr
    assert "不在可选值之中" in say("notice", "--format", "x").stderr
    assert "后面要有值" in say("notice", "--format").stderr
    assert (
        say("measure", "a.docx").stderr == "gen：a.docx 读不了：没有这个文件或目录\n    → 请逐字核对路径。\n"
    )


def test_findings_in_chinese(workspace: Callable[..., Path]) -> None:
    folder = workspace()
    (folder / "policy/demo/notice.yaml").write_text("titel: 甲\nschema: 1\n", encoding="utf8")
    result = CliRunner().invoke(cli, ["--lang", "zh", "notice"])
    assert result.stderr == (
        "policy/demo/notice.yaml:1:1: 错误: 此处没有键“titel”。\n    → 是否应为“title”？\n"
        "policy/demo/notice.yaml:1:1: 错误: 缺少键“title”。\n    → 加一行“title: …”。\n"
    )
