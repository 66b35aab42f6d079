"""A short name that is introduced is used.

以下简称 that nobody uses makes the reader look for what it stands for.

Clause: 党政机关公文处理工作条例, 19
Binding: practice
Wrong: （以下简称《行动方案》）, and never again
Right: （以下简称《行动方案》）……贯彻落实《行动方案》
Fix: none: a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span

SEVERITY = Severity.INFO
_INTRODUCED = re.compile(r"以下简称[：:]?[“《]([^“”《》\n]+)[”》]")
_OWNER = re.compile("^[省市区县镇乡本我](?=..)")
"""What a paper leaves out once it is clear whose it is: 市领导小组, then 领导小组."""


def check(facts: Facts) -> Iterator[Hit]:
    """Yield short names that are introduced and not used."""
    text = facts.script.text
    for match in _INTRODUCED.finditer(text):
        if text.find(_OWNER.sub("", match[1]), match.end()) < 0:
            message = _("the short name “{name}” is never used.").format(name=match[1])
            yield Hit(Span(*match.span(1)), message, _("Use it, or do not introduce it."))
