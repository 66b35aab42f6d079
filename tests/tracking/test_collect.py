"""Collecting: every way in which returns differ from what was asked is told, nothing is dropped, nothing guessed."""

from __future__ import annotations

import copy
import datetime
from pathlib import Path

import pytest
from lxml import etree

from hongtou.model.progress import State
from hongtou.package import Package
from tests.tracking.conftest import UNIT, Desk, told
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
    assert "(plan)" in done[0].findings[0].message


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
