"""No character that is not seen stands in the text: no zero-width blank, no byte order mark, no soft hyphen.

They come from web pages and chat programs; a search does not find the word they stand in, and a line may break there.

Clause: 惯例 (no standard speaks of them)
Binding: practice
Wrong: 加强\u200b领导。
Right: 加强领导。
Fix: takes the character away.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.hit import Hit, Span
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")


def check(script: Script) -> Iterator[Hit]:
    """Yield runs of characters that are not seen; a byte order mark before the whole text belongs to its file."""
    for match in _UNSEEN.finditer(script.text):
        if match.start() == 0 and match[0] == "\ufeff":
            continue
        codes = " ".join(f"U+{ord(character):04X}" for character in match[0])
        span = Span(*match.span())
        message = _("「{words}」: between these characters {codes} stands, which is not seen.")
        yield Hit(
            span, message.format(words=script.around(span, ""), codes=codes), _("Take it away."), fix=""
        )
