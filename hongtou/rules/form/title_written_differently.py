"""A title is written in one way wherever the paper names it, its marks too: 2022—2024年 here and 2022-2024年 there.

Which of the two is on the document only its original shows; who searches for one does not find the other.

Clause: 党政机关公文处理工作条例, 19
Binding: practice
Wrong: 附件：某市行动方案（2022—2024年） and 按照《某市行动方案（2022-2024年）》落实
Right: 按照《某市行动方案（2022—2024年）》落实
Fix: none: which of the two is right a person must say.
"""

import re
import unicodedata
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Path
from hongtou.rules.names import citations

SEVERITY = Severity.INFO
_DASH = re.compile("[-\u2010-\u2015\u2500~\u301c]+")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield the first citation of each way of writing a title that differs from the title by dashes and widths alone."""
    titles = {folded(title): (title, where) for title, where in [*_titles(facts)][::-1]}
    known = {title for title, _where in _titles(facts)}
    seen: set[str] = set()
    for cited in citations(facts.script):
        if cited.words in known or cited.words in seen or folded(cited.words) not in titles:
            continue
        seen.add(cited.words)
        title, where = titles[folded(cited.words)]
        message = _("the text says 「{words}」, {where} of notice.yaml says 「{title}」: the marks differ.")
        hint = _("Look at the original, and write the same in both places.")
        yield Hit(cited.at, message.format(words=cited.words, where=where, title=title), hint)


def folded(title: str) -> str:
    """Return ``title`` with dashes of one kind, marks of one width, and no blanks."""
    return _DASH.sub("-", re.sub(r"\s", "", unicodedata.normalize("NFKC", title)))


def _titles(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the titles the paper knows, with where in the file they stand."""
    for paper, path in facts.papers:
        yield paper.title, _named((*path, "title"))
        for number, attachment in enumerate(paper.attachments):
            yield attachment.title, _named((*path, "attachments", number, "title"))
        for number, basis in enumerate(paper.basis):
            yield basis.title, _named((*path, "basis", number, "title"))


def _named(path: Path) -> str:
    return ".".join(str(step) for step in path)
