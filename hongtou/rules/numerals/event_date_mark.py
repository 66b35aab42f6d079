"""An event named by its date has · between month and day: “3·15”.

A point makes a number of it.

Clause: GB/T 15834-2011, 4.14.3.5
Binding: standard
Wrong: “3.15”国际消费者权益日
Right: “3·15”国际消费者权益日
Fix: writes ·.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
check = pattern(
    r"(?<=“(?:1[0-2]))[.．-](?=(?:3[01]|[12]?\d)”)|(?<=“[1-9])[.．-](?=(?:3[01]|[12]?\d)”)",
    N_("an event's date has · between month and day."),
    fix="·",
)
