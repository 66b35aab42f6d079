"""A document is cited by its title, letter by letter.

The title above an attachment, in the title of the notice that prints it and in 《》 is one and the same; a wrong word in
the title of what the paper stands on is a wrong document.

Clause: 党政机关公文处理工作条例, 19
Binding: practice
Wrong: 按照《某市养老服务任务分解表》落实 and 附件：某市养老服务工作任务分解表
Right: 按照《某市养老服务工作任务分解表》落实
Fix: none: which of the two is right a person must say.
"""

from collections.abc import Iterator
from typing import NamedTuple

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit
from hongtou.rules.names import Citation, bare, citations, is_slip

SEVERITY = Severity.WARNING


class _Title(NamedTuple):
    words: str
    number: str
    attached: bool


def check(facts: Facts) -> Iterator[Hit]:
    """Yield cited titles that are nearly those of an attachment or of a document the paper stands on."""
    titles = [*_titles(facts)]
    known = {bare(title.words) for title in titles} | {bare(paper.title) for paper, _path in facts.papers}
    meant: dict[tuple[str, str], _Title | None] = {}
    for cited in citations(facts.script):
        if bare(cited.words) in known:
            continue
        key = (cited.words, cited.number)
        if key not in meant:
            meant[key] = next((title for title in titles if _is_meant(cited, title)), None)
        if title := meant[key]:
            yield _hit(cited, title)


def _titles(facts: Facts) -> Iterator[_Title]:
    for paper, _path in facts.papers:
        for attachment in paper.attachments:
            number = attachment.document.document_number if attachment.document else None
            yield _Title(attachment.title, number or "", True)
        for basis in paper.basis:
            yield _Title(basis.title, basis.document_number or "", False)


def _is_meant(cited: Citation, title: _Title) -> bool:
    """Whether ``cited`` means ``title``; a document with another number is another one."""
    return (not cited.number or cited.number == title.number) and is_slip(cited.words, title.words)


def _hit(cited: Citation, title: _Title) -> Hit:
    message = (
        _("the text says 「{words}」, the attachment is called 「{title}」.")
        if title.attached
        else _("the text says 「{words}」, the document it stands on is called 「{title}」.")
    )
    hint = _("Write the same in both places.")
    return Hit(cited.at, message.format(words=cited.words, title=title.words), hint)
