"""The responsibility letters 责任函: what each unit owes, told or asked in the words due to it (clause 10.1)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from hongtou.documents.blocks import Block, Document, Paragraph, SharedBlocks, StyleChange, plain
from hongtou.documents.body import BODY, keep_last
from hongtou.documents.checklist import Checklists
from hongtou.documents.enclosures import enclosures
from hongtou.documents.fingerprints import content_hash, task_hashes
from hongtou.documents.letterhead import letterhead, letterhead_changes
from hongtou.documents.lists import title_lines
from hongtou.documents.notice import secrecy_text
from hongtou.documents.reporting import EVERYBODY, Reporting, by_addressee, names, when
from hongtou.documents.share_table import ShareTable
from hongtou.documents.signature import place, signature_rows
from hongtou.documents.table import print_units
from hongtou.documents.wording import cited, contact_text, fill, letter_title, matter, numbers, short
from hongtou.duties import Portfolio, Shares
from hongtou.model.duty import ListStyle, Role
from hongtou.model.house import Wording
from hongtou.model.notice import Format, Paper, Report
from hongtou.model.policy import Policy
from hongtou.model.register import Unit
from hongtou.numerals import date_text, level_label

_DONE = {"told": "函告", "asked": "函商"}


class Letters:
    """Writes the letters of one policy; what they have in common is worked out once."""

    def __init__(self, policy: Policy, portfolio: Portfolio) -> None:
        self.policy = policy
        self.portfolio = portfolio
        self._plan = policy.notice.letters
        self._table = ShareTable(policy, portfolio)
        self.checklists = Checklists(policy, portfolio)
        self._reporting = Reporting(policy)
        self._hashes: dict[Shares, tuple[tuple[str, str], ...]] = {}
        self._bodies: dict[tuple[str, str, Shares, tuple[str, ...]], tuple[SharedBlocks, str]] = {}

    def letter(self, unit: str) -> Document:
        """Return the letter to ``unit``. Raises KeyError for a unit that is not in the register."""
        entry = self.policy.register.unit(unit)
        shares = self.portfolio.of(unit)
        kind = self.kind(entry)
        number = self.numbers.get(unit, "")
        title = self._title(kind)
        body, body_hash = self._shared_body(entry, shares, kind)
        attachment = self.checklists.title(unit)
        context: dict[str, object] = {
            **self._common,
            "unit": entry,
            "document_number": number,
            "title": title,
            "recipients": self.addressee(entry),
            "body": body,
            "attachment_notes": (plain("AttachmentNote", f"附件：{attachment}"),),
            "note": self.contact(unit),
            "checklist_title": attachment,
            "checklist": self.checklists.blocks(unit),
            "tasks": lambda: self._table.records(shares, unit),
        }
        return Document(
            template="letter.docx",
            context=context,
            changes=self._changes,
            title=title.replace("\n", ""),
            creator=self.issuer,
            created=f"{self._date or '2000-01-01'}T00:00:00Z",
            keywords=tuple(word for word in (number, kind) if word),
            about=self._about(unit, context, body_hash),
            fingerprints=self._tasks_about(shares, unit),
        )

    @cached_property
    def issuer(self) -> str:
        """Who writes 发文机关."""
        return (self.policy.notice.issuers or (self.policy.register.issuer,))[0]

    @cached_property
    def _date(self) -> datetime.date | None:
        return self._plan.date or self.policy.notice.date

    @cached_property
    def _dated(self) -> str:
        return date_text(self._date) if self._date else ""

    @cached_property
    def _signature(self) -> tuple[str, ...]:
        """The 署名 by line, or the post beside a signature stamp."""
        signature = self.policy.notice.signature
        return signature_rows(signature.mode, [signature.post or self.issuer], self._dated)

    @cached_property
    def paper(self) -> Paper:
        """The notice as if it were the letter: its sheet, its issuer, and none of the marks that only it has."""
        return self.policy.notice.model_copy(
            update={"format": Format.LETTER, "issuers": (self.issuer,), "letterhead": None}
        )

    @cached_property
    def _common(self) -> dict[str, object]:
        """What stands on every letter."""
        return {
            "letterhead": letterhead(self.policy, self.paper),
            "copy_number": "",
            "secrecy": secrecy_text(self.policy.notice),
            "urgency": self.policy.notice.urgency or "",
            "signature": [*self._signature],
            "date": self._dated,
            "notice": self.policy.notice,
        }

    @cached_property
    def _changes(self) -> tuple[StyleChange, ...]:
        settings = self.policy.settings
        mode = self.policy.notice.signature.mode
        return (
            *letterhead_changes(self.policy, self.paper),
            *place(mode, self._signature, self._dated, settings, settings.seal_space_lines),
        )

    @cache  # noqa: B019 - as long as the letters of a policy are written
    def _title(self, kind: str) -> str:
        """Return the title of a letter of ``kind``, its lines apart."""
        return "\n".join(title_lines(self.policy, letter_title(self.issuer, self.matter, kind), ()))

    @cached_property
    def matter(self) -> str:
        """What the letters are about 事项."""
        issuers = (*self.policy.notice.issuers, self.policy.register.issuer)
        return self._plan.matter or matter(self.policy.notice, issuers)

    @cached_property
    def subject(self) -> str:
        """What the papers about what became of the notice are about: in the words of its own title."""
        return matter(self.policy.notice, (*self.policy.notice.issuers, self.policy.register.issuer))

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The 文号 of every letter that has one: as registered, else counted by the pattern of the policy."""
        given = dict(self._plan.numbers)
        if self._plan.number is None:
            return given
        taken = {*given.values(), self.policy.notice.document_number}
        serial = self._plan.first or 1
        for unit in self.portfolio.units:
            while (number := self._plan.number.replace("{serial}", str(serial))) in taken:
                serial += 1
            if unit not in given:
                given[unit] = number
                serial += 1
        return given

    def kind(self, unit: Unit) -> str:
        """Return the 文种 of a letter to ``unit``."""
        return self.policy.rules.letters.kinds.get(unit.relation, "函")

    def addressee(self, unit: Unit) -> str:
        """Return how a letter calls ``unit``."""
        full = unit.kind in self.policy.rules.letters.in_full and unit.full_name
        return full or unit.name

    def contact(self, unit: str) -> str:
        """Return the 附注 that says whom to ask; a unit is not told of its own people."""
        others = (contact for contact in self.policy.notice.contacts if contact.unit != unit)
        return "；".join(text for contact in others if (text := contact_text(contact, self.issuer)))

    def _shared_body(
        self, unit: Unit, shares: Shares, kind: str
    ) -> tuple[SharedBlocks | tuple[Block, ...], str]:
        """Return the text and its fingerprint: one object for units that owe the same and are not named themselves."""
        owed, collected = self._reporting.owed(unit.name), self._reporting.collected(unit.name)
        if self.portfolio.is_named(unit.name) or collected:
            body = tuple(self._body(unit, shares, kind))
            return body, _text_hash(body)
        manner = self.policy.rules.letters.manner(unit.name, unit.relation)
        key = manner, kind, shares, tuple(report.id for report in owed)
        if key not in self._bodies:
            body = tuple(self._body(unit, shares, kind))
            self._bodies[key] = SharedBlocks(body), _text_hash(body)
        return self._bodies[key]

    def _body(self, unit: Unit, shares: Shares, kind: str) -> Iterator[Block]:
        """Yield the text: opening, the unit's part, duties to coordinate and collect, reports, the table, ending."""
        talk = self.talk(unit, kind)
        mine = tuple(share for share in shares if share.role is not Role.COORDINATE)
        yield plain(BODY, talk.say("opening"))
        coordinates = len(mine) < len(shares)
        parts = {
            "承担任务": ["".join(self._by_role(mine, talk))] if mine else [],
            "统筹协调" if coordinates else "收集汇总": self._coordinated(shares, unit, talk),
            "报送要求": self._owed(unit, talk),
        }
        parts = {heading: texts for heading, texts in parts.items() if texts}
        yield from _parts(parts)
        if mine:
            headed = plain("Heading1", level_label("一、", len(parts) + 1) + "具体任务")
            yield headed if len(parts) > 1 else plain("BodyTextLast", talk.say("tasks"))
            yield self._table.table(mine, unit.name)
            yield Paragraph("TableEnd", ())
        yield from keep_last((plain(BODY, talk.say("ending")),))

    def talk(self, unit: Unit, kind: str) -> Talk:
        """Return the wording that is due to ``unit``, with the words that are the same in a whole letter."""
        rules = self.policy.rules.letters
        manner = rules.manner(unit.name, unit.relation)
        wording = rules.asked if manner == "asked" else rules.told
        done = "通知" if kind == "通知" else _DONE[manner]
        words = {"you": wording.you, "do": done, "notice": self._cited, "short": self._short}
        words["revision"] = f"{self._cited}已作修订"
        return Talk(wording, words)

    @cached_property
    def _cited(self) -> str:
        return cited(self.policy.notice)

    @cached_property
    def _short(self) -> str:
        return short(self.policy.notice)

    def _by_role(self, shares: Shares, talk: Talk) -> Iterator[str]:
        """Yield a sentence per role the unit has, in the order the roles are met."""
        for role in dict.fromkeys(share.role for share in shares):
            duties = [share.duty for share in shares if share.role is role]
            yield talk.role(role, numbers=numbers(duties, self._attachment, self._short))

    @cached_property
    def _attachment(self) -> str:
        """How a letter names the attachment that is the table: 附件, or 附件2 where the notice has several."""
        tables = (one for one in enclosures(self.policy.notice) if one.attachment.tasks)
        paper = next((one.of for one in tables), self.policy.notice)
        listed = [attachment for attachment in paper.attachments if attachment.listed]
        place_ = next((n for n, attachment in enumerate(listed, 1) if attachment.tasks), 1)
        return f"附件{place_}" if len(listed) > 1 else "附件"

    def _coordinated(self, shares: Shares, unit: Unit, talk: Talk) -> list[str]:
        """Return the duties to convene and to collect reports of the unit, where it has them."""
        texts = [
            talk.role(Role.COORDINATE, duty=sentence)
            for share in shares
            if share.role is Role.COORDINATE
            for sentence in share.duty.sentences
        ]
        if reports := self._reporting.collected(unit.name):
            by = {self._reporters(report) for report in reports}
            who = by.pop() if len(by) == 1 else EVERYBODY
            texts.append(talk.say("collect", by=who, when=when(reports), reports=names(reports)))
        return texts

    def _reporters(self, report: Report) -> str:
        """Return who hands in ``report``, as a notice would print it."""
        return print_units(self.policy, report.by, ListStyle.ELIDED) if report.by else EVERYBODY

    def _owed(self, unit: Unit, talk: Talk) -> list[str]:
        owed = by_addressee(self._reporting.owed(unit.name))
        return [talk.say("report", when=when(r), to=to, reports=names(r)) for to, r in owed.items()]

    def _about(self, unit: str, context: dict[str, object], body_hash: str) -> tuple[tuple[str, str], ...]:
        words = [str(context[key]) for key in ("title", "recipients", "date", "note", "secrecy", "urgency")]
        return (
            ("gen.paper", "letter"),
            ("gen.policy", self.policy.name),
            ("gen.unit", unit),
            ("gen.number", str(context["document_number"])),
            ("gen.content", content_hash((*words, body_hash))),
        )

    def _tasks_about(self, shares: Shares, unit: str) -> tuple[tuple[str, str], ...]:
        if self.portfolio.is_named(unit):
            return task_hashes(shares, lambda share: self._table.others(share, unit))
        if shares not in self._hashes:
            self._hashes[shares] = task_hashes(shares, lambda share: self._table.others(share, unit))
        return self._hashes[shares]


def _text_hash(body: tuple[Block, ...]) -> str:
    return content_hash(block.text for block in body if isinstance(block, Paragraph))


def _parts(parts: dict[str, list[str]]) -> Iterator[Paragraph]:
    """Yield the texts of a letter, under numbered headings where there are several."""
    for number, (heading, texts) in enumerate(parts.items(), 1):
        if len(parts) > 1:
            yield plain("Heading1", level_label("一、", number) + heading)
        yield from (plain(BODY, text) for text in texts)


@dataclass(frozen=True)
class Talk:
    """A wording with the words that are the same in the whole letter."""

    wording: Wording
    words: dict[str, str]

    def say(self, name: str, **words: str) -> str:
        """Return the wording ``name`` filled in."""
        return fill(getattr(self.wording, name), {**self.words, **words})

    def role(self, role: Role, **words: str) -> str:
        """Return the sentence for ``role`` filled in."""
        return fill(self.wording.roles[role], {**self.words, **words})
