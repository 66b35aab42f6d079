"""The press: a template made ready once, then printing many papers.

What does not differ from paper to paper (styles, footers, theme) is deflated once and copied; of the text, rows that
many papers share are set and deflated once, and only the rest anew for each paper.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from hongtou.deflated import LEVEL, Entry, Fragment, pack
from hongtou.documents.blocks import Block, Document, Paragraph, SharedBlocks, SharedRows, StyleChange, Table
from hongtou.package import Sealed, in_order
from hongtou.render.blocks_xml import Piece, block_pieces, rows_xml, shared_pieces
from hongtou.render.carried import PART, with_carried_part
from hongtou.render.environment import Blocks
from hongtou.render.fingerprint import CORE, Listing, marked
from hongtou.render.properties import CUSTOM, core_properties, custom_properties, with_custom_part
from hongtou.render.style_changes import changed_styles
from hongtou.render.template import BODY, WordTemplate

_STYLES = "word/styles.xml"
_PLACE = re.compile(r"<\?gen (\d+)\?>")
_KEPT = 512
"""Shared tables and texts that are kept ready; rows are kept all: there are not more than lines in the policy."""
Pieces = list[bytes | Fragment]


class Press:
    """Prints papers of one template and one set of style changes."""

    def __init__(
        self, template: WordTemplate, changes: Sequence[StyleChange] = (), *, carries: bool = False
    ) -> None:
        self.template = template
        parts = with_custom_part(template.package.parts)
        parts = with_carried_part(parts) if carries else parts
        self._custom = parts[CUSTOM]
        static = {n: d for n, d in parts.items() if n not in (CORE, CUSTOM, *template.filled_parts)}
        if changes and _STYLES in static:
            static[_STYLES] = changed_styles(static[_STYLES], changes)
        self._sealed = Sealed(pack(name, [static[name]], LEVEL) for name in in_order(static))
        self._listed: list[Listing] = [(e.name, e.crc, e.size) for e in self._sealed.entries]
        self._fragments: dict[Piece, Fragment] = {}
        self._joined: deque[SharedBlocks | Table] = deque()

    def print(self, document: Document) -> bytes:
        """Return ``document`` as a DOCX file. Raises TemplateError where the template asks for what it does not have."""
        entries = [pack(name, pieces) for name, pieces in sorted(self.pieces(document).items())]
        return self.finish(document, entries)

    def pieces(self, document: Document) -> dict[str, Pieces]:
        """Return the filled parts by name, cut where shared rows stand."""
        placed: list[Sequence[Block | SharedBlocks]] = []
        names = self.template.names
        context = {
            name: value if type(value) is str or name not in names else _prepared(value, placed)
            for name, value in document.context.items()
        }
        texts = self.template.texts(context)
        texts[BODY] = _promote_last_section(texts[BODY])
        return {name: [*self._cut(text, placed)] for name, text in texts.items()}

    def finish(self, document: Document, filled: Iterable[Entry]) -> bytes:
        """Return the archive of the static parts, ``filled`` ones and the properties of ``document``."""
        entries = [*filled, pack(CUSTOM, [custom_properties(document, self._custom)])]
        entries += [pack(PART, [document.carried])] if document.carried is not None else []
        listed = [*self._listed, *((e.name, e.crc, e.size) for e in entries)]
        entries.append(pack(CORE, [marked(core_properties(document), listed)]))
        return self._sealed.archive(entries)

    def _cut(self, text: str, placed: Sequence[Sequence[Block | SharedBlocks]]) -> Iterator[bytes | Fragment]:
        """Yield ``text`` with the blocks that stand in it in their places."""
        pieces = _PLACE.split(text)
        for number, piece in enumerate(pieces):
            if number % 2 == 0:
                yield piece.encode()
            else:
                yield from map(self._set, block_pieces(placed[int(piece)]))

    def _set(self, piece: Piece) -> bytes | Fragment:
        """Return ``piece`` as it goes into the part: text anew, what papers share as it was set first."""
        if isinstance(piece, str):
            return piece.encode()
        fragment = self._fragments.get(piece)
        if fragment is None:
            fragment = self._fragments[piece] = self._fragment(piece)
            if not isinstance(piece, tuple):
                self._keep_few(piece)
        return fragment

    def _fragment(self, piece: SharedBlocks | Table | tuple[SharedRows, tuple[int, ...]]) -> Fragment:
        if isinstance(piece, tuple):
            return Fragment.of(rows_xml(*piece).encode())
        return Fragment.joined(map(self._set, shared_pieces(piece)))

    def _keep_few(self, piece: SharedBlocks | Table) -> None:
        """Forget the oldest of what is made of rows, so that memory does not grow with the number of papers."""
        self._joined.append(piece)
        if len(self._joined) > _KEPT:
            del self._fragments[self._joined.popleft()]


def _prepared(value: object, placed: list[Sequence[Block | SharedBlocks]]) -> object:
    """Turn blocks, also inside lists and mappings, into places; what stands there is noted in ``placed``."""
    if callable(value) and not isinstance(value, type):
        value = value()
    if isinstance(value, SharedBlocks):
        placed.append((value,))
        return Blocks(f"<?gen {len(placed) - 1}?>")
    if isinstance(value, dict):
        return {key: _prepared(inner, placed) for key, inner in value.items()}
    if isinstance(value, list):
        return [_prepared(item, placed) for item in value]
    if isinstance(value, tuple) and all(isinstance(item, Paragraph | Table) for item in value):
        placed.append(value)
        return Blocks(f"<?gen {len(placed) - 1}?>")
    return value


def _promote_last_section(body: str) -> str:
    """Make a section that ends in the last paragraph the last section of the document.

    A template can end a section only in a paragraph; without this an empty page would follow.
    """
    end = body.rfind("</w:body>")
    final = body.rfind("<w:sectPr", 0, end)
    before = body[:final].rstrip() if final >= 0 else ""
    if not before.endswith("</w:sectPr></w:pPr></w:p>"):
        return body
    section = before.rfind("<w:sectPr")
    paragraph = max(before.rfind("<w:p>", 0, section), before.rfind("<w:p ", 0, section))
    return before[:paragraph] + before[section : -len("</w:pPr></w:p>")] + body[end:]
