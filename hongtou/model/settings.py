"""The settings of the sheet: where an office may differ, with the standard's values as default."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StrictBool

from hongtou.model.base import Model, Sentence


class Margins(StrEnum):
    """The two schools of setting the frame in a word processor."""

    FRAME = "frame"
    GLYPH = "glyph"


class Fonts(Model):
    """Font names as Word shows them; the standard names only the faces."""

    title: Sentence = "方正小标宋简体"
    """标题与发文机关标志：小标宋。"""
    body: Sentence = "仿宋_GB2312"
    """正文：仿宋。"""
    heading1: Sentence = "黑体"
    """一级标题：黑体。"""
    heading2: Sentence = "楷体_GB2312"
    """二级标题：楷体。"""
    page_number: Sentence = "宋体"
    """页码：宋体。"""
    latin: Sentence | None = None
    """数字和西文的字体；不填则与所在汉字同字体。"""


class Bold(Model):
    """Whether a level is set bold; the standard asks for none."""

    title: StrictBool = False
    """标题加粗。"""
    heading1: StrictBool = False
    """一级标题加粗。"""
    heading2: StrictBool = False
    """二级标题加粗。"""
    heading3: StrictBool = False
    """三级标题加粗。"""


class SheetSettings(Model):
    """The file ``policy/sheet.yaml``; every key may be left out."""

    schema_version: Literal[1] = Field(default=1, alias="schema")
    """本文件格式的版本。"""
    fonts: Fonts = Fonts()
    """字体。"""
    bold: Bold = Bold()
    """加粗。"""
    margins: Margins = Margins.FRAME
    """页边距流派：frame 版心即页边距（37/35 mm）；glyph 按字面补偿（34.58/32.58 mm）。"""
    letterhead_size: Annotated[float, Field(ge=20, le=80)] | None = None
    """发文机关标志的字号（pt）；不填则按字数自动取。"""
    table_size: Annotated[float, Field(ge=9, le=16)] = 12
    """表格文字的字号（pt），如 12（小四）、10.5（五号）。"""
    page_number_spaces: StrictBool = True
    """页码短线与数字之间留半角空格（— 1 —）。"""
    seal_space_lines: Annotated[int, Field(ge=0, le=5)] = 2
    """署名之上为印章留出的空行。"""
    ledger_paper: Literal["A4", "A3"] = "A4"
    """督办台账（Excel）打印用纸，横向。"""
