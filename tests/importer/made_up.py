"""Policies made up of the parts that papers have, one for each seed: joint issuers, papers inside, tables, drafts."""

from __future__ import annotations

from random import Random
from typing import Any

from ruamel.yaml import YAML

from hongtou.model.notice import Notice
from hongtou.model.policy import Policy
from hongtou.model.register import Register
from hongtou.model.task import TaskTable
from tests.conftest import UNITS

NAMES = (
    "中共某市委办公室", "某市人民政府办公室", "某市教育局", "某市财政局", "某市人力资源和社会保障局", "共青团某市委员会", "某市总工会",
    "某市妇女联合会", "某市残疾人联合会", "某市中级人民法院", "某市人民检察院", "国家税务总局某市税务局", "中国人民银行某市分行",
    "某市人民政府教育督导委员会办公室", "某市推进政府职能转变和优化营商环境改革工作协调小组办公室", "某市消防救援支队", "某某大学",
)  # fmt: skip
DIGITS = "零一二三四五六七八九"


def policy(seed: int) -> Policy:
    """Return the policy of ``seed``."""
    random = Random(seed)
    notice = _notice(random)
    attachments, tasks = _attachments(random, numbered="document_number" in notice)
    if attachments:
        notice["attachments"] = attachments
    units = YAML(typ="safe").load(UNITS)
    known = {unit["name"] for unit in units["units"]}
    units["units"] += [{"name": name} for name in NAMES if name not in known]
    table = TaskTable.model_validate(tasks) if tasks else None
    return Policy("made-up", Notice.model_validate(notice), table, Register.model_validate(units))


def _notice(random: Random) -> dict[str, Any]:
    who = random.sample(NAMES, random.choice([1, 1, 2, 2, 3, 5, 9]))
    kind = random.choice(["general", "general", "letter"])
    made: dict[str, Any] = {
        "schema": 1, "format": kind, "issuers": who, "title": _title(random, who), "recipients": ["各镇街"],
        "preamble": ["现将有关事项通知如下。"], "sections": [
            {"id": "a", "heading": "摸清底数", "text": ["逐户登记。"]},
            {"id": "b", "heading": "发放资金", "measures": [
                {"id": "c", "heading": "按月发放。", "run_in": True, "text": ["及时到位。"]}, {"id": "d", "text": ["加强监管。"]}]},
        ],
    }  # fmt: skip
    number = "某函〔2026〕3号" if kind == "letter" else "某发〔2026〕3号"
    some = {
        "document_number": (0.8, number), "date": (0.85, "2026-02-03"), "note": (0.3, "此件公开发布"),
        "copies_to": (0.4, ["市民政局"]),
    }  # fmt: skip
    made |= {key: value for key, (share, value) in some.items() if random.random() < share}
    if "copies_to" in made:
        made["copies_printed"] = "市民政局"
    if kind == "general" and random.random() < 0.4:
        made |= {"printed_by": "某市教育局办公室", "printed_on": "2026-02-04"}
    if kind == "general" and len(who) > 1 and random.random() < 0.4:
        made["letterhead"] = f"{' '.join(who)}文件"
    return made


def _title(random: Random, who: list[str]) -> str:
    others = f"等{DIGITS[len(who)]}部门" if len(who) > 1 else ""
    return random.choice([" ".join(who), who[0] + others, ""]) + "关于印发某市助学工作方案的通知"


def _attachments(random: Random, *, numbered: bool) -> tuple[list[Any], Any]:
    made: list[Any] = [_plan()] if random.random() < 0.3 else []
    tasks = None
    for number in range(1, 1 + random.choice([0, 1, 2, 3])):
        kind = random.choice(["paper", "paper", "grid", "merged", "absent", "apart", "tasks"])
        if kind == "paper":
            made.append(_inner(random, number))
        elif kind == "absent":
            made.append({"id": f"n{number}", "title": f"第{number}号标准", "absent": True})
        elif kind == "merged":
            made.append({"id": f"m{number}", "title": f"第{number}号汇总表", "grid": _merged()})
        elif kind == "tasks" and tasks is None:
            tasks = _tasks(in_rows=random.random() < 0.6)
            made.append({"id": "t", "title": "任务分工表", "tasks": True})
        else:
            apart = {"bound": False} if kind == "apart" and numbered else {}
            made.append({**_grid(f"g{number}", f"第{number}号统计表"), **apart})
    return made, tasks


def _plan() -> dict[str, Any]:
    title = "某市助学工作方案"
    sections = [{"id": "p1", "heading": "目标", "text": ["全部到位。"]}, {"id": "p2", "heading": "措施", "text": ["加强监管。"]}]  # fmt: skip
    inner = {"title": title, "preamble": ["制定本方案。"], "sections": sections}
    return {"id": "plan", "title": title, "listed": False, "document": inner}


def _grid(id_: str, title: str) -> dict[str, Any]:
    return {"id": id_, "title": title, "grid": {"rows": [["镇街", "数量"], ["东镇", "3"]]}}


def _merged() -> dict[str, Any]:
    """Return a table with merged cells and two rows of heads."""
    return {
        "header_rows": 2,
        "rows": [
            [{"text": ["单位"], "rows": 2}, {"text": ["数据"], "columns": 2}],
            ["名称", "数量"],
            [{"text": ["市财政局"], "rows": 2}, "预算", "10"],
            ["决算", ""],
        ],
    }


def _inner(random: Random, number: int) -> dict[str, Any]:
    """Return a forwarded paper with its own number, addressees, signature, and attachments."""
    who = random.sample(NAMES, random.choice([1, 1, 2, 3]))
    title = random.choice([" ".join(who), ""]) + f"关于开展第{number}批工作的通知"
    inner: dict[str, Any] = {
        "title": title, "issuers": who, "recipients": ["各镇街"], "preamble": ["现将有关事项通知如下。"], "date": "2025-03-01",
        "sections": [{"id": f"i{number}", "heading": "摸清底数", "text": ["逐户登记。"]}, {"id": f"j{number}", "heading": "发放资金", "text": ["按月发放。"]}],
    }  # fmt: skip
    some = {
        "document_number": (0.6, f"某字〔2025〕{number}号"), "note": (0.3, "此件公开发布"),
        "attachments": (0.6, [_grid(f"x{number}-{n}", f"第{number}批第{n}号名额表") for n in range(random.choice([1, 2]))]),
    }  # fmt: skip
    inner |= {key: value for key, (share, value) in some.items() if random.random() < share}
    return {"id": f"f{number}", "title": title, "document": inner}


def _tasks(*, in_rows: bool) -> dict[str, Any]:
    """Return a table whose groups stand in rows of their own, or in a column."""
    group = [] if in_rows else [{"holds": "group", "header": "类别"}]
    columns = [{"holds": "number", "header": "序号"}, *group, {"holds": "text", "header": "工作要求"}, {"holds": "units", "header": "责任单位"}]  # fmt: skip
    tasks = [
        {"id": f"t{n}", "group": ["一、资金", "二、服务"][n // 3], "text": [f"办理第{DIGITS[n + 1]}项工作。"],
         "assignments": [{"role": "responsible", "units": ["市财政局"]}]}
        for n in range(5)
    ]  # fmt: skip
    return {"schema": 1, "columns": columns, "tasks": tasks, **({"group_rows": True} if in_rows else {})}
