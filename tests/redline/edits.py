"""Seeded edits of a policy as data, of every kind that shows on paper; they work on policies of any shape."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from hongtou.diff.as_data import plain
from hongtou.model.policy import Policy
from tests.diff.edits import policy_of

Data = dict[str, Any]
Edit = Callable[[Data, random.Random], None]
FRESH = "各有关单位每季度末报送工作进展，不少于3次。"
WORDS = [
    ("应当", "必须"),
    ("加强", "强化"),
    ("落实", "抓好"),
    ("，", ","),
    ("（", "("),
    ("各镇街", "各镇（街道）"),
]


def edited(policy: Policy, seed: int, count: int, edits: Sequence[Edit] = ()) -> Policy:
    """Return ``policy`` after ``count`` edits."""
    dice = random.Random(seed)
    data = plain(policy)
    for _number in range(count):
        dice.choice(edits or EDITS)(data, dice)
    return policy_of(data, policy.name)


def texts(data: Any) -> Iterator[list[Any]]:
    """Yield every list of sentences or paragraphs in ``data``."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ("text", "preamble", "closing") and isinstance(value, list) and value:
                yield value
            else:
                yield from texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts(value)


def nodes(data: Data) -> list[list[Data]]:
    """Return every list of sections, measures and items."""
    found = []
    waiting = [data["notice"], *(a["document"] for a in data["notice"].get("attachments", ()) if a.get("document"))]  # fmt: skip
    while waiting:
        one = waiting.pop()
        for key in ("sections", "measures", "items"):
            if one.get(key):
                found.append(one[key])
                waiting += one[key]
    return found


def _sentences(data: Data, dice: random.Random) -> list[str]:
    found = dice.choice([*texts(data["notice"]), *texts(data.get("tasks", {}))])
    return dice.choice(found) if isinstance(found[0], list) else found


def word(data: Data, dice: random.Random) -> None:
    text = _sentences(data, dice)
    place = dice.randrange(len(text))
    text[place] = text[place].replace(*dice.choice(WORDS))


def number(data: Data, dice: random.Random) -> None:
    text = _sentences(data, dice)
    place = dice.randrange(len(text))
    text[place] = re.sub(r"\d+", str(dice.randint(2, 99)), text[place], count=1)


def sentence(data: Data, dice: random.Random) -> None:
    text = _sentences(data, dice)
    if len(text) > 1 and dice.random() < 0.5:
        text.pop(dice.randrange(len(text)))
    else:
        text.insert(dice.randrange(len(text) + 1), FRESH)


def paragraph(data: Data, dice: random.Random) -> None:
    text = dice.choice([*texts(data["notice"]), *texts(data.get("tasks", {}))])
    if not isinstance(text[0], list):
        text[:] = [[*text]]
    if len(text) > 1 and dice.random() < 0.5:
        text.pop(dice.randrange(len(text)))
    else:
        text.insert(dice.randrange(len(text) + 1), [FRESH])


def part(data: Data, dice: random.Random) -> None:
    """A section, measure or item more or less, or two that change places."""
    lists = nodes(data)
    if not lists:
        return
    parts = dice.choice(lists)
    place = dice.randrange(len(parts))
    match dice.randrange(3):
        case 0 if len(parts) > 1:
            parts.pop(place)
        case 1:
            parts.insert(dice.randrange(len(parts)), parts.pop(place))
        case _:
            parts.insert(place, {"id": f"fresh-{dice.randrange(10**6)}", "text": [FRESH]})


def heading(data: Data, dice: random.Random) -> None:
    found = [one for parts in nodes(data) for one in parts if one.get("heading")]
    if found:
        one = dice.choice(found)
        if dice.random() < 0.5 and one.get("text"):
            one["run_in"] = not one.get("run_in", False)
        else:
            one["heading"] = "进一步" + one["heading"]


def task(data: Data, dice: random.Random) -> None:
    """A row more or less, moved, renamed, or of another group."""
    rows = data.get("tasks", {}).get("tasks", [])
    if not rows:
        return
    place = dice.randrange(len(rows))
    match dice.randrange(5):
        case 0 if len(rows) > 1:
            rows.pop(place)
        case 1:
            rows.insert(dice.randrange(len(rows)), rows.pop(place))
        case 2:
            rows[place]["name"] = f"完善{rows[place].get('name', '')}"
        case 3:
            rows[place]["group"] = dice.choice(["民生", "经济"])
        case _:
            name = f"fresh-{dice.randrange(10**6)}"
            rows.insert(place, {"id": name, "name": "实施新增行动。", "text": [FRESH], "group": "民生"})


def units(data: Data, dice: random.Random) -> None:
    rows = [row for row in data.get("tasks", {}).get("tasks", []) if row.get("assignments")]
    if not rows:
        return
    found = dice.choice(rows)["assignments"][0]
    if not all(isinstance(unit, str) for unit in found["units"]) or found.get("printed"):
        return
    name = dice.choice(data["units"]["units"])["name"]
    if name not in found["units"]:
        found["units"].insert(dice.randrange(len(found["units"]) + 1), name)
    elif len(found["units"]) > 1:
        found["units"].remove(name)


def head(data: Data, dice: random.Random) -> None:
    """What stands beside the text: number, date, title, recipients, note, copies, marks."""
    notice = data["notice"]
    names = [unit["name"] for unit in data["units"]["units"]]
    change = dice.choice(
        [
            {"date": "2027-11-17"},
            {"document_number": "某府办〔2027〕129号"} if notice.get("format") != "letter" else {},
            {"note": dice.choice(["此件公开发布", None])},
            {"title": notice["title"].replace("关于", "关于进一步")},
            {"recipients": dice.sample(names, 2), "recipients_printed": None},
            {"copies_to": dice.sample(names, 2), "copies_printed": None} if notice.get("copies_to") else {},
            {"printed_on": "2027-11-18"} if notice.get("printed_on") else {},
            {"urgency": dice.choice(["特急", None])},
            {"signature": {"mode": "unsealed", "names": dice.sample(names, 2)}},
        ]
    )
    notice.update(change)


def attachment(data: Data, dice: random.Random) -> None:
    """An attachment more or less, retitled, moved; a grid with other cells and rows."""
    found = data["notice"].setdefault("attachments", [])
    match dice.randrange(5):
        case 0 if found:
            found[dice.randrange(len(found))]["title"] += "（修订）"
        case 1 if found and found[-1].get("document"):
            found.pop()
        case 2 if grids := [one["grid"]["rows"] for one in found if one.get("grid")]:
            rows = dice.choice(grids)
            rows[-1][-1] = f"第{dice.randint(2, 99)}项"
            rows.append(["新增", str(dice.randint(2, 99))])
        case _:
            document = {
                "title": "新增工作方案",
                "sections": [{"id": "x1", "heading": "目标", "text": [FRESH]}],
            }
            fresh = {"id": f"fresh-{dice.randrange(10**6)}", "title": "新增工作方案", "document": document}
            found.insert(dice.randrange(len(found) + 1), fresh)


def table_attachment(data: Data, dice: random.Random) -> None:
    """An attachment with a table more, or the last one less."""
    found = data["notice"].setdefault("attachments", [])
    if found and found[-1].get("grid") and dice.random() < 0.5:
        found.pop()
        return
    grid = {"rows": [["单位", "数量"], ["甲", "1"]]}
    found.append({"id": f"fresh-{dice.randrange(10**6)}", "title": "新增报送表", "grid": grid})


def letter_number(data: Data, _dice: random.Random) -> None:
    data["notice"]["document_number"] = "某府办函〔2027〕129号"


COMMON: list[Edit] = [
    *(word, number, sentence, paragraph, part, part, heading, task, task, units, head, attachment)
]
EDITS: list[Edit] = [*COMMON, table_attachment, letter_number]
