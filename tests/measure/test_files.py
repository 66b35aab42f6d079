"""Files that are not what they seem: one clear message each, exit code 2, never a traceback."""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result
from drawn import Sheet, write

from hongtou.commands.measure import command
from hongtou.errors import GenError
from hongtou.measure import measure
from hongtou.measure.pdf import read_pdf


def blank_pdf(path: Path, pages: int = 1) -> Path:
    with pypdfium2.PdfDocument.new() as document:
        for _page in range(pages):
            document.new_page(595.3, 841.9)
        document.save(str(path))
    return path


def latin_pdf(path: Path, rotate: int = 0, encrypt: bool = False, text: str = "Dear Sir or Madam") -> Path:
    """A PDF written by hand: one page, one line of Helvetica, a ruled stroke and a circle-like curve."""
    stream = (
        f"BT /F1 12 Tf 72 700 Td ({text}) Tj 0 -20 Td ({text} again) Tj ET "
        "1 0 0 RG 2 w 79 600 m 179 600 l S 0 0 1 rg 100 500 200 1 re f 100 100 m 150 200 200 200 250 100 c S"
    )
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /Rotate {rotate} /MediaBox [0 0 595.28 841.89] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    secret = f"/Encrypt 6 0 R /ID [<{'43' * 16}> <{'43' * 16}>]" if encrypt else ""
    trailer = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Root 1 0 R /Size {len(parts) + 1} {secret} >>"
    path.write_bytes(data + f"{trailer}\nstartxref\n{len(data)}\n%%EOF".encode())
    return path


def _package(path: Path, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _cut(path: Path) -> Path:
    data = write(Sheet(), path).read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


def _flipped(path: Path) -> Path:
    data = bytearray(write(Sheet(), path).read_bytes())
    at = data.index(b"<w:body>")
    data[at + 20] ^= 0xFF
    path.write_bytes(data)
    return path


def _bytes(content: bytes) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return make


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (_bytes(b""), "neither a PDF nor a Word file"),
        (_bytes("公文".encode()), "neither a PDF nor a Word file"),
        (_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600), "old Word file"),
        (_bytes(b"%PDF-1.7\nnothing"), "damaged"),
        (_bytes(b"PK\x03\x04nothing"), "damaged"),
        (_cut, "damaged"),
        (_flipped, "damaged"),
        (lambda path: _package(path, content="x"), "not a Word file"),
        (blank_pdf, "no text"),
        (lambda path: latin_pdf(path, encrypt=True), "password"),
        (lambda path: path / "missing", "cannot be read"),
        (lambda path: path.parent, "cannot be read"),
    ],
    ids=["empty", "text", "doc", "broken-pdf", "broken-zip", "cut-docx", "flipped-bit", "other-package", "scan",
         "encrypted", "missing", "folder"],
)  # fmt: skip
def test_a_file_that_cannot_be_measured_says_why(
    make: Callable[[Path], Path], message: str, tmp_path: Path
) -> None:
    path = make(tmp_path / "纸.docx")
    with pytest.raises(GenError, match=message) as caught:
        measure(path)
    assert caught.value.exit_code == 2
    assert str(path) in caught.value.message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes by name on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "paper.pdf")
    with pytest.raises(GenError, match="not an ordinary file") as raised:
        measure(tmp_path / "paper.pdf")
    assert raised.value.hint


def test_a_page_of_english_is_first_said_to_be_none(tmp_path: Path) -> None:
    report = measure(latin_pdf(tmp_path / "letter.pdf"))
    assert report.to_text().startswith("This does not look like an official paper")
    assert json.loads(report.to_json())["official"] is False


def test_a_pdf_without_pages_says_so(tmp_path: Path) -> None:
    with pytest.raises(GenError, match=r"no pages|damaged"):
        measure(blank_pdf(tmp_path / "none.pdf", pages=0))


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_paper_in_another_language_fails_but_is_measured(rotate: int, tmp_path: Path) -> None:
    report = measure(latin_pdf(tmp_path / "letter.pdf", rotate))
    assert report.kind == "plain"
    assert report.row(1).found == "210.0 × 297.0"
    assert report.row(16).verdict == "not-applicable"


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_rotated_pages_are_read_as_they_are_seen(rotate: int, tmp_path: Path) -> None:
    (page,) = read_pdf(latin_pdf(tmp_path / "page.pdf", rotate))
    assert page.wide is (rotate % 180 == 90)
    read = page.to_read()
    assert {char.angle for char in read.chars} == {0}
    first = min((char for char in read.chars if char.text == "D"), key=lambda char: char.baseline)
    assert first.box.x0 == pytest.approx(25.4, abs=0.05)
    assert first.baseline == pytest.approx((841.89 - 700) * 25.4 / 72, abs=0.05)
    rule = next(rule for rule in read.rules if rule.colour.is_red)
    assert (rule.level, round(rule.length), round(rule.thickness, 2)) == (True, 35, 0.71)
    assert any(not rule.colour.is_red and round(rule.thickness, 2) == 0.35 for rule in read.rules)
    assert [figure.picture for figure in read.figures] == [False]


# --- the command ---


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_the_command_prints_a_table_and_ends_with_1_on_failures(tmp_path: Path) -> None:
    path = latin_pdf(tmp_path / "letter.pdf", text="OUT OF THE FRAME AT THE EDGE OF THE SHEET " * 3)
    result = _run(str(path))
    assert result.exit_code == 1
    assert "✗  80" in result.output
    assert "Page 1, 版心, ink outside the frame:" in result.output


def test_the_command_writes_json(tmp_path: Path) -> None:
    path = latin_pdf(tmp_path / "letter.pdf")
    few = json.loads(_run(str(path), "--format", "json").output)
    everything = json.loads(_run(str(path), "--format", "json", "--all").output)
    assert few["kind"] == "plain"
    assert {row["verdict"] for row in few["rows"]} <= {"pass", "info", "fail"}
    assert [row["number"] for row in everything["rows"]][:3] == ["1", "2", "3"]
    assert len(everything["rows"]) == 90


def test_the_command_lets_errors_through(tmp_path: Path) -> None:
    result = _run(str(tmp_path / "missing.pdf"))
    assert isinstance(result.exception, GenError)
