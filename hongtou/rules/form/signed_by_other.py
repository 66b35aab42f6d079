"""A paper is signed 落款 by who issues it; a signature stamp stands beside the post of who signs.

The name below the text is that of the title and the letterhead, in full or in its standard short form.

Clause: GB/T 9704-2012, 7.3.5
Binding: standard
Wrong: issuers: [某市人民政府办公室] and signature: {names: [某市民政局]}
Right: signature: {mode: sealed}
Fix: none: who signs a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import SignatureMode
from hongtou.model.register import Unit
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield names of a signature that issue nothing, and stamps without a post."""
    for paper, path in facts.papers:
        issuers = {*paper.issuers} or {facts.register.issuer}
        known = issuers | {paper.letterhead or ""} | {_full(facts, name) for name in issuers}
        for number, name in enumerate(paper.signature.names if not path or paper.issuers else ()):
            if name not in known:
                message = _("“{name}” signs the paper and does not issue it.").format(name=name)
                place = Place("notice", (*path, "signature", "names", number))
                yield Hit(place, message, _("Name it under “issuers”, or take it away."))
        if paper.signature.mode is SignatureMode.STAMPED and not paper.signature.post:
            message = _("a signature stamp stands beside the post of who signs, and there is none.")
            yield Hit(
                Place("notice", (*path, "signature", "mode")), message, _("Add “post: 市长” or the like.")
            )


def _full(facts: Facts, name: str) -> str:
    entry = facts.register.find(name)
    return entry.full_name or "" if isinstance(entry, Unit) else ""
