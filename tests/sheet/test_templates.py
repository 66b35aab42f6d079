"""The shipped templates are what the code draws, valid, and free of direct formatting."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from hongtou.model.settings import SheetSettings
from hongtou.package import Package
from hongtou.sheet.draw import draw
from hongtou.sheet.papers import TEMPLATES
from hongtou.sheet.styles import styles
from tests.conftest import ROOT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.mark.parametrize("name", TEMPLATES)
def test_drawing_again_gives_the_same_bytes(name: str) -> None:
    assert draw(name) == draw(name)


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_shipped_template_is_the_drawn_one(name: str) -> None:
    shipped = Package.read((ROOT / "templates" / name).read_bytes(), name)
    assert shipped.parts == Package.read(draw(name), name).parts, "run: python -m hongtou.sheet"


@pytest.mark.parametrize("name", TEMPLATES)
def test_text_is_formatted_by_named_styles_alone(name: str) -> None:
    known = {style.id for style in styles(SheetSettings())}
    parts = Package.read(draw(name), name).parts
    for part in [p for p in parts if re.fullmatch(r"word/(document|footer\d)\.xml", p)]:
        root = etree.fromstring(parts[part])
        for properties in root.iter(f"{W}pPr"):
            assert {etree.QName(e).localname for e in properties} <= {"pStyle", "sectPr", "framePr"}
        for properties in root.iter(f"{W}rPr"):
            assert {etree.QName(e).localname for e in properties} <= {"rStyle", "rFonts"}
            assert all(set(fonts.attrib) == {f"{W}hint"} for fonts in properties.iter(f"{W}rFonts"))
        assert {e.get(f"{W}val") for e in root.iter(f"{W}pStyle", f"{W}rStyle")} <= known


def test_settings_reach_the_styles() -> None:
    settings = SheetSettings.model_validate(
        {
            "fonts": {"latin": "Times New Roman", "body": "仿宋"},
            "bold": {"heading2": True},
            "margins": "glyph",
        }
    )
    parts = Package.read(draw("notice.general.docx", settings), "").parts
    text = parts["word/styles.xml"].decode()
    assert 'w:ascii="Times New Roman" w:eastAsia="仿宋"' in text
    heading = re.search(r'<w:style [^>]*w:styleId="Heading2".*?</w:style>', text)
    assert heading is not None
    assert '<w:b w:val="1"/>' in heading[0]
    assert 'w:top="1960"' in parts["word/document.xml"].decode()


def test_headings_have_outline_levels_and_names_word_knows() -> None:
    text = Package.read(draw("notice.general.docx"), "").parts["word/styles.xml"].decode()
    for level in (1, 2, 3, 4):
        style = re.search(rf'<w:style [^>]*w:styleId="Heading{level}".*?</w:style>', text)
        assert style is not None
        assert f'<w:name w:val="heading {level}"/>' in style[0]
        assert f'<w:outlineLvl w:val="{level - 1}"/>' in style[0]
    assert 'w:eastAsia="zh-CN"' in text
