"""Accepting all changes gives the new notice, refusing all the old one; the marks are few, whole, valid and the same every time."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from hongtou.diff.text import hunks
from hongtou.diff.tokens import NUMBER
from hongtou.errors import GenError
from hongtou.notice import render_notice
from hongtou.package import Package
from hongtou.redline import make
from hongtou.redline.project import project
from hongtou.redline.word import W
from hongtou.render.fingerprint import untouched
from tests.conftest import swept
from tests.documents.test_variety import policy
from tests.papers.conftest import changed
from tests.papers.shapes import shaped
from tests.papers.test_papers import faults
from tests.redline.conftest import HOUSE, made, policies, versions
from tests.redline.edits import edited
from tests.redline.hand import HAND, hand

CASES = json.loads((Path(__file__).parent.parent / "diff" / "cases" / "set-a.json").read_text("utf-8"))
SEEDS = range(64)


def body(data: bytes) -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))[0]


def said(data: bytes, change: str) -> list[str]:
    name = "delText" if change == "del" else "t"
    return ["".join(t.text or "" for t in e.iter(f"{W}{name}")) for e in body(data).iter(f"{W}{change}")]


def pair(seed: int) -> tuple[Any, Any]:
    names = list(policies())
    old = policies()[names[seed % len(names)]]
    return old, edited(old, seed, 1 + seed % 5)


@pytest.mark.parametrize("seed", swept(SEEDS, range(1, 5)))
def test_random_versions_lead_to_both(seed: int) -> None:
    old, new = pair(seed)
    data = made(old, new)
    assert project(data, accept=True) == project(render_notice(HOUSE, new), accept=True)
    assert project(data, accept=False) == project(render_notice(HOUSE, old), accept=True)


@pytest.mark.parametrize("turned", swept([False, True], [False]))
@pytest.mark.parametrize("name", HAND)
def test_hand_made_cases_lead_to_both(name: str, turned: bool) -> None:
    old, new = hand(name)[::-1] if turned else hand(name)
    data = made(old, new)
    assert project(data, accept=True) == project(render_notice(HOUSE, new), accept=True)
    assert project(data, accept=False) == project(render_notice(HOUSE, old), accept=True)
    assert list(body(data).iter(f"{W}ins", f"{W}del"))


def test_no_change_is_no_mark() -> None:
    for one in policies().values():
        assert not list(body(made(one, one)).iter(f"{W}ins", f"{W}del", f"{W}pPrChange"))


def test_the_marks_are_signed_numbered_and_the_same_every_time() -> None:
    data = made(*versions(), author="某科<室>")
    assert data == made(*versions(), author="某科<室>")
    assert untouched(data)
    marks = [*body(data).iter(f"{W}ins", f"{W}del", f"{W}pPrChange")]
    assert len({mark.get(f"{W}id") for mark in marks}) == len(marks) > 40
    assert {(m.get(f"{W}author"), m.get(f"{W}date")) for m in marks} == {("某科<室>", "2023-06-01T09:30:00Z")}
    assert not [text for mark in body(data).iter(f"{W}del") for text in mark.iter(f"{W}t")]
    assert not [inner for mark in marks for inner in mark.iter(f"{W}ins", f"{W}del") if inner is not mark]


def test_the_sample_is_marked_row_by_row_and_word_by_word() -> None:
    data = made(*versions())
    rows = {kind: len(body(data).findall(f".//{W}trPr/{W}{kind}")) for kind in ("ins", "del")}
    assert rows == {"ins": 2, "del": 2}, "one row new and one gone, one moved"
    assert {"15%", "33人", "乡村振兴局"} <= {*said(data, "del")}
    assert {"18%", "25人", "农业农村局", "各有关单位要于每季度末将工作进展报送市残联。"} <= {
        *said(data, "ins")
    }
    for row in body(data).iter(f"{W}tr"):
        for kind in ("ins", "del"):
            if row.find(f"{W}trPr/{W}{kind}") is not None:
                assert all(p.find(f"{W}pPr/{W}rPr/{W}{kind}") is not None for p in row.iter(f"{W}p"))
                assert all(r.getparent().tag == f"{W}{kind}" for r in row.iter(f"{W}r"))


def with_text(text: str) -> Any:
    return shaped(sections=[{"id": "only", "text": [text]}])


def test_the_marks_are_as_few_as_a_person_makes() -> None:
    marked = wanted = 0
    for case in CASES:
        data = made(with_text(case["old"]), with_text(case["new"]))
        marked += sum(map(len, said(data, "ins"))) + sum(map(len, said(data, "del")))
        wanted += sum(a1 - a0 + b1 - b0 for a0, a1, b0, b1 in case["hunks"])
    assert marked <= 1.2 * wanted


def test_no_number_is_torn() -> None:
    for old, new in [("完成15%以上。", "完成18%以上。"), ("投入1,200万元。", "投入1,500万元。")]:
        data = made(with_text(old), with_text(new))
        assert all(re.fullmatch(NUMBER, text) for text in (*said(data, "del"), *said(data, "ins")))
    assert hunks("15%", "18%")


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1, 4, 7, 9, 24, 48])
def test_the_open_xml_sdk_finds_nothing(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "redline.docx"
    path.write_bytes(made(*(pair(seed) if seed else versions())))
    assert faults(path) == []


REFUSED = {
    "format": {"format": "general"},
    "settings": {"settings": {"table_size": 10.5}},
    "orientation": {"orientation": "landscape"},
    "colophon": {"copies_to": ["市残联"]},
}


@pytest.mark.parametrize("name", swept(REFUSED, [*REFUSED][:2]))
def test_what_tracked_changes_cannot_say_is_refused(name: str) -> None:
    old = policies()["sample"]
    with pytest.raises(GenError, match="tracked changes cannot show") as caught:
        made(old, changed(old, REFUSED[name]))
    assert caught.value.hint


def test_other_columns_are_refused() -> None:
    old = policy("table")
    assert old.tasks is not None
    tasks = old.tasks.model_copy(update={"columns": old.tasks.columns[:-1]})
    with pytest.raises(GenError, match="other columns"):
        made(old, old.__class__(old.name, old.notice, tasks, old.register))


BROKEN = {
    "the text of a deleted row left as it is": (r"<w:del w:id=[^>]*>(<w:r>.*?</w:r>)</w:del>", r"\1"),
    "a mark of a row missing": (r"<w:ins [^>]*/></w:trPr>", r"</w:trPr>"),
    "an end not marked": (r"<w:rPr><w:ins [^>]*/></w:rPr>", r""),
    "a word of the new text missing": (r"(<w:ins [^>]*><w:r>.*?<w:t [^>]*>).", r"\1"),
}


@pytest.mark.parametrize("name", swept(BROKEN, [*BROKEN][:2]))
def test_a_broken_redline_is_told_apart(name: str) -> None:
    old, new = versions()
    package = Package.read(made(old, new), "redline")
    pattern, instead = BROKEN[name]
    text, count = re.subn(pattern, instead, package.parts["word/document.xml"].decode(), count=1)
    package.parts["word/document.xml"] = text.encode()
    data = package.bytes()
    assert count
    right = [
        project(data, accept=True) == project(render_notice(HOUSE, new), accept=True),
        project(data, accept=False) == project(render_notice(HOUSE, old), accept=True),
    ]
    assert right != [True, True]


def test_a_redline_that_proves_wrong_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(make, "_written", lambda *_arguments: {})
    with pytest.raises(GenError, match="nothing was written"):
        made(*versions())


def pieces(data: bytes) -> Iterator[str]:
    yield from (e.get("part") for e in body(data).iter() if e.get("part"))


def test_no_sign_of_ours_is_left() -> None:
    data = made(*versions())
    assert [*pieces(data)] == []
    assert b"gen:p:" not in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
