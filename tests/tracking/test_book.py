"""progress.yaml: what is written is read back, whatever it says; what a person wrote in it stays."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hongtou.errors import SourceError
from hongtou.model.progress import Answer, Remark, Return, Said, UnitProgress
from hongtou.tracking.book import FILE, HEAD, Book

TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cn", "Cc"), exclude_characters="\ufffe\uffff\ufeff"), max_size=12
).map(str.strip)
WORDS = st.one_of(
    TEXT,
    st.sampled_from(
        ["yes", "2023-01-01", "12", "null", "a: b", "# x", "- x", "'", '"', "[", "甲\n乙", "\u2028x"]
    ),
)
SOME = st.one_of(st.none(), WORDS)
SAID = {
    "state": st.sampled_from([None, "todo", "doing", "done"]),
    "date": st.one_of(st.none(), st.dates(datetime.date(1990, 1, 1), datetime.date(2100, 1, 1))),
    **dict.fromkeys(("person", "evidence", "progress", "problem", "next", "note"), SOME),
    "via": st.one_of(st.none(), st.from_regex(r"r-[0-9a-f]{10}", fullmatch=True)),
}
ANSWER = st.builds(Answer, **SAID, earlier=st.lists(st.builds(Said, **SAID), max_size=2).map(tuple))
ID = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4})?", fullmatch=True)
CHAPTER = st.builds(
    UnitProgress,
    returns=st.dictionaries(
        st.from_regex(r"r-[0-9a-f]{10}", fullmatch=True),
        st.builds(Return, file=TEXT.filter(bool), paper=st.sampled_from(["checklist", "ledger"])),
        max_size=2,
    ),
    tasks=st.dictionaries(ID, st.dictionaries(ID, ANSWER, max_size=3), max_size=3),
    remarks=st.lists(st.builds(Remark, text=WORDS, place=SOME), max_size=2).map(tuple),
)
UNIT = st.one_of(
    st.sampled_from(["市残联", "三乡镇", "区“一”办", "a: b", "#x", "'q'", "no", "12"]), TEXT.filter(bool)
)
"""Names of units, some as nobody calls a unit."""


@given(st.dictionaries(UNIT, CHAPTER, max_size=4), st.dictionaries(ID, WORDS, max_size=3))
def test_what_is_written_is_read(units: dict[str, UnitProgress], words: dict[str, str]) -> None:
    book = Book(HEAD, FILE)
    for unit, said in units.items():
        book.put(unit, said)
    book.add_requirements(words)
    again = Book(book.text, FILE)
    assert again.text == book.text
    assert {unit: again.of(unit) for unit in again.units} == units
    assert again.requirements == words


@given(CHAPTER, CHAPTER, CHAPTER)
def test_other_chapters_keep_every_character(one: UnitProgress, two: UnitProgress, new: UnitProgress) -> None:
    book = Book(HEAD, FILE)
    book.put("甲局", one)
    book.put("乙局", two)
    text = book.text
    book.put("甲局", new)
    assert book.text.partition("  乙局:")[2] == text.partition("  乙局:")[2]
    assert Book(book.text, FILE).of("甲局") == new


BY_HAND = """\
# 市残联 汇总，12月15日前
schema: 1
units:   # 各单位
  乙局:
    tasks:
      t-1:
        # 已电话核实
        s-1: {state: done, person: '经办人甲'}  # 按电话记录
  甲局:
    tasks:
      t-1:
        s-1:
          note: "按原样"
          state: doing
notes: none
"""


def known(text: str) -> UnitProgress:
    return Book(text.replace("notes: none\n", ""), FILE).of("乙局")


def test_comments_and_order_stay() -> None:
    text = BY_HAND.replace("notes: none\n", "")
    book = Book(text, FILE)
    said = book.of("乙局")
    more = {**said.tasks, "t-2": {"s-9": Answer(state="todo")}}
    book.put("乙局", said.model_copy(update={"tasks": more}))
    answer = book.of("甲局").tasks["t-1"]["s-1"]
    book.put("甲局", UnitProgress(tasks={"t-1": {"s-1": answer.model_copy(update={"person": "经办人乙"})}}))
    assert text.splitlines()[:7] == book.text.splitlines()[:7]
    assert "s-1: {state: done, person: '经办人甲'}  # 按电话记录" in book.text
    assert "          note: 按原样\n          state: doing\n          person: 经办人乙\n" in book.text
    assert "      t-2:\n        s-9:\n          state: todo\n" in book.text


@pytest.mark.parametrize("wide", ["    ", "\t"])
def test_another_layout_is_read_and_kept_as_text(tmp_path: Path, wide: str) -> None:
    path = tmp_path / FILE
    text = "schema: 1\nunits:\n    甲局: # 注\n        tasks:\n            t-1:\n                s-1: {state: done}\n"
    path.write_text(text.replace("    ", wide), "utf8")
    if wide == "\t":
        with pytest.raises(SourceError) as caught:
            Book.open(path)
        assert caught.value.findings[0].line == 3
        return
    book = Book.open(path)
    assert book.of("甲局").tasks["t-1"]["s-1"].state == "done"
    assert "# 注" in book.text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("schema: 1\nunits:\n  甲局:\n    tasks:\n      t-1:\n        s-1:\n          state: fertig\n", 7),
        ("schema: 1\nunits:\n  甲局:\n    tusks: {}\n", 4),
        ("schema: 1\nunits:\n  甲局:\n    tasks: [\n", 5),
        ("schema: 1\nunits:\n  甲局: {}\n  甲局: {}\n", 4),
        ("schema: 1\nunits:\n<<<<<<< HEAD\n  甲局: {}\n=======\n  乙局: {}\n>>>>>>> x\n", 3),
    ],
)
def test_faults_have_their_line(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / FILE
    path.write_text(text, "utf8")
    with pytest.raises(SourceError) as caught:
        Book.open(path).of("甲局")
    assert caught.value.findings[0].line == line


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# 只有注释\n",
        "schema: 1\n",
        "schema: 1\nunits: {}\n",
        "schema: 1\nunits: {乙局: {}, 丙局: {tasks: {t-9: {s-9: {state: todo}}}}}\n",
        "{schema: 1, units: {乙局: {}}} # 一行\n",
        "schema: 1\n# 各单位\nunits:\n",
        "schema: 1\nunits: null # 待填\n",
        "schema: 1\r\nunits:\r\n  乙局: {}\r\n",
    ],
)
def test_a_beginning_is_gone_on_with(tmp_path: Path, text: str) -> None:
    path = tmp_path / FILE
    path.write_bytes(text.encode())
    book = Book.open(path)
    book.put("甲局", UnitProgress(tasks={"t-1": {"s-1": Answer(state="done")}}))
    book.add_requirements({"q-1": "要求"})
    path.write_bytes(book.text.encode())
    again = Book.open(path)
    assert again.of("甲局").tasks["t-1"]["s-1"].state == "done"
    assert again.requirements == {"q-1": "要求"}
    assert all(comment in book.text for comment in re.findall("# .*[^\r\n]", text))
    assert ("\r\n" in text) == ("\r\n" in book.text)
    assert "\r" not in book.text.replace("\r\n", "")
    if "# 各单位" in text:
        assert "# 各单位\nunits:" in book.text


def test_comments_in_lists_stay() -> None:
    text = "schema: 1\nunits:\n  甲局:\n    remarks:\n      # 已答复\n      - text: 甲\n"
    book = Book(text, FILE)
    book.put("甲局", UnitProgress(remarks=(Remark(text="甲"), Remark(text="乙"))))
    assert "      # 已答复\n      - text: 甲\n" in book.text
    assert [remark.text for remark in book.of("甲局").remarks] == ["甲", "乙"]
