"""What a change is called: places, fields, verbs and levels in the language of the reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from hongtou.diff.change import LEVELS, Change, Level, Match, PolicyDiff, Verb
from hongtou.diff.parts import Kind
from hongtou.i18n import N_, _
from hongtou.model.duty import Role

FIELDS = {
    "title": N_("title"),
    "heading": N_("heading"),
    "name": N_("name"),
    "group": N_("group"),
    "text": N_("text"),
    "preamble": N_("opening"),
    "closing": N_("closing"),
    "note": N_("note"),
    "document_number": N_("document number"),
    "date": N_("date"),
    "assignments": N_("responsible units"),
    "recipients": N_("recipients"),
    "copies_to": N_("copies to"),
    "targets": N_("targets"),
    "deadlines": N_("deadlines"),
    "reports": N_("reports due"),
    "contacts": N_("contact"),
    "basis": N_("documents relied on"),
    "declarations": N_("rules of the paper"),
    "attributes": N_("attributes"),
    "columns": N_("columns"),
    "members": N_("members"),
    "full_name": N_("full name"),
    "measure": N_("measure it carries out"),
    "signature": N_("signature"),
    "issuers": N_("issuing offices"),
    "grid": N_("rows"),
    "letterhead": N_("letterhead"),
    "signers": N_("signers"),
    "printed_by": N_("printing office"),
    "printed_on": N_("date of printing"),
    "kind": N_("kind of paper"),
    "urgency": N_("urgency"),
    "secrecy": N_("secrecy"),
}
ROLES = {
    Role.LEAD: N_("lead"),
    Role.RESPONSIBLE: N_("responsible"),
    Role.SUPPORT: N_("support"),
    Role.PARTICIPATE: N_("take part"),
    Role.GUIDE: N_("guide"),
    Role.IMPLEMENT: N_("implement"),
    Role.JOINTLY: N_("jointly"),
    Role.ASSESS: N_("assess"),
    Role.COORDINATE: N_("coordinate"),
    Role.UNSPECIFIED: N_("not said"),
}
_WHOLE = {
    Verb.ADD: N_("new"),
    Verb.DELETE: N_("deleted"),
    Verb.SPLIT: N_("split off from {others}"),
    Verb.MERGE: N_("merged into {others}"),
    Verb.MOVE: N_("moved here from {old}"),
    Verb.RENUMBER: N_("only another number; it was {old}"),
}


def by_part(changes: Iterable[Change]) -> Iterator[tuple[Match, list[Change]]]:
    """Yield the changes part by part, in their order."""
    for _key, group in groupby(changes, lambda change: id(change.match)):
        found = [*group]
        yield found[0].match, found


def place(match: Match) -> str:
    """Return where a part is and what it is called; a row that had another number with that number."""
    part = match.part
    where = part.place
    if match.new is None:
        where = _("{place} of the old version").format(place=where)
    if match.old is not None and match.new is not None and match.old.place != match.new.place:
        number = _("No. {number}").format(number=match.old.label)
        old = number if part.kind is Kind.TASK else match.old.label or match.old.place
        where = _("{place} (was {old})").format(place=where, old=old)
    if match.evidence == "similarity":
        where += " " + _("[alike {percent}%]").format(percent=round(match.confidence * 100))
    return f"{where} {part.name}".strip() if part.kind is not Kind.HEAD else where


def what(change: Change) -> str:
    """Return what happened in a few words: ``text``, ``responsible units, lead``, ``new``."""
    if change.shift is not None:
        return _shift(change)
    if not change.field:
        others = _(", ").join(part.place for part in change.others)
        return _(_WHOLE[change.verb]).format(others=others, old=change.old)
    return field(change.field)


def field(path: str) -> str:
    """Return what the field at ``path`` is called; a key of the data that people do not see stands as it is."""
    name = path.partition("/")[0]
    return _(FIELDS[name]) if name in FIELDS else name


def _shift(change: Change) -> str:
    shift = change.shift
    assert shift is not None
    units = _("responsible units")
    if shift.old is not None and shift.new is not None:
        roles = {"old": _(ROLES[shift.old]), "new": _(ROLES[shift.new])}
        return f"{units}{_(', ')}" + _("from {old} to {new}").format(**roles)
    role = shift.new or shift.old
    return units if role in (None, Role.RESPONSIBLE) else f"{units}{_(', ')}{_(ROLES[role])}"


def level(change: Change) -> str:
    """Return the level with its meaning."""
    return f"{change.level} {_(LEVELS[change.level])}"


def counted(diff: PolicyDiff, shown: Sequence[Change] | None = None) -> str:
    """Return how much changed in one line, and how much of it is ``shown`` (None: all) where that is not all."""
    moves = sum(change.verb is Verb.MOVE for change in diff.substantive)
    said = [_("{count} change(s)").format(count=len(diff.substantive))]
    if moves:
        said.append(_("{count} of them moved").format(count=moves))
    if shown is not None and left_out(diff, shown):
        said.append(_("{count} of them shown").format(count=sum(not change.formal for change in shown)))
    if diff.formal:
        said.append(_("{count} of form only").format(count=len(diff.formal)))
    return _(", ").join(said)


def left_out(diff: PolicyDiff, shown: Sequence[Change]) -> int:
    """Return how many changes that are more than form are not among ``shown``."""
    return len(diff.substantive) - sum(not change.formal for change in shown)


def hidden(diff: PolicyDiff, shown: Sequence[Change]) -> int:
    """Return how many changes of form would be shown too if one asked; none where less than all was asked for."""
    return 0 if left_out(diff, shown) else len(diff.formal) - sum(change.formal for change in shown)


def doubts(diff: PolicyDiff) -> list[str]:
    """Return what a person should look at, a sentence each."""
    found = [_doubt(d.old.place, d.new.place, d.confidence, d.reused) for d in diff.doubts]
    for match in diff.matches:
        if match.evidence == "similarity" and match.old and match.new and match.confidence < 0.55:
            found.append(_doubt(match.old.place, match.new.place, match.confidence, False))
    return found


def _doubt(old: str, new: str, confidence: float, reused: bool) -> str:
    if reused:
        message = _(
            "{new} has the id that {old} had, but says something else: give another thing another id."
        )
        return message.format(old=old, new=new)
    message = _("{new} may be what was {old} (alike {percent}%); write “formerly” there to say so.")
    return message.format(old=old, new=new, percent=round(confidence * 100))


def chosen(
    diff: PolicyDiff, levels: Sequence[str] = (), parts: frozenset[str] | None = None, *, formal: bool = False
) -> tuple[Change, ...]:
    """Return the changes to show: of these levels (all for none), in these parts (all for None), formal ones if asked."""
    return tuple(
        change
        for change in diff.changes
        if (formal or not change.formal)
        and (not levels or change.level in levels or (change.formal and Level.F in levels))
        and (parts is None or change.match.part.key in parts)
    )
