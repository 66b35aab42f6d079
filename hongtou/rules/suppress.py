"""What is known and stays: findings hushed beside their line, or in ``policy/rules.yaml``; hushing that hushes nothing is told.

Beside the line, or on a line of its own above it: ``# gen: ignore deadline-rest-day 以通知为准`` (ids joined by commas,
then the reason).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hongtou.findings import Finding, Severity
from hongtou.i18n import _
from hongtou.model.house import Ignore
from hongtou.rules.catalogue import rules
from hongtou.rules.check import check_policy
from hongtou.rules.hit import Path, Place
from hongtou.rules.locate import Located, ends
from hongtou.rules.written import Written
from hongtou.source.load import Loaded
from hongtou.source.nodes import Source

_COMMENT = re.compile(
    r"(?:^|(?<=\s))#\s*gen\s*[:：]\s*ignore\s+([a-z0-9-]+(?:\s*[,，、]\s*[a-z0-9-]+)*)\s*(.*)$"
)
_MEANT = re.compile(r"(?:^|(?<=\s))#\s*gen\s*[:：]\s*ignore\b")
_ALONE = re.compile(r"\s*#")
UNUSED, NO_REASON, UNKNOWN = "unused-suppression", "suppression-without-reason", "unknown-rule"


@dataclass(frozen=True)
class Comment:
    """A comment that hushes ``rules`` on ``line``; it stands on line ``at``, from ``column`` on."""

    path: str
    at: int
    column: int
    line: int
    rules: tuple[str, ...]
    reason: str


@dataclass
class Review:
    """What is left of the findings of a policy, how many were hushed, and which entries of the house hushed one."""

    found: list[Located]
    hushed: int = 0
    used: set[int] = field(default_factory=set)


def review(loaded: Loaded, written: Written | None = None) -> Review:
    """Return what all rules find in a policy, without what is hushed, and with what is wrong about hushing."""
    result = Review([])
    comments = [comment for source in loaded.sources.values() for comment in comments_in(source)]
    spent: set[tuple[int, str]] = set()
    for located in check_policy(loaded, written=written):
        finding = located.finding
        by_comment = [n for n, c in enumerate(comments) if _hushes(c, located)]
        by_house = [
            n
            for n, i in enumerate(loaded.policy.rules.check.ignore)
            if _ignores(i, finding, loaded.policy.name)
        ]
        spent.update((n, finding.rule) for n in by_comment)
        result.used.update(by_house)
        if by_comment or by_house:
            result.hushed += 1
        else:
            result.found.append(located)
    own = [rule.id for rule in loaded.policy.rules.check.rules]
    about = [*_about_comments(comments, spent, own), *_about_house(loaded)]
    result.found += [Located(finding, None) for finding in about]
    result.found.sort(key=lambda located: (located.finding, located.finding.rule))
    return result


def comments_in(source: Source) -> Iterator[Comment]:
    """Yield the comments of ``source`` that hush."""
    if "ignore" not in source.text:
        return
    for number, line in enumerate(source.lines, 1):
        if (match := _COMMENT.search(line)) and not _is_quoted(line[: match.start()]):
            names = tuple(name.strip() for name in re.split("[,，、]", match[1]))
            at = _covered(source.lines, number) if _ALONE.match(line) else number
            yield Comment(source.path, number, match.start() + 1, at, names, match[2].strip())
        elif (match := _MEANT.search(line)) and "#" not in line[: match.start()]:
            yield Comment(source.path, number, match.start() + 1, number, (), "")


def _is_quoted(before: str) -> bool:
    """Whether a text in quotes is open at the end of ``before``: then # is part of it."""
    return any(before.count(mark) % 2 for mark in "'\"")


def _covered(lines: Sequence[str], number: int) -> int:
    """Return the line that a comment on a line of its own, ``number``, stands above."""
    while number < len(lines) and (_ALONE.match(lines[number]) or not lines[number].strip()):
        number += 1
    return number + 1


def _hushes(comment: Comment, located: Located) -> bool:
    finding = located.finding
    # Inside a text over several lines no comment can stand: the one at its beginning is for all of it.
    return (
        comment.line in (finding.line, located.begins)
        and finding.rule in comment.rules
        and comment.path == finding.path
    )


def _ignores(ignore: Ignore, finding: Finding, policy: str) -> bool:
    return (
        ignore.rule == finding.rule
        and ignore.policy in (None, policy)
        and ignore.item in (None, finding.item)
    )


def _about_comments(
    comments: Sequence[Comment], spent: set[tuple[int, str]], own: Iterable[str]
) -> Iterator[Finding]:
    known = {rule.id for rule in rules()} | {*own}
    for number, comment in enumerate(comments):
        place = comment.path, comment.at, comment.column
        if not comment.rules:
            hint = _("Name the rule, then why: # gen: ignore deadline-rest-day 以通知为准")
            yield _warning(place, _("this comment names no rule."), hint, UNKNOWN)
        elif not re.search(r"\w", comment.reason):
            hint = _("Write why behind the rule: # gen: ignore {rule} 以通知为准")
            message = _("this comment does not say why.")
            yield _warning(place, message, hint.format(rule=comment.rules[0]), NO_REASON)
        for name in comment.rules:
            if (number, name) not in spent:
                message = _("this comment hushes nothing: {rule} finds nothing on line {line}.")
                if name not in known:
                    text = _("there is no rule “{rule}”.").format(rule=name)
                    yield _warning(place, text, _suggestion(name, known), UNKNOWN)
                    continue
                text = message.format(rule=name, line=comment.line)
                yield _warning(place, text, _("Take the comment away."), UNUSED)


def _about_house(loaded: Loaded) -> Iterator[Finding]:
    """Yield the ids in ``rules.yaml`` that no rule has."""
    house, source = loaded.policy.rules.check, loaded.sources["rules"]
    known = {rule.id for rule in rules()} | {rule.id for rule in house.rules}
    named: list[tuple[Path, str]] = [(("check", "severities", name), name) for name in house.severities]
    named += [(("check", "ignore", n, "rule"), ignore.rule) for n, ignore in enumerate(house.ignore)]
    for path, name in named:
        if name not in known:
            (line, column), _end = ends(source, Place("rules", path))
            message = _("there is no rule “{rule}”.").format(rule=name)
            yield _warning((source.path, line, column), message, _suggestion(name, known), UNKNOWN)


def unused(loaded: Loaded, used: Iterable[int], names: Iterable[str], *, whole: bool) -> Iterator[Finding]:
    """Yield the entries ``check.ignore`` that hushed nothing in the policies ``names``.

    One for all policies is only told of where the ``whole`` workspace was looked through.
    """
    source = loaded.sources["rules"]
    taken, checked = {*used}, {*names}
    for number, ignore in enumerate(loaded.policy.rules.check.ignore):
        if number not in taken and (whole or ignore.policy in checked):
            (line, column), _end = ends(source, Place("rules", ("check", "ignore", number, "rule")))
            message = _("this entry hushes nothing: {rule} finds nothing there.").format(rule=ignore.rule)
            yield _warning((source.path, line, column), message, _("Take the entry away."), UNUSED)


def _suggestion(name: str, known: set[str]) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1)
    return _("Did you mean “{name}”?").format(name=near[0]) if near else _("“gen rules” lists all rules.")


def _warning(place: tuple[str, int, int], message: str, hint: str, rule: str) -> Finding:
    return Finding(*place, message, hint, rule, Severity.WARNING, clause="gen check")
