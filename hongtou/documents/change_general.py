"""What a change letter says beside the duties 共同事项: which paper became which, units that moved, what is asked of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hongtou.diff.change import Change, Verb
from hongtou.diff.impact import Impact, Pair
from hongtou.diff.tokens import fold
from hongtou.documents.change_words import called, moved, place, quote
from hongtou.documents.reporting import EVERYBODY
from hongtou.documents.wording import cited, contact_text, quoted, short
from hongtou.model.base import unit_names
from hongtou.model.notice import Notice, Report
from hongtou.numerals import date_text

_DATA = ("reports", "contacts")


def revised(old: Notice, new: Notice) -> str:
    """Return which paper became which: both by 文号 and date where it was issued anew, else the one that there is."""
    if not (new.document_number or new.date):
        return f"{cited(old)}已作修订"
    if (old.title, old.document_number, old.date) == (new.title, new.document_number, new.date):
        return f"{cited(new)}已作修订"
    former = f"{quoted(old.title)}{_bracketed(_known(old))}"
    name = f"以下简称{short(new)}"
    if old.title != new.title:
        return f"{former}已修订为{quoted(new.title)}{_bracketed([*_known(new), name])}"
    if new.document_number and new.document_number != old.document_number:
        dated = _known(new)[1:]
        return f"{former}已修订为{new.document_number}文{_bracketed([*dated, name])}"
    when = f"于{date_text(new.date)}" if new.date else ""
    return f"{former}已{when}修订{_bracketed([name])}"


def _known(notice: Notice) -> list[str]:
    known = (notice.document_number or "", date_text(notice.date) if notice.date else "")
    return [word for word in known if word]


def _bracketed(words: Sequence[str]) -> str:
    return f"（{'，'.join(words)}）" if words else ""


def reform(impact: Impact, unit: str, you: str) -> Iterator[str]:
    """Yield which units ``unit`` took over with which duties, and which sets it joined or left."""
    for name in impact.taken_over(unit):
        yield from _taken(impact, name, unit, you)
    sets = [entry.name for entry in impact.new.register.sets if entry.name in impact.named]
    for name in sets:
        was, now = unit in impact.before.members(name), unit in impact.after.members(name)
        if was != now and impact.before.members(name):
            said = f"已列入{quote(name)}，承担分配给" if now else f"不再列入{quote(name)}，不再承担分配给"
            yield f"{you}{said}{quote(name)}的任务。"


def _taken(impact: Impact, name: str, unit: str, you: str) -> Iterator[str]:
    """Yield that ``unit`` took over ``name``, what of its duties it has now, and what it has not."""
    kept: list[Pair] = []
    gone: list[Pair] = []
    for cell in impact.by_unit.get(name, ()):
        (kept if unit in impact.after.units(cell.pair.new) else gone).append(cell.pair)
    said = f"{name}的职责已由{you}承接"
    said += f"，其承担的{'、'.join(map(called, kept))}一并由{you}承担" if kept else ""
    said += f"；{'、'.join(map(called, gone))}未转由{you}承担" if gone else ""
    yield f"{said}。"


def asked_of_all(impact: Impact) -> Iterator[str]:
    """Yield what changed in what is asked of all, each with its place."""
    told = {path for change in impact.general for path in change.covers}
    for change in impact.general:
        if change.field.partition("/")[0] not in _DATA:
            yield from _general(change)
    yield from _reports(impact, told)
    yield from _contacts(impact, told)


def _general(change: Change) -> Iterator[str]:
    part = change.match.part
    if change.field:
        said = "".join(moved(change))
        if said:
            yield f"{place(part)}{said}" if said.startswith(("增加", "删去")) else f"{place(part)}：{said}"
    elif change.verb in (Verb.ADD, Verb.SPLIT):
        yield f"增加{place(part)}{_whole(change.new)}"
    elif change.verb in (Verb.DELETE, Verb.MERGE):
        yield f"删去原{place(part)}{_whole(change.old)}"


def _whole(text: str | None) -> str:
    """Return the words of a part: its name, where it has one, and its text."""
    name, line, rest = (text or "").partition("\n")
    said = f"{quote(name.rstrip('。'))}：{quote(rest)}" if line else quote(name)
    return said if said.endswith("。”") else f"{said}。"


def _reports(impact: Impact, told: set[str]) -> Iterator[str]:
    """Yield what changed in the reports that no change of words tells."""
    olds, news = ({r.id: r for r in side.notice.reports} for side in (impact.old, impact.new))
    for key in dict.fromkeys((*news, *olds)):
        if any(path.endswith(f"/reports/{key}") for path in told):
            continue
        old, new = olds.get(key), news.get(key)
        if old is None and new is not None:
            yield f"增加报送要求：{_who(new)}{new.deadline.printed}向{new.to}报送{new.name}。"
        elif new is None and old is not None:
            yield f"不再报送{old.name}。"
        elif old is not None and new is not None:
            said = [*_report(old, new, impact)]
            if said:
                yield f"{new.name}的{'，'.join(said)}。"


def _report(old: Report, new: Report, impact: Impact) -> Iterator[str]:
    if fold(old.deadline.printed) != fold(new.deadline.printed):
        yield f"报送时限由{old.deadline.printed}改为{new.deadline.printed}"
    if impact.today.get(old.to, old.to) != new.to:
        yield f"报送对象由{old.to}改为{new.to}"
    if [impact.today.get(name, name) for name in unit_names(old.by)] != [*unit_names(new.by)]:
        yield f"报送单位由{_who(old)}改为{_who(new)}"


def _who(report: Report) -> str:
    return "、".join(unit_names(report.by)) or EVERYBODY


def _contacts(impact: Impact, told: set[str]) -> Iterator[str]:
    """Yield whom to ask now, where no change of words tells it."""
    issuer = impact.new.register.issuer
    old, new = ([contact_text(c, issuer) for c in side.notice.contacts] for side in (impact.old, impact.new))
    if [*map(fold, old)] != [*map(fold, new)] and not any("/contacts/" in path for path in told):
        yield f"联系方式改为：{'；'.join(filter(None, new))}。" if any(new) else "不再列明联系方式。"
