"""Unit lists read with or without a register 单位名单识读: names whole again where papers leave the prefix out 市、市委.

A name of the register is taken as :mod:`hongtou.units` reads it. A stranger is proposed as a new entry. It gets the
prefix of the names before it only where it is plainly a department of the same owner: 平潭海关 after 区市场监管局 is
no 区平潭海关, and what cannot be told stays as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from hongtou.importer.unit_kinds import kind_of, relation_of
from hongtou.model.duty import ListStyle
from hongtou.model.register import Register, Unit, UnitSet
from hongtou.units import Groups, print_list, resolve

_PROVINCES = "省、自治区、直辖市(?:[及和、]计划单列市)?(?:[及和、]新疆生产建设兵团)?"
_WHOLE = re.compile(
    "中央、省(?:、市)?驻[^、，；]*|省、市驻[^、，；]*|(?:[省市区县]直?)?各委、办、局|各(?:有关)?(?:乡镇、街道|镇、街道?|街道、镇|县、区|市、区|区、县|区、市|"
    + _PROVINCES
    + "|省[（〔]区、市[）〕]|市、县[（〔](?:市、区|区|市)[）〕]|市、县、区|市、县|县、市、区|区、县级市|县[（〔]市、区[）〕]|设区市、县|县、市|州、市|市、州|旗、县|旗、区|镇、街道)[^、，；]*"
)
"""Sets whose name holds 、 itself."""
OWNED = re.compile(
    "(?P<prefix>[省市区县州旗]委)(?=组织部|宣传部|统战部|政法委|网信办|编办|机构编制|办公[室厅]|办$|党校|社会工作部|老干部局|机关工委|"
    "直属机关工委|巡察办|外办|外事办|改革办|台办|保密|机要|档案|政研室|研究室|国安办|军民融合办|农办|金融办)|"
    "(?P<plain>省(?!直|级|属|际|内|管)|市(?!场|容|直|级|属|内|政[公园管设建工]|各|辖)|区(?!域|划|直|级|属|县|内|各)|县(?!域|直|级|属|区|市(?!场)|内|各)|州(?!直|级|属|内)|旗(?!直|级|属|内))"
    "(?=[^、，]{2,})"
)
_OWNER = "(?:省(?!直|级|属|际|内|管)|市(?!场|容|直|级|属|内|政[公管设建工])|区(?!域|划|直|级|属|内)|县(?!域|直|级|属|内)|州(?!直|级|属|内)|旗(?!直|级|属|内))[^、，；（）]{2,18}?(?:局|委|办|部|厅|会|院|联|中心|公司|政府|站|社|队)"
"""The name of a unit that begins with its owner."""
_PARTY = re.compile(
    "(?:组织部|宣传部|统战部|政法委|网信办|编办|党校|社会工作部|老干部局|机关工委|巡察办|改革办|台办|保密局|机要局|政研室|军民融合办)$"
)
_SET = re.compile(
    "各|省直?管县|有关|相关|全部|所有|全体|^全[省市县区州镇]|成员单位|[省市区县]直(?:单位|部门)|试点城市政府|区属国企|工作部门$|行业主管部门"
)
_OWN = re.compile(
    "^(?:国家|中国|中央|全国|国务院|驻|人行|人民银行|共?青?团[省市区县]委|越)|海关|支行|分行|海事|边检|边防|部队|武警|军区|军分区|监狱|公司|集团|"
    "企业|村$|家庭|学校|大学|学院|片区|电网|铁塔|移动|联通|电信|供电|监管分局|[区县镇乡]$|街道$|管委会$|人民政府"
)
"""What has a name of its own and takes no prefix from the names before it."""
_DEPARTMENT = re.compile("[局委办部厅联会社院署室处协队所行站台馆心]$|团委$|新区$")
_TOGETHER = re.compile(
    "(?:政府|办事处|单位|部门|企业|机构|管委会|管理局|医院|学校)$|^(?:园区|功能区|产业园区?|镇街|街道|乡镇|社区|村居|高校|院校)$"
)
_OF_EACH = re.compile(
    f"(?P<of>省直?管县(?:（市(?:、区)?）|市)?|各(?:{_PROVINCES}|省（(?:自治)?区、市）|[省市县区州旗]（[省市县区州盟旗、]{{1,7}}）|设区市|地级以上市|计划单列市|市州|县区|区县|市县|旗县区?|"
    "[省市县区州旗]、[省市县区州旗]|[省市县区州旗地])(?![场域直属级、]))[^、，（）]{2,12}[局委厅办](?:（[局委办厅、]{1,5}）)?$"
)
"""Departments of all places of a kind 各县（市、区）教育局: the next ones in the list leave the places out."""
_ASIDE = re.compile("（[局委办厅、]{1,5}）$")
_GOVERNMENTS = ("政府", "人民政府", "办事处", "管委会")
_COMMITTEE = re.compile("(?P<of>各[^，；]{1,14}?)(?:党?工?委)")
"""各乡镇党委 before 人民政府: both are of the same places."""
_ZONE = re.compile("[\u4e00-\u9fff]{2,}(?:高新|经开|新|开发|自贸|保税|度假|示范)区管委会$")
"""One body with a place in its name, where a generic one would be 园区管委会."""
_GROUP = re.compile("[，；（）〔〕]")
_COMMA = re.compile("[、（）〔〕]")
OTHERS = "(?:等(?:各|有关|相关|其他|各有关|各相关)?|及(?:各?有关|各?相关|其他)(?=部门|单位))(?:部门和单位|单位和部门|部门、单位|部门|单位)?"
"""What leaves a list open 等有关部门, 及相关单位."""
AND = f"(?:{OTHERS})?(?:以及|[和及与/／])(?=各|{_OWNER})|等和"
"""What joins the last name to those before it: before 各 or an owner only, for 住房和城乡建设局 is one name."""
_AND = re.compile(AND)
_OPEN = re.compile(f"(?<=.){OTHERS}$")
_NO_LIST = re.compile("[。：“”《》\\d]")
_LONGEST = 26
"""Characters of the longest name."""
_LONGEST_PLACES = len("各省、自治区、直辖市及计划单列市、新疆生产建设兵团")
_Read = tuple[Groups, tuple[str, ...], tuple[tuple[str, str], ...]]
"""Groups of names, the names of all, and printed words that got a prefix with the names they stand for."""


class Reading(NamedTuple):
    """A list as read from ``text``: its groups of names of ``register``."""

    text: str
    groups: Groups
    names: tuple[str, ...]
    """The names of all groups."""
    elided: tuple[tuple[str, str], ...]
    """Printed words that got a prefix, with the names they stand for."""
    register: Register | None

    def is_exact(self, style: ListStyle) -> bool:
        """Whether the list printed in ``style`` is the one that was read."""
        return self.register is not None and print_list(self.groups, self.register, style=style) == self.text


@dataclass
class Names:
    """Reads lists one after the other; what ``register`` does not know is collected in ``proposed``.

    ``stems`` are the names of the places the paper is about (中山, 平潭): a body that bears one has a name of its own.
    """

    register: Register | None
    stems: Sequence[str] = ()
    proposed: dict[str, Unit | UnitSet] = field(default_factory=dict)
    _known: Register | None = None
    _whole: set[str] = field(default_factory=set)
    """Names that the paper prints with their owner somewhere."""
    _told: dict[tuple[str, str], tuple[str, str, bool]] = field(default_factory=dict)
    """What a printed name behind an owner is, as long as nothing new is proposed."""
    _lists: dict[tuple[str, str], _Read] = field(default_factory=dict)
    """What a list behind an owner is, as long."""

    def learn(self, lists: Iterable[Sequence[str]]) -> None:
        """Look through all lists of a paper, each its clauses, before any of them is read.

        Names written whole explain those that are not.
        """
        lists = [[text for text in clauses if is_plausible(text)] for clauses in lists]
        tokens = {
            token for clauses in lists for text in clauses for group in printed(text) for token in group
        }
        self._whole |= {token for token in tokens if OWNED.match(token) and not _SET.search(token)}
        for clauses in lists:
            for _read in self._clauses(clauses):
                pass

    def read_clauses(self, texts: Sequence[str]) -> list[Reading]:
        """Return the names of each clause of A牵头，B、C参与; a clause may leave out the owner named before it."""
        read = [*self._clauses(texts)]
        register = self.full
        return [Reading(text, *one, register) for text, one in zip(texts, read, strict=True)]

    def _clauses(self, texts: Sequence[str]) -> Iterator[_Read]:
        owner = ""
        for text in texts:
            read = self._read(text, owner)
            yield read
            owner = self._prefix(read[1][-1]) if read[1] else ""

    @property
    def full(self) -> Register | None:
        """The register with the proposed entries."""
        if self._known is None and (self.register is not None or self.proposed):
            old = self.register
            units = (*(old.units if old else ()), *(p for p in self.proposed.values() if isinstance(p, Unit)))
            sets = (
                *(old.sets if old else ()),
                *(p for p in self.proposed.values() if isinstance(p, UnitSet)),
            )
            issuer = old.issuer if old else units[0].name if units else ""
            if not units:
                return None
            self._known = Register(schema_version=1, issuer=issuer, units=units, sets=sets)
        return self._known

    def read(self, text: str) -> Reading:
        """Return the names of a printed list, proposing those that are not in the register."""
        return self.read_clauses([text])[0]

    def _read(self, text: str, leading: str) -> _Read:
        """Return groups and elided names of a list; each is read when names are learned, and again for the duties.

        ``leading`` is the owner named before the list; it is taken only where that makes a name known whole.
        """
        known = self._lists
        if (text, leading) not in known:
            known[text, leading] = self._read_anew(text, leading)
        return known[text, leading]

    def _read_anew(self, text: str, leading: str) -> _Read:
        groups: list[tuple[str, ...]] = []
        elided: list[tuple[str, str]] = []
        for number, group in enumerate(printed(text)):
            owner = leading if not number and group and self._is_whole(leading + group[0]) else ""
            names = self._members(group, owner)
            groups.append(names)
            pairs = zip(group, names, strict=True)
            elided += [(token, name) for token, name in pairs if token != name and name.endswith(token)]
        return tuple(groups), tuple(chain.from_iterable(groups)), tuple(elided)

    def one(self, name: str) -> str:
        """Return the register name of a unit that stands alone, proposed where it is new."""
        return self.read(name).names[0]

    def _is_whole(self, name: str) -> bool:
        return name in self._whole or (self.register is not None and name in self.register.by_name)

    def _members(self, group: Sequence[str], leading: str) -> tuple[str, ...]:
        """Return the names that the printed words of one group stand for."""
        names: list[str] = []
        for token in group:
            shared = _COMMITTEE.fullmatch(names[-1]) if names and token in _GOVERNMENTS else None
            if shared:
                leading = shared["of"]
            elif names and names[-1][0] in "各省":
                leading = self._of_each(names[-1], token) or leading
            name, prefix, is_new = self._told.get((leading, token)) or self._tell(token, leading)
            if is_new and prefix.startswith("各") and names and names[-1].startswith("各"):
                self._share_each(names[-1], prefix)
            leading = (
                "各" if prefix.startswith("各") else prefix or ("各" if name.startswith("各") else leading)
            )
            names.append(name)
        return tuple(names)

    def _of_each(self, before: str, token: str) -> str:
        """Return the places that ``token`` is a department of, as the name ``before`` it is: 各县教育局、财政局; else nothing."""
        each = _OF_EACH.match(before)
        if each is None or "政府" in before or OWNED.match(token) or _SET.search(token):
            return ""
        return each["of"] if self._takes_prefix(_ASIDE.sub("", token)) else ""

    def _tell(self, token: str, leading: str) -> tuple[str, str, bool]:
        """Return name and prefix of a printed name behind the owner ``leading``, and whether it is proposed."""
        name = resolve(token, leading, self.register) if self.register is not None else None
        told = (*self._stranger(token, leading), True) if name is None else (name, self._prefix(name), False)
        self._told[leading, token] = told
        if name is None:
            self._propose(*told[:2])
        return told

    def _share_each(self, before: str, prefix: str) -> None:
        """Give the set before 街道办事处 in 各镇政府、街道办事处 the 各 that is printed once for both."""
        one = self.proposed.get(before)
        if isinstance(one, UnitSet) and one.prefix != prefix:
            self._enter(UnitSet(name=before, prefix=prefix, resolved=False))

    def _enter(self, entry: Unit | UnitSet) -> None:
        """Note a proposal; what was told before may be something else beside it."""
        self.proposed[entry.name] = entry
        self._known = None
        self._told.clear()
        self._lists = {}

    def _prefix(self, name: str) -> str:
        entry = self.register.by_name.get(name) if self.register is not None else None
        entry = entry or self.proposed.get(name)
        return entry.prefix if entry is not None else ""

    def _stranger(self, token: str, leading: str) -> tuple[str, str]:
        """Return the name and the prefix of a unit that is not in the register."""
        if leading and leading + token in self.proposed:
            return leading + token, leading
        if _SET.search(token):
            return token, ""
        if leading.startswith("各") and leading != "各":
            return leading + token, leading
        if leading == "各" and _TOGETHER.search(token) and not (_ZONE.match(token) or self._is_one(token)):
            return f"各{token}", "各"
        match = OWNED.match(token)
        if match is not None and not self._is_place(token):
            return token, match[0]
        owner = leading if not leading.endswith("委") or _PARTY.search(token) else leading[:-1]
        if owner and owner != "各" and self._takes_prefix(token):
            return owner + token, owner
        return token, ""

    @staticmethod
    def _is_one(token: str) -> bool:
        """Whether a name is of one body with its owner before it: 县人民医院, though 各乡镇政府、县政府 are many."""
        return OWNED.match(token) is not None and not token.endswith(_GOVERNMENTS)

    def _is_place(self, token: str) -> bool:
        return any(token.startswith(stem) for stem in self.stems)

    def _takes_prefix(self, token: str) -> bool:
        """Whether ``token`` is plainly a department whose owner stands before it."""
        return not (self._is_place(token) or _OWN.search(token)) and _DEPARTMENT.search(token) is not None

    def _propose(self, name: str, prefix: str) -> None:
        if name in self.proposed:
            return
        if _SET.search(name) or prefix.startswith("各"):
            self._enter(UnitSet(name=name, prefix=prefix, resolved=False))
            return
        kind = kind_of(name)
        self._enter(Unit(name=name, prefix=prefix, kind=kind, relation=relation_of(kind)))


def is_plausible(text: str) -> bool:
    """Whether ``text`` can be a list of units: short names without marks of sentences, figures or quotations."""
    return (
        bool(text)
        and _NO_LIST.search(text) is None
        and (
            len(text) <= _LONGEST
            or all(
                len(token) <= _LONGEST or _lists_places(token) for group in printed(text) for token in group
            )
        )
    )


def _lists_places(name: str) -> bool:
    """Whether a name is long by the places that it lists: 各省、自治区、直辖市民政厅."""
    places = _WHOLE.match(name) if name.startswith("各") else None
    return places is not None and len(name) <= _LONGEST + _LONGEST_PLACES


def is_open(text: str) -> bool:
    """Whether a list says that it does not name all 等: at its end, or before the sets that follow."""
    if "等" not in text:
        return False
    parts = [part for group in _split(text, _GROUP) for part in _split(group, _COMMA)]
    return any(map(_OPEN.search, parts)) or any(match[0][0] == "等" for match in _AND.finditer(text))


@lru_cache(maxsize=65536)
def printed(text: str) -> Groups:
    """Return the groups of a list, between ， and ；, each its names as printed; a set such as 各区、县级市 is one."""
    return tuple(
        tuple(
            _OPEN.sub("", part) if "等" in part else part
            for piece in _AND.split(group)
            for part in _split(piece, _COMMA)
            if part
        )
        for group in _split(text, _GROUP)
        if group
    )


def _split(text: str, marks: re.Pattern[str]) -> Iterator[str]:
    """Cut ``text`` at ``marks``, but not in brackets, nor in a set whose name holds 、."""
    if "各" in text or "（" in text or "）" in text:
        return _split_around(text, marks)
    return map(str.strip, marks.split(text))


def _split_around(text: str, marks: re.Pattern[str]) -> Iterator[str]:
    held = (
        {place for match in _WHOLE.finditer(text) for place in range(*match.span())}
        if "各" in text or "驻" in text
        else ()
    )
    start = depth = 0
    for match in marks.finditer(text):
        char, place = match[0], match.start()
        depth += (char in "（〔") - (char in "）〕")
        if char not in "（）〔〕" and depth <= 0 and place not in held:
            yield text[start:place].strip()
            start = place + 1
    yield text[start:].strip()
