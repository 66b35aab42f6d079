"""A paper from its template: filled, its style changes applied, its properties set, packed."""

from __future__ import annotations

from hongtou.documents.blocks import Document
from hongtou.render.press import Press
from hongtou.render.template import WordTemplate


def render(document: Document, template: WordTemplate) -> bytes:
    """Return ``document`` as a DOCX file.

    Raises TemplateError when the template asks for what the document does not have.
    """
    return Press(template, document.changes).print(document)
