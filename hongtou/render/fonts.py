"""The official fonts and what stands in for them 替代字体: declared for LibreOffice, and told of where they were used.

The official fonts (仿宋, 楷体, 方正小标宋 …) are not free and so are missing on most Linux machines.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape


@dataclass(frozen=True)
class Role:
    """Faces of one kind: ``families`` (and how a PDF spells each), the ``stand_ins`` where all are missing.

    ``heavy`` asks for the bold cut of a stand-in, because the face itself is heavy.
    """

    families: Mapping[str, str]
    stand_ins: tuple[str, ...]
    heavy: bool = False


def _role(families: str, stand_ins: str, *, heavy: bool = False) -> Role:
    """Return a role from lists with commas; ``family = name in a PDF``."""
    pairs = (entry.partition(" = ") for entry in families.split(", "))
    return Role({family: name for family, _equals, name in pairs}, tuple(stand_ins.split(", ")), heavy)


FANGSONG = _role(
    "仿宋_GB2312 = FangSong_GB2312, FangSong_GB2312 = FangSong_GB2312, 仿宋 = FangSong, FangSong = FangSong, "
    "方正仿宋_GBK = FZFSK, 方正仿宋简体 = FZFSJW, 华文仿宋 = STFangsong, STFangsong = STFangsong",
    "FandolFang, Zhuque Fangsong (technical preview), Zhuque Fangsong, cwTeXFangSong",
)
KAI = _role(
    "楷体_GB2312 = KaiTi_GB2312, KaiTi_GB2312 = KaiTi_GB2312, 楷体 = KaiTi, KaiTi = KaiTi, "
    "方正楷体_GBK = FZKTK, 方正楷体简体 = FZKTJW, 华文楷体 = STKaiti, STKaiti = STKaiti",
    "FandolKai, LXGW WenKai, AR PL UKai CN",
)
HEI = _role(
    "黑体 = SimHei, SimHei = SimHei, 方正黑体_GBK = FZHTK, 方正黑体简体 = FZHTJW, 华文黑体 = STHeiti, "
    "STHeiti = STHeiti, 微软雅黑 = MicrosoftYaHei, Microsoft YaHei = MicrosoftYaHei",
    "Noto Sans CJK SC, Source Han Sans SC, Noto Sans SC, FandolHei, WenQuanYi Zen Hei",
)
XIAOBIAOSONG = _role(
    "方正小标宋简体 = FZXBSJW, FZXiaoBiaoSong-B05S = FZXBSJW, 方正小标宋_GBK = FZXBSK, "
    "FZXiaoBiaoSong-B05 = FZXBSK, 小标宋体 = FZXBSJW, 华文中宋 = STZhongsong, STZhongsong = STZhongsong",
    # FandolSong's bold cut calls itself regular, so LibreOffice would smear the regular one.
    "Noto Serif CJK SC, Source Han Serif SC, Noto Serif SC, FandolSong",
    heavy=True,
)
SONG = _role(
    "宋体 = SimSun, SimSun = SimSun, 新宋体 = NSimSun, NSimSun = NSimSun, 方正书宋_GBK = FZSSK, "
    "华文宋体 = STSong, STSong = STSong",
    "FandolSong, Noto Serif CJK SC, Source Han Serif SC, Noto Serif SC, AR PL UMing CN",
)
TIMES = _role("Times New Roman = TimesNewRoman", "Liberation Serif, Tinos, Nimbus Roman")
ARIAL = _role("Arial = Arial", "Liberation Sans, Arimo, Nimbus Sans")
ROLES = (FANGSONG, KAI, HEI, XIAOBIAOSONG, SONG, TIMES, ARIAL)


@dataclass(frozen=True, order=True)
class Substitution:
    """The paper asks for ``wanted``, the page shows ``used`` (empty where nobody can tell)."""

    wanted: str
    used: str


def installed_families() -> frozenset[str]:
    """Return the families fontconfig knows, none where its program fc-list is missing."""
    ask = ["fc-list", ":", "family"]
    try:
        listed = subprocess.run(ask, capture_output=True, timeout=60, check=True, encoding="utf-8").stdout
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return frozenset()
    return frozenset(name.strip() for line in listed.splitlines() for name in line.split(","))


def fontconfig(system: str, installed: frozenset[str] = frozenset()) -> str:
    """Return a fontconfig file: the ``system`` one, and behind each official family its stand-ins.

    A family that is ``installed`` needs no stand-in and must not be made bold, so it gets no entry.
    """
    rules = [
        _stand_in_rule(family, _followers(role, family), role.heavy)
        for role in ROLES
        for family in role.families
        if family not in installed
    ]
    head = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n<fontconfig>'
    include = f'<include ignore_missing="yes">{escape(system)}</include>'
    return "\n".join([head, include, *rules, "</fontconfig>", ""])


def _followers(role: Role, family: str) -> list[str]:
    return [name for name in (*role.families, *role.stand_ins) if name != family]


def _stand_in_rule(family: str, followers: Sequence[str], heavy: bool) -> str:
    names = "".join(f"<string>{escape(name)}</string>" for name in followers)
    weight = '<edit name="weight" mode="assign"><const>bold</const></edit>' if heavy else ""
    return (
        f'<match target="pattern"><test qual="any" name="family"><string>{escape(family)}</string></test>'
        f'<edit name="family" mode="append" binding="strong">{names}</edit>{weight}</match>'
    )


def substitutions(wanted: Iterable[str], embedded: Iterable[str]) -> tuple[Substitution, ...]:
    """Return which ``wanted`` families are not among the fonts ``embedded`` in a PDF, and what stands in."""
    wanted, embedded = set(wanted), set(embedded)
    chains = {family: _followers(role, family) if (role := _role_of(family)) else [] for family in wanted}
    present = {family for family in wanted if any(_is_family(font, family) for font in embedded)}
    known = {name for family in wanted for name in (family, *chains[family])}
    explained = {font for font in embedded if any(_is_family(font, name) for name in known)}
    found = []
    for family in wanted - present:
        matches = [font for name in chains[family] for font in sorted(embedded) if _is_family(font, name)]
        left = [] if chains[family] else sorted(embedded - explained)
        found.append(Substitution(family, matches[0] if matches else ", ".join(left)))
    return tuple(sorted(found))


def _role_of(family: str) -> Role | None:
    return next((role for role in ROLES if family in role.families), None)


def _is_family(font: str, family: str) -> bool:
    """Tell whether a PDF's ``font`` is of ``family``: same letters, apart from a cut such as -Bold behind."""
    role = _role_of(family)
    names = {family, role.families[family]} if role else {family}
    plain = _plain(font)
    return any(re.fullmatch(re.escape(_plain(name)) + _CUTS, plain) is not None for name in names)


_CUTS = r"(regular|bold|italic|oblique|light|medium|semibold|ps|mt|gb\d+|gbk\d*|gb|0|1|r)*"


def _plain(name: str) -> str:
    # Noto's and Source Han's collections share one set of outlines, which bears the Japanese name.
    return re.sub(r"cjk(sc|tc|hk|jp|kr).*", "cjk", re.sub(r"[\W_]", "", name).lower())
