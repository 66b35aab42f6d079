"""LibreOffice from outside: found or missing, hanging, failing, and with which fonts."""

from __future__ import annotations

import stat
import sys
import time
import zipfile
from pathlib import Path

import pytest

from hongtou.errors import GenError, ToolMissing
from hongtou.render import office
from hongtou.render.asked_fonts import wanted_fonts
from hongtou.render.fonts import Substitution, fontconfig, substitutions
from hongtou.render.office import to_pdf, to_pdfs
from hongtou.render.settled import settled
from tests.conftest import ROOT

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for LibreOffice")


def docx(path: Path, body: str, styles: str = "", theme: str = "") -> Path:
    parts = {
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/theme/theme1.xml": f"<a:theme {A}>{theme}</a:theme>",
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, xml in parts.items():
            archive.writestr(name, xml)
    return path


def run(text: str, fonts: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{f'<w:rFonts {fonts}/>' if fonts else ''}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a shell script in LibreOffice's place."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(office, "find_office", lambda: program)


def test_a_missing_program_is_named_with_a_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_install_places", lambda: iter(()))
    assert office.find_office() is None
    with pytest.raises(ToolMissing, match="not installed") as caught:
        to_pdf(docx(tmp_path / "a.docx", run("一")), tmp_path / "a.pdf")
    assert "Install LibreOffice" in caught.value.hint


@posix
def test_a_program_that_hangs_is_stopped_with_what_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, "sleep 60 & wait")
    begin = time.monotonic()
    with pytest.raises(ToolMissing, match="did not finish"):
        to_pdf(docx(tmp_path / "a.docx", run("一")), tmp_path / "a.pdf", timeout=0.3)
    assert time.monotonic() - begin < 20
    assert not (tmp_path / "a.pdf").exists()


@posix
def test_a_program_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "echo 'Error: source file could not be loaded' >&2")
    (tmp_path / "a.pdf").write_text("old")
    with pytest.raises(ToolMissing, match="could not convert") as caught:
        to_pdf(docx(tmp_path / "a.docx", run("一")), tmp_path / "a.pdf")
    assert "could not be loaded" in caught.value.hint
    assert (tmp_path / "a.pdf").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.docx", "a.pdf", "soffice"]


def test_an_unreadable_paper_is_the_papers_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, monkeypatch, "")
    with pytest.raises(GenError, match="cannot be read"):
        to_pdf(tmp_path / "missing.docx", tmp_path / "a.pdf")


# --- fonts ---


def test_stand_ins_follow_the_family_they_stand_in_for() -> None:
    text = fontconfig("/etc/fonts/fonts.conf", frozenset({"宋体"}))
    assert "/etc/fonts/fonts.conf" in text
    rule = next(line for line in text.splitlines() if "<string>仿宋_GB2312</string></test>" in line)
    assert 'mode="append" binding="strong"' in rule
    assert rule.index("<string>仿宋</string>") < rule.index("<string>FandolFang</string>")
    heavy = next(line for line in text.splitlines() if "<string>方正小标宋简体</string></test>" in line)
    assert "<const>bold</const>" in heavy
    assert "<string>宋体</string></test>" not in text


def test_a_path_with_an_ampersand_stays_xml() -> None:
    assert "/a&amp;b/fonts.conf" in fontconfig("/a&b/fonts.conf")


@pytest.mark.parametrize(
    ("wanted", "embedded", "found"),
    [
        ({"仿宋_GB2312"}, {"FangSong_GB2312"}, ()),
        ({"仿宋"}, {"FangSong"}, ()),
        ({"仿宋_GB2312"}, {"FangSong"}, (Substitution("仿宋_GB2312", "FangSong"),)),
        ({"黑体"}, {"NotoSansCJKjp-Regular-VKana"}, (Substitution("黑体", "NotoSansCJKjp-Regular-VKana"),)),
        ({"Times New Roman"}, {"TimesNewRomanPSMT"}, ()),
        ({"Times New Roman"}, {"LiberationSerif"}, (Substitution("Times New Roman", "LiberationSerif"),)),
        ({"方正小标宋简体"}, {"FZXBSJW--GB1-0"}, ()),
        ({"Some Face"}, {"SomeFace-Bold"}, ()),
        ({"Some Face", "宋体"}, {"SimSun", "DejaVuSans"}, (Substitution("Some Face", "DejaVuSans"),)),
        ({"楷体"}, set(), (Substitution("楷体", ""),)),
        (set(), {"SimSun"}, ()),
    ],
)
def test_fonts_that_stood_in_are_told(
    wanted: set[str], embedded: set[str], found: tuple[Substitution, ...]
) -> None:
    assert substitutions(wanted, embedded) == found


def test_only_fonts_of_letters_that_are_there_are_wanted(tmp_path: Path) -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsia="宋体"/></w:rPr>'
        '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:rPr><w:rFonts w:eastAsia="楷体"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:basedOn w:val="C"/>'
        '<w:rPr><w:rFonts w:eastAsia="隶书"/></w:rPr></w:style>'
    )
    theme = '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/></a:minorFont>'
    body = (
        run("汉字", 'w:eastAsia="仿宋" w:ascii="Arial"')
        + '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>楷</w:t></w:r></w:p>'
        + run("latin")
    )
    assert wanted_fonts(docx(tmp_path / "a.docx", body, styles, theme)) == {"仿宋", "楷体", "Calibri"}


def test_a_file_we_cannot_read_wants_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.odt").write_text("no package")
    assert wanted_fonts(tmp_path / "a.odt") == frozenset()


@pytest.mark.render
@pytest.mark.slow
def test_real_conversion_declares_what_is_missing(tmp_path: Path) -> None:
    import docx as python_docx
    from docx.oxml.ns import qn

    paper = python_docx.Document()
    text = paper.add_paragraph().add_run("国家标准 2026")
    text.font.name = "No Such Face"
    text._r.rPr.rFonts.set(qn("w:eastAsia"), "没有这种字体")
    paths = [tmp_path / "一 二.docx", tmp_path / "b.docx"]
    for path in paths:
        paper.save(path)
    folder = tmp_path / "out"
    first, second = to_pdfs(paths, folder)
    assert first.pdf == folder / "一 二.pdf"
    assert second.pdf.read_bytes().startswith(b"%PDF")
    assert {one.wanted for one in first.substituted} == {"No Such Face", "没有这种字体"}
    assert sorted(path.name for path in folder.iterdir()) == ["b.pdf", "一 二.pdf"]
    into_folder = to_pdf(paths[1], tmp_path)
    assert into_folder.pdf == tmp_path / "b.pdf"


# --- the same bytes ---


def test_the_clock_is_taken_out_of_a_pdf_and_every_offset_holds(tmp_path: Path) -> None:
    name = b"0123456789ABCDEF" * 2
    body = b"%PDF-1.6\n1 0 obj\n<</CreationDate(D:20261125190445Z')>>\nendobj\n"
    end = (
        b"trailer\n<</ID [ <"
        + name
        + b">\n<"
        + name
        + b"> ]\n/DocChecksum /"
        + name
        + b">>\nstartxref\n9\n%%EOF"
    )
    plain = docx(tmp_path / "a.docx", run("通知"))
    dated = docx(tmp_path / "b.docx", run("通知"))
    with zipfile.ZipFile(dated, "a") as archive:
        archive.writestr("docProps/core.xml", "<dcterms:created>2023-03-07T00:00:00Z</dcterms:created>")
    first, second = settled(body + end, plain), settled(body + end, dated)
    assert b"(D:20000101000000Z')" in first
    assert b"(D:20230307000000Z')" in second
    assert len(first) == len(second) == len(body + end)
    assert name not in first
    other = body.replace(b"190445", b"200000") + end.replace(name, name[::-1])
    assert settled(other, plain) == first


@pytest.mark.slow
@pytest.mark.render
def test_the_same_paper_converted_twice_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = ROOT / "templates" / "notice.letter.docx"
    found = []
    for number, zone in enumerate(("Asia/Shanghai", "America/New_York")):
        monkeypatch.setenv("TZ", zone)
        found.append(to_pdf(paper, tmp_path / f"{number}.pdf").pdf.read_bytes())
        time.sleep(1)
    assert found[0] == found[1]
