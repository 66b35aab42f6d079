"""The change letter 任务调整函: what a unit gains, loses, and what moved in its tasks from old to new."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import cached_property

from hongtou.diff.change import Level
from hongtou.diff.impact import Cell, Impact, Mark
from hongtou.documents.blocks import Block, Document, StyleChange, plain
from hongtou.documents.body import BODY, keep_last
from hongtou.documents.change_general import asked_of_all, reform, revised
from hongtou.documents.change_words import Words, called, listed
from hongtou.documents.letter import Letters
from hongtou.documents.letterhead import letterhead, letterhead_changes
from hongtou.documents.lists import title_lines
from hongtou.documents.notice import secrecy_text
from hongtou.documents.signature import place, signature_rows
from hongtou.documents.wording import letter_title, quoted
from hongtou.model.register import Unit
from hongtou.numerals import date_text, level_label

_GROUPS = (
    ("新增的任务", (Mark.GAINED,)),
    ("不再承担的任务", (Mark.LOST,)),
    ("合并、拆分的任务", (Mark.MERGED, Mark.SPLIT)),
    ("职责变化的任务", (Mark.ROLE,)),
    ("内容有变化的任务", (Mark.CHANGED,)),
    ("其他责任单位有变化的任务", (Mark.PARTNERS,)),
    ("仅序号有变化的任务", (Mark.NUMBER,)),
)
REFORM, COMMON, SAME, EARLIER = "单位调整", "对各单位共同要求的调整", "没有变化的任务", "原责任函的使用"


class ChangeLetters:
    """Writes the change letters of a comparison, dated ``date`` (None: left to whoever registers them)."""

    def __init__(self, impact: Impact, old: Letters, new: Letters, date: datetime.date | None = None) -> None:
        self._impact, self._old, self._new = impact, old, new
        self._dated = date_text(date) if date is not None else ""

    def units(self) -> tuple[str, ...]:
        """Return the single units to write to, in the order of the register.

        Those that something of their own changed for, or of a unit they took over; all where what is asked of all did.
        """
        impact = self._impact
        asked = {*self._new.portfolio.units} if impact.common else set()
        return tuple(
            name for name in impact.order if name not in impact.heirs and (name in asked or self._own(name))
        )

    def letter(self, unit: str) -> Document:
        """Return the letter to ``unit``. Raises KeyError for a unit that is in neither register."""
        cells = self._impact.by_unit.get(unit, ())
        entry = self._entry(unit)
        kind = self._new.kind(entry)
        title = f"{self._new.issuer}关于调整{self._new.matter}有关任务的{kind}"
        policy = self._impact.new
        return Document(
            template="change.docx",
            context={
                **self._common,
                "unit": entry,
                "title": "\n".join(title_lines(policy, title, ())),
                "recipients": self._new.addressee(entry),
                "body": tuple(self._body(entry, kind, cells)),
                "note": self._new.contact(unit),
            },
            changes=self._changes,
            title=title,
            creator=self._new.issuer,
            created=f"{policy.notice.date or '2000-01-01'}T00:00:00Z",
            about=(("gen.paper", "change"), ("gen.policy", policy.name), ("gen.unit", unit)),
        )

    def _entry(self, unit: str) -> Unit:
        register = self._impact.new.register
        return (register if unit in register.by_name else self._impact.old.register).unit(unit)

    @cached_property
    def _common(self) -> dict[str, object]:
        notice = self._impact.new.notice
        return {
            "letterhead": letterhead(self._impact.new, self._new.paper),
            "document_number": "",
            "copy_number": "",
            "secrecy": secrecy_text(notice),
            "urgency": notice.urgency or "",
            "attachment_notes": (),
            "signature": [*self._signature],
            "date": self._dated,
        }

    @cached_property
    def _signature(self) -> tuple[str, ...]:
        signature = self._impact.new.notice.signature
        return signature_rows(signature.mode, [signature.post or self._new.issuer], self._dated)

    @cached_property
    def _changes(self) -> tuple[StyleChange, ...]:
        policy = self._impact.new
        mode, lines = policy.notice.signature.mode, policy.settings.seal_space_lines
        return (
            *letterhead_changes(policy, self._new.paper),
            *place(mode, self._signature, self._dated, policy.settings, lines),
        )

    def _body(self, unit: Unit, kind: str, cells: Sequence[Cell]) -> Iterator[Block]:
        """Yield opening, a part for each kind of change, what is asked of all, what stays, the earlier letter, ending."""
        talk = self._new.talk(unit, kind)
        words = Words(self._impact, unit.name, talk.wording.you)
        name = "changed" if self._own(unit.name) else "common"
        yield plain(BODY, talk.say(name, revision=self._revision))
        parts = [
            (REFORM, [*reform(self._impact, unit.name, talk.wording.you)]),
            *((name, [*_group(words, cells, marks)]) for name, marks in _GROUPS),
            (COMMON, [*self._common_words]),
            (SAME, [self._same(cells, talk.wording.you)]),
            (EARLIER, [self._earlier(unit.name, cells, talk.wording.you)]),
        ]
        filled = [(name, [text for text in texts if text]) for name, texts in parts]
        for number, (name, texts) in enumerate(((n, t) for n, t in filled if t), 1):
            yield plain("Heading1", level_label("一、", number) + name)
            single = len(texts) == 1
            for count, text in enumerate(texts, 1):
                yield plain(BODY, text if single else level_label("（一）", count) + text)
        yield from keep_last((plain(BODY, talk.say("ending")),))

    def _own(self, unit: str) -> bool:
        """Whether something of its own changed for ``unit``, or of a unit that it took over."""
        cells = self._impact.by_unit.get(unit, ())
        return any(map(_counts, cells)) or bool(self._impact.taken_over(unit))

    @cached_property
    def _revision(self) -> str:
        return revised(self._impact.old.notice, self._impact.new.notice)

    @cached_property
    def _common_words(self) -> tuple[str, ...]:
        return tuple(asked_of_all(self._impact))

    def _same(self, cells: Sequence[Cell], you: str) -> str:
        """Return the duties that nothing changed in; of a place of the text where other words did only the unit's own."""
        general = {id(change.match) for change in self._impact.general}
        said = [
            listed(cell.pair.duty) + (f"中涉及{you}的内容" if id(cell.pair.match) in general else "")
            for cell in cells
            if not _counts(cell)
        ]
        return f"{'；'.join(said)}。" if said else ""

    def _earlier(self, unit: str, cells: Sequence[Cell], you: str) -> str:
        """Return what becomes of the letters that the unit, and those it took over, have."""
        had = self._old.portfolio.units
        own = self._impact.former(unit)
        mine = {own: you if own == unit else own} if own in had else {}
        taken = {name: name for name in self._impact.taken_over(unit) if name in had}
        if not mine and not taken:
            return "责任函和任务清单另行发送。"
        if unit not in self._new.portfolio.units:
            return f"{self._sent({**mine, **taken})}及其任务清单停止使用。"
        if min((cell.level for cell in cells if cell.level is not None), default=Level.F) <= Level.C:
            letters = self._sent({**mine, **taken})
            return f"{letters}及其任务清单停止使用，以重新发送的责任函和任务清单为准。"
        said = f"{self._sent(mine)}继续有效，其中与本函不一致的，以本函为准。" if mine else ""
        return said + (f"{self._sent(taken)}及其任务清单停止使用。" if taken else "")

    def _sent(self, names: dict[str, str]) -> str:
        """Return the letters that went to the units ``names``, as they are called here; those cited alike together."""
        found: dict[str, list[str]] = {}
        for name, called_ in names.items():
            found.setdefault(self._cited(name), []).append(called_)
        return "和".join(f"此前发送给{'、'.join(who)}的{cited}" for cited, who in found.items())

    def _cited(self, name: str) -> str:
        """Return the letter that ``name`` has by title, 文号 and date."""
        old = self._old
        kind = old.kind(old.policy.register.unit(name))
        date = old.policy.notice.letters.date or old.policy.notice.date
        known = [old.numbers.get(name, ""), date_text(date) if date is not None else ""]
        said = "，".join(filter(None, known))
        return quoted(letter_title(old.issuer, old.matter, kind)) + (f"（{said}）" if said else "")


def _counts(cell: Cell) -> bool:
    return cell.mark is not Mark.SAME


def _group(words: Words, cells: Sequence[Cell], marks: Sequence[Mark]) -> Iterator[str]:
    """Yield what changed in the duties of a kind, those of which the same is said together."""
    found: dict[str, list[str]] = {}
    for cell in cells:
        if cell.mark in marks:
            found.setdefault(words.said(cell), []).append(called(cell.pair))
    for said, duties in found.items():
        if not said:
            yield f"{'；'.join(duties)}。"
        elif len(duties) == 1:
            yield f"{duties[0]}：{said}"
        else:
            yield f"{'、'.join(duties)}：{said.replace('本项任务', '上述任务')}"
