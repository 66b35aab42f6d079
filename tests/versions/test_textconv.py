"""What git shows for a policy's YAML and for papers: every value on a line behind its id, and never a failure."""

from __future__ import annotations

import io
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from hongtou.package import Package
from hongtou.source.nodes import read
from hongtou.versions.sentences import sentences
from hongtou.versions.textconv import converted
from tests.conftest import NOTICE, ROOT, TASKS, UNITS

SAMPLE = ROOT / "policy/disability-employment"
FILES = [
    SAMPLE / "notice.yaml",
    SAMPLE / "tasks.yaml",
    ROOT / "policy/units.yaml",
    ROOT / "policy/rules.yaml",
]


def lines(text: str) -> list[str]:
    return converted(text.encode()).decode().splitlines()


def test_a_table() -> None:
    assert lines(TASKS) == [
        "schema: 1",
        "columns: {holds: number, header: 序号}",
        "columns: {holds: text, header: 要求}",
        "columns: {holds: units, header: 责任单位}",
        "■ one 第一项",
        "[one] measure: first",
        "[one] 完成不少于10个。",
        "[one] 责任单位 @ 市财政局",
        "[one] 责任单位 @ 市民政局",
        "[one] 责任单位 @ 各镇街",
    ]


def test_a_notice() -> None:
    assert lines(NOTICE) == [
        "schema: 1",
        "title: 某市人民政府办公室关于做好工作的通知",
        "主送 @ 各镇街",
        "主送 @ 市财政局",
        "preamble: 现就有关工作通知如下：",
        "■ first 明确任务",
        "[first] 于2026年12月15日前完成不少于10个。",
        "[first/ten] quantity: 完成",
        "[first/ten] value: 10",
        "[first/ten] printed: 不少于10个",
        "[first] deadlines: {kind: date, date: 2026-12-15, printed: 2026年12月15日前}",
        "■ table 任务分解表",
        "[table] tasks: true",
        "date: 2026-01-05",
    ]


def test_a_register() -> None:
    assert lines(UNITS)[-5:] == [
        "[市人力资源社会保障局] prefix: 市",
        "[市人力资源社会保障局] aliases: 市人社局",
        "■ 东镇",
        "■ 各镇街",
        "[各镇街] 成员 @ 东镇",
    ]


def test_roles_groups_paragraphs_and_comments() -> None:
    text = """\
# gen: ignore two-leads 已商定
tasks:
  - id: one   # 待核
    text: [[甲。, 乙。], [丙。]]
    assignments:
      - role: lead
        units: [[市残联, 市民政局], [各镇街]]
        open: true
      - role: new
        units: []
"""
    assert lines(text) == [
        "■ one",
        "[one] ¶ 甲。",
        "[one] 乙。",
        "[one] ¶ 丙。",
        "[one] 牵头单位 @ 市残联（组首）",
        "[one] 牵头单位 @ 市民政局",
        "[one] 牵头单位 @ 各镇街（组首）",
        "[one] 牵头单位 open: true",
        "[one] 责任单位 role: new",
        "[one] 责任单位 units: []",
        "# gen: ignore two-leads 已商定",
        "# 待核",
    ]


def test_no_line_tells_a_place_in_the_order() -> None:
    table = read((SAMPLE / "tasks.yaml").read_text(encoding="utf8"), "").data
    assert isinstance(table, dict)
    before = [*sentences(table)]
    table["tasks"].insert(0, table["tasks"].pop())
    assert sorted(before) == sorted(sentences(table))


def places(value: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*at, key))
    else:
        yield at


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_change_of_any_value_shows(path: Path) -> None:
    data: Any = read(path.read_text(encoding="utf8"), "").data
    before = [*sentences(data)]
    for *above, last in places(data):
        holder = data
        for step in above:
            holder = holder[step]
        kept = holder[last]
        for other in ("改过的字句", None, str(kept) + "1", True):
            if other == kept:
                continue
            holder[last] = other
            assert [*sentences(data)] != before, (above, last, other)
        holder[last] = kept


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"title: [",
        b"title: \xff",
        b"\xd6\xd0\xc9\xbd",
        "一行文字\n".encode(),
        b"a: 1\n---\nb: 2\n",
        b"a: 1\na: 2\n",
        b"<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> other\n",
        b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
        b"[" * 100_000,
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: !!python/object:os.system x\n",
    ],
)
def test_what_cannot_be_read_is_shown_as_it_is(data: bytes) -> None:
    assert converted(data) == data


def test_aliases_cannot_make_a_file_long() -> None:
    text = f"a: &a {'长' * 100_000}\nb: [{', '.join(['*a'] * 1_000)}]\n"
    assert converted(text.encode()) == text.encode()
    text = f"tasks:\n  - id: {'a' * 100_000}\n    text: [{', '.join(['句'] * 1_000)}]\n"
    assert converted(text.encode()) == text.encode()


def mutated(text: str, seed: int) -> str:
    chance = random.Random(seed)
    for _change in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        end = at + chance.choice((0, 1, 3, 40))
        text = (
            text[:at]
            + chance.choice(("", "\n", " ", "- ", ": ", "#", "[", "{", "'", "&a ", "*a", "一", "\t", "1"))
            + text[end:]
        )
    return text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_mutated_files_never_fail(path: Path) -> None:
    text = path.read_text(encoding="utf8")[:6_000]
    for seed in range(300 if os.environ.get("CI") else 40):
        converted(mutated(text, seed).encode())


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    converted(data)
    converted(b"PK" + data)


LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
KEYS = st.sampled_from(
    ["id", "name", "text", "units", "assignments", "tasks", "role", "rows", "items", "heading", "x", "a\nb"]
)


@given(
    st.recursive(
        LEAVES, lambda c: st.lists(c, max_size=4) | st.dictionaries(KEYS, c, max_size=5), max_leaves=30
    )
)
def test_any_data_gives_lines(data: object) -> None:
    assert all("\n" not in line for line in sentences(data))


def paper() -> bytes:
    document = Document()
    document.add_paragraph("第一段。")
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "序号", "内容"
    document.add_paragraph("第二段。").add_run("\t完")
    document.sections[0].header.paragraphs[0].text = "页眉"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_paper() -> None:
    shown = converted(paper()).decode().splitlines()
    assert shown == ["第一段。", "序号 | 内容", "第二段。\t完", "■ word/header1.xml", "页眉"]


def test_tracked_changes_and_boxes_of_a_paper() -> None:
    inside = (
        "<w:r><w:t>应当</w:t></w:r><w:del><w:r><w:delText>按</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>如</w:t></w:r></w:ins><w:r><w:t>期</w:t></w:r>"
    )
    box = "<w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    other = f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    stops = "<w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>"
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f"<w:p>{stops}{inside}</w:p><w:p><w:r>{other}</w:r></w:p>"
    document = f'<w:document xmlns:w="{w}"><w:body>{body}</w:body></w:document>'
    data = Package({"word/document.xml": document.encode()}).bytes()
    assert converted(data).decode().splitlines() == ["应当[-按-]{+如+}期", "框"]


def test_a_damaged_paper() -> None:
    one, other = converted(paper()[:-30]).decode(), converted(paper()[:-31]).decode()
    assert one.startswith("（不是可读的 .docx：")
    assert one != other


@pytest.mark.parametrize(
    "variables", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_utf8_whatever_the_locale(tmp_path: Path, variables: dict[str, str]) -> None:
    path = tmp_path / "任务 表.yaml"
    path.write_text(TASKS, encoding="utf8")
    for command in ([str(ROOT / "cli.py"), "textconv"], ["-P", "-m", "hongtou.versions"]):
        environment = {**os.environ, **variables, "PYTHONPATH": str(ROOT)}
        ran = subprocess.run(
            [sys.executable, *command, str(path)], env=environment, capture_output=True, check=False
        )
        assert ran.stdout == converted(TASKS.encode()), ran.stderr
        assert ran.returncode == 0


def test_little_is_imported() -> None:
    asking = (
        "import sys; from hongtou.versions.__main__ import main; main(); "
        "sys.exit(any(name in sys.modules for name in ('click', 'pydantic', 'lxml', 'jinja2')))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", asking, str(FILES[0])], cwd=ROOT, capture_output=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


def test_the_command(gen: Callable[..., Result], tmp_path: Path) -> None:
    assert gen("textconv", os.devnull).output == ""
    assert gen("textconv", str(tmp_path / "none")).exit_code == 2
    assert gen("textconv", str(tmp_path)).exit_code == 2
