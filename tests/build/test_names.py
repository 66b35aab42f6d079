"""File names: safe on every system, and never two the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hongtou.build.names import file_names, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("市财政局", "市财政局"),
        ("市委/市府办公室", "市委／市府办公室"),
        ('a<b>:"c"\\d|e?f*', "a＜b＞：＂c＂＼d｜e？f＊"),
        ("CON", "_CON"),
        ("com1.docx", "_com1.docx"),
        ("Nul", "_Nul"),
        ("..", "_"),
        ("", "_"),
        ("  ", "_"),
        (".hidden", "hidden"),
        ("尾点.", "尾点"),
        ("尾空 ", "尾空"),
        ("换\n行", "换行"),
        ("零\u200b宽", "零宽"),
        ("e\u0301", "é"),
    ],
)
def test_names(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_long_name_is_cut_between_characters() -> None:
    assert safe_name("局" * 300) == "局" * 50


def test_names_that_fall_together_are_told_apart() -> None:
    assert list(file_names(["市A局", "市a局", "市A局.", "é", "e\u0301"])) == [
        "市A局", "市a局（2）", "市A局（3）", "é", "é（2）",
    ]  # fmt: skip


@given(st.lists(st.text(max_size=300), max_size=20))
def test_any_names_at_all(names: list[str]) -> None:
    made = list(file_names(names))
    assert len({unicodedata.normalize("NFC", name.casefold()) for name in made}) == len(names)
    for name in made:
        assert name == name.strip()
        assert not name.startswith(".")
        assert not name.endswith(".")
        assert not set(name) & set('<>:"/\\|?*')
        assert len(f"{name}.docx".encode()) <= 200
        assert name.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT9"}
