"""Where letters lie for some units they lie for all; notice and ledger lie with them.

The one that is missing was never sent, or has been deleted since the last build.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 48 letters for 49 units
Right: gen build
Fix: none: “gen build” writes it.
"""

from collections.abc import Iterator

from hongtou import dispatch
from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.hit import Hit, Place
from hongtou.rules.written import Written

SEVERITY = Severity.WARNING


def check(written: Written) -> Iterator[Hit]:
    """Yield units without a letter, or a checklist, where others have one; a notice or ledger that was deleted."""
    for output in written.gone:
        message = _("it was written with the others, and is not there any more.")
        yield Hit(Place(output.file, ()), message, _("“gen build” writes it."))
    there = {(one.paper, one.unit) for one in written.standing}
    papers = {paper for paper, _unit in there}
    for output in dispatch.package(written.papers, written.root):
        paper = (
            "letter"
            if output.path.parent == dispatch.letters_folder(written.papers, written.root)
            else "checklist"
        )
        if output.subject and paper in papers and (paper, output.subject) not in there:
            message = _("{unit} has none, others have.").format(unit=output.subject)
            if output.path.exists():
                message = _("the file is damaged, or not one that gen wrote.")
            yield Hit(Place(output.file, (), "", output.subject), message, _("“gen build” writes it."))
