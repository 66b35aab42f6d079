"""Pages made of letters and strokes at chosen places, for what no word processor needs to draw."""

from __future__ import annotations

from hongtou.measure.lines import is_wide
from hongtou.measure.page import Box, Char, Colour, Figure, Page, Rule

BLACK, RED = Colour(), Colour(255, 0, 0)
MM = 25.4 / 72
CELL = 156 / 28


def text(
    letters: str,
    x: float,
    y: float,
    size: float = 16,
    *,
    advance: float | None = None,
    font: str = "FangSong",
    colour: Colour = BLACK,
) -> tuple[Char, ...]:
    """Return ``letters`` from x on, their em box from y on; a full-width one takes ``advance`` mm."""
    em = size * MM
    chars = []
    for letter in letters:
        step = (advance or em) * (1 if is_wide(letter) else 0.5)
        if letter != " ":
            box = Box(x, y, x + em * (1 if is_wide(letter) else 0.5), y + em)
            chars.append(Char(letter, box, box.grown(-0.3), size, font, colour))
        x += step
    return tuple(chars)


def centred(
    letters: str, y: float, size: float = 16, middle: float = 106, **style: object
) -> tuple[Char, ...]:
    """Return ``letters`` with their middle at ``middle``."""
    half = sum(size * MM * (1 if is_wide(letter) else 0.5) for letter in letters) / 2
    return text(letters, middle - half, y, size, **style)  # type: ignore[arg-type]


def ending(letters: str, x: float, y: float, size: float = 16, **style: object) -> tuple[Char, ...]:
    """Return ``letters`` so that they end at ``x``."""
    whole = sum(size * MM * (1 if is_wide(letter) else 0.5) for letter in letters)
    return text(letters, x - whole, y, size, **style)  # type: ignore[arg-type]


def block(lines: int, y: float, pitch: float = 10.2, cells: int = 28) -> tuple[Char, ...]:
    """Return one paragraph of full lines: the first stands in, the last ends early."""
    chars: tuple[Char, ...] = ()
    for line in range(lines):
        indent = 2 if line == 0 else 0
        count = cells - indent if line < lines - 1 else 9
        chars += text("各" * count, 28 + indent * CELL, y + line * pitch, advance=CELL)
    return chars


def stroke(x0: float, x1: float, y: float, thick: float = 0.35, colour: Colour = BLACK) -> Rule:
    """Return a level rule whose middle is at ``y``."""
    return Rule(Box(x0, y - thick / 2, x1, y + thick / 2), colour)


def seal(x: float, y: float, across: float = 45) -> Figure:
    """Return a round picture around x, y."""
    return Figure(Box(x - across / 2, y - across / 2, x + across / 2, y + across / 2))


def sheet(
    *pieces: tuple[Char, ...], rules: tuple[Rule, ...] = (), figures: tuple[Figure, ...] = (), number: int = 1
) -> Page:
    """Return an A4 page of these pieces."""
    return Page(number, 210, 297, sum(pieces, ()), rules, figures)


def head(mark: str = "河东市人民政府文件", top: float = 71.7) -> tuple[Char, ...]:
    """Return a red 标志 whose ink begins 0.3 mm under ``top``."""
    return centred(mark, top, 40, colour=RED)
