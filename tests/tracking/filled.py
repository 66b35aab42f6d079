"""Papers as they come back: filled in by changing the XML as Word, WPS and LibreOffice leave it."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from lxml import etree

from hongtou.package import Package
from hongtou.tracking.docx_return import read_docx_return

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DOCUMENT, CORE, CUSTOM = "word/document.xml", "docProps/core.xml", "docProps/custom.xml"
STATES = {"未启动": "todo", "推进中": "doing", "已完成": "done"}
KEYS = {
    "责任人": "person",
    "完成日期": "date",
    "佐证材料": "evidence",
    "存在问题": "problem",
    "备注": "note",
}
Filled = Mapping[str, Mapping[str, str]]
"""By the words of a row and the head of a column."""


def filled(data: bytes, rows: Filled, *, saved: str = "2023-11-20T08:00:00Z") -> bytes:
    """Return the checklist ``data`` with ``rows`` filled in and saved at ``saved``, as Word does it."""
    package = Package.read(data, "x")
    root = etree.fromstring(package.parts[DOCUMENT])
    for row in root.iter(f"{W}tr"):
        cells = ["".join(t.text or "" for t in cell.iter(f"{W}t")) for cell in row.iter(f"{W}tc")]
        answer = rows.get(cells[1], {}) if len(cells) > 2 else {}
        for control in row.iter(f"{W}sdt"):
            _fill(control, answer)
    package.parts[DOCUMENT] = etree.tostring(root, encoding="utf-8")
    return stamped(package, saved)


def _fill(control: etree._Element, answer: Mapping[str, str]) -> None:
    properties = control.find(f"{W}sdtPr")
    name = properties.find(f"{W}alias").get(f"{W}val")
    run = control.find(f"{W}sdtContent/{W}r/{W}t")
    if STATES.get(name) and name in answer.get("状态", "").split("、"):
        properties.find(f"{W14}checkbox/{W14}checked").set(f"{W14}val", "1")
        run.text = "☒"
    elif answer.get(name):
        properties.remove(properties.find(f"{W}showingPlcHdr"))
        run.text = answer[name]


def stamped(package: Package, saved: str) -> bytes:
    """Return ``package`` as a file that was saved at ``saved``."""
    root = etree.fromstring(package.parts[CORE])
    root.find("{http://purl.org/dc/terms/}modified").text = saved
    package.parts[CORE] = etree.tostring(root, encoding="utf-8")
    return package.bytes()


def changed(data: bytes, edit: Callable[[etree._Element], None], part: str = DOCUMENT) -> bytes:
    """Return ``data`` with one of its parts edited."""
    package = Package.read(data, "x")
    root = etree.fromstring(package.parts[part])
    edit(root)
    package.parts[part] = etree.tostring(root, encoding="utf-8")
    return package.bytes()


def without_controls(root: etree._Element) -> None:
    """Unwrap every content control, as editors do that know none."""
    for control in [*root.iter(f"{W}sdt")]:
        parent = control.getparent()
        at = parent.index(control)
        for child in [*control.find(f"{W}sdtContent")]:
            parent.insert(at, child)
            at += 1
        parent.remove(control)


def words(data: bytes) -> list[str]:
    """Return the words of every row of a checklist."""
    return [row.text for row in read_docx_return(data, "x").rows]


def answers(texts: list[str], seed: int, share: float = 0.6) -> dict[str, dict[str, str]]:
    """Return made-up answers to some of the rows ``texts``."""
    chance = random.Random(seed)
    made: dict[str, dict[str, str]] = {}
    for number, text in enumerate(texts):
        if chance.random() > share or text in made:
            continue
        state = chance.choice([*STATES])
        made[text] = {"状态": state}
        if chance.random() < 0.5:
            made[text] |= {
                "责任人": f"经办人{number}",
                "备注": chance.choice(["无。", "见附件 2：<表>", "“待定”"]),
            }
        if state == "推进中" and chance.random() < 0.5:
            made[text]["存在问题"] = chance.choice(["经费未到位。", "缺少场地，<面积>不足"])
        if state == "已完成":
            day = f"2023年{chance.randint(4, 12)}月{chance.randint(1, 28)}日"
            made[text] |= {"完成日期": day, "佐证材料": f"会议纪要第{number}号"}
    return made


def workspace(source: Path, root: Path) -> Path:
    """Copy a workspace's policies to ``root``; return its folder ``policy/``."""
    shutil.copytree(source / "policy", root / "policy")
    return root / "policy"
