"""What is handed in: the text a deadline stands in, and whether it asks for a report, a form or an application."""

from __future__ import annotations

import re

from hongtou.rules.facts import Facts
from hongtou.rules.hit import Place

_HANDS_IN = re.compile(
    "报(?!警|纸|刊|废|价|社|道|销|酬|考|表)|送(?=[交至达市县区省我各到])|寄送|抄送|提交|递交|交至|上交|反馈|备案|回执|申请|受理|缴"
)


def text_at(facts: Facts, place: Place) -> str:
    """Return the text that stands at ``place``."""
    found: object = facts.notice if place.file == "notice" else facts.policy.tasks
    for step in place.path:
        is_key = isinstance(step, int) or isinstance(found, dict)
        found = found[step] if is_key else getattr(found, str(step), "")  # type: ignore[index]
    return found if isinstance(found, str) else ""


def hands_in(text: str, words: str) -> bool:
    """Whether something is to be handed in by the day that ``words`` of ``text`` print."""
    before, found, after = text.partition(words)
    if not found:
        return False
    start = re.split("[，。；：]", before)[-1]
    clauses = re.split("[，。；]", after)
    # The day alone between two commas belongs to what follows: 请于10月18日前，将总结报送市民政局.
    clause = clauses[0] or "".join(clauses[:2])
    return _HANDS_IN.search(start + clause) is not None
