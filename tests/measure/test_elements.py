"""What no word processor is needed for: seals, stamps, orders, minutes, turned pages, colours, rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from synthetic import CELL, RED, block, centred, ending, head, seal, sheet, stroke, text

from hongtou.errors import GenError
from hongtou.measure import Verdict, measure_pages
from hongtou.measure.assertions import ASSERTIONS
from hongtou.measure.elements import recognise
from hongtou.measure.lines import level_rules, lines, tables
from hongtou.measure.page import Box, Char, Colour, Figure, Page, Rule
from hongtou.measure.report import Report, make_row, shortened, width

TITLE = centred("关于印发工作方案的通知", 160, 22)
DATE_END = 184 - 4 * CELL
SIGNED = (ending("2026年3月9日", DATE_END, 250), centred("某市人民政府", 239.8, middle=DATE_END - 16.3))


def _signed(*figures: Figure) -> dict[str, Verdict]:
    """A letter-like page: three lines of text, name and date, and these pictures."""
    page = sheet(
        head(), TITLE, block(3, 192), *SIGNED, rules=(stroke(28, 184, 130, 0.5, RED),), figures=figures
    )
    return {row.number: row.verdict for row in measure_pages([page]).rows}


def test_a_seal_over_name_and_date_passes() -> None:
    verdicts = _signed(seal(DATE_END - 16.3, 243))
    assert {verdicts[number] for number in ("37", "38", "39", "40", "41", "42")} == {Verdict.PASS}
    assert verdicts["80"] is Verdict.PASS


@pytest.mark.parametrize(
    ("figure", "row"),
    [
        (seal(DATE_END - 6, 243), "39"),
        (seal(DATE_END - 16.3, 255), "40"),
        (seal(DATE_END - 16.3, 250), "41"),
        (seal(DATE_END - 16.3, 243, 39), "42"),
    ],
    ids=["beside", "low", "name-above-its-middle", "small"],
)
def test_a_seal_in_the_wrong_place_fails(figure: Figure, row: str) -> None:
    assert _signed(figure)[row] is Verdict.FAIL


def test_seals_that_touch_fail() -> None:
    assert _signed(seal(70, 243), seal(DATE_END - 16.3, 243))["43"] is Verdict.PASS
    assert _signed(seal(105, 243), seal(DATE_END - 16.3, 243))["43"] is Verdict.FAIL


def test_a_signature_stamp_is_measured() -> None:
    for right, verdict in ((DATE_END, Verdict.PASS), (DATE_END + 6, Verdict.FAIL)):
        stamp = Figure(Box(right - 40, 224, right, 238))
        page = sheet(block(4, 165), SIGNED[0], figures=(stamp,))
        report = measure_pages([page])
        assert report.row(47).verdict is verdict
        assert report.row(37).verdict is Verdict.ABSENT


@pytest.mark.parametrize(
    ("mark", "top", "kind", "row"),
    [("某某市人民政府令", 56.7, "order", "75"), ("市长办公会议纪要", 71.7, "minutes", "76")],
)
def test_orders_and_minutes_have_their_own_height(mark: str, top: float, kind: str, row: str) -> None:
    right, wrong = (
        measure_pages([sheet(head(mark, y), centred("第7号", 95), block(5, 140))]) for y in (top, top + 5)
    )
    assert right.kind == kind
    assert right.row(row).verdict is Verdict.PASS
    assert wrong.row(row).verdict is Verdict.FAIL
    assert right.row(16).verdict is Verdict.ABSENT


def test_present_of_minutes_stands_in_and_is_black_face() -> None:
    for font, verdict in (("SimHei", Verdict.PASS), ("FangSong", Verdict.FAIL)):
        present = text("出席：", 39.14, 120, font=font)
        report = measure_pages([sheet(head("市长办公会议纪要"), block(2, 140), present)])
        assert report.row(77).verdict is verdict


def test_copy_number_secrecy_and_urgency() -> None:
    page = sheet(
        text("000012", 28, 39), text("机密★1年", 28, 49.2), text("特急", 28, 59.4), head(), block(4, 160),
        rules=(stroke(28, 184, 130, 0.5, RED),),
    )  # fmt: skip
    report = measure_pages([page])
    assert report.row(14).verdict is Verdict.PASS
    assert report.row(15).verdict is Verdict.PASS
    low = measure_pages([sheet(text("000012", 30, 39), text("机密★1年", 28, 60), head(), block(4, 160))])
    assert low.row(14).verdict is Verdict.FAIL
    assert low.row(15).verdict is Verdict.FAIL


def test_a_mark_wider_than_the_frame_fails() -> None:
    page = sheet(head("某某某某某某某某某某市人民政府"), block(4, 140))
    assert measure_pages([page]).row(18).verdict is Verdict.FAIL


def test_turned_over_names_of_attachments() -> None:
    note = text("附件：1.", 39.14, 212) + text("残疾人就业任务", 56, 212)
    for x, verdict in ((56, Verdict.PASS), (39.14, Verdict.FAIL)):
        page = sheet(block(3, 171), note, text("分工表", x, 222.2))
        assert measure_pages([page]).row(35).verdict is verdict


# --- turned sheets ---


def _wide(number_x: float, angle: int, number: int = 1) -> Page:
    """A landscape page with a table and a page number that runs at ``angle`` at ``number_x``."""
    letters = "—3—" if number % 2 else "—4—"
    rules = tuple(Rule(Box(40, y, 250, y + 0.2)) for y in (60, 80, 100)) + tuple(
        Rule(Box(x, 60, x + 0.2, 100.2)) for x in (40, 150, 249.8)
    )
    upright = sheet(ending(letters, 178.75, 267.2, 14), rules=(), number=number)
    chars = text("工作任务分工", 45, 65, 12) * 4
    page = Page(number, 297, 210, chars, rules)
    if angle == 90:
        turned = upright.turned(3)
    elif angle == 270:
        turned = upright.turned(1)
    else:
        turned = Page(number, 297, 210, text(letters, number_x, 190, 14))
    return Page(number, 297, 210, page.chars + turned.chars, rules)


def test_a_wide_page_is_numbered_where_all_sheets_are() -> None:
    report = measure_pages([sheet(block(3, 60)), sheet(block(3, 60), number=2), _wide(20, 90, 3)])
    assert report.row(78).verdict is Verdict.PASS
    assert report.row(79).verdict is Verdict.FAIL  # the dash of this page has its ink at 267.5
    assert report.row(79).value == pytest.approx(267.5, abs=0.1)


def test_a_wide_page_turned_the_other_way_fails() -> None:
    report = measure_pages([_wide(20, 270)])
    assert report.row(78).verdict is Verdict.FAIL


def test_a_wide_page_numbered_along_its_foot_fails() -> None:
    report = measure_pages([_wide(140, 0)])
    assert report.row(79).verdict is Verdict.FAIL
    assert "long side" in report.row(79).found


def test_a_page_turned_four_times_is_itself() -> None:
    page = _wide(20, 90)
    again = page.turned(4)
    assert again == page
    turned = page.turned(1).turned(3)
    assert turned.width == page.width
    for before, after in zip(page.chars, turned.chars, strict=True):
        assert after.angle == before.angle
        assert after.box.x0 == pytest.approx(before.box.x0)
        assert after.box.y1 == pytest.approx(before.box.y1)


# --- text ---


def _saying(words: str) -> Report:
    lines = [words[start : start + 24] for start in range(0, len(words), 24)]
    body = [
        text(line, 28 + (0 if at else 2 * CELL), 178 + 10.2 * at, advance=CELL)
        for at, line in enumerate(lines)
    ]
    return measure_pages([sheet(head(), TITLE, *body)])


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("T1", "根据《通知》（海府办[2026]第012号）要求办理。"),
        ("T1", "根据《通知》（海府办〔2026〕第12号）要求办理。"),
        ("T1", "根据《通知》（海府办【2026】12号）要求办理。"),
        ("T2", "请于2026年03月01日前报送。"),
        ("T2", "请于2026年3月01日前报送。"),
        ("T10", "有关单位,请认真办理。"),
        ("T10", "联系人:某甲；地址：某地。"),
        ("T10", "工作方案(试行)印发给你们。"),
        ("T10", "工作方案（（试行））印发给你们。"),
        ("T10", "工作方案[试行]印发给你们;请办理。"),
    ],
)
def test_wrong_words_in_the_text_are_found(row: str, words: str) -> None:
    assert _saying(words).row(row).verdict is Verdict.FAIL


@pytest.mark.parametrize(
    "words",
    [
        "根据《通知》（海府办〔2026〕12号）和国发〔1999〕25号要求办理。",
        "在某项目（2020）12号楼、10月1日至2026年10月10日办理，见（附件（一））。",
        "比例为1:2，第3.5条，网址http://www.example.gov.cn/a,b(c)，GB/T 9704-2012。",
        "完成1,200万元，A,B两类（含）；（一）摸底：自查；（二）建账。",
    ],
)
def test_right_words_are_left_alone(words: str) -> None:
    report = _saying(words)
    assert {report.row(row).verdict for row in ("T1", "T2", "T10")} <= {Verdict.PASS, Verdict.ABSENT}


# --- signatures and labels ---


def test_names_side_by_side_are_all_names() -> None:
    row = centred("河东市人民政府", 228, middle=50) + centred("河东市财政局", 228, middle=DATE_END - 16.3)
    page = sheet(head(), TITLE, block(3, 178), row, ending("2026年3月9日", DATE_END, 238.2))
    assert [line.text for line in recognise([page]).signature.names] == ["河东市人民政府", "河东市财政局"]


def _stamped(post_top: float, date_top: float) -> Report:
    post = ending("市长", DATE_END - 40 - 2 * CELL, post_top)
    return measure_pages(
        [sheet(head(), TITLE, block(3, 178), post, ending("2026年3月9日", DATE_END, date_top))]
    )


def test_white_for_a_stamp_is_told_from_an_unsealed_name() -> None:
    report = _stamped(227.5, 256)
    assert {report.row(number).verdict for number in ("37", "44", "45", "46")} == {Verdict.ABSENT}
    assert report.row(47).verdict is Verdict.PASS
    assert _stamped(214, 244).row(47).verdict is Verdict.FAIL


@pytest.mark.parametrize("label", ["河府办函〔2026〕7号附件", "附件"])
def test_a_label_may_begin_with_the_number_of_its_paper(label: str) -> None:
    note = text("附件：工作方案", 28 + 2 * CELL, 235)
    first = sheet(head(), TITLE, block(3, 178), note)
    second = sheet(text(label, 28, 37), centred("工作方案", 58, 22), block(4, 80), number=2)
    paper = recognise([first, second])
    assert [attachment.label.text for attachment in paper.attachments] == [label]
    assert measure_pages([first, second]).row("T6").verdict is Verdict.PASS


@pytest.mark.parametrize(("begin", "verdict"), [(144.5, Verdict.PASS), (150, Verdict.FAIL)])
def test_rows_of_signers_begin_under_the_first_name(begin: float, verdict: Verdict) -> None:
    signers = ending("签发人：某某某　李二", 178.4, 90) + text("赵六", begin, 100)
    number = text("河府〔2026〕7号", 33.6, 100)
    page = sheet(head(), signers, number, TITLE, block(3, 178), rules=(stroke(28, 184, 110, colour=RED),))
    assert measure_pages([page]).row(22).verdict is verdict


# --- small things ---


@pytest.mark.parametrize(
    ("colour", "red"),
    [((255, 0, 0), True), ((255, 51, 51), True), ((192, 0, 0), True), ((0, 0, 0), False), ((255, 165, 0), False),
     ((128, 128, 128), False), ((0, 0, 255), False), ((0, 255, 0), False), ((255, 240, 240), False)],
)  # fmt: skip
def test_red_is_told_from_other_colours(colour: tuple[int, int, int], red: bool) -> None:
    assert Colour(*colour).is_red is red


def test_pieces_of_a_rule_are_joined_and_neighbours_are_not() -> None:
    pieces = [stroke(28, 80, 100), stroke(80.2, 184, 100), stroke(28, 184, 104)]
    assert [round(rule.length) for rule in level_rules(pieces)] == [156, 156]


def test_a_grid_is_a_table_and_three_rules_are_not() -> None:
    levels = (stroke(28, 184, 100), stroke(28, 184, 110), stroke(28, 184, 120))
    uprights = tuple(Rule(Box(x, 100, x + 0.2, 120)) for x in (28, 100, 184))
    assert tables(sheet(rules=levels)) == []
    assert len(tables(sheet(rules=levels + uprights))) == 1


def test_far_texts_on_one_baseline_are_two_lines() -> None:
    page = sheet(text("河府〔2026〕7号", 33.6, 100), ending("签发人：某某某", 178.4, 100))
    assert [line.text for line in lines(page)] == ["河府〔2026〕7号", "签发人：某某某"]


def test_width_counts_columns_of_a_terminal() -> None:
    assert width("文号 a") == 6
    assert shortened("红色分隔线", 7) == "红色分…"
    assert shortened("short", 7) == "short"


def test_table_of_a_report_is_aligned_and_leaves_out_what_does_not_apply() -> None:
    report = measure_pages([sheet(head(), TITLE, block(4, 190))], "纸.pdf")
    table = report.to_text().split("\n\n")[1].splitlines()
    begin = width(table[0][: table[0].index("element")])
    for row in report.rows:
        if row.verdict is not Verdict.ABSENT:
            line = next(line for line in table if line.split()[1] == row.number)
            assert width(line[: line.index(row.element)]) == begin
    assert "签发人" not in report.to_text()
    assert "签发人" in report.to_text(everything=True)


def test_pages_without_text_are_refused() -> None:
    with pytest.raises(GenError, match="scan"):
        measure_pages([sheet(figures=(Figure(Box(0, 0, 210, 297)),))])
    with pytest.raises(GenError, match="no pages"):
        measure_pages([])


_LETTERS = st.sampled_from("一二三、。：（）附件1 2026年月日抄送印发文件令签发人—ABC，各〔〕号第")
_CHARS = st.builds(
    lambda letter, x, y, size, angle, red: Char(
        letter, Box(x, y, x + size * 0.35, y + size * 0.35), Box(x, y, x + size * 0.3, y + size * 0.3), size,
        "F", RED if red else Colour(), angle,
    ),
    _LETTERS, st.floats(-50, 400), st.floats(-50, 400), st.sampled_from([0.0, 0.5, 14, 16, 22, 50]),
    st.sampled_from([0, 0, 0, 90, 180, 270]), st.booleans(),
)  # fmt: skip
_RULES = st.builds(
    lambda x, y, w, h, red: Rule(Box(x, y, x + w, y + h), RED if red else Colour()),
    st.floats(0, 200), st.floats(0, 290), st.floats(0, 200), st.floats(0, 2), st.booleans(),
)  # fmt: skip


@given(
    st.lists(
        st.tuples(st.lists(_CHARS, min_size=1, max_size=25), st.lists(_RULES, max_size=6), st.booleans()),
        max_size=3,
    )
)
def test_nothing_on_a_page_makes_the_ruler_stumble(
    content: list[tuple[list[Char], list[Rule], bool]],
) -> None:
    pages = [
        Page(at, *((297, 210) if wide else (210, 297)), tuple(chars), tuple(rules))
        for at, (chars, rules, wide) in enumerate(content, start=1)
    ]
    if pages:
        report = measure_pages(pages, "x")
        assert len(report.rows) == 90
        assert report.to_text(everything=True)
        assert report.to_json(everything=True)


def test_the_docs_list_every_row_with_its_numbers() -> None:
    page = (Path(__file__).parents[2] / "docs" / "measure.md").read_text(encoding="utf-8")
    listed = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in page.splitlines()
        if re.match(r"\| T?\d+ \|", line)
    ]
    assert listed == [
        [
            one.number, one.element, one.quantity, make_row(one, []).wanted, make_row(one, []).tolerance,
            one.clause, ", ".join(sorted(one.kinds or ())),
        ]
        for one in ASSERTIONS
    ]  # fmt: skip


def test_all_80_assertions_and_the_ten_about_text_are_there() -> None:
    numbers = [str(number) for number in range(1, 81)] + [f"T{number}" for number in range(1, 11)]
    assert [one.number for one in ASSERTIONS] == numbers
