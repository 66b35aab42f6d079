"""Checking: every rule over a policy or a plain text; findings sorted, the same for the same input."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from hongtou.findings import Finding, Severity
from hongtou.memory import uncollected
from hongtou.rules.catalogue import TEXTUAL, rules, text_rules
from hongtou.rules.facts import Facts
from hongtou.rules.locate import Located, locate
from hongtou.rules.rule import Rule
from hongtou.rules.script import Script, script_of_text
from hongtou.source.load import Loaded
from hongtou.source.nodes import Source

if TYPE_CHECKING:
    from hongtou.rules.written import Written


def check_text(text: str, shown: str) -> list[Finding]:
    """Return what the rules for running text find in ``text``; ``shown`` is its name in messages."""
    script = script_of_text(text)
    sources = {"text": Source(shown, text)}
    return sorted(located.finding for rule in text_rules() for located in _run(rule, script, sources, script))


def check_policy(
    loaded: Loaded, chosen: Iterable[Rule] | None = None, written: Written | None = None
) -> list[Located]:
    """Return what ``chosen`` rules find in a policy, sorted by place; None: all, with the severities of the house.

    Rules about what was ``written`` are left out where it is None.
    """
    with uncollected():
        found = [*_found(loaded, house_rules(loaded) if chosen is None else chosen, written)]
        return sorted(found, key=lambda located: (located.finding, located.finding.rule))


def _found(loaded: Loaded, chosen: Iterable[Rule], written: Written | None) -> Iterator[Located]:
    facts = Facts(loaded.policy)
    for rule in chosen:
        subject: object = facts.script if rule.family in TEXTUAL else facts
        if rule.family == "package":
            subject = written
        if subject is not None:
            yield from _run(rule, subject, loaded.sources, facts.script)


def house_rules(loaded: Loaded) -> list[Rule]:
    """Return all rules, those of ``policy/rules.yaml`` too, with the severities given there; those that are off are left out."""
    house = loaded.policy.rules.check
    known = rules()
    if house.rules:
        from hongtou.rules.own.build import own_rules

        known += own_rules(loaded.policy)
    return [
        _with_severity(rule, house.severities) for rule in known if house.severities.get(rule.id) != "off"
    ]


def _with_severity(rule: Rule, severities: Mapping[str, str]) -> Rule:
    given = severities.get(rule.id)
    return rule if given is None else replace(rule, severity=Severity(given), fixed_severity=True)


def _run(rule: Rule, subject: object, sources: Mapping[str, Source], script: Script) -> Iterator[Located]:
    for hit in rule.check(subject):
        yield locate(rule, hit, sources, script)
