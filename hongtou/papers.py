"""All papers of one policy: each made when it is asked for, on presses that are set up once."""

from __future__ import annotations

import datetime
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from hongtou.build.names import safe_name
from hongtou.documents.blocks import Document, StyleChange
from hongtou.documents.checklist import Checklists
from hongtou.documents.ledger import Ledger
from hongtou.documents.ledger_sheet import LedgerSheet
from hongtou.documents.letter import Letters
from hongtou.documents.notice import notice_document
from hongtou.documents.plan import Plans
from hongtou.duties import Portfolio, portfolio
from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.model.carried import texts
from hongtou.model.policy import Policy
from hongtou.model.settings import SheetSettings
from hongtou.render.carried import carried_part
from hongtou.render.press import Press
from hongtou.render.template import WordTemplate, read_template
from hongtou.render.volume import volume
from hongtou.workspace import Workspace


class Papers:
    """Makes the papers of ``policy`` with the templates of ``workspace``."""

    def __init__(self, workspace: Workspace, policy: Policy) -> None:
        self.workspace = workspace
        self.policy = policy
        self._general: dict[str, Path] = {}
        self._read_once: dict[Path, WordTemplate] = {}
        self._presses: dict[tuple[Path, bool], tuple[tuple[StyleChange, ...], Press]] = {}

    @cached_property
    def portfolio(self) -> Portfolio:
        """Who owes what."""
        return portfolio(self.policy)

    @cached_property
    def letters(self) -> Letters:
        """What the letters say."""
        return Letters(self.policy, self.portfolio)

    @cached_property
    def checklists(self) -> Checklists:
        """What the checklists say."""
        return self.letters.checklists

    @cached_property
    def ledger(self) -> Ledger:
        """What the ledger says."""
        return Ledger(self.policy, self.portfolio, self.checklists)

    @cached_property
    def plans(self) -> Plans:
        """What the plans say."""
        return Plans(self.policy, self.portfolio, self.checklists)

    def notice(self, *, bare: bool = False) -> bytes:
        """Return the notice as a DOCX file, with the policy it is made of as data; ``bare`` leaves that out."""
        document = notice_document(self.policy)
        return self._print(document if bare else replace(document, carried=carried_part(texts(self.policy))))

    def letter(self, unit: str) -> bytes:
        """Return the letter to ``unit`` as a DOCX file."""
        return self._print(self.letters.letter(unit), unit)

    def checklist(self, unit: str) -> bytes:
        """Return the checklist of ``unit`` as a DOCX file."""
        return self._print(self.checklists.document(unit), unit)

    def plan(self, unit: str) -> bytes:
        """Return the plan of ``unit``, to be filled in, as a DOCX file."""
        return self._print(self.plans.document(unit), unit)

    def ledger_docx(self) -> bytes:
        """Return the ledger as a DOCX file."""
        return self._print(self.ledger.document())

    def ledger_xlsx(self) -> bytes:
        """Return the ledger as an XLSX file."""
        from hongtou.render.workbook import SheetColumn, Workbook, workbook_bytes

        sheet = LedgerSheet(self.policy, self.ledger)
        notice = self.policy.notice
        return workbook_bytes(
            Workbook(
                self.ledger.title,
                (notice.issuers or (self.policy.register.issuer,))[0],
                notice.date or datetime.date(2000, 1, 1),
                [SheetColumn(*column) for column in sheet.columns],
                sheet.rows(),
                self.policy.settings.ledger_paper,
                self.policy.settings.fonts.body,
                self.ledger.about,
            )
        )

    def volume(self, units: tuple[str, ...]) -> bytes:
        """Return the letters to ``units`` bound into one DOCX file, each beginning on an odd page.

        Raises GenError where the letters are of several templates, which one file cannot hold.
        """
        documents = [self.letters.letter(unit) for unit in units]
        presses = {id(p): p for p in (self.press(d, u) for d, u in zip(documents, units, strict=True))}
        if len(presses) > 1:
            raise GenError(
                _("letters of several templates cannot be bound into one file."),
                _("Bind those of one template at a time: --combined with --unit."),
            )
        return volume(next(iter(presses.values())), documents)

    def _print(self, document: Document, unit: str = "") -> bytes:
        return self.press(document, unit).print(document)

    def press(self, document: Document, unit: str = "") -> Press:
        """Return the press for ``document``: that of the most specific template there is, set up once."""
        path = self.template(document.template, unit)
        carries = document.carried is not None
        changes, press = self._presses.get((path, carries), ((), None))
        if press is None or (changes is not document.changes and changes != document.changes):
            if path not in self._read_once:
                self._read_once[path] = self._read(path, document.template)
            changes = document.changes
            press = Press(self._read_once[path], changes, carries=carries)
            self._presses[path, carries] = changes, press
        return press

    def template(self, name: str, unit: str = "") -> Path:
        """Return the template for ``unit``: for itself, for its kind, for all; the user's, else the shipped one."""
        own = self._own.get(name.removesuffix(".docx"), frozenset())
        if unit and own:
            for part in (safe_name(unit), str(self.policy.register.unit(unit).kind)):
                if part in own:
                    return self.workspace.template(f"{name.removesuffix('.docx')}.{part}.docx")
        if name not in self._general:
            self._general[name] = self.workspace.template(name)
        return self._general[name]

    @cached_property
    def _own(self) -> dict[str, frozenset[str]]:
        """For whom the user has templates of their own, by paper: letter.市残联.docx is for 市残联."""
        found: dict[str, set[str]] = {}
        for path in (self.workspace.root / "templates").glob("*.*.docx"):
            paper, _dot, special = path.name.removesuffix(".docx").partition(".")
            found.setdefault(paper, set()).add(special)
        return {paper: frozenset(special) for paper, special in found.items()}

    def _read(self, path: Path, name: str) -> WordTemplate:
        """Read a template; a shipped one is drawn anew where the settings differ from its own."""
        settings = self.policy.settings
        if settings != SheetSettings() and not self.workspace.owns(path):
            from hongtou.sheet.draw import draw

            return WordTemplate(draw(name, settings), name)
        template = read_template(path)
        if not template.names:
            raise GenError(
                _("{name} holds no tag: every paper would be the same.").format(name=path),
                _("Move it away; then the shipped template is used."),
            )
        return template
