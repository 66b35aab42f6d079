"""Fields of text that are hard to compare: old and new, each of about ``size`` characters."""

from __future__ import annotations

import json
import random
from pathlib import Path

CASES = Path(__file__).parent / "cases"


def fields(size: int) -> dict[str, tuple[str, str]]:
    """Return the fields by what is hard about them."""
    text = "".join(case["old"] for case in json.loads((CASES / "set-a.json").read_text("utf-8")))
    text = (text * (size // len(text) + 1))[:size]
    bare = "".join(char for char in text if char not in "。；;，,、：:")
    places = "、".join(f"{side}镇第{n}号地块" for n in range(size // 40 + 1) for side in "东西南北中")[:size]
    sentences, clauses = text.split("。"), text.split(",")
    return {
        "light edits": (text, _edited(text, size // 250)),
        "many edits": (text, _edited(text, size // 5)),
        "sentences in another order": (text, "。".join(_shuffled(sentences))),
        "clauses from last to first": (text, ",".join(clauses[::-1])),
        "characters in another order": (text, "".join(_shuffled([*text]))),
        "a list joined by 、": (places, places.replace("地块", "宗地").replace("东镇", "东区镇")),
        "a list from last to first": (places, "、".join(places.split("、")[::-1])),
        "no marks": (bare, _edited(bare, size // 30)),
        "the same clause again and again": (
            "加强领导，" * (size // 5),
            "加强领导，落实责任，" * (size // 10),
        ),
        "the same character again and again": ("市" * size, "县市" * (size // 2)),
        "marks only": ("、" * size, "、，" * (size // 2)),
        "numbers only": ("12," * (size // 3), "21," * (size // 3)),
        "nothing in common": (_random(size, 0x4E00), _random(size, 0x6000)),
    }


def _edited(text: str, count: int) -> str:
    dice = random.Random(1)
    signs = [*text]
    for _number in range(count):
        signs[dice.randrange(len(signs))] = dice.choice("必须应当完成落实")
    return "".join(signs)


def _shuffled(pieces: list[str]) -> list[str]:
    return random.Random(2).sample(pieces, len(pieces))


def _random(size: int, first: int) -> str:
    return "".join(random.Random(first).choices([chr(first + n) for n in range(500)], k=size))
