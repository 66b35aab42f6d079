"""What a person must look at in a return 需要核对的: every kind in its own words, with a way out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.progress import PaperKind, UnitProgress
from hongtou.tracking.asked import Asked
from hongtou.tracking.match import Placed
from hongtou.tracking.merge import Merged, Outcome
from hongtou.tracking.returned import WRITTEN_STATE, Returned, Row, state_names
from hongtou.tracking.sender import Sender

Told = tuple[Severity, str, str, str]
"""Severity, message, hint, rule."""
_LONG = 24


def told(
    returned: Returned,
    whose: Sender,
    placed: Sequence[Placed],
    others: Sequence[Row],
    known: UnitProgress,
    merged: Merged,
    asked: Sequence[Asked],
) -> Iterator[Told]:
    """Yield everything about a return that is not simply as it should be."""
    if whose.inferred:
        message = _("taken for a return of “{unit}”, by the file's name.").format(unit=whose.unit)
        yield Severity.INFO, message, _("Use --unit NAME if it is of another."), "return-unit"
    if whose.file_says:
        message = _(
            "the file is called after “{named}”, and went out to “{unit}”; it was taken for “{unit}”."
        )
        hint = _("If it is of “{named}”, take it out of progress.yaml and collect it with --unit {named}.")
        names = {"named": whose.file_says, "unit": whose.unit}
        yield Severity.WARNING, message.format(**names), hint.format(**names), "return-unit"
    for entry in placed:
        yield from _of_row(entry, whose.unit, asked)
    for entry, outcome in merged.outcomes:
        yield from _of_outcome(entry, outcome)
    stateless = {f"{e.row.number or e.key[1]} {WRITTEN_STATE}" for e in placed if not e.row.states}
    yield from _of_remarks(returned, merged, known, stateless)
    if returned.paper is PaperKind.LEDGER:
        yield from _of_ledger(whose, placed)
    yield from _of_rows(placed, others, known, asked)


def _of_row(entry: Placed, unit: str, asked: Sequence[Asked]) -> Iterator[Told]:
    row = _row(entry)
    if len(entry.row.states) > 1:
        message = _("{row}: two states are ticked: {states}.").format(
            row=row, states=state_names(entry.row.states)
        )
        yield Severity.WARNING, message, _settle(), "return-states"
    if (text := entry.row.other.get(WRITTEN_STATE)) and not entry.row.states:
        message = _("{row}: “{text}” stands for the state; which one it is nobody can tell.").format(
            row=row, text=_short(text)
        )
        hint = _(
            "Write into progress.yaml what holds: state: todo (未启动), doing (推进中) or done (已完成)."
        )
        yield Severity.WARNING, message, hint, "return-state"
    if entry.undated:
        message = _("{row}: “{text}” is no day with its year.").format(row=row, text=entry.undated)
        yield (
            Severity.WARNING,
            message,
            _("Write the day into progress.yaml: date: 2023-11-20."),
            "return-date",
        )
    if entry.edited:
        message = _("{row}: the unit changed the words of the requirement.").format(row=row)
        yield (
            Severity.WARNING,
            message,
            _("Its answer was taken; its words are among the remarks."),
            "return-edited",
        )
    for head in entry.row.formulas:
        message = _("{row}: the cell “{head}” holds a formula whose value is not in the file.").format(
            row=row, head=head
        )
        yield (
            Severity.WARNING,
            message,
            _("Open the file in Excel or WPS and save it, or ask for the value itself."),
            "return-formula",
        )
    if entry.said is None:
        return
    if entry.asked is None or (unit and entry.asked not in asked):
        message = _("{row}: this is not asked of the unit; its answer is kept.").format(row=row)
        yield (
            Severity.WARNING,
            message,
            _("Was the checklist of another version, or of another unit, filled in?"),
            "return-gone",
        )
    elif entry.said.asked != entry.asked.hash:
        message = _(
            "{row}: the requirement has changed since (要求已变更); its answer is kept, and the line is open again."
        )
        yield (
            Severity.WARNING,
            message.format(row=row),
            _("Send the unit the new checklist."),
            "return-version",
        )


def _of_outcome(entry: Placed, outcome: Outcome) -> Iterator[Told]:
    if outcome is Outcome.DISPUTED and len(entry.row.states) <= 1:
        message = _("{row}: it disagrees with what is known, and neither is newer; both are kept.")
        yield Severity.WARNING, message.format(row=_row(entry)), _settle(), "return-disputed"
    if outcome is Outcome.OLDER:
        message = _("{row}: older than what is known, which stays; it is kept as an earlier answer.")
        yield Severity.WARNING, message.format(row=_row(entry)), "", "return-older"


def _of_remarks(
    returned: Returned, merged: Merged, known: UnitProgress, stateless: Set[str]
) -> Iterator[Told]:
    """Yield the remarks that were not told with their rows; ``stateless`` are the places of words for a state."""
    for remark in merged.progress.remarks[len(known.remarks) :]:
        if (
            remark.via != returned.id
            or remark.place in _OTHERWISE | stateless
            or (remark.place or "").endswith(_OTHER_ENDS)
        ):
            continue
        place = _("in {place}").format(place=remark.place) if remark.place else _("beside the table")
        message = _("text where none was asked, {place}: “{text}”.").format(
            place=place, text=_short(remark.text)
        )
        yield Severity.WARNING, message, _("It is kept among the remarks of progress.yaml."), "return-text"


_OTHERWISE = frozenset({"自加行"})
_OTHER_ENDS = (" 完成日期", " 工作要求和指标", " 状态")
"""The places of remarks that are told with their row."""


def _of_ledger(whose: Sender, placed: Sequence[Placed]) -> Iterator[Told]:
    """Yield what a ledger does not do, and what in it is other than today where nobody knows who changed it."""
    if not whose.unit and any(entry.said is not None for entry in placed):
        message = _(
            "a ledger of no unit in particular: it stands beside what the units send and closes no line of theirs."
        )
        yield (
            Severity.INFO,
            message,
            _("If it is one unit's answer, collect it with --unit NAME."),
            "return-ledger",
        )
    changed = [(entry, *change) for entry in placed if not entry.current for change in entry.changes]
    if changed:
        entry, head, text = changed[0]
        message = _(
            "it did not go out as it would today: {count} cells of ours are other than today's, first {row} {head}: “{text}”."
        )
        said = message.format(count=len(changed), row=_row(entry), head=head, text=_short(text))
        yield (
            Severity.WARNING,
            said,
            _(
                "What is asked today holds. Hand out the ledger of today, so that changes of the unit can be told apart."
            ),
            "return-ledger-version",
        )


def _of_rows(
    placed: Sequence[Placed], others: Sequence[Row], known: UnitProgress, asked: Sequence[Asked]
) -> Iterator[Told]:
    for row in others:
        if text := row.text or row.number:
            message = _(
                "a row that is not ours today: “{text}”; the unit's own, or one of an earlier version."
            ).format(text=_short(text))
            yield Severity.WARNING, message, _("It is kept among the remarks of progress.yaml."), "return-row"
    there = {entry.asked for entry in placed if entry.asked is not None}
    for line in asked:
        if line not in there:
            message = _("the row {label} “{text}” is not in it: deleted, or asked since.")
            text = message.format(label=line.label, text=_short(line.line.text))
            yield Severity.WARNING, text, _("Send the unit its checklist again."), "return-missing"
    said = any(entry.said is not None for entry in placed)
    if not said and not any(WRITTEN_STATE in entry.row.other for entry in placed):
        yield Severity.WARNING, _("nothing is filled in."), _("Remind the unit."), "return-blank"
    emptied = [e for e in placed if e.said is None and e.key[1] in known.tasks.get(e.key[0], {})]
    if emptied and said:
        message = _("{count} lines that were answered before are blank; the answers known stay.")
        yield Severity.INFO, message.format(count=len(emptied)), "", "return-emptied"


def _row(entry: Placed) -> str:
    number = entry.row.number or (entry.asked.label if entry.asked else entry.key[1])
    return _("row {number} “{text}”").format(number=number, text=_short(entry.words))


def _settle() -> str:
    return _("Find out what holds, correct it in progress.yaml and delete the entry under “disputed”.")


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONG else f"{flat[:_LONG]}…"
