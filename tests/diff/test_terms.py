"""A word replaced everywhere is told once, and only where it was replaced everywhere."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from hongtou.diff.as_data import plain
from hongtou.diff.compare import compare
from hongtou.diff.forms.amend import amending
from hongtou.diff.forms.phrases import chosen
from hongtou.diff.forms.text import as_text
from hongtou.diff.terms import listed, told
from tests.diff.edits import Data, policy_of
from tests.diff.test_compare import V1


def everywhere(data: Data, old: str, new: str) -> Data:
    """Replace a word in every text, but not in titles of documents, names and units."""
    for task in data["tasks"]["tasks"]:
        task["text"] = [sentence.replace(old, new) for sentence in task["text"]]
    words = json.dumps(data["notice"]["sections"], ensure_ascii=False)
    data["notice"]["sections"] = json.loads(words.replace(old, new))
    return data


def in_some(data: Data, count: int) -> Data:
    rows = [task for task in data["tasks"]["tasks"] if any("残疾人" in s for s in task["text"])]
    for row in rows[:count]:
        row["text"] = [s.replace("残疾人", "困难群众", 1) for s in row["text"]]
    return data


def test_a_word_that_still_stands_was_not_replaced_everywhere() -> None:
    new = policy_of(in_some(plain(V1), 5))
    diff = compare(V1, new)
    assert diff.terms == ()
    said = amending(diff, diff.substantive)
    assert len(said) >= 5
    assert not any("统一" in sentence for sentence in said)


@pytest.fixture
def replaced() -> Data:
    return everywhere(plain(V1), "鼓励", "支持和引导")


def test_a_word_replaced_everywhere_is_told_once_and_counted(replaced: Data) -> None:
    diff = compare(V1, policy_of(replaced))
    count = json.dumps(plain(V1), ensure_ascii=False).count("鼓励")
    assert [(t.old, t.new, t.count) for t in told(diff, diff.substantive)] == [("鼓励", "支持和引导", count)]
    assert amending(diff, diff.substantive)[1:] == ["一、将全文中的“鼓励”统一修改为“支持和引导”。"]
    assert "（" not in as_text(diff, diff.substantive, ("a", "b"), colour=False).splitlines()[1]


def test_what_is_not_all_shown_is_listed_row_by_row(replaced: Data) -> None:
    diff = compare(V1, policy_of(replaced))
    one = frozenset({diff.substantive[0].match.part.key})
    shown = chosen(diff, parts=one)
    assert told(diff, shown) == ()
    assert listed(diff, shown) == [*shown]
    assert not any("统一" in sentence for sentence in amending(diff, shown))


@pytest.mark.parametrize(
    ("where", "stands"),
    [
        (lambda notice: notice["basis"][0].update(title="鼓励办法"), False),
        (lambda notice: notice.update(preamble=["根据《鼓励就业办法》，制定本方案。"]), False),
        (lambda notice: notice.update(note="鼓励公开"), True),
        (lambda notice: notice["recipients"].append(["鼓励办"]), True),
    ],
)
def test_titles_of_documents_keep_their_words(
    where: Callable[[Data], None], stands: bool, replaced: Data
) -> None:
    where(replaced["notice"])
    assert bool(compare(V1, policy_of(replaced)).terms) is not stands
