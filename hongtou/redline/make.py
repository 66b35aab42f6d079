"""Making the redline 修订稿 of a notice: both versions printed, woven into one, proved, packed."""

from __future__ import annotations

import datetime
import zlib
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from hongtou.documents.blocks import Document
from hongtou.documents.enclosures import enclosures
from hongtou.documents.notice import notice_document
from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.model.policy import Policy
from hongtou.model.register import Unit
from hongtou.package import Package
from hongtou.papers import Papers
from hongtou.redline.keys import parsed, signed, unsigned
from hongtou.redline.marks import sign_marks
from hongtou.redline.project import project, project_parts
from hongtou.redline.weave import Weaver
from hongtou.redline.word import Element, W, cannot
from hongtou.render.fingerprint import CORE, marked
from hongtou.render.press import Press
from hongtou.render.properties import core_properties
from hongtou.workspace import Workspace


def redline(
    old: Policy,
    new: Policy,
    *,
    author: str,
    date: datetime.datetime,
    workspace: Workspace | None = None,
) -> bytes:
    """Return the notice of ``new`` as a DOCX file whose tracked changes, signed and dated, lead back to ``old``.

    Accepting all of them gives the new notice, refusing all the old one; column widths and the like are those of the
    new. Both are printed with the templates of ``workspace``, by default that from which ``new`` was read.
    Raises GenError where tracked changes cannot show the difference, and where the result does not hold what it should.
    """
    _comparable(old, new)
    papers = Papers(workspace or Workspace(new.folder.parent.parent), new)
    document = notice_document(new)
    press = papers.press(document)
    before, after = _printed(press, old), _printed(press, new)
    weaver = Weaver(_names(old, new))
    roots = {
        name: _woven(before.parts[name], after.parts[name], weaver) for name in _with_text(before, after)
    }
    made = _packed({**after.parts, **_written(roots, author, date)}, document)
    _prove(made, before, after)
    return made


def _comparable(old: Policy, new: Policy) -> None:
    if old.notice.format is not new.notice.format:
        raise cannot(_("one version is a general paper, the other a letter"))
    if old.settings != new.settings:
        raise cannot(_("the sheet settings differ"))


def _printed(press: Press, policy: Policy) -> Package:
    """Return the parts of the notice of ``policy``, with signs of what each block comes from."""
    document = notice_document(policy)
    ids = [one.attachment.id for one in enclosures(policy.notice)]
    # The values of styles are those of the press: layout is the new version's.
    return Package.read(press.print(signed(document, ids)), policy.name)


def _with_text(before: Package, after: Package) -> Iterator[str]:
    """Yield the names of the parts with text, which both versions must have."""
    names = {name for side in (before, after) for name in project_parts(side.parts, accept=True)}
    for name in sorted(names):
        if name not in before.parts or name not in after.parts:
            raise cannot(_("one version has headers or footers that the other has not"))
        yield name


def _woven(before: bytes, after: bytes, weaver: Weaver) -> Element:
    """Return the root of a part with both versions in it."""
    old, new = parsed(before), parsed(after)
    ours, theirs = old.find(f"{W}body"), new.find(f"{W}body")
    weaver.weave(old if ours is None else ours, new if theirs is None else theirs)
    unsigned(new)
    return new


def _written(roots: dict[str, Element], author: str, date: datetime.datetime) -> dict[str, bytes]:
    """Return the parts as text, their marks numbered and signed."""
    number = 1
    written = {}
    for name, root in roots.items():
        number = sign_marks(root, author, date, number)
        written[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def _packed(parts: dict[str, bytes], document: Document) -> bytes:
    """Return the file, marked as one that nobody has changed since."""
    titled = replace(document, title=f"{document.title}（修订标记稿）")
    others = {name: part for name, part in parts.items() if name != CORE}
    listed = [(name, zlib.crc32(part), len(part)) for name, part in others.items()]
    return Package({**others, CORE: marked(core_properties(titled), listed)}).bytes()


def _prove(made: bytes, before: Package, after: Package) -> None:
    """Refuse a redline that does not lead to both versions."""
    for side, accept in ((after, True), (before, False)):
        if project(made, accept=accept) != _plain(side):
            raise GenError(
                _("the tracked changes do not lead to both versions; nothing was written."),
                _("Please report it, with both versions of the policy."),
            )


def _plain(side: Package) -> dict[str, tuple[object, ...]]:
    """Return what one version says, the signs of its blocks taken out."""
    parts = {}
    for name in project_parts(side.parts, accept=True):
        root = parsed(side.parts[name])
        unsigned(root)
        parts[name] = etree.tostring(root)
    return project_parts(parts, accept=True)


def _names(old: Policy, new: Policy) -> tuple[str, ...]:
    """Return what is shown whole: names of units and sets, also without the prefix that lists leave out."""
    found: dict[str, None] = {}
    for policy in (old, new):
        for entry in policy.register.entries:
            full = entry.full_name if isinstance(entry, Unit) else None
            for name in (entry.name, full or "", *entry.aliases, entry.name.removeprefix(entry.prefix)):
                if len(name) > 1:
                    found[name] = None
    return tuple(found)
