"""LibreOffice agrees: all changes accepted is the new notice, all refused the old one; a broken file is told apart."""

from __future__ import annotations

import re
from typing import Any

import pytest

from hongtou.model.policy import Policy
from hongtou.notice import render_notice
from hongtou.package import Package
from tests.redline.conftest import HOUSE, made, policies, versions
from tests.redline.edits import COMMON, edited, letter_number, table_attachment
from tests.redline.hand import HAND, hand
from tests.redline.office import ask, needs_uno, told

pytestmark = [pytest.mark.slow, pytest.mark.render]
PAIRS = 60


def both_ways(versions_: list[tuple[Policy, Policy]]) -> list[list[dict[str, Any]]]:
    """Return for each pair: the old and the new notice as read, the redline accepted and refused."""
    needs_uno()
    jobs = []
    for old, new in versions_:
        data = made(old, new)
        notices = render_notice(HOUSE, old), render_notice(HOUSE, new)
        jobs += [("read", notices[0]), ("read", notices[1]), ("accept", data), ("reject", data)]
    answers = ask(jobs)
    return [answers[n : n + 4] for n in range(0, len(answers), 4)]


def same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return all(told(one[key]) == _as_word_has_it(told(other[key])) for key in ("text", "boxes"))


def _as_word_has_it(lines: list[list[str]]) -> list[list[str]]:
    """Return ``lines`` with the empty line that holds the 版记 in its own style.

    LibreOffice gives it that of the attachment's mark in front of it, where that is refused; the end of a paragraph carries its style.
    """
    return [["版记定位", ""] if line == ["附件标识", ""] else line for line in lines]


def random_pairs(count: int) -> list[tuple[Policy, Policy]]:
    names = list(policies())
    chosen = [(policies()[names[seed % len(names)]], seed) for seed in range(count)]
    return [(old, edited(old, 1000 + seed, 1 + seed % 5, COMMON)) for old, seed in chosen]


def test_libreoffice_accepts_to_the_new_and_refuses_to_the_old() -> None:
    by_hand = [pair for name in HAND for pair in (hand(name), hand(name)[::-1])]
    pairs = [versions(), versions()[::-1], *by_hand, *random_pairs(PAIRS)]
    wrong = []
    for number, (old, new, accepted, refused) in enumerate(both_ways(pairs)):
        assert accepted["changes"] or same(old, new), number
        if accepted["left"] or refused["left"] or not same(new, accepted) or not same(old, refused):
            wrong.append(number)
    assert wrong == []


BROKEN = {
    "marks of rows and nothing else": (
        r"(?s)<w:(ins|del) [^>]*>(<w:r>.*?</w:r>)</w:\1>|<w:rPr><w:(?:ins|del) [^>]*/></w:rPr>",
        lambda match: (match[2] or "").replace("delText", "t"),
    ),
    "an end not marked": (r"<w:rPr><w:(?:ins|del) [^>]*/></w:rPr>", lambda _match: ""),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_redline_fails(name: str) -> None:
    needs_uno()
    old, new = versions()
    package = Package.read(made(old, new), "redline")
    text = re.sub(*BROKEN[name], package.parts["word/document.xml"].decode())  # type: ignore[call-overload]
    package.parts["word/document.xml"] = text.encode()
    jobs = [("read", render_notice(HOUSE, old)), ("read", render_notice(HOUSE, new))]
    read = ask([*jobs, ("accept", package.bytes()), ("reject", package.bytes())])
    assert not (same(read[1], read[2]) and same(read[0], read[3]))


def test_a_table_that_came_leaves_an_empty_line_in_libreoffice() -> None:
    old = policies()["sample"]
    [(before, after, accepted, refused)] = both_ways([(old, edited(old, 1, 1, [table_attachment]))])
    assert same(after, accepted)
    assert told(refused["text"]) == [*told(before["text"]), ["表后", ""]]


def test_the_line_behind_an_attachment_that_came_has_its_style_in_libreoffice() -> None:
    old = policies()["long-recipients"]
    [(before, after, accepted, refused)] = both_ways([(old, edited(old, 1024, 5, COMMON))])
    assert same(after, accepted)
    assert same(before, refused)
    assert told(before["text"])[-1] == ["版记定位", ""]
    assert told(refused["text"])[-1] == ["附件标识", ""]


def test_a_line_behind_a_text_frame_shows_both_versions_in_libreoffice() -> None:
    old = policies()["sample"]
    [(_before, _after, accepted, refused)] = both_ways([(old, edited(old, 1, 1, [letter_number]))])
    assert accepted["text"][0] == refused["text"][0]
    assert accepted["text"][0][1] == "\t中府办函〔2023〕19号\t某府办函〔2027〕129号"
