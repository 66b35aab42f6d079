"""The paper itself: notice, sections, measures, attachments 公文、部分、措施、附件."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StrictBool, StringConstraints

from hongtou.model.base import Identifier, Model, Provenance, Sentence, Text, Units
from hongtou.model.duty import Assignment, Deadline, ListStyle, Role, Target

Tel = Annotated[str, StringConstraints(min_length=1)]


class Kind(StrEnum):
    """The 15 kinds of paper 文种 (条例 Art. 8)."""

    RESOLUTION = "决议"
    DECISION = "决定"
    ORDER = "命令"
    COMMUNIQUE = "公报"
    ANNOUNCEMENT = "公告"
    PROCLAMATION = "通告"
    OPINION = "意见"
    NOTICE = "通知"
    CIRCULAR = "通报"
    REPORT = "报告"
    REQUEST = "请示"
    REPLY = "批复"
    MOTION = "议案"
    LETTER = "函"
    MINUTES = "纪要"


class Format(StrEnum):
    """The sheet: 普通公文 (clause 7) or 信函格式 (clause 10.1)."""

    GENERAL = "general"
    LETTER = "letter"


class Orientation(StrEnum):
    """How a table page lies (clause 8)."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Duties(Model):
    """What may hang on any node of a paper: units, numbers and time limits."""

    assignments: tuple[Assignment, ...] = ()
    """责任分工。"""
    targets: tuple[Target, ...] = ()
    """指标。"""
    deadlines: tuple[Deadline, ...] = ()
    """时限。"""
    attributes: dict[str, str] = Field(default_factory=dict)
    """附加属性，如适用范围。"""
    source: Provenance | None = None
    """出处。"""


class Item(Duties):
    """One of 一是、二是… inside a measure; its number is computed."""

    id: Identifier
    """标识，定后不改。"""
    text: Text
    """内容，一句一项，不写“一是”。"""
    formerly: tuple[Identifier, ...] = ()
    """曾用标识：本项由上一版的哪些项改来（改名、拆分、合并）。"""
    reason: Sentence | None = None
    """修订说明，印在修订对照表中。"""


class Node(Duties):
    """A numbered part of the paper; its number is computed from its place."""

    id: Identifier
    """标识，定后不改。"""
    heading: Sentence | None = None
    """标题，不写序号。"""
    run_in: StrictBool = False
    """标题与正文接排（标题后直接写正文，不另起行）。"""
    number: Sentence | None = None
    """印文中的序号与按次序算出的不同时，原样填写。"""
    unnumbered: StrictBool = False
    """无序号。"""
    text: Text = ()
    """正文，一句一项；多段用嵌套列表。"""
    items: tuple[Item, ...] = ()
    """“一是……二是……”各项，接在正文之后、同一段内。"""
    closing: Text = ()
    """各项之后的段落。"""
    measures: tuple[Measure, ...] = ()
    """下一级措施。"""
    formerly: tuple[Identifier, ...] = ()
    """曾用标识：本部分由上一版的哪些部分改来（改名、拆分、合并）。"""
    reason: Sentence | None = None
    """修订说明，印在修订对照表中。"""


class Measure(Node):
    """A measure 措施: （一） under a section, then 1. and （1） under it."""


class Section(Node):
    """A first-level part 一、 of the paper."""

    measures: tuple[Measure, ...] = ()
    """本部分的措施。"""


class Cell(Model):
    """A cell of a free table; ``text`` may be several paragraphs."""

    text: Text = ()
    """单元格内容；空格写空列表。"""
    rows: Annotated[int, Field(ge=1)] = 1
    """纵向合并的行数。"""
    columns: Annotated[int, Field(ge=1)] = 1
    """横向合并的列数。"""


class Grid(Model):
    """A free table 表格 whose meaning is not known to the model."""

    header_rows: Annotated[int, Field(ge=0)] = 1
    """表头行数。"""
    rows: tuple[tuple[Cell | str, ...], ...] = Field(min_length=1)
    """各行单元格，从左到右；被合并占去的格不写。"""


class Attachment(Model):
    """An attachment 附件: the task table, a free table, a paper of its own, or plain text."""

    id: Identifier
    """标识，定后不改。"""
    title: Sentence
    """附件标题；与附件说明中的名称一致（GB/T 9704 7.3.7）。"""
    title_lines: tuple[Sentence, ...] = ()
    """标题的分行；不填则按词意自动分行。"""
    tasks: StrictBool = False
    """本附件就是 tasks.yaml 的任务分解表。"""
    grid: Grid | None = None
    """自由表格。"""
    note: Text = ()
    """表下附注（注：……），印在表格下面；多段用嵌套列表。"""
    document: Paper | None = None
    """本附件是一份完整的文件（如印发的方案、转发的通知）。"""
    orientation: Orientation = Orientation.PORTRAIT
    """纸张方向：portrait 竖排、landscape 横排（GB/T 9704 第 8 条）。"""
    bound: StrictBool = True
    """与正文一起装订；另行装订的写 false，首行先写发文字号（7.3.7）。"""
    listed: StrictBool = True
    """在附件说明中列出；印发类通知直接附在文后的，写 false。"""
    absent: StrictBool = False
    """印文提到而实际未附。"""


class SignatureMode(StrEnum):
    """How the paper is signed (clause 7.3.5)."""

    SEALED = "sealed"
    UNSEALED = "unsealed"
    STAMPED = "stamped"


class Signature(Model):
    """署名 under the text; the date stands in ``Paper.date``."""

    mode: SignatureMode = SignatureMode.SEALED
    """sealed 加盖印章、unsealed 不加盖印章、stamped 加盖签发人签名章。"""
    names: tuple[Sentence, ...] = ()
    """署名；不填则为发文机关。"""
    post: Sentence | None = None
    """签发人职务（签名章）。"""


class Secrecy(Model):
    """密级和保密期限 (clause 7.2.2)."""

    level: Literal["绝密", "机密", "秘密"]
    """密级。"""
    period: Sentence | None = None
    """保密期限，阿拉伯数字，如“1年”。"""


class Contact(Model):
    """联系人: who answers questions."""

    unit: Sentence | None = None
    """联系单位（登记名称）。"""
    name: Sentence | None = None
    """联系人姓名。"""
    phone: Tel | None = None
    """联系电话（加引号写）。"""
    email: Tel | None = None
    """电子邮箱。"""
    printed: Sentence | None = None
    """印文原样；必须在正文里找得到。"""


class Report(Model):
    """A report that units owe 报送要求: what, to whom, by when."""

    id: Identifier
    """标识。"""
    name: Sentence
    """报送材料，如“中期工作总结”。"""
    to: Sentence
    """报送对象（登记名称）。"""
    by: Units = ()
    """由谁报送；不填为全部责任单位。"""
    deadline: Deadline
    """报送时限。"""


class Basis(Model):
    """A document this paper stands on 依据文件."""

    id: Identifier
    """标识。"""
    title: Sentence
    """标题，不写书名号。"""
    document_number: Sentence | None = None
    """发文字号。"""
    issuer: Sentence | None = None
    """发文机关。"""
    short: Sentence | None = None
    """文内简称。"""
    printed: Sentence | None = None
    """印文原样；必须在正文里找得到。"""


class DeclarationKind(StrEnum):
    """A rule that a paper states once and relies on afterwards."""

    FIRST_LEADS = "first_leads"
    ADDS_UNITS = "adds_units"
    DEFAULT_ATTRIBUTE = "default_attribute"


class Declaration(Model):
    """A document-wide rule with a scope 文内规则, e.g. 排在第一位的为牵头单位，下同."""

    kind: DeclarationKind
    """first_leads 首位牵头、adds_units 以下各项均加某些单位、default_attribute 属性的默认值。"""
    after: Identifier | None = None
    """自哪一个节点（id）起适用；不填为全文。"""
    units: Units = ()
    """adds_units：所加的单位。"""
    role: Role = Role.RESPONSIBLE
    """adds_units：所加单位的责任角色。"""
    attribute: Sentence | None = None
    """default_attribute：属性名。"""
    value: Sentence | None = None
    """default_attribute：属性值。"""
    printed: Sentence
    """印文原样；必须在正文里找得到。"""


class Publication(Model):
    """政府信息公开 data of the published paper."""

    published: datetime.date | None = None
    """发布日期。"""
    source: Sentence | None = None
    """信息来源。"""
    index_number: Sentence | None = None
    """索引号。"""
    topic: Sentence | None = None
    """主题分类。"""
    openness: Literal["主动公开", "依申请公开", "不予公开"] | None = None
    """公开类别。"""
    validity: Literal["有效", "失效", "废止", "修改"] | None = None
    """有效性。"""
    url: Sentence | None = None
    """网址。"""
    furniture: tuple[Sentence, ...] = ()
    """网页上标题以外的原样文字。"""


class Numbering(Model):
    """How the levels are numbered (clause 7.3.3, GB/T 15834 B.3)."""

    levels: tuple[Sentence, ...] = ("一、", "（一）", "1.", "（1）", "①")
    """各级序号的样子：一、 （一） 1. （1） ①；也可只用 一、 1.，或 1 1.1。"""
    continuous: tuple[Annotated[int, Field(ge=2)], ...] = ()
    """哪几级跨部分连续编号（2 为第二级）。"""


class Paper(Model):
    """A paper 公文 with everything that stands on it; the root of ``notice.yaml`` and of printed papers."""

    kind: Kind = Kind.NOTICE
    """文种。"""
    format: Format = Format.GENERAL
    """版式：general 普通公文（第 7 章）、letter 信函格式（10.1）。"""
    issuers: tuple[Sentence, ...] = ()
    """发文机关（登记名称），主办机关在前。"""
    letterhead: Sentence | None = None
    """发文机关标志；不填则为发文机关，普通公文加“文件”。"""
    document_number: Sentence | None = None
    """发文字号，如 中府办函〔2023〕19号；未编号则不填，留待登记。"""
    copy_number: Annotated[str, StringConstraints(pattern=r"^\d{6}$")] | None = None
    """份号，6 位数字，加引号写（7.2.1）。"""
    secrecy: Secrecy | None = None
    """密级和保密期限（7.2.2）。"""
    urgency: Literal["特急", "加急", "特提", "平急"] | None = None
    """紧急程度（7.2.3）。"""
    signers: tuple[Sentence, ...] = ()
    """签发人；只用于上行文（7.2.6）。"""
    title: Sentence
    """标题（7.3.1）。"""
    title_lines: tuple[Sentence, ...] = ()
    """标题的分行；不填则按词意自动分行。"""
    recipients: Units = ()
    """主送机关（7.3.2）；嵌套列表表示印文中的分组。"""
    recipients_style: ListStyle = ListStyle.ELIDED
    """主送机关的写法。"""
    recipients_printed: Sentence | None = None
    """主送机关印文原样，只有与生成的写法不同时才填写。"""
    preamble: Text = ()
    """开头的正文。"""
    numbering: Numbering = Numbering()
    """序号。"""
    declarations: tuple[Declaration, ...] = ()
    """文内规则。"""
    sections: tuple[Section, ...] = ()
    """各部分。"""
    closing: Text = ()
    """结尾的正文。"""
    attachments: tuple[Attachment, ...] = ()
    """附件，按次序。"""
    signature: Signature = Signature()
    """署名与用印（7.3.5）。"""
    date: datetime.date | None = None
    """成文日期；未定则不填。"""
    note: Sentence | None = None
    """附注，不写括号（7.3.6）。"""
    copies_to: Units = ()
    """抄送机关（7.4.2）。"""
    copies_printed: Sentence | None = None
    """抄送机关印文原样。"""
    printed_by: Sentence | None = None
    """印发机关（7.4.3）。"""
    printed_on: datetime.date | None = None
    """印发日期（7.4.3）。"""
    contacts: tuple[Contact, ...] = ()
    """联系人。"""
    reports: tuple[Report, ...] = ()
    """报送要求。"""
    basis: tuple[Basis, ...] = ()
    """依据文件。"""
    publication: Publication | None = None
    """政府信息公开数据。"""
    source: Provenance | None = None
    """出处。"""


class LetterPlan(Model):
    """The responsibility letters 责任函 of a policy: what stands on them and not in the notice."""

    matter: Sentence | None = None
    """标题“关于落实……有关任务的函”中的事项；不填则取自通知标题。"""
    number: Annotated[str, StringConstraints(pattern=r"^[^{}]+\{serial\}[^{}]*$")] | None = None
    """发文字号的样式，如 某府办函〔2026〕{serial}号；不填则留空，由登记人员填写。"""
    first: Annotated[int, Field(ge=1)] | None = None
    """第一份函的序号；与 number 同时填写。"""
    numbers: dict[str, Sentence] = Field(default_factory=dict)
    """已经登记的发文字号，按单位（登记名称）填写；优先于 number。"""
    date: datetime.date | None = None
    """成文日期；不填则与通知相同。"""


class Notice(Paper):
    """The file ``notice.yaml``: the covering paper of a policy."""

    schema_version: Literal[1] = Field(alias="schema")
    """本文件格式的版本。"""
    letters: LetterPlan = LetterPlan()
    """责任函。"""
