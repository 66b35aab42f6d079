"""Rules of an office's own, as data 本单位的规则: what they look at, what must hold, and the cases that prove it."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal, get_args

from pydantic import ConfigDict, Discriminator, Field, StrictBool, StringConstraints, Tag, TypeAdapter
from pydantic_core import CoreSchema, core_schema

from hongtou.model.base import Identifier, Model, Sentence

On = Literal[
    "notice", "section", "measure", "item", "node", "task", "target", "deadline", "assignment",
    "unit", "recipient", "title", "heading", "sentence", "text",
]  # fmt: skip
"""The things of a policy that a rule can look at."""
Kind = Literal[
    "required", "pattern", "terms", "choice", "range", "unique", "count", "reference", "order",
    "consistent", "coverage", "expression",
]  # fmt: skip
"""The kinds of rules."""
KINDS: tuple[str, ...] = get_args(Kind)
FieldName = Annotated[str, StringConstraints(min_length=1, max_length=100)]
"""The name of a field of a thing; ``attributes.x`` for an attribute."""
Short = Annotated[str, StringConstraints(min_length=1, max_length=500)]
"""A regular expression, or an expression over the fields of a thing."""


def _form(value: Any) -> str:
    if isinstance(value, datetime.date):
        return "day"
    if isinstance(value, bool):
        return "truth"
    return "amount" if isinstance(value, int | float) else "writing"


def _bound_form(value: Any) -> str:
    return "day" if isinstance(value, datetime.date) else "amount"


def _among_form(value: Any) -> str:
    return "register" if isinstance(value, str) else "list"


Number = Annotated[float, Field(strict=True)]
Scalar = Annotated[
    Annotated[str, Tag("writing")]
    | Annotated[StrictBool, Tag("truth")]
    | Annotated[Number, Tag("amount")]
    | Annotated[datetime.date, Tag("day")],
    Discriminator(_form),
]
"""A single value: text, yes and no, a number or a date."""
Bound = Annotated[
    Annotated[Number, Tag("amount")] | Annotated[datetime.date, Tag("day")], Discriminator(_bound_form)
]
"""A number or a date that something is held against."""
Among = Annotated[
    Annotated[Literal["units", "units.sets", "ids"], Tag("register")]
    | Annotated[tuple[Scalar, ...], Tag("list")],
    Discriminator(_among_form),
]
"""What a reference leads to."""
Entries = Annotated[int, Field(strict=True, ge=0)]
Case = Annotated[Any, Field(json_schema_extra={"type": ["string", "object", "array"]})]
"""A text, a record, a list of them, or lists of them by thing; read by :mod:`hongtou.rules.own.cases`."""


class Cases(Model):
    """The cases a rule is tried on 试例."""

    fires: tuple[Case, ...] = ()
    """应当报出的例子，至少一个。"""
    silent: tuple[Case, ...] = ()
    """不应报出的例子，至少一个。"""


class AnyRule(Model):
    """What every rule of one's own has."""

    id: Identifier
    """规则标识：小写字母、数字和连字符；不与其他规则重名，定后不改。"""
    severity: Literal["error", "warning", "info"] = "warning"
    """级别：error 错误、warning 警告（默认）、info 提示。"""
    message: Sentence | None = None
    """报出时说的话；不填则用这一类规则通用的话。"""
    hint: Sentence | None = None
    """怎么改。"""
    clause: Sentence | None = None
    """依据，如“本府办公文处理规定第5条”。"""
    on: On
    """检查对象：notice 通知、section 部分、measure 措施、item 各项、node 前三者、task 任务、target 指标、deadline 时限、
    assignment 责任分工、unit 登记单位、recipient 主送机关、title 标题、heading 小标题、sentence 句子、text 全部文字。"""
    where: Short | None = None
    """只检查符合这一条件（表达式）的对象，如 group == '就业'。"""
    cases: Cases = Cases()
    """试例，供 gen rules test 验证。"""


class FieldRule(AnyRule):
    """A rule about one field of a thing."""

    field: FieldName | None = None
    """检查哪一项（attributes.x 为附加属性 x）；title、heading、sentence、text 可以不填，即文字本身。"""


class RequiredRule(FieldRule):
    """The field is not empty 必填."""

    kind: Literal["required"]
    """必填：field 不得为空。"""


class PatternRule(FieldRule):
    """The field matches a pattern, or does not 式样."""

    kind: Literal["pattern"]
    """式样：field 必须（must）、不得（must_not）有符合正则表达式的文字。"""
    must: Short | None = None
    """必须符合的正则表达式；从头到尾都要符合的，用 ^ 和 $ 写明。"""
    must_not: Short | None = None
    """不得出现的正则表达式。"""


class TermsRule(FieldRule):
    """Wrong words, and the right ones 用词."""

    kind: Literal["terms"]
    """用词：找出错误的词，给出正确的词。"""
    on: On = "text"
    """检查对象，默认 text 全部文字。"""
    words: dict[Sentence, Sentence | None] = Field(min_length=1)
    """错误的词: 正确的词；不给改法的写 null。"""
    unless: tuple[Sentence, ...] = ()
    """错误的词在这些词里面时不算，如“发改委”在“发改委员会”里面。"""


class ChoiceRule(FieldRule):
    """The field is one of some values 选项."""

    kind: Literal["choice"]
    """选项：field 只能是 values 之一；名单则每一项都是。"""
    values: tuple[Scalar, ...] = Field(min_length=1)
    """可以填的值。"""


class RangeRule(FieldRule):
    """A number, a date or the length of a text is within limits 范围."""

    kind: Literal["range"]
    """范围：数、日期，或者文字的字数，在 min 与 max 之间（含）。"""
    min: Bound | None = None
    """最小、最早。"""
    max: Bound | None = None
    """最大、最晚。"""


class UniqueRule(FieldRule):
    """No two things have the same value 不重复."""

    kind: Literal["unique"]
    """不重复：没有两个对象的 field 相同。"""


class CountRule(FieldRule):
    """How many entries a list has 数目."""

    kind: Literal["count"]
    """数目：field 有几项，如牵头单位只有一个。"""
    min: Entries | None = None
    """至少几项。"""
    max: Entries | None = None
    """至多几项。"""
    equal: Entries | None = None
    """正好几项。"""


class ReferenceRule(FieldRule):
    """The value is known elsewhere 引用."""

    kind: Literal["reference"]
    """引用：field 的值要在 among 中找得到；名单则每一项都要找得到。"""
    among: Among
    """units 登记的单位、units.sets 登记的单位集合、ids 本政策的各个标识，或者直接列出。"""


class OrderRule(FieldRule):
    """Numbers or dates are in order 次序."""

    kind: Literal["order"]
    """次序：数或日期由小到大。field 是名单的看各项，不是名单的逐个对象看；fields 在一个对象之内比较。"""
    fields: tuple[FieldName, ...] = ()
    """同一对象中应当由小到大的几项，如 [start, date]。"""
    strict: StrictBool = False
    """相等也不行。"""


class ConsistentRule(FieldRule):
    """What is one thing is given and called the same everywhere 一致."""

    kind: Literal["consistent"]
    """一致：field 相同的对象，same 也相同；或者几个说法（words）全文只用一个。"""
    same: FieldName | None = None
    """应当相同的一项。"""
    words: tuple[Sentence, ...] = ()
    """同一事物的几个说法。"""


class CoverageRule(FieldRule):
    """Everything is taken up elsewhere 覆盖."""

    kind: Literal["coverage"]
    """覆盖：每个对象的 field 都能在 by 的 by_field 中找到，如每条措施都有任务落实。"""
    by: On
    """由什么来落实，如 task。"""
    by_field: FieldName
    """by 的哪一项，如 measure。"""


class ExpressionRule(AnyRule):
    """A condition holds 条件."""

    kind: Literal["expression"]
    """条件：condition 必须成立。"""
    condition: Short
    """表达式，用对象的各项写成，如 deadlines > 0 or '长期' in text；policy 为通知的各项。"""


class UnknownRule(AnyRule):
    """A rule of no kind, or of one that is not known: never valid, it is here for the fault to be told plainly."""

    model_config = ConfigDict(extra="ignore")
    kind: Kind
    """规则的种类。"""


_Known = Annotated[
    RequiredRule
    | PatternRule
    | TermsRule
    | ChoiceRule
    | RangeRule
    | UniqueRule
    | CountRule
    | ReferenceRule
    | OrderRule
    | ConsistentRule
    | CoverageRule
    | ExpressionRule,
    Field(discriminator="kind"),
]
_MODELS: dict[object, type[AnyRule]] = {
    "required": RequiredRule, "pattern": PatternRule, "terms": TermsRule, "choice": ChoiceRule,
    "range": RangeRule, "unique": UniqueRule, "count": CountRule, "reference": ReferenceRule,
    "order": OrderRule, "consistent": ConsistentRule, "coverage": CoverageRule, "expression": ExpressionRule,
}  # fmt: skip


class _ByKind:
    """Reads a rule by its kind; a discriminated union would build all twelve models at every start of gen."""

    def __get_pydantic_core_schema__(self, _source: Any, _handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, handler: Any) -> Any:
        return handler(TypeAdapter(_Known).core_schema)

    @staticmethod
    def read(value: Any) -> AnyRule:
        """Return ``value`` as the rule it is."""
        if isinstance(value, AnyRule):
            return value
        kind = value.get("kind") if isinstance(value, dict) else None
        model = _MODELS.get(kind, UnknownRule) if isinstance(kind, str) else UnknownRule
        return model.model_validate(value)


OwnRule = Annotated[AnyRule, _ByKind()]
"""A rule of the office's own, of one of the kinds."""
