"""Who owes what by when: assignments, targets and deadlines 责任、指标与时限."""

from __future__ import annotations

import datetime
from enum import StrEnum

from pydantic import StrictBool, StrictFloat, StrictInt

from hongtou.model.base import Identifier, Model, Provenance, Sentence, Units

Quantity = StrictInt | StrictFloat


class Role(StrEnum):
    """The part a unit plays 责任角色; ``responsible`` where the paper names no other."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    PARTICIPATE = "participate"
    GUIDE = "guide"
    IMPLEMENT = "implement"
    JOINTLY = "jointly"
    ASSESS = "assess"
    COORDINATE = "coordinate"
    UNSPECIFIED = "unspecified"


class ListStyle(StrEnum):
    """How a printed unit list repeats its owner prefix 市、市委."""

    ELIDED = "elided"
    FULL = "full"


class LeadBy(StrEnum):
    """How it is known who leads 牵头依据: printed, by a declared rule, assumed, or not at all."""

    EXPLICIT = "explicit"
    RULE = "rule"
    ASSUMED = "assumed"
    UNKNOWN = "unknown"


class Assignment(Model):
    """Units that share one role in a task 责任分工."""

    role: Role = Role.RESPONSIBLE
    """责任角色：lead 牵头、responsible 责任、support 配合、guide 指导、coordinate 统筹协调……。未写明牵头的，不得推定。"""
    units: Units
    """单位，按登记名称、按印发顺序；嵌套列表表示印文中的分组（组间用“，”）。"""
    open: StrictBool = False
    """名单未尽（印文以“等”结尾）。"""
    lead_by: LeadBy = LeadBy.UNKNOWN
    """牵头依据：explicit 明文、rule 按文内规则、assumed 推定、unknown 未明确。"""
    printed: Sentence | None = None
    """印文原样。只有与按登记表生成的写法不同时才填写。"""
    covers: Sentence | None = None
    """只承担正文中的这一句（原文照录）；不填则为整段、整项。"""
    source: Provenance | None = None
    """出处。"""


class Comparator(StrEnum):
    """How a target's value is to be read."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    EQUAL = "equal"
    ABOUT = "about"
    BETWEEN = "between"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"


class Force(StrEnum):
    """How firmly a target is meant; changes what missing it means."""

    ENSURE = "ensure"
    STRIVE = "strive"
    IN_PRINCIPLE = "in_principle"
    BASICALLY = "basically"
    PLAIN = "plain"


class Target(Model):
    """A number that is to be reached 指标, beside the words that print it."""

    id: Identifier
    """指标标识，定后不改。"""
    quantity: Sentence
    """指标内容，如“安排残疾人就业”。"""
    comparator: Comparator = Comparator.EQUAL
    """比较方式：at_least 不少于、at_most 不超过、equal 等于、about 左右、between 区间……"""
    value: Quantity
    """数值；区间的下限。"""
    upper: Quantity | None = None
    """区间的上限（comparator 为 between 时）。"""
    unit: Sentence | None = None
    """计量单位：名、家、个、%。"""
    baseline: Sentence | None = None
    """基数，如“在2021年的基础上”。"""
    period: Sentence | None = None
    """期间，如“‘十四五’期间”“每年”。"""
    force: Force = Force.PLAIN
    """力度：ensure 确保、strive 力争、in_principle 原则上、basically 基本、plain 不加限定。"""
    applies_to: Sentence | None = None
    """适用对象，如“编制50人（含）以上的市级机关”。"""
    printed: Sentence
    """印文中的原词句；必须在正文里找得到。"""
    source: Provenance | None = None
    """出处。"""


class DeadlineKind(StrEnum):
    """The forms a time limit takes in notices."""

    DATE = "date"
    HORIZON = "horizon"
    RECURRING = "recurring"
    RELATIVE = "relative"
    PHASE = "phase"
    CONTINUOUS = "continuous"
    EVENT = "event"


class Span(StrEnum):
    """Units of time for recurring and relative deadlines; hours and minutes for relative ones alone."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKDAY = "workday"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    TERM = "term"
    YEAR = "year"


class Deadline(Model):
    """A time limit 时限, beside the words that print it."""

    id: Identifier | None = None
    """时限标识；需要被引用时填写。"""
    kind: DeadlineKind
    """date 某日前、horizon 到某年、recurring 定期、relative 自某事起若干日内、phase 阶段、continuous 长期、event 某事前（如“汛期前”，何事写在 counted_from）。"""
    date: datetime.date | None = None
    """最后一日（含）；horizon 与 phase 的终点。"""
    start: datetime.date | None = None
    """起始日（phase 或“自……起”）。"""
    clock: Sentence | None = None
    """钟点，如“18:00”。"""
    every: Span | None = None
    """周期（recurring）：week、month、quarter、half_year、term、year。"""
    within: StrictInt | None = None
    """若干期之内（relative），单位见 span。"""
    span: Span | None = None
    """within 的时间单位。"""
    counted_from: Sentence | None = None
    """起算点，如“印发之日”；event 为何事，如“汛期”。"""
    year_inferred: StrictBool = False
    """年份系由上下文推得，印文未写。"""
    printed: Sentence
    """印文中的原词句；必须在正文里找得到。"""
    source: Provenance | None = None
    """出处。"""
