"""Unit lists read with or without a register 单位名单识读: names whole again where papers leave the prefix out 市、市委.

A name of the register is taken as :mod:`hongtou.units` reads it. A stranger is proposed as a new entry. It gets the
prefix of the names before it only where it is plainly a department of the same owner: 平潭海关 after 区市场监管局 is
no 区平潭海关, and what cannot be told stays as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hongtou.importer.unit_kinds import kind_of, relation_of
from hongtou.model.duty import ListStyle
from hongtou.model.register import Register, Unit, UnitSet
from hongtou.units import print_list, resolve

_WHOLE = re.compile(
    "(?:[省市区县]直?)?各委、办、局|各(?:有关)?(?:乡镇、街道|镇、街道?|街道、镇|县、区|市、区|区、县|区、市|省、自治区、直辖市|省（区、市）|市、县（市、区）|市、县、区|县、市、区|区、县级市|县（市、区）|设区市、县|镇、街道)[^、，；]*"
)
"""Sets whose name holds 、 itself."""
OWNED = re.compile(
    "(?P<prefix>[省市区县州旗]委)(?=组织部|宣传部|统战部|政法委|网信办|编办|机构编制|办公[室厅]|办$|党校|社会工作部|老干部局|机关工委|"
    "直属机关工委|巡察办|外办|外事办|改革办|台办|保密|机要|档案|政研室|研究室|国安办|军民融合办|农办|金融办)|"
    "(?P<plain>省(?!直|级|属|际|内)|市(?!场|容|直|级|属|内|政[公园管设建工]|各|辖)|区(?!域|划|直|级|属|县|内|各)|县(?!域|直|级|属|区|市|内|各)|州(?!直|级|属|内)|旗(?!直|级|属|内))"
    "(?=[^、，]{2,})"
)
_PARTY = re.compile(
    "(?:组织部|宣传部|统战部|政法委|网信办|编办|党校|社会工作部|老干部局|机关工委|巡察办|改革办|台办|保密局|机要局|政研室|军民融合办)$"
)
_SET = re.compile(
    "各|有关|相关|成员单位|[省市区县]直(?:单位|部门)|试点城市政府|区属国企|工作部门$|行业主管部门"
)
_OWN = re.compile(
    "^(?:国家|中国|中央|全国|国务院|驻|人行|人民银行|共?青?团[省市区县]委|越)|海关|支行|分行|海事|边检|边防|部队|武警|军区|军分区|监狱|公司|集团|"
    "企业|村$|家庭|学校|大学|学院|片区|电网|铁塔|移动|联通|电信|供电|监管分局|[区县镇乡]$|街道$|管委会$|人民政府"
)
"""What has a name of its own and takes no prefix from the names before it."""
_DEPARTMENT = re.compile("[局委办部厅联会社院署室处协队所行站台馆心]$|团委$|新区$")
_TOGETHER = re.compile("(?:政府|办事处|单位|部门|企业|机构|管委会|管理局|医院|学校)$")


@dataclass(frozen=True)
class Reading:
    """A list as read: its groups of register names, and how printing them gives the same words."""

    groups: tuple[tuple[str, ...], ...]
    exact: frozenset[ListStyle] = frozenset()
    """The styles in which printing the groups gives the words that were read."""
    elided: tuple[tuple[str, str], ...] = ()
    """Printed words that got a prefix, with the names they stand for."""

    def is_exact(self, style: ListStyle) -> bool:
        """Whether the list printed in ``style`` is the one that was read."""
        return style in self.exact

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all groups."""
        return tuple(name for group in self.groups for name in group)


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

    def learn(self, lists: Iterable[Sequence[str]]) -> None:
        """Look through all lists of a paper, each its clauses, before any of them is read.

        Names written whole explain those that are not.
        """
        lists = [[text for text in clauses if is_plausible(text)] for clauses in lists]
        for token in (t for clauses in lists for text in clauses for g in _groups(text) for t in _tokens(g)):
            if OWNED.match(token) and not _SET.search(token):
                self._whole.add(token)
        for clauses in lists:
            self.read_clauses(clauses)

    def read_clauses(self, texts: Sequence[str]) -> list[Reading]:
        """Return the names of each clause of A牵头，B、C参与; a clause may leave out the owner named before it."""
        found: list[Reading] = []
        for text in texts:
            before = found[-1].names[-1] if found and found[-1].names else ""
            found.append(self.read(text, self._prefix(before)))
        return found

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

    def read(self, text: str, leading: str = "") -> Reading:
        """Return the names of a printed list, proposing those that are not in the register.

        ``leading`` is the owner named before the list; it is taken only where that makes a name known whole.
        """
        groups, elided = [], []
        for number, group in enumerate(_groups(text)):
            first = _tokens(group)[:1]
            owner = leading if not number and first and self._is_whole(leading + first[0]) else ""
            members = [*self._members(group, owner)]
            groups.append(tuple(name for _printed, name in members))
            elided += [pair for pair in members if pair[0] != pair[1] and pair[1].endswith(pair[0])]
        made = tuple(groups)
        register = self.full
        exact = {style for style in ListStyle if register and print_list(made, register, style=style) == text}
        return Reading(made, frozenset(exact), tuple(elided))

    def one(self, name: str) -> str:
        """Return the register name of a unit that stands alone, proposed where it is new."""
        return self.read(name).names[0]

    def _is_whole(self, name: str) -> bool:
        return name in self._whole or (self.register is not None and name in self.register.by_name)

    def _members(self, group: str, leading: str) -> Iterator[tuple[str, str]]:
        """Yield the printed words of one group with the names they stand for."""
        before = ""
        for token in _tokens(group):
            name = resolve(token, leading, self.register) if self.register is not None else None
            if name is None:
                name, prefix = self._stranger(token, leading)
                self._propose(name, prefix)
                if prefix == "各" and before.startswith("各"):
                    self._share_each(before)
            else:
                prefix = self._prefix(name)
            leading = prefix or ("各" if name.startswith("各") else leading)
            before = name
            yield token, name

    def _share_each(self, before: str) -> None:
        """Give the set before 街道办事处 in 各镇政府、街道办事处 the 各 that is printed once for both."""
        if isinstance(self.proposed.get(before), UnitSet):
            self.proposed[before] = UnitSet(name=before, prefix="各", resolved=False)
            self._known = None

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
        if leading == "各" and _TOGETHER.search(token):
            return f"各{token}", "各"
        match = OWNED.match(token)
        if match is not None and not self._is_place(token):
            return token, match[0]
        owner = leading if not leading.endswith("委") or _PARTY.search(token) else leading[:-1]
        if owner and owner != "各" and self._takes_prefix(token):
            return owner + token, owner
        return token, ""

    def _is_place(self, token: str) -> bool:
        return any(token.startswith(stem) for stem in self.stems)

    def _takes_prefix(self, token: str) -> bool:
        """Whether ``token`` is plainly a department whose owner stands before it."""
        return not (self._is_place(token) or _OWN.search(token)) and _DEPARTMENT.search(token) is not None

    def _propose(self, name: str, prefix: str) -> None:
        if name in self.proposed:
            return
        self._known = None
        if _SET.search(name) or prefix == "各":
            self.proposed[name] = UnitSet(name=name, prefix=prefix, resolved=False)
            return
        kind = kind_of(name)
        self.proposed[name] = Unit(name=name, prefix=prefix, kind=kind, relation=relation_of(kind))


def is_plausible(text: str) -> bool:
    """Whether ``text`` can be a list of units: short names without marks of sentences, figures or quotations."""
    return bool(text) and all(
        0 < len(token) <= 26 and not re.search("[。：“”《》\\d]", token)
        for group in _groups(text)
        for token in _tokens(group)
    )


def _groups(text: str) -> list[str]:
    """Return the groups of a list: between ， and ；."""
    return [part for part in _split(text, "，；") if part]


def _tokens(group: str) -> list[str]:
    """Return the names of a group as printed; a set such as 各区、县级市 is one."""
    return [part for piece in re.split("等和|和(?=各)", group) for part in _split(piece, "、") if part]


def _split(text: str, marks: str) -> Iterator[str]:
    """Cut ``text`` at ``marks``, but not in brackets, nor in a set whose name holds 、."""
    held = {place for match in _WHOLE.finditer(text) for place in range(*match.span())}
    start = depth = 0
    for place, char in enumerate(text):
        depth += (char == "（") - (char == "）")
        if char in marks and depth <= 0 and place not in held:
            yield text[start:place].strip()
            start = place + 1
    yield text[start:].strip()
