"""DOCX → PDF through LibreOffice, with declared stand-ins for the official fonts.

The official fonts (仿宋, 楷体, 方正小标宋 …) are not free and so are missing on most Linux machines. There,
LibreOffice runs with a fontconfig file that names a stand-in for each; whatever stood in is reported.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from hongtou.errors import GenError, ToolMissing
from hongtou.i18n import _
from hongtou.render.settled import settled

if TYPE_CHECKING:
    from lxml import etree

TIMEOUT = 180.0
"""Seconds one conversion may take before LibreOffice is stopped."""

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
LATIN = re.compile("[0-9A-Za-z]")


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


@dataclass(frozen=True)
class Conversion:
    """A PDF on disk, and the fonts in it that are not the ones the paper asks for."""

    pdf: Path
    substituted: tuple[Substitution, ...] = ()


def find_office() -> Path | None:
    """Return LibreOffice's program from PATH or the places its installers use, None where it is missing."""
    on_path = filter(None, map(shutil.which, ("soffice", "libreoffice")))
    places = (*map(Path, on_path), *_install_places())
    return next((place for place in places if place.is_file()), None)


def _install_places() -> Iterable[Path]:
    yield Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
    yield Path.home() / "Applications/LibreOffice.app/Contents/MacOS/soffice"
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if os.environ.get(variable):
            # soffice.com waits for the end of the conversion, soffice.exe returns at once.
            yield Path(os.environ[variable]) / "LibreOffice/program/soffice.com"
            yield Path(os.environ[variable]) / "LibreOffice/program/soffice.exe"
    yield Path("/usr/lib/libreoffice/program/soffice")
    for folder in sorted(Path("/opt").glob("libreoffice*"), reverse=True):
        yield folder / "program/soffice"


def to_pdf(docx: Path, target: Path, *, timeout: float = TIMEOUT) -> Conversion:
    """Convert ``docx`` to the PDF ``target`` (a file name, or a folder); return it with the fonts replaced.

    ``target`` is written whole or not at all. Raise :class:`ToolMissing` where LibreOffice fails or is missing.
    """
    pdf = target / f"{docx.stem}.pdf" if target.is_dir() else target
    return _convert([(docx, pdf)], timeout)[0]


def to_pdfs(docxes: Sequence[Path], folder: Path, *, timeout: float = TIMEOUT) -> list[Conversion]:
    """Convert many papers in one run of LibreOffice, which saves its start for each; names are kept."""
    return _convert([(docx, folder / f"{docx.stem}.pdf") for docx in docxes], timeout)


def _convert(jobs: Sequence[tuple[Path, Path]], timeout: float) -> list[Conversion]:
    office = find_office()
    if office is None:
        raise ToolMissing(
            _("LibreOffice is not installed, so no page can be drawn."),
            _("Install LibreOffice, or put its program soffice on PATH."),
        )
    with tempfile.TemporaryDirectory(prefix="gen-office-", ignore_cleanup_errors=True) as name:
        work = Path(name)
        # A number as name: the user's name may be anything, and two papers may share one.
        staged = [work / "in" / f"{number}{docx.suffix}" for number, (docx, _pdf) in enumerate(jobs)]
        (work / "in").mkdir()
        for (docx, _pdf), copy in zip(jobs, staged, strict=True):
            try:
                shutil.copyfile(docx, copy)
            except OSError as error:
                reason = error.strerror or error
                raise GenError(
                    _("{path} cannot be read: {reason}").format(path=docx, reason=reason)
                ) from error
        said = _run(office, staged, work, timeout)
        return [
            _deliver(docx, pdf, work / "out" / f"{copy.stem}.pdf", said)
            for (docx, pdf), copy in zip(jobs, staged, strict=True)
        ]


def _deliver(docx: Path, pdf: Path, made: Path, said: str) -> Conversion:
    if not made.is_file():
        raise ToolMissing(
            _("LibreOffice could not convert {path}.").format(path=docx),
            said or _("Open the file in Word or LibreOffice and see whether it is damaged."),
        )
    substituted = substitutions(wanted_fonts(docx), embedded_fonts(made))
    try:
        _replace(pdf, settled(made.read_bytes(), docx))
    except OSError as error:
        reason = error.strerror or error
        raise GenError(_("{path} cannot be written: {reason}").format(path=pdf, reason=reason)) from error
    return Conversion(pdf, substituted)


def _replace(target: Path, data: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    # The temporary folder may be on another disk, and only a rename on one disk is atomic.
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _run(office: Path, papers: Sequence[Path], work: Path, timeout: float) -> str:
    """Run LibreOffice on ``papers``, the PDFs go to ``work/out``; return what it said on stderr."""
    profile = work / "profile"
    _write_profile(profile)
    options = ("--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf:writer_pdf_Export")
    with subprocess.Popen(
        [office, f"-env:UserInstallation={profile.as_uri()}", *options, "--outdir", work / "out", *papers],
        env=_environment(work),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            _out, said = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            raise ToolMissing(
                _("LibreOffice did not finish within {seconds:.0f} seconds.").format(seconds=timeout),
                _("Open the paper in LibreOffice and see what it waits for."),
            ) from None
        finally:
            _end(process)
    return said.decode(errors="replace").strip()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Stop the process if it still runs, and what it started: soffice is a script around the real program."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}
</oor:items>
"""
_SECURITY = "org.openoffice.Office.Common/Security/Scripting"
_SETTINGS = (
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
)


def _write_profile(profile: Path) -> None:
    """Prepare a throw-away profile: no macros, nothing fetched, for a paper may come from anyone."""
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(_PROFILE.format(items=items), encoding="utf-8")


def _environment(work: Path) -> dict[str, str]:
    environment = {**os.environ, "TZ": "UTC"}
    if sys.platform not in ("win32", "darwin"):
        system = environment.get("FONTCONFIG_FILE") or "/etc/fonts/fonts.conf"
        declared = work / "fonts.conf"
        declared.write_text(fontconfig(system, _installed_families()), encoding="utf-8")
        environment["FONTCONFIG_FILE"] = str(declared)
    return environment


def _installed_families() -> frozenset[str]:
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


def embedded_fonts(pdf: Path) -> frozenset[str]:
    """Return the names of the fonts that draw text in ``pdf``, without their subset prefix."""
    import pypdfium2
    import pypdfium2.raw as raw

    names = set()
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8):
                names.add(item.get_font().get_base_name())
            page.close()
    return frozenset(name.split("+", 1)[-1] for name in names if name)


def wanted_fonts(docx: Path) -> frozenset[str]:
    """Return the families that the text of ``docx`` is set in; a style nobody uses does not count."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    families: set[str] = set()
    try:
        with zipfile.ZipFile(docx) as package:
            parts = {
                member.filename: package.read(member)
                for member in package.infolist()
                if _FONT_PARTS.fullmatch(member.filename) and member.file_size <= _LARGEST_PART
            }
        trees = {name: etree.fromstring(xml, parser) for name, xml in parts.items()}
    except (zipfile.BadZipFile, OSError, etree.XMLSyntaxError):
        # LibreOffice reads more than we can (.odt, flat XML); nothing is known about its wishes then.
        return frozenset()
    styles = _Styles(trees.pop("word/styles.xml", None), trees.pop("word/theme/theme1.xml", None))
    for tree in trees.values():
        for paragraph in tree.iter(f"{W}p"):
            for run in paragraph.iter(f"{W}r"):
                families |= styles.families(paragraph, run)
    return frozenset(families)


_LARGEST_PART = 64 * 2**20
_FONT_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|styles|theme/theme1)\.xml")
_SLOTS = (("eastAsia", HAN), ("ascii", LATIN))


class _Styles:
    """Resolves the fonts of a run: its own, its style's, its paragraph's style's, the document's."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        self._theme = {} if theme is None else _theme_fonts(theme)
        self._fonts: dict[str, dict[str, str]] = {}
        self._parents: dict[str, str] = {}
        self._default: dict[str, str] = {}
        self._normal = ""
        if styles is None:
            return
        self._default = self._read(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for style in styles.iter(f"{W}style"):
            key = style.get(f"{W}styleId", "")
            self._fonts[key] = self._read(style.find(f"{W}rPr"))
            self._parents[key] = _value(style, "basedOn")
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self._normal = key

    def families(self, paragraph: etree._Element, run: etree._Element) -> set[str]:
        """Return the families in which the letters of ``run`` ask to be set."""
        text = "".join(node.text or "" for node in run.iter(f"{W}t"))
        own = run.find(f"{W}rPr")
        layers = [
            self._read(own),
            *self._chain(_value(own, "rStyle")),
            *self._chain(_value(paragraph.find(f"{W}pPr"), "pStyle") or self._normal),
            self._default,
        ]
        return {
            family
            for slot, letters in _SLOTS
            if letters.search(text) and (family := next((f[slot] for f in layers if slot in f), ""))
        }

    def _chain(self, style: str) -> Iterator[dict[str, str]]:
        seen: set[str] = set()
        while style in self._fonts and style not in seen:
            seen.add(style)
            yield self._fonts[style]
            style = self._parents[style]

    def _read(self, properties: etree._Element | None) -> dict[str, str]:
        fonts = None if properties is None else properties.find(f"{W}rFonts")
        if fonts is None:
            return {}
        slots = {}
        for slot, _letters in _SLOTS:
            family = self._theme.get(fonts.get(f"{W}{slot}Theme", "")) or fonts.get(f"{W}{slot}")
            if family:
                slots[slot] = family
        return slots


def _value(properties: etree._Element | None, name: str) -> str:
    """Return the ``w:val`` of a child such as ``w:pStyle``, empty where there is none."""
    child = None if properties is None else properties.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")


def _theme_fonts(theme: etree._Element) -> dict[str, str]:
    """Return the theme's families by the names that ``w:rFonts`` calls them (``minorEastAsia`` …)."""
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        for fonts in theme.iter(f"{A}{kind}Font"):
            latin, han, hans = (
                "" if font is None else font.get("typeface", "")
                for font in map(fonts.find, (f"{A}latin", f"{A}ea", f"{A}font[@script='Hans']"))
            )
            found |= {f"{kind}HAnsi": latin, f"{kind}Ascii": latin, f"{kind}EastAsia": han or hans}
    return found
