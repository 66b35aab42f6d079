"""An attachment that is the only one has no number: 附件, not 附件1.

Numbers tell several apart; behind 附件1 the reader looks for 附件2. Attachments of other documents, as in
（……〔2026〕3号）附件1, are left alone.

Clause: GB/T 9704-2012, 7.3.4
Binding: practice
Wrong: 详见附件1, with one attachment
Right: 详见附件
Fix: takes the number away.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.facts import Facts
from hongtou.rules.form._papers import AMENDS, CITED, papers_by_path
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found

SEVERITY = Severity.INFO
_GOES_ON = re.compile(r"[-－—~～至到、和及与之]附?件?[\d一二三]")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield 附件1 where no paper of the policy lists a second attachment."""
    papers = papers_by_path(facts).values()
    if max(sum(a.listed for a in paper.attachments) for paper in papers) != 1:
        return
    if any(AMENDS.search(paper.title) for paper in papers):
        return
    script = facts.script
    for match in CITED.finditer(script.text):
        if match[1] == "1" and not _GOES_ON.match(script.text, match.end()):
            span = Span(match.start(1), match.end(1))
            yield found(script, span, N_("the only attachment has no number."), "")
