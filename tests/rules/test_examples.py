"""The examples in the rules' documentation that are texts: the wrong one is found, the right one is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from hongtou.rules.catalogue import rules
from hongtou.rules.rule import Rule
from tests.rules.harness import run_policy, yaml

RULES = {rule.id: rule for rule in rules()}
TITLE = "notice.title"
SENTENCE = "notice.closing"
ROW = "tasks.tasks.1.text"
WHERE = {
    **dict.fromkeys(
        (
            *("title-about", "title-book-marks", "title-issuer", "title-kind", "title-marks", "title-relay"),
            *("title-two-kinds", "title-urgency"),
        ),
        TITLE,
    ),
    **dict.fromkeys(("unfinished-text", "clipped-name"), SENTENCE),
    **dict.fromkeys(("vague-task", "without-verb", "amount-without-number"), ROW),
    "follows-colon": "notice.preamble",
    "heading-mark": "notice.sections.0.heading",
    "document-number-parts": "notice.document_number",
    "sentence-without-stop": SENTENCE,
}
"""Where in the small policy the example stands."""


@pytest.mark.parametrize("name", WHERE)
def test_the_examples_of_a_rule_are_what_it_finds_and_leaves_alone(name: str, tmp_path: Path) -> None:
    rule = RULES[name]
    assert found(rule, WHERE[name], rule.wrong, tmp_path), rule.wrong
    assert found(rule, WHERE[name], rule.right, tmp_path) == [], rule.right


def found(rule: Rule, where: str, example: str, root: Path) -> list[str]:
    # The number of a heading is computed.
    value = yaml(example) if example.startswith("[") else example.removeprefix("一、")
    listed = where in (SENTENCE, ROW, "notice.preamble") and isinstance(value, str)
    case = {where: [value] if listed else value}
    if where == ROW:  # What hangs on the row's own words, and its name, go with them.
        case |= {"tasks.tasks.1.deadlines": None, "tasks.tasks.1.name": None}
    return [one.finding.message for one in run_policy(rule, case, root)[0]]
