"""Collecting: every way in which returns differ from what was asked is told, nothing is dropped, nothing guessed."""

from __future__ import annotations

import copy
import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openpyxl.comments import Comment

from hongtou.model.progress import State
from hongtou.package import Package
from tests.tracking.conftest import UNIT, Desk, ledger, told
from tests.tracking.filled import CUSTOM, DOCUMENT, W, changed, filled, without_controls, words

NOON, LATER = "2023-11-20T12:00:00Z", "2023-12-20T12:00:00Z"


@pytest.fixture(scope="module")
def rows(checklist: bytes) -> list[str]:
    return words(checklist)


def answer(desk: Desk, row: str, unit: str = UNIT) -> dict[str, object]:
    line = next(line for line in desk.standing(unit).lines if line.asked.line.text == row)
    return line.answer.model_dump(exclude_none=True, exclude={"asked", "via"}) if line.answer else {}


def test_every_field_is_taken(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    full = {
        "状态": "已完成",
        "责任人": "经办人甲",
        "完成日期": "2023.11.2",
        "佐证材料": "“纪要”",
        "备注": "a\tb",
    }
    assert told(desk.collect(("一.docx", filled(checklist, {rows[0]: full})))) == []
    day = datetime.date(2023, 11, 2)
    assert answer(desk, rows[0]) == {
        "state": State.DONE,
        "date": day,
        "person": "经办人甲",
        "evidence": "“纪要”",
        "note": "a\tb",
        "earlier": (),
        "disputed": (),
    }


def test_twice_is_once(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    data = filled(checklist, {rows[0]: {"状态": "已完成"}})
    desk.collect(("一.docx", data))
    before = desk.text
    assert [one.known for one in desk.collect(("换了名字.docx", data))] == [True]
    assert desk.text == before


def test_newer_goes_before_older_whatever_comes_first(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    old = filled(checklist, {rows[0]: {"状态": "推进中"}}, saved=NOON)
    new = filled(checklist, {rows[0]: {"状态": "已完成"}}, saved=LATER)
    assert told(desk.collect(("新.docx", new), ("旧.docx", old))) == ["return-older"]
    assert answer(desk, rows[0])["state"] is State.DONE
    assert [said["state"] for said in answer(desk, rows[0])["earlier"]] == [State.DOING]  # type: ignore[union-attr]


def test_neither_newer_is_disputed(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    one = filled(checklist, {rows[0]: {"状态": "推进中"}}, saved=NOON)
    two = filled(checklist, {rows[0]: {"状态": "已完成"}}, saved=NOON)
    assert told(desk.collect(("一.docx", one), ("二.docx", two))) == ["return-disputed"]
    assert answer(desk, rows[0])["state"] is State.DOING
    assert [said["state"] for said in answer(desk, rows[0])["disputed"]] == [State.DONE]  # type: ignore[union-attr]


def test_what_was_written_by_hand_is_not_overwritten(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    desk.collect(("一.docx", filled(checklist, {rows[0]: {"状态": "推进中"}}, saved=NOON)))
    path = desk.policy / "progress.yaml"
    lines = [line for line in desk.text.splitlines(keepends=True) if "          from: r-" not in line]
    path.write_text("".join(lines).replace("state: doing", "state: done # 已电话核实"), "utf8")
    assert told(desk.collect(("二.docx", filled(checklist, {rows[0]: {"状态": "未启动"}}, saved=LATER)))) == [
        "return-disputed"
    ]
    assert "state: done # 已电话核实" in desk.text


def test_two_states_are_no_state(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    data = filled(checklist, {rows[0]: {"状态": "推进中、已完成", "备注": "两样都勾了"}})
    assert told(desk.collect(("一.docx", data))) == ["return-states"]
    found = answer(desk, rows[0])
    assert "state" not in found
    assert found["disputed"][0]["note"] == "两样都勾了"
    assert [remark.text for remark in desk.of().remarks] == ["推进中、已完成"]


def test_a_day_without_its_year_is_kept_as_words(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    data = filled(checklist, {rows[0]: {"状态": "已完成", "完成日期": "11月20日"}})
    assert told(desk.collect(("一.docx", data))) == ["return-date"]
    assert "date" not in answer(desk, rows[0])
    assert [(r.place, r.text) for r in desk.of().remarks] == [("1.1 完成日期", "11月20日")]


@pytest.mark.parametrize("tags", [True, False])
def test_controls_may_be_gone(desk: Desk, checklist: bytes, rows: list[str], tags: bool) -> None:
    given = {rows[0]: {"状态": "已完成", "责任人": "经办人甲"}, rows[-1]: {"状态": "推进中"}}
    data = filled(checklist, given)
    assert told(desk.collect(("一.docx", data if tags else changed(data, without_controls)))) == []
    assert answer(desk, rows[0])["person"] == "经办人甲"
    assert answer(desk, rows[-1])["state"] is State.DOING


def test_properties_may_be_gone(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    package = Package.read(filled(checklist, {rows[0]: {"状态": "已完成"}}), "x")
    package.parts[CUSTOM] = b'<Properties xmlns="x"/>'
    assert told(desk.collect(("一.docx", package.bytes()))) == []
    assert desk.of().tasks


def cells(root: etree._Element, row: str) -> list[etree._Element]:
    found = [tr for tr in root.iter(f"{W}tr") if row in "".join(t.text or "" for t in tr.iter(f"{W}t"))]
    return [*found[0].iter(f"{W}tc")]


def test_rows_of_their_own_and_deleted_rows(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    def edit(root: etree._Element) -> None:
        row = cells(root, rows[0])[0].getparent()
        again = copy.deepcopy(row)
        row.getparent().append(again)
        texts = [*again.iter(f"{W}t")]
        for control in [*again.iter(f"{W}tag")]:
            control.getparent().remove(control)
        texts[0].text, texts[1].text = "自加", "我单位另外开展了专场招聘会。"
        gone = cells(root, rows[3])[0].getparent()
        gone.getparent().remove(gone)

    data = changed(filled(checklist, {rows[1]: {"状态": "已完成"}}), edit)
    done = desk.collect(("一.docx", data))
    assert sorted(told(done)) == ["return-missing", "return-row"]
    assert rows[3][:10] in str([f.message for f in done[0].findings])
    assert "我单位另外开展了专场招聘会。" in desk.of().remarks[0].text


def test_words_of_ours_that_were_changed(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    def edit(root: etree._Element) -> None:
        next(t for t in cells(root, rows[0])[1].iter(f"{W}t")).text = "安排残疾人就业，尽力而为。"

    assert told(
        desk.collect(("一.docx", changed(filled(checklist, {rows[0]: {"状态": "已完成"}}), edit)))
    ) == ["return-edited"]
    assert answer(desk, rows[0])["state"] is State.DONE
    assert [remark.text for remark in desk.of().remarks] == ["安排残疾人就业，尽力而为。"]


def test_text_where_none_was_asked(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    def edit(root: etree._Element) -> None:
        body = root.find(f"{W}body")
        for text in ("说明：本单位机构改革，部分任务已移交。", ""):
            paragraph = etree.Element(f"{W}p")
            etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = text
            body.insert(1, paragraph)

    done = desk.collect(("一.docx", changed(filled(checklist, {rows[0]: {"状态": "已完成"}}), edit)))
    assert told(done) == ["return-text"]
    assert [remark.text for remark in desk.of().remarks] == ["说明：本单位机构改革，部分任务已移交。"]


def test_what_was_deleted_with_tracking_does_not_count(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    def edit(root: etree._Element) -> None:
        for control in root.iter(f"{W}sdt"):
            if "经办人甲" in "".join(t.text or "" for t in control.iter(f"{W}t")):
                run = control.find(f"{W}sdtContent/{W}r")
                holder = run.getparent()
                struck, new = etree.Element(f"{W}del"), etree.Element(f"{W}ins")
                new.append(copy.deepcopy(run))
                next(new.iter(f"{W}t")).text = "经办人乙"
                struck.append(run)
                holder[:] = [struck, new]

    data = changed(filled(checklist, {rows[0]: {"状态": "已完成", "责任人": "经办人甲"}}), edit)
    desk.collect(("一.docx", data))
    assert answer(desk, rows[0])["person"] == "经办人乙"


def test_a_checklist_of_the_earlier_version(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    desk.revise()
    done = desk.collect(("一.docx", filled(checklist, {row: {"状态": "已完成"} for row in rows})))
    assert set(told(done)) == {"return-version", "return-gone", "return-missing"}
    standing = desk.standing()
    changed_ = [line for line in standing.lines if line.changed]
    assert len(changed_) == told(done).count("return-version")
    assert all(line.open for line in changed_)
    assert len(standing.gone) == told(done).count("return-gone")


def test_the_current_words_go_before_earlier_ones(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    old = filled(checklist, {row: {"状态": "已完成"} for row in rows}, saved=LATER)
    desk.revise()
    new = desk.papers().checklist(UNIT)
    now = filled(new, {row: {"状态": "推进中"} for row in words(new)}, saved=NOON)
    desk.collect(("新.docx", now), ("旧.docx", old))
    assert {line.mark.value for line in desk.standing().lines if line.asked.line.text not in rows} == {
        "doing"
    }


def test_the_same_without_tags_or_properties(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    """An editor dropped all that marks the file: the words alone tell which lines of the new version it answers."""
    desk.revise()
    package = Package.read(
        changed(filled(checklist, {row: {"状态": "已完成"} for row in rows}), without_controls), "x"
    )
    package.parts[CUSTOM] = b'<Properties xmlns="x"/>'
    desk.collect(("一.docx", package.bytes()))
    with_tags = Desk(desk.root / "other", desk.policy)
    plain = {line.asked.key: (line.mark, line.changed) for line in desk.standing().lines}
    (desk.policy / "progress.yaml").unlink()
    with_tags.root.mkdir()
    with_tags.collect(("一.docx", filled(checklist, {row: {"状态": "已完成"} for row in rows})))
    assert plain == {line.asked.key: (line.mark, line.changed) for line in with_tags.standing().lines}


def test_of_another_policy_of_another_unit_of_nobody(
    desk: Desk, checklists: dict[str, bytes], rows: list[str]
) -> None:
    data = filled(checklists[UNIT], {rows[0]: {"状态": "已完成"}})
    package = Package.read(data, "x")
    package.parts[CUSTOM] = package.parts[CUSTOM].replace(b"disability-employment", b"river-chiefs")
    other = package.bytes()
    package = Package.read(data, "x")
    package.parts[DOCUMENT] = package.parts[DOCUMENT].replace(
        f"{UNIT}任务落实清单".encode(), "南头镇任务落实清单".encode()
    )
    done = desk.collect(("一.docx", other), ("二.docx", package.bytes()), ("三.docx", data))
    assert [one.failed for one in done] == [True, True, False]
    assert "river-chiefs" in done[0].findings[0].message
    assert "南头镇" in done[1].findings[0].message
    assert desk.of().tasks


def test_papers_of_another_kind_are_not_taken(desk: Desk) -> None:
    papers = desk.papers()
    done = desk.collect(("计划.docx", papers.plan(UNIT)), ("通知.docx", papers.notice()))
    assert [one.failed for one in done] == [True, True]
    assert done[0].findings[0].message == "计划.docx is a plan, not a checklist, letter or ledger."


def test_a_unit_may_be_told(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    package = Package.read(filled(checklist, {rows[0]: {"状态": "已完成"}}), "x")
    package.parts[CUSTOM] = b'<Properties xmlns="x"/>'
    package.parts[DOCUMENT] = package.parts[DOCUMENT].replace(f"{UNIT}任务落实清单".encode(), "清单".encode())
    data = package.bytes()
    assert "cannot be told" in desk.collect(("甲.docx", data))[0].findings[0].message
    assert "return-unit" in told(desk.collect((f"{UNIT}回复.docx", data)))
    (desk.policy / "progress.yaml").unlink()
    desk.collect(("甲.docx", data), unit=UNIT)
    assert desk.of().tasks


def test_blank(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    desk.collect(("一.docx", filled(checklist, {rows[0]: {"状态": "已完成"}}, saved=NOON)))
    assert told(desk.collect(("二.docx", checklist))) == ["return-blank"]
    some = filled(checklist, {rows[1]: {"状态": "已完成"}}, saved=LATER)
    assert told(desk.collect(("三.docx", some))) == ["return-emptied"]
    assert answer(desk, rows[0])["state"] is State.DONE


def test_paths_are_found(tmp_path: Path, desk: Desk, checklists: dict[str, bytes], rows: list[str]) -> None:
    from hongtou.tracking.find_returns import files

    folder = tmp_path / "收件" / "镇街"
    folder.mkdir(parents=True)
    for name in ("b.docx", "a.docx", "~$a.docx", ".hidden.docx", ".~lock.a.docx#"):
        (folder / name).write_bytes(b"x")
    assert [path.name for path in files([tmp_path / "收件"])] == ["a.docx", "b.docx"]


def test_a_unit_may_go_back(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    days = ((20, "推进中"), (21, "已完成"), (22, "推进中"))
    files = [
        (f"{day}.docx", filled(checklist, {rows[0]: {"状态": state}}, saved=f"2023-11-{day}T08:00:00Z"))
        for day, state in days
    ]
    assert told(desk.collect(*files)) == []
    assert answer(desk, rows[0])["state"] is State.DOING


def test_a_newer_return_settles_what_nobody_could_tell(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    desk.collect(("一.docx", filled(checklist, {rows[0]: {"状态": "推进中、已完成"}}, saved=NOON)))
    assert (
        told(desk.collect(("二.docx", filled(checklist, {rows[0]: {"状态": "已完成"}}, saved=LATER)))) == []
    )
    found = answer(desk, rows[0])
    assert (found["state"], found["disputed"]) == (State.DONE, ())
    assert len(found["earlier"]) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "newer"),
    [
        ("2023-11-20T08:00:00+08:00", "2023-11-20T01:00:00Z", "other"),
        ("2023-11-20T01:00:00Z", "2023-11-20T08:00:00+08:00", "one"),
        ("昨天", "2023-11-20T01:00:00Z", ""),
        ("2023-11-20T01:00:00Z", "", ""),
    ],
)
def test_times_are_times(
    desk: Desk, checklist: bytes, rows: list[str], one: str, other: str, newer: str
) -> None:
    states = {"one": "推进中", "other": "已完成"}
    files = [
        (f"{name}.docx", filled(checklist, {rows[0]: {"状态": state}}, saved=saved))
        for (name, state), saved in zip(states.items(), (one, other), strict=True)
    ]
    rules = told(desk.collect(*files))
    expected = {"one": ["return-older"], "other": [], "": ["return-disputed"]}
    assert rules == expected[newer]


def test_words_in_the_state_cell_are_kept_and_told(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    def edit(root: etree._Element) -> None:
        cell = cells(root, rows[0])[4]
        run = etree.SubElement([*cell.iter(f"{W}p")][-1], f"{W}r")
        etree.SubElement(run, f"{W}t").text = "（5月已办结）"

    assert told(
        desk.collect(("一.docx", changed(filled(checklist, {rows[1]: {"状态": "已完成"}}), edit)))
    ) == ["return-state"]
    assert [(r.place, r.text) for r in desk.of().remarks] == [("1.1 状态（文字）", "（5月已办结）")]


@pytest.mark.parametrize("words", ["基本完成", "推进中、已完成", "☐已完成"])
def test_words_for_the_state_alone_are_no_blank_return(
    desk: Desk, checklist: bytes, rows: list[str], words: str
) -> None:
    def edit(root: etree._Element) -> None:
        cell = cells(root, rows[0])[4]
        for paragraph in [*cell.iter(f"{W}p")]:
            cell.remove(paragraph)
        run = etree.SubElement(etree.SubElement(cell, f"{W}p"), f"{W}r")
        etree.SubElement(run, f"{W}t").text = words

    assert told(desk.collect(("一.docx", changed(checklist, edit)))) == ["return-state"]
    assert [(r.place, r.text) for r in desk.of().remarks] == [("1.1 状态（文字）", words)]


def test_our_time_limit_changed_by_the_unit(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    def edit(root: etree._Element) -> None:
        next(t for t in cells(root, rows[0])[2].iter(f"{W}t")).text = "2026年底前"

    done = desk.collect(("一.docx", changed(filled(checklist, {rows[1]: {"状态": "已完成"}}), edit)))
    assert told(done) == ["return-text"]
    assert [(r.place, r.text) for r in desk.of().remarks] == [("1.1 时限", "2026年底前")]


def test_our_columns_emptied_are_told(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    def edit(root: etree._Element) -> None:
        for column in (1, 2):
            for text in cells(root, rows[0] if column == 2 else rows[1])[column].iter(f"{W}t"):
                text.text = ""

    done = desk.collect(("一.docx", changed(filled(checklist, {rows[2]: {"状态": "已完成"}}), edit)))
    assert sorted(told(done)) == ["return-edited", "return-text"]
    assert sorted((r.place, r.text) for r in desk.of().remarks) == [
        ("1.1 时限", "（空）"),
        ("1.2 工作要求和指标", "（空）"),
    ]


def test_the_day_of_a_report_changed_by_the_unit(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    def edit(root: etree._Element) -> None:
        next(t for t in cells(root, rows[-1])[2].iter(f"{W}t")).text = "2025年底前"

    assert told(
        desk.collect(("一.docx", changed(filled(checklist, {rows[0]: {"状态": "已完成"}}), edit)))
    ) == ["return-text"]
    assert [r.text for r in desk.of().remarks] == ["2025年底前"]


def test_units_changed_in_the_ledger_on_paper(desk: Desk) -> None:
    """The ledger's document names them in the row of the task."""

    def edit(root: etree._Element) -> None:
        text = next(t for t in root.iter(f"{W}t") if "责任单位：" in (t.text or ""))
        text.text = "责任单位：市财政局"

    done = desk.collect(("台账.docx", changed(desk.papers().ledger_docx(), edit)))
    assert told(done) == ["return-text", "return-blank"]
    assert "责任单位：市财政局" in desk.book().ledger.remarks[0].text


def column_gone(root: etree._Element, head: str) -> None:
    rows = [[*row.iter(f"{W}tc")] for row in root.iter(f"{W}tr")]
    heads = next(
        ["".join(t.text or "" for t in c.iter(f"{W}t")) for c in row] for row in rows if len(row) > 5
    )
    for row in rows:
        if len(row) == len(heads):
            row[heads.index(head)].getparent().remove(row[heads.index(head)])


@pytest.mark.parametrize("head", ["工作要求和指标", "状态", "序号", "备注"])
def test_a_column_may_be_gone(desk: Desk, checklist: bytes, rows: list[str], head: str) -> None:
    data = filled(checklist, {rows[0]: {"状态": "已完成", "责任人": "经办人甲"}})
    desk.collect(("一.docx", changed(data, lambda root: column_gone(root, head))))
    found = answer(desk, rows[0])
    assert found["person"] == "经办人甲"
    assert found.get("state") == (None if head == "状态" else State.DONE)


def test_heads_may_be_called_otherwise_or_be_gone(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    data = filled(checklist, {rows[0]: {"状态": "已完成", "责任人": "经办人甲"}})

    def renamed(root: etree._Element) -> None:
        for text in root.iter(f"{W}t"):
            text.text = {"责任人": "负责人及电话", "状态": "完成状态"}.get(text.text or "", text.text)

    def headless(root: etree._Element) -> None:
        head = next(row for row in root.iter(f"{W}tr") if len([*row.iter(f"{W}tc")]) > 5)
        head.getparent().remove(head)

    for edit in (renamed, headless):
        (desk.policy / "progress.yaml").unlink(missing_ok=True)
        assert told(desk.collect(("一.docx", changed(data, edit)))) == []
        assert (answer(desk, rows[0])["state"], answer(desk, rows[0])["person"]) == (State.DONE, "经办人甲")


def test_a_cell_merged_downwards_holds_for_its_rows(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    def edit(root: etree._Element) -> None:
        for number, row in enumerate(rows[:3]):
            merged = etree.SubElement(cells(root, row)[3].find(f"{W}tcPr"), f"{W}vMerge")
            if not number:
                merged.set(f"{W}val", "restart")

    data = filled(
        checklist, {row: {"状态": "推进中"} for row in rows[:3]} | {rows[0]: {"责任人": "经办人甲"}}
    )
    desk.collect(("一.docx", changed(data, edit)))
    assert [answer(desk, row)["person"] for row in rows[:3]] == ["经办人甲"] * 3


def test_a_renamed_units_older_return_stays_older(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    desk.collect(("新.docx", filled(checklist, {rows[0]: {"状态": "已完成"}}, saved=LATER)))
    register = desk.policy.parent / "units.yaml"
    text = register.read_text("utf8").replace(
        f"name: {UNIT}\n", f"name: 三乡街道\n    aliases: [{UNIT}]\n", 1
    )
    register.write_text(
        text.replace(f"      - {UNIT}\n", "      - 三乡街道\n").replace(f"{UNIT},", "三乡街道,"), "utf8"
    )
    done = desk.collect(("旧.docx", filled(checklist, {rows[0]: {"状态": "推进中"}}, saved=NOON)))
    assert told(done) == ["return-older"]
    assert desk.book().units == (UNIT,)


def test_a_file_named_after_another_unit_is_told(desk: Desk, checklist: bytes, rows: list[str]) -> None:
    done = desk.collect(("南头镇.docx", filled(checklist, {rows[0]: {"状态": "已完成"}})))
    assert told(done) == ["return-unit"]
    assert desk.of().tasks


def test_an_untouched_ledger_says_nothing(desk: Desk) -> None:
    assert told(desk.collect(("台账.xlsx", desk.papers().ledger_xlsx()))) == ["return-blank"]


def test_what_else_stands_in_a_workbook(desk: Desk) -> None:
    def edit(book: Any, heads: list[str]) -> None:
        sheet = book.worksheets[0]
        cell = sheet.cell(3, heads.index("进展情况") + 1)
        cell.value, cell.number_format = 0.95, "0%"
        sheet.cell(4, heads.index("存在问题") + 1).value = datetime.datetime(2023, 11, 20)
        sheet.cell(5, heads.index("状态") + 1).value = "已完成（待验收）"
        sheet.cell(5, 1).comment = Comment("请领导过目", "x")
        first = book.create_sheet("说明", 0)
        first["A1"], first["B1"], first["A2"] = "工作要求和指标", "状态", "经费不足"
        first.sheet_state = "hidden"

    done = desk.collect(("台账.xlsx", ledger(desk, edit)))
    said = [one for lines in desk.book().ledger.tasks.values() for one in lines.values()]
    assert [one.progress for one in said if one.progress] == ["95%"]
    assert [one.problem for one in said if one.problem] == ["2023-11-20"]
    texts = {remark.text for remark in desk.book().ledger.remarks}
    assert {"已完成（待验收）", "请领导过目"} <= texts
    rules = told(done)
    assert rules.count("return-text") + rules.count("return-state") == len(texts)
