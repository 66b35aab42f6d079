"""Who is told and who is asked, who leads, supports, convenes and reports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from docx import Document

Build = Callable[..., Path]
Run = Callable[..., Result]


def body(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


@pytest.mark.parametrize(
    ("unit", "says", "never"),
    [
        ("市财政局", ["现将你单位承担的有关任务函告如下，请认真贯彻落实。", "你单位为《通知》附件第7、12、13项任务的责任单位", "特此函告。"], ["贵单位", "商请"]),
        ("小榄镇", ["中山市小榄镇人民政府：", "现将你单位承担", "《通知》附件第1至15项任务"], ["贵单位"]),
        ("石岐街道", ["中山市人民政府石岐街道办事处：", "你单位"], ["贵单位"]),
        ("火炬开发区管委会", ["中山火炬高技术产业开发区管理委员会：", "你单位"], ["贵单位"]),
        ("市委组织部", ["贵单位", "函商", "请予支持配合", "专此函商，请予支持。"], ["你单位", "函告"]),
        ("市妇联", ["贵单位", "商请"], ["你单位"]),
        ("市税务局", ["贵单位", "商请"], ["你单位"]),
        ("市残联", ["定期组织召开联席会议", "各责任单位将分别于2023年12月15日前、2024年10月20日前向贵单位报送中期工作总结、终期工作总结，商请贵单位做好收集汇总工作。"], ["你单位", "向市残联报送", "全永乐"]),
    ],
)  # fmt: skip
def test_the_sample_letters(unit: str, says: list[str], never: list[str], letters: dict[str, Path]) -> None:
    text = body(letters[unit])
    assert [words for words in says if words not in text] == []
    assert [words for words in never if words in text] == []


def test_nobody_is_told_to_lead_where_the_notice_says_nothing(letters: dict[str, Path]) -> None:
    for unit, path in letters.items():
        document = Document(str(path))
        assert "牵头" not in body(path), unit
        assert {row.cells[3].text for row in document.tables[0].rows[1:]} == {"责任"}


def test_reports_and_contact_stand_in_every_letter_but_the_collectors(letters: dict[str, Path]) -> None:
    for unit, path in letters.items():
        text = body(path)
        if unit != "市残联":
            assert "分别于2023年12月15日前、2024年10月20日前向市残联报送中期工作总结、终期工作总结" in text
            assert "（市残联联系人：全永乐，联系电话：88879299）" in text


def test_no_number_is_invented(letters: dict[str, Path]) -> None:
    for path in letters.values():
        first = Document(str(path)).paragraphs[1].text
        assert first.strip() == ""


ROLES = """\
schema: 1
columns:
  - holds: number
    header: 序号
  - holds: name
    header: 事项
  - holds: text
    header: 要求
tasks:
  - id: plan
    name: 编制计划
    text: [编制年度计划。]
    assignments:
      - role: lead
        lead_by: explicit
        units: [市财政局]
      - role: support
        units: [市民政局, 各镇街]
  - id: check
    name: 开展检查
    text: [开展专项检查。]
    assignments:
      - units: [市民政局]
"""


def test_lead_and_support_read_different_sentences(workspace: Build, gen: Run) -> None:
    folder = workspace({"policy/demo/tasks.yaml": ROLES})
    assert gen("letters").exit_code == 0
    lead, support, town = (
        body(folder / f"output/demo-letters/{unit}.docx") for unit in ("市财政局", "市民政局", "东镇")
    )
    assert "《通知》附件第1项任务由你单位牵头，请牵头组织落实" in lead
    assert "配合" not in lead
    assert "第1项任务由你单位配合，请按照职责分工主动做好配合工作" in support
    assert "你单位为《通知》附件第2项任务的责任单位" in support
    assert "牵头组织" not in support + town
    rows = Document(str(folder / "output/demo-letters/市民政局.docx")).tables[0].rows
    assert [cell.text for cell in rows[1].cells][3:5] == ["配合", "牵头：市财政局\n配合：各镇街"]


RULES = """\
schema: 1
letters:
  units: {市民政局: asked}
  kinds: {department: 通知}
  told:
    ending: 请{you}遵照执行。
    roles:
      support: "{numbers}请{you}配合。"
"""
UNITS = """\
schema: 1
issuer: 某市人民政府办公室
units:
  - name: 某市人民政府办公室
  - name: 市财政局
    prefix: 市
    relation: department
  - name: 市民政局
    prefix: 市
    relation: mass_organisation
  - name: 东镇
sets:
  - name: 各镇街
    members: [东镇]
"""


def test_house_rules_change_wording_kind_and_manner(workspace: Build, gen: Run) -> None:
    folder = workspace(
        {"policy/demo/tasks.yaml": ROLES, "policy/rules.yaml": RULES, "policy/units.yaml": UNITS}
    )
    assert gen("letters").exit_code == 0
    department = body(folder / "output/demo-letters/市财政局.docx")
    assert "有关任务的\n通知" in department or "有关任务的通知" in department
    assert "有关任务通知如下" in department
    assert "请你单位遵照执行。" in department
    assert "贵单位" in body(folder / "output/demo-letters/市民政局.docx")
    assert "第1项任务请你单位配合。" in body(folder / "output/demo-letters/东镇.docx")


NUMBERED = """\
letters:
  number: 某府办函〔2026〕{serial}号
  first: 7
  numbers: {市民政局: 某府办函〔2026〕8号}
  date: 2026-02-03
  matter: 年度重点工作
"""


def test_numbers_are_counted_and_registered_ones_kept(workspace: Build, gen: Run) -> None:
    from tests.conftest import NOTICE

    folder = workspace({"policy/demo/notice.yaml": NOTICE + NUMBERED})
    assert gen("letters").exit_code == 0
    heads = {
        path.stem: Document(str(path)).paragraphs[1].text.strip()
        for path in (folder / "output/demo-letters").iterdir()
    }
    assert heads == {
        "市财政局": "某府办函〔2026〕7号",
        "市民政局": "某府办函〔2026〕8号",
        "东镇": "某府办函〔2026〕9号",
    }
    assert "2026年2月3日" in body(folder / "output/demo-letters/东镇.docx")
    gen("letters", "--unit", "东镇", "-o", "one")
    assert "〔2026〕9号" in body(folder / "one/东镇.docx"), (
        "a number does not depend on what is written beside it"
    )


IN_TEXT = """\
schema: 1
title: 某市人民政府办公室关于印发某行动方案的通知
recipients: [各镇街]
declarations:
  - kind: first_leads
    printed: 排在第一位的为牵头单位
  - kind: adds_units
    after: first
    units: [各镇街]
    role: implement
    printed: 以下均需各镇街落实
sections:
  - id: tasks
    heading: 重点任务（排在第一位的为牵头单位，以下均需各镇街落实）
    measures:
      - id: first
        heading: 摸清底数。
        run_in: true
        text: [完成摸底。]
        assignments:
          - units: [市财政局, 市民政局]
      - id: second
        heading: 建立台账。
        run_in: true
        text: [建立台账。]
        assignments:
          - units: [市民政局]
date: 2026-01-05
"""


def test_duties_in_the_text_and_rules_declared_once(workspace: Build, gen: Run) -> None:
    folder = workspace({"policy/text/notice.yaml": IN_TEXT})
    result = gen("letters", "text")
    assert result.exit_code == 0, result.stderr
    lead = body(folder / "output/text-letters/市财政局.docx")
    assert "关于落实某行动方案有关任务的函" in lead.replace("\n", "")
    assert "《通知》正文“一、（一）”部分任务由你单位牵头" in lead
    town = body(folder / "output/text-letters/东镇.docx")
    assert "正文“一、（二）”部分任务由你单位负责落实" in town
    assert "（一）”" not in town


def test_a_policy_without_units_has_no_letters(workspace: Build, gen: Run) -> None:
    workspace({"policy/none/notice.yaml": "schema: 1\ntitle: 关于放假的通知\npreamble: [放假一天。]\n"})
    result = gen("letters", "none")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no unit is responsible for anything under this policy." in result.stderr


def test_a_set_without_members_is_told_of(workspace: Build, gen: Run) -> None:
    from tests.conftest import UNITS as FEW

    workspace(
        {
            "policy/units.yaml": FEW.replace("members: [东镇]", "resolved: false"),
        }
    )
    result = gen("letters")
    assert result.exit_code == 0
    assert "nobody can be written to for “各镇街”" in result.stderr
    assert len(result.stdout.splitlines()) == 2
    for command in ("progress", "meeting"):
        assert "nobody can be written to for “各镇街”" in gen(command).stderr


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("市财政", "gen: “市财政” is not in the register.\n    → Did you mean “市财政局”?\n"),
        ("某市人民政府办公室", "gen: “某市人民政府办公室” owes nothing under this policy."),
    ],
)
def test_a_unit_that_cannot_be_written_to(name: str, says: str, workspace: Build, gen: Run) -> None:
    workspace()
    result = gen("letters", "--unit", name)
    assert result.exit_code == 2
    assert result.stderr.startswith(says)


def test_units_by_alias_and_by_set(workspace: Build, gen: Run) -> None:
    from tests.conftest import TASKS

    workspace({"policy/demo/tasks.yaml": TASKS.replace("市民政局", "市人力资源社会保障局")})
    result = gen("letters", "--unit", "市人社局", "--unit", "各镇街")
    assert result.stdout.splitlines() == [
        "output/demo-letters/市人力资源社会保障局.docx",
        "output/demo-letters/东镇.docx",
    ]


def test_the_shipped_rules_are_the_defaults() -> None:
    from hongtou.model.house import HouseRules
    from hongtou.model.register import Relation
    from hongtou.source.check import check
    from hongtou.source.nodes import read
    from tests.conftest import ROOT

    for path in (ROOT / "policy/rules.yaml", ROOT / "hongtou/skeleton/policy/rules.yaml"):
        rules = check(read(path.read_text(encoding="utf8"), path.name), HouseRules)
        assert rules is not None
        plain = HouseRules()
        assert (rules.letters.told, rules.letters.asked) == (plain.letters.told, plain.letters.asked)
        assert rules.checklists == plain.checklists
        assert rules.letters.in_full == plain.letters.in_full
        for relation in Relation:
            assert rules.letters.manner("某单位", relation) == plain.letters.manner("某单位", relation)


MARKED = """\
document_number: 某府办函〔2026〕8号
secrecy: {level: 秘密, period: 1年}
urgency: 特急
reports:
  - id: summary
    name: 总结
    to: 市民政局
    by: [市财政局, 东镇]
    deadline: {kind: date, date: 2026-12-15, printed: 2026年12月15日前}
letters:
  number: 某府办函〔2026〕{serial}号
  first: 7
"""


def test_marks_come_along_and_the_number_of_the_notice_is_not_given_twice(workspace: Build, gen: Run) -> None:
    from tests.conftest import NOTICE

    folder = workspace({"policy/demo/notice.yaml": NOTICE + MARKED})
    result = gen("build")
    assert result.exit_code == 0, result.stderr
    letters = {path.stem: body(path) for path in (folder / "output/demo-letters").iterdir()}
    assert all("秘密★1年" in text and "特急" in text for text in letters.values())
    numbers = {unit: text.split("\n")[1].strip() for unit, text in letters.items()}
    assert sorted(numbers.values()) == [f"某府办函〔2026〕{n}号" for n in (10, 7, 9)]


def test_who_collects_is_told_from_whom_and_ticks_it_off(workspace: Build, gen: Run) -> None:
    from tests.conftest import NOTICE

    folder = workspace({"policy/demo/notice.yaml": NOTICE + MARKED})
    gen("build")
    collector = Document(str(folder / "output/demo-letters/市民政局.docx"))
    text = "\n".join(paragraph.text for paragraph in collector.paragraphs)
    assert "市财政局，东镇将于2026年12月15日前向你单位报送总结，请你单位做好收集汇总工作。" in text
    assert "二、收集汇总" in text
    assert "报送要求" not in text
    rows = [[cell.text for cell in row.cells] for row in collector.tables[1].rows]
    assert rows[-1][1:3] == ["收集汇总总结。", "2026年12月15日前"]
    assert "报送总结" not in "".join(rows[-1])


def test_the_ledger_says_who_leads_and_who_supports(workspace: Build, gen: Run) -> None:
    folder = workspace({"policy/demo/tasks.yaml": ROLES})
    assert gen("checklists").exit_code == 0
    ledger = Document(str(folder / "output/demo-checklists/督办台账.docx")).tables[0]
    texts = [row.cells[0].text for row in ledger.rows]
    assert "1\u3000编制计划\n牵头单位：市财政局；配合：市民政局，各镇街" in texts
    assert "2\u3000开展检查\n责任单位：市民政局" in texts
