"""Papers pasted as one line get their lines back where they are certain, and the report says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from hongtou.importer.ledger import Ledger
from hongtou.importer.lines import clean
from hongtou.importer.report import is_whole, open_matters
from hongtou.importer.understand import understand
from tests.importer.scans import lines

CASES: list[dict[str, Any]] = YAML(typ="safe").load(Path(__file__).parent / "pasted.yaml")
JOINED = [(one["lines"], blank) for one in CASES if "glued" not in one for blank in ("", " ", "\u3000\u3000")]


def _bare(found: list[str]) -> list[str]:
    """Return lines without what only a line break tells: a heading from the text behind it."""
    text = "\n".join(found)
    return [line for line in text.replace("目标\n到", "目标到").split("\n") if line]


@pytest.mark.parametrize(("wanted", "blank"), JOINED)
def test_lines_are_found_again(wanted: list[str], blank: str) -> None:
    scan = lines(blank.join(wanted))
    found = [piece.text for piece in clean(scan, Ledger(scan)).pieces]
    assert _bare(found) == _bare(wanted)


@pytest.mark.parametrize("case", [one for one in CASES if "glued" in one])
def test_what_stands_around_the_paper_is_left_out(case: dict[str, Any]) -> None:
    scan = lines("\n".join(case["glued"]))
    ledger = Ledger(scan)
    assert [piece.text for piece in clean(scan, ledger).pieces] == case["lines"]
    assert all(one.reason for one in ledger.left_out)


def test_it_is_told_that_breaks_were_inferred() -> None:
    wanted = CASES[0]["lines"]
    found = understand(lines("".join(wanted)))
    assert not is_whole(found)
    assert [matter[:36] for matter in open_matters(found)] == ["the text had lost its line breaks: t"]
    assert found.notice.model_dump(exclude={"letters"}) == understand(
        lines("\n".join(wanted))
    ).notice.model_dump(exclude={"letters"})


@pytest.mark.parametrize(
    "text",
    [
        "某县人民政府关于做好工作的通知\n各乡镇人民政府：\n请转发县政府关于清理的通知：各乡镇都要看。\n一、任务\n（一）做好。",
        "关于做好工作的通知。",
        "某市关于印发方案的通知各单位：",
    ],
)
def test_other_lines_stay(text: str) -> None:
    scan = lines(text)
    assert [piece.text for piece in clean(scan, Ledger(scan)).pieces] == text.split("\n")
