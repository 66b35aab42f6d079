"""What was changed in Word is changed in the data too.

The next build keeps the file and reports it; the change is lost to letters, checklists and the next notice.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: a deadline corrected in the letter alone
Right: the deadline corrected in tasks.yaml, and gen build
Fix: none: the data must be changed by hand.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.hit import Hit, Place
from hongtou.rules.written import Written

SEVERITY = Severity.INFO


def check(written: Written) -> Iterator[Hit]:
    """Yield papers that somebody has changed since gen wrote them."""
    paths = [*written.files, *(one.path for one in written.standing)]
    for path in paths:
        if not written.untouched(path):
            message = _("it was changed by hand since gen wrote it.")
            yield Hit(
                Place(str(path), ()), message, _("Bring the change into the data, then “gen build --force”.")
            )
