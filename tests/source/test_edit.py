"""One scalar of a file changes, in what it says and in nothing else: quotes, comments, line ends and neighbours stay."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.nodes import Node, ScalarNode

from hongtou.source.edit import (
    Change,
    Changes,
    Copies,
    Scalar,
    differences,
    edit,
    moved,
    path_at,
    replaced,
    scalar_at,
    value_at,
    with_values,
)
from hongtou.source.nodes import Source, read
from tests.conftest import examples


def after(text: str, words: str, new: str, path: tuple[int | str, ...] = (0,)) -> str | None:
    """Return ``text`` with the first ``words`` of the scalar at ``path`` changed, None where that is refused."""
    node = scalar_at(Source("x", text).root, path)
    assert node is not None
    start = node.value.index(words)
    made = edit(text, node, [Change(start, start + len(words), new)])
    return None if made is None else replaced(text, [made])


@pytest.mark.parametrize(
    ("text", "words", "new", "expected"),
    [
        pytest.param("- 甲,乙 # 丙,丁\n", ",", "，", "- 甲，乙 # 丙,丁\n", id="plain"),
        pytest.param("- '甲,乙'\t# 丙\n", ",", "，", "- '甲，乙'\t# 丙\n", id="single"),
        pytest.param('-   "甲,乙"\r\n', ",", "，", '-   "甲，乙"\r\n', id="double"),
        pytest.param("- '甲''乙,丙'\n", ",", "，", "- '甲''乙，丙'\n", id="behind a doubled mark"),
        pytest.param("- '甲''乙'\n", "'", "’", "- '甲’乙'\n", id="the doubled mark itself"),
        pytest.param("- '甲乙'\n", "乙", "'乙", "- '甲''乙'\n", id="a mark that must be doubled"),
        pytest.param(r'- "\u7532\"乙,"', ",", "，", r'- "\u7532\"乙，"', id="behind escapes"),
        pytest.param(r'- "甲\"乙\""', '"', "“", r'- "甲“乙\""', id="an escape itself"),
        pytest.param(r'- "甲\U0002000B,\x41"', "𠀋,", "𠀋，", '- "甲𠀋，\\x41"', id="a wide escape"),
        pytest.param('- "甲乙"\n', "乙", 'a\\"', '- "甲a\\\\\\""\n', id="what must be escaped"),
        pytest.param("- &a ! '甲,乙'\n", ",", "，", "- &a ! '甲，乙'\n", id="behind anchor and tag"),
        pytest.param("- >-  # 注\n  甲,乙\n\n- 丙\n", ",", "，", "- >-  # 注\n  甲，乙\n\n- 丙\n", id="folded"),
        pytest.param("- |\r\n    甲,乙\r\n", ",", "，", "- |\r\n    甲，乙\r\n", id="literal"),
        pytest.param("- |-\n  甲,乙", ",", "，", "- |-\n  甲，乙", id="no line end"),
        pytest.param("- [甲,乙]\n", "甲", "乙", "- [乙,乙]\n", id="in brackets"),
        pytest.param("\ufeff- 甲,乙\n", ",", "，", "\ufeff- 甲，乙\n", id="a second byte order mark"),
        pytest.param("- 12,000\n", ",", "", '- "12000"\n', id="would be a number"),
        pytest.param("- 2026-01-5\n", "5", "05", '- "2026-01-05"\n', id="would be a date"),
        pytest.param("- 甲。\n", "甲。", "", '- ""\n', id="would be nothing"),
        pytest.param("- 真\n", "真", "true", '- "true"\n', id="would be a truth value"),
        pytest.param("- 甲:乙\n", ":", ": ", '- "甲: 乙"\n', id="would be a key"),
        pytest.param("- 甲#乙 # 注\n", "#", " #", '- "甲 #乙" # 注\n', id="would be a comment"),
        pytest.param("- 甲乙\n", "甲", '"', "- '\"乙'\n", id="would begin with a quotation mark"),
        pytest.param("- 甲乙\n", "甲", "- ", '- "- 乙"\n', id="would be a list"),
        pytest.param("- 甲乙\n", "甲", "*", '- "*乙"\n', id="would be an alias"),
        pytest.param("- 甲乙\n", "乙", " ", '- "甲 "\n', id="would end with a blank"),
        pytest.param("- [甲，乙]\n", "，", ",", '- ["甲,乙"]\n', id="would be two entries"),
        pytest.param("- [-]\n", "-", "-甲", "- [-甲]\n", id="what is a text in brackets only"),
        pytest.param("- 甲,，乙\n", "，", ",", "- 甲,,乙\n", id="commas outside brackets"),
        pytest.param("- 甲\n  乙,丙\n", ",", "，", None, id="two lines"),
        pytest.param("- '甲\n  乙,丙'\n", ",", "，", None, id="two lines in quotes"),
        pytest.param('- "甲\n\n  乙,丙"\n', ",", "，", None, id="a paragraph in quotes"),
        pytest.param('- "甲\\\n  乙,丙"\n', ",", "，", None, id="a line that is gone on with"),
        pytest.param("- >-\n  甲\n  乙,丙\n", ",", "，", None, id="folded lines"),
        pytest.param("- |\n  甲,\n\n  乙\n", ",", "，", None, id="a literal of two paragraphs"),
        pytest.param("- >-\n  甲\n", "甲", "", None, id="an empty block"),
        pytest.param("- >-\n  甲乙\n", "甲", " ", None, id="a block that would be indented more"),
        pytest.param("- |2-\n    甲,乙\n", ",", "，", None, id="a block that is indented more"),
        pytest.param("- |\n  甲\n", "\n", "", None, id="the line end of a block"),
        pytest.param("- 甲乙\n", "甲", "\n", None, id="a line end"),
        pytest.param("- '甲乙'\n", "甲", "\u2028", None, id="a line end of another kind"),
        pytest.param("- 1200\n", "1", "2", None, id="a number"),
    ],
)  # fmt: skip
def test_a_change_in_place(text: str, words: str, new: str, expected: str | None) -> None:
    path = (0, 0) if text.startswith("- [") else (0,)
    assert after(text, words, new, path) == expected
    if expected is not None:
        before = read(text, "x").data
        value = str(value_at(before, path)).replace(words, new, 1)
        assert read(expected, "x").data == with_values(before, {path: value})


def test_several_changes_of_one_text() -> None:
    text = "- 1,2,3 # 注\n"
    node = scalar_at(Source("x", text).root, (0,))
    assert node is not None
    made = edit(text, node, [Change(1, 2, ""), Change(3, 4, "")])
    assert made is not None
    assert replaced(text, [made]) == '- "123" # 注\n'


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"], ids=ascii)
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "marked"])
def test_a_place_is_known_behind_any_line_end(end: str, mark: str) -> None:
    text = f'{mark}- 甲,# 注{end}# 𠀋 注{end}{end}- \'\ufeff𠀋,\'{end}- &a "é\\""{end}-  丙,丁{end}'
    expected = f'{mark}- 甲，# 注{end}# 𠀋 注{end}{end}- \'\ufeff𠀋，\'{end}- &a "é\\""{end}-  丙，丁{end}'
    root = Source("x", text).root
    edits = []
    for number in (0, 1, 3):
        node = scalar_at(root, (number,))
        assert node is not None
        at = node.value.index(",")
        made = edit(text, node, [Change(at, at + 1, "，")])
        assert made is not None
        edits.append(made)
    assert replaced(text, edits) == expected


WORDS = st.text(st.sampled_from("甲乙，。,.:;#-'\"?![]{}&*%@`|>\\ 12𠀋é"), max_size=6)
TEXTS = st.text(st.sampled_from("甲乙丙，。,.:;#-'\" 012𠀋"), min_size=1, max_size=10)


def dressed(value: str, style: str, flow: bool) -> str:
    """Return ``value`` written in ``style`` where it can be, else in double quotes."""
    alone = f"[{value}]" if flow else f"- {value}"
    if style == "plain" and read(alone, "").data == [value] and not read(alone, "").findings:
        return value
    if style == "single":
        return "'" + value.replace("'", "''") + "'"
    if style == "block" and not flow and value.strip(" ") == value:
        return f">-\n      {value}"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


@st.composite
def files(draw: st.DrawFn) -> str:
    """Return a file of texts in many dresses, with comments on lines of their own and behind texts."""
    flow = st.sampled_from(["plain", "single", "double"])
    lines = ["# 注"]
    for number in range(draw(st.integers(1, 4))):
        style = draw(st.sampled_from(["plain", "single", "double", "block", "flow"]))
        if style == "flow":
            entries = draw(st.lists(st.tuples(TEXTS, flow), min_size=1, max_size=3))
            line = f"- [{', '.join(dressed(value, how, True) for value, how in entries)}]"
        else:
            line = f"- key:   {dressed(draw(TEXTS), style, False)}"
        lines.append(line + ("" if style == "block" else draw(st.sampled_from(["", f"  # 注{number}, 甲"]))))
        lines += draw(st.sampled_from([[], ["", "  # 又注"]]))
    return "\n".join(lines) + "\n"


def scalars(node: Node | None, at: tuple[int | str, ...] = ()) -> list[tuple[int | str, ...]]:
    if isinstance(node, ScalarNode):
        return [at]
    found = []
    for number, child in enumerate(node.value if node is not None else ()):
        if isinstance(child, tuple):
            found += scalars(child[1], (*at, child[0].value))
        else:
            found += scalars(child, (*at, number))
    return found


def kept(text: str, path: tuple[int | str, ...] = (), value: str | None = None) -> str:
    """Return ``text`` as ruamel.yaml writes it with its comments (their columns aside), with another ``value`` at ``path``."""
    writer = YAML()
    writer.width = 100_000
    data: Any = writer.load(text)
    if value is not None:
        inner = value_at(data, path[:-1])
        assert isinstance(inner, (list, dict))
        inner[path[-1]] = value  # type: ignore[index]
    stream = io.StringIO()
    writer.dump(data, stream)
    return re.sub(" +# ", " # ", stream.getvalue())


@given(st.data())
@settings(max_examples=examples(400))
def test_nothing_else_changes(data: st.DataObject) -> None:
    text = data.draw(files())
    source = read(text, "x")
    path = data.draw(st.sampled_from(scalars(source.root)))
    value = value_at(source.data, path)
    node = scalar_at(source.root, path)
    assert node is not None
    if not isinstance(value, str):
        assert edit(text, node, [Change(0, 0, "甲")]) is None
        return
    start = data.draw(st.integers(0, len(value)))
    end = data.draw(st.integers(start, len(value)))
    changes = [Change(start, end, data.draw(WORDS))]
    new = replaced(value, changes)
    made = edit(text, node, changes)
    if made is None:
        assert node.style == ">"
        assert not new or new[0].isspace()
        return
    result = replaced(text, [made])
    assert read(result, "x").data == with_values(source.data, {path: new})
    assert result.count("\n") == text.count("\n")
    assert kept(result) == kept(text, path, new)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("(甲乙)", "（甲乙）", [(0, 1, "（"), (3, 4, "）")]),
        ("15～30%", "15%～30%", [(2, 2, "%")]),
        ("，，", "，", [(1, 2, "")]),
        ("甲", "甲", []),
    ],
)
def test_differences(old: str, new: str, expected: list[tuple[int, int, str]]) -> None:
    assert differences(old, new) == tuple(Change(*change) for change in expected)
    assert replaced(old, differences(old, new)) == new


@pytest.mark.parametrize(
    ("changes", "start", "end", "expected"),
    [
        ([(0, 1, "子丑")], 2, 4, "丙丁"),
        ([(2, 3, "子丑")], 2, 4, "子丑丁"),
        ([(1, 3, "子")], 2, 4, "子丁"),
        ([(3, 5, "子")], 2, 4, "丙子"),
        ([(2, 2, "子")], 2, 4, "丙丁"),
        ([(4, 4, "子")], 2, 4, "丙丁"),
        ([(3, 3, "子")], 2, 4, "丙子丁"),
        ([(1, 5, "子丑")], 2, 4, "子丑"),
        ([(0, 2, ""), (3, 4, "")], 2, 4, "丙"),
        ([(4, 6, "子丑寅")], 2, 4, "丙丁"),
    ],
)
def test_words_are_found_again(
    changes: list[tuple[int, int, str]], start: int, end: int, expected: str
) -> None:
    made = [Change(*change) for change in changes]
    first, last = moved(made, start, end)
    assert replaced("甲乙丙丁戊己", made)[first:last] == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0, 1, "甲"), (1, 2, "乙"), False),
        ((0, 2, "甲"), (1, 2, "乙"), True),
        ((0, 2, "甲"), (0, 2, "甲"), False),
        ((0, 2, "甲"), (0, 2, "乙"), True),
        ((1, 1, "甲"), (1, 1, "乙"), True),
        ((1, 1, "甲"), (0, 1, "乙"), True),
        ((1, 1, "甲"), (2, 3, "乙"), False),
    ],
)
def test_changes_that_meet(one: tuple[int, int, str], other: tuple[int, int, str], expected: bool) -> None:
    assert Change(*one).meets(Change(*other)) is expected
    assert Change(*other).meets(Change(*one)) is expected


def test_a_path_that_leads_nowhere() -> None:
    root = Source("x", "a: [甲]\n").root
    assert scalar_at(root, ("a", 0, 0)) is None
    assert scalar_at(root, ("a", 1)) is None
    assert scalar_at(root, ("b",)) is None
    assert scalar_at(root, ("a",)) is None
    assert value_at({"a": "甲"}, ("a", "b")) is None
    assert value_at({"a": ["甲"]}, ("a", 1)) is None


def test_the_path_to_a_line() -> None:
    text = "a:\n  # 注\n  - b: 甲\n    c: [乙]\n  - d\n"
    root = Source("x", text).root
    paths = [path_at(root, line) for line in range(5)]
    assert paths == [("a",), ("a",), ("a", 0, "b"), ("a", 0, "c", 0), ("a", 1)]


NOTICE: dict[str, Any] = {
    "title": "甲,乙",
    "title_lines": ["甲,", "乙"],
    "preamble": ["一,二。", "三,四。"],
    "sections": [
        {
            "heading": "五,六",
            "text": [["七,八。", "七,八。"], ["九,十。"]],
            "items": [{"id": "a", "text": ["子,丑。"], "targets": [{"printed": "子,丑"}]}],
            "targets": [{"printed": "六七,"}, {"printed": "七,八"}, {"printed": "子,"}],
            "assignments": [{"covers": "九,十。", "printed": "九,十。"}],
            "measures": [{"heading": "寅,卯", "deadlines": [{"printed": "寅,卯"}]}],
        }
    ],
    "contacts": [{"printed": "二。三,"}],
    "basis": [{"short": "寅,", "printed": "四。五"}],
    "attachments": [
        {"title": "辰,巳", "document": {"title": "辰,巳", "title_lines": ["辰", ",巳"], "preamble": ["一,二。"]}},
        {"title": "辰,巳", "tasks": True},
    ],
    "reports": [{"deadline": {"printed": "三,四"}}],
}  # fmt: skip


COPIES = Copies({"notice": NOTICE, "tasks": None})


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("title",), {("title_lines", 0): "甲，"}),
        (("preamble", 1), {("contacts", 0, "printed"): "二。三，", ("reports", 0, "deadline", "printed"): "三，四"}),
        (("preamble", 0), {}),
        (("sections", 0, "text", 0, 0), {("sections", 0, "targets", 0, "printed"): "六七，"}),
        (("sections", 0, "text", 1, 0), {("sections", 0, "assignments", 0, "covers"): "九，十。"}),
        (
            ("sections", 0, "items", 0, "text", 0),
            {
                ("sections", 0, "items", 0, "targets", 0, "printed"): "子，丑",
                ("sections", 0, "targets", 2, "printed"): "子，",
            },
        ),
        (
            ("sections", 0, "measures", 0, "heading"),
            {("sections", 0, "measures", 0, "deadlines", 0, "printed"): "寅，卯", ("basis", 0, "short"): "寅，"},
        ),
        (
            ("attachments", 0, "title"),
            {("attachments", 0, "document", "title"): "辰，巳", ("attachments", 0, "document", "title_lines", 1): "，巳"},
        ),
        (
            ("attachments", 0, "document", "title"),
            {("attachments", 0, "title"): "辰，巳", ("attachments", 0, "document", "title_lines", 1): "，巳"},
        ),
        (("attachments", 1, "title"), {}),
        (("attachments", 0, "document", "preamble", 0), {}),
    ],
)  # fmt: skip
def test_copies_follow_their_text(
    path: tuple[int | str, ...], expected: dict[tuple[int | str, ...], str]
) -> None:
    assert followed([path]) == expected


def test_a_copy_of_words_that_stand_twice_follows_when_both_have_changed() -> None:
    first, second = ("sections", 0, "text", 0, 0), ("sections", 0, "text", 0, 1)
    assert ("sections", 0, "targets", 1, "printed") not in followed([first])
    assert followed([first, second])["sections", 0, "targets", 1, "printed"] == "七，八"


def test_a_copy_that_is_changed_itself_is_not_changed_again() -> None:
    text: Scalar = "notice", ("sections", 0, "text", 1, 0)
    copy: Scalar = "notice", ("sections", 0, "assignments", 0, "covers")
    changes: Changes = defaultdict(set)
    changes[text].add(Change(1, 2, "，"))
    changes[copy].add(Change(0, 4, "戌"))
    COPIES.follow(changes)
    assert changes[copy] == {Change(0, 4, "戌")}


def test_what_is_put_in_between_two_lines_of_a_title() -> None:
    title: Scalar = "notice", ("title",)
    changes: Changes = defaultdict(set)
    changes[title].add(Change(2, 2, "丙"))
    COPIES.follow(changes)
    assert changes == {title: {Change(2, 2, "丙")}, ("notice", ("title_lines", 1)): {Change(0, 0, "丙")}}


def followed(paths: list[tuple[int | str, ...]]) -> dict[tuple[int | str, ...], str]:
    """Return the texts that change with a wide comma in those at ``paths``."""
    changes: Changes = defaultdict(set)
    for path in paths:
        at = COPIES.text(("notice", path)).index(",")
        changes["notice", path].add(Change(at, at + 1, "，"))
    COPIES.follow(changes)
    others: list[Scalar] = [scalar for scalar in changes if scalar[1] not in paths]
    return {scalar[1]: replaced(COPIES.text(scalar), changes[scalar]) for scalar in others}
