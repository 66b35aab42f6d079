"""No two of ，。；：、？！ stand side by side.

One of them was left over when the sentence was changed. ？！ together, and two or three of one of them, are marks of
their own.

Clause: 惯例 (GB/T 15834-2011 has no clause on it)
Binding: house
Wrong: 加强领导，，落实责任。
Right: 加强领导，落实责任。
Fix: takes the second away where both are the same.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.punctuation._marked import marked

SEVERITY = Severity.ERROR
check = marked(
    r"(?P<mark>(?<!。)。{2}(?!。)|[，；：、][，；：、。？！]+|[。？！][，；：、]+|[？！]。)",
    what=N_("two marks stand side by side."),
    fix=lambda match: match[0][0] if len(set(match[0])) == 1 else None,
)
