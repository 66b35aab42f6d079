"""The words of a joint meeting 联席会议: its name, who convenes it, units in lists, places to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from hongtou.documents.blocks import Control, Span
from hongtou.documents.lines import tag
from hongtou.documents.lists import title_lines
from hongtou.documents.meeting import Call, Course
from hongtou.documents.table import print_units
from hongtou.documents.wording import matter
from hongtou.duties import Portfolio
from hongtou.model.base import unit_names
from hongtou.model.duty import ListStyle, Role
from hongtou.model.policy import Policy
from hongtou.model.register import Unit
from hongtou.numerals import date_text

_KIND = "联席会议"
_YEARS = re.compile(r"（[^（）]*）$")
"""What the name of a meeting leaves out: the years of a plan, 试行."""


class Meeting:
    """The meeting about ``policy`` that ``call`` tells of."""

    def __init__(self, policy: Policy, portfolio: Portfolio, call: Call) -> None:
        self.policy = policy
        self.portfolio = portfolio
        self.call = call

    @property
    def invited(self) -> tuple[str, ...]:
        """The responsible units, in the order of the register."""
        return self.portfolio.units

    @cached_property
    def issuer(self) -> str:
        """Who issued the notice."""
        return (self.policy.notice.issuers or (self.policy.register.issuer,))[0]

    @cached_property
    def name(self) -> str:
        """What the meeting is called: after what the notice is about."""
        about = matter(self.policy.notice, self.policy.notice.issuers or (self.policy.register.issuer,))
        about = _YEARS.sub("", about)
        return about if about.endswith(_KIND) else f"{about}{_KIND}"

    def title(self, paper: str) -> str:
        """Return the title of ``paper`` (议程, 签到表, 纪要) of the meeting, its lines apart."""
        return "\n".join(title_lines(self.policy, self.name + paper, ()))

    @property
    def created(self) -> str:
        """The day that the files bear: that of the meeting, else that of the notice."""
        return f"{self.call.date or self.policy.notice.date or '2000-01-01'}T00:00:00Z"

    @cached_property
    def convener(self) -> str:
        """The unit that the notice tells to convene the meeting 召集单位; empty where it tells none."""
        return next(
            (
                unit
                for duty in self.portfolio.duties
                for one in duty.assignments
                if one.role is Role.COORDINATE and any(_KIND in text for text in duty.sentences)
                for unit in unit_names(one.units)
            ),
            "",
        )

    @cached_property
    def host(self) -> str:
        """Who keeps the minutes: the convener in full, else the issuer."""
        entry = self.policy.register.by_name.get(self.convener)
        full = entry.full_name if isinstance(entry, Unit) else None
        return full or self.convener or self.issuer

    def listed(self, units: Iterable[str]) -> str:
        """Return ``units`` as printed, in the order of the register, a set 各镇街 in place of all its members."""
        left = {unit: self._places.get(unit) for unit in units}
        places = {}
        for name, members in self._sets:
            if members <= left.keys():
                places[name] = min(self._places[unit] for unit in members)
                left = {unit: place for unit, place in left.items() if unit not in members}
        places |= {unit: place for unit, place in left.items() if place is not None}
        known = print_units(self.policy, tuple(sorted(places, key=places.__getitem__)), ListStyle.ELIDED)
        return "，".join(filter(None, (known, *(unit for unit, place in left.items() if place is None))))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {unit.name: place for place, unit in enumerate(self.policy.register.units)}

    @cached_property
    def _sets(self) -> list[tuple[str, frozenset[str]]]:
        """The sets of the register with their members, the largest first."""
        register = self.policy.register
        sets = [(one.name, frozenset(u.name for u in register.expand(one.name))) for one in register.sets]
        return sorted((one for one in sets if len(one[1]) > 1), key=lambda one: -len(one[1]))

    def course(self, course: Course) -> str:
        """Return in words how far everything is 进展通报."""
        text = f"截至{date_text(course.as_of)}，{len(course.units)}个责任单位共承担工作要求{course.total}条"
        text += "（按单位逐条计）"
        stand = "，".join(f"{word}{count}条" for word, count in course.marks if count)
        text += f"：{stand}" if stand else ""
        besides = [f"逾期{course.late}条"] if course.late else []
        besides += [f"要求已变更、需重新确认{course.changed}条"] if course.changed else []
        text += f"；其中{'，'.join(besides)}。" if besides else "。"
        if not course.silent:
            return f"{text}各责任单位均已反馈进展。"
        if len(course.silent) == len(course.units):
            return f"{text}各责任单位均未反馈进展。"
        return f"{text}尚未反馈进展的单位{len(course.silent)}个：{self.listed(course.silent)}。"


def blank(key: str, title: str, width: int = 6) -> Span:
    """Return a line of ``width`` 字 to write on: by hand, or in a content control that it makes room for."""
    return Span("＿" * width, control=Control(tag("@meeting", key), title))


def given(label: str, text: str, key: str) -> tuple[Span, ...]:
    """Return a label with what was said, or with a place for it."""
    return Span(f"{label}："), Span(text) if text else blank(key, label, 12)
