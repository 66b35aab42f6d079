"""``python -m hongtou.rules [FILE]``: write the catalogue of the rules, docs/rules.md, from their docstrings."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from hongtou.rules.catalogue import FAMILIES, rules
from hongtou.rules.rule import Rule

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"
_HEAD = """# The rules of `gen check`

Written by `python -m hongtou.rules` from the rules' docstrings; `gen rules ID` says the same, `gen --lang zh rules ID` in Chinese.
An **error** is what the standard plainly says, or what cannot be so (a day that there is not, a deadline before the paper, data
and words that contradict each other); a **warning** is what it says with "generally", what practice or the data's own
logic say, and is for putting right; an **info** is for looking at. From: *standard* – the clause says so; *practice* – offices
do it so; *house* – a rule of this tool, which no standard asks for: the clause beside it says what it serves, Art. 19 of the 条例 (facts,
dates, names and quotations must be right). Some findings of a rule weigh less, or more, than the rule; their lines say so.

Severities are set in `policy/rules.yaml` (`check.severities: {rule-id: off}`), findings that stay are hushed beside their line
(`# gen: ignore rule-id why`) or under `check.ignore`; hushing that hushes nothing is itself a finding (`unused-suppression`,
`suppression-without-reason`, `unknown-rule`). An office's own rules: [own-rules.md](own-rules.md).
What stops a file from being read at all (YAML, keys, unknown units, words that do not stand in the text) is told before any
rule runs, under `yaml`, `fold`, `schema`, `reference`, `register`, `encoding` and `file`.
"""


def page() -> str:
    """Return the page."""
    return "\n".join((_HEAD, *_contents(), *_sections())) + "\n"


def _contents() -> Iterator[str]:
    yield "| family | rules |"
    yield "|---|---|"
    for family, title in FAMILIES.items():
        if count := sum(rule.family == family for rule in rules()):
            yield f"| [{title}](#{title.lower().replace(' ', '-')}) | {count} |"


def _sections() -> Iterator[str]:
    for family, title in FAMILIES.items():
        chosen = [rule for rule in rules() if rule.family == family]
        if chosen:
            yield f"\n## {title}"
            yield from (line for rule in chosen for line in _rule(rule))


def _rule(rule: Rule) -> Iterator[str]:
    yield f"\n### {rule.id}\n"
    yield f"**{rule.severity.value}** · {rule.clause} ({rule.binding})\n"
    yield f"{rule.summary} {rule.reason}\n"
    yield f"- wrong: {rule.wrong}"
    yield f"- right: {rule.right}"
    yield f"- fix: {rule.fix}"


if __name__ == "__main__":
    (Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE).write_text(page(), encoding="utf8")
