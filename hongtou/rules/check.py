"""Checking: every rule over a policy or a plain text; findings sorted, the same for the same input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from hongtou.findings import Finding
from hongtou.rules.catalogue import TEXTUAL, rules, text_rules
from hongtou.rules.facts import Facts
from hongtou.rules.locate import Located, locate
from hongtou.rules.rule import Rule
from hongtou.rules.script import Script, script_of_text
from hongtou.source.load import Loaded
from hongtou.source.nodes import Source


def check_text(text: str, shown: str) -> list[Finding]:
    """Return what the rules for running text find in ``text``; ``shown`` is its name in messages."""
    script = script_of_text(text)
    sources = {"text": Source(shown, text)}
    return sorted(located.finding for rule in text_rules() for located in _run(rule, script, sources, script))


def check_policy(loaded: Loaded, chosen: Iterable[Rule] | None = None) -> list[Located]:
    """Return what ``chosen`` rules (None: all) find in a policy, sorted by place."""
    facts = Facts(loaded.policy)
    found = [
        located
        for rule in (rules() if chosen is None else chosen)
        for located in _run(
            rule, facts.script if rule.family in TEXTUAL else facts, loaded.sources, facts.script
        )
    ]
    return sorted(found, key=lambda located: located.finding)


def _run(
    rule: Rule, subject: Script | Facts, sources: Mapping[str, Source], script: Script
) -> Iterator[Located]:
    for hit in rule.check(subject):
        yield locate(rule, hit, sources, script, rule.clause)
