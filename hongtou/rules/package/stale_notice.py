"""The notice and the ledger that lie there are those of the policy now.

Letters, table and ledger agree only when they were written from the same data.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: a notice of yesterday beside letters of today
Right: gen build
Fix: none: “gen build” writes it anew.
"""

from collections.abc import Iterator

from hongtou import dispatch
from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.hit import Hit, Place
from hongtou.rules.written import Written

SEVERITY = Severity.WARNING


def check(written: Written) -> Iterator[Hit]:
    """Yield a notice or ledger, as gen wrote it, that would be written otherwise now."""
    for output in dispatch.package(written.papers, written.root):
        present = written.files.get(output.path)
        if present is not None and written.untouched(output.path) and present != output.made():
            message = _("it is not what the policy gives now.")
            yield Hit(Place(output.file, ()), message, _("“gen build” writes it anew."))
