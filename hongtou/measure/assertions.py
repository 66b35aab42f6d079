"""The table of assertions: what is measured, what is wanted, how far it may be off, where that is written.

The numbers are those of docs/measure.md. Where two schools of setting a page are in use (the frame taken as
the edge of the lines or of the characters), the band takes in both.
"""

from __future__ import annotations

from hongtou.measure import checks_body as body
from hongtou.measure import checks_end as end
from hongtou.measure import checks_head as head
from hongtou.measure import checks_signature as sign
from hongtou.measure import checks_text as text
from hongtou.measure.checks_head import GENERAL, LETTER, MINUTES, ORDER
from hongtou.measure.reading import Assertion

HEADED = GENERAL | ORDER | MINUTES


def N_(message: str) -> str:  # noqa: N802, RUF100
    """Mark a message for translation; it is looked up when it is printed."""
    return message


LOW = 3.0
"""mm that the first line may lie under the edge: leading above the characters puts it about 2.3 lower."""

A = Assertion
_LEFT, _RIGHT, _CENTRE, _TOP = N_("left edge"), N_("right edge"), N_("centre"), N_("top edge")
_SIZE, _RULES = N_("height of the characters"), N_("length of the rules")

SHEET_AND_BODY = (
    A("1", "纸张", N_("width × height"), "210 × 297 ±0.1", None, "5.1", head.sheet_size),
    A("2", "版心", N_("left edge of full lines"), 28, (-1, 1), "5.2.1", body.left_edges),
    A("3", "版心", N_("right edge of full lines"), 184, (-1, 1), "5.2.1", body.right_edges),
    A("4", "版心", N_("width of full lines"), 156, (-1, 1), "5.2.1", body.line_widths),
    A("5", "版心", N_("top of the first line, page 2 on"), 37, (-1, LOW), "5.2.1", body.first_tops),
    A(
        "6",
        "版心",
        N_("bottom of the last line of a full page"),
        262,
        (-4, body.OUTER),
        "5.2.1",
        body.last_bottoms,
    ),
    A("7", "正文", N_("lines on a full page"), 22, (0, 0), "5.2.3", body.lines_per_page, unit="行"),
    A("8", "正文", N_("characters on a full line"), 28, (0, 1), "5.2.3", body.cells, unit="字"),
    A("9", "正文", N_("distance of the lines"), 10.2, (-0.4, 0.4), "3.2", body.pitches),
    A("10", "正文", N_("distance of the characters"), 5.571, (-0.08, 0.08), "3.1", body.advances),
    A("11", "正文", _SIZE, 5.57, (-0.1, 0.1), "5.2.2", body.body_size),
    A("12", "正文", N_("indent of first lines"), 11.14, (-0.4, 0.4), "7.3.3", body.first_line_indents),
    A("13", "正文", N_("left edge of other lines"), 28, (-0.5, 0.5), "7.3.3", body.turned_over_left),
)

HEAD = (
    A("14", "份号", N_("place"), 28, (-0.5, 0.5), "7.2.1", head.copy_number_place, HEADED),
    A("15", "密级", N_("top of the characters"), 47.4, (-2.5, 2.5), "7.2.2", head.secrecy_top, HEADED),
    A("16", "标志", _TOP, 72, (-1, 1), "7.2.4", head.mark_top, GENERAL),
    A("17", "标志", _CENTRE, 106, (-0.5, 0.5), "7.2.4", head.mark_centre, HEADED),
    A("18", "标志", N_("overrun of the frame"), 0, (0, 0), "7.2.4", head.mark_fits, HEADED),
    A("19", "文号", _CENTRE, 106, (-0.5, 0.5), "7.2.5", head.number_centre, HEADED),
    A("20", "文号", N_("white under the 标志"), 22.5, (-4.5, 4.5), "7.2.5", head.number_gap, HEADED),
    A("21", "文号", N_("left edge, with 签发人"), 33.6, (-0.6, 0.6), "7.2.5", head.number_left, GENERAL),
    A("22", "签发人", _RIGHT, 178.4, (-0.6, 0.6), "7.2.6", head.signer_right, GENERAL),
    A("23", "红色分隔线", N_("white under the 文号"), 4, (-0.7, 0.7), "7.2.7", head.rule_gap, GENERAL),
    A("24", "红色分隔线", N_("ends"), 28, (-0.5, 0.5), "7.2.7", head.rule_ends, GENERAL),
    A("25", "红色分隔线", N_("colour"), N_("red"), None, "7.2.7", head.rule_colour, GENERAL, ""),
    A("26", "标题", N_("white under the red rule"), 22.5, (-4.5, 4.5), "7.3.1", head.title_gap, GENERAL),
    A("27", "标题", _SIZE, 7.6, (-0.3, 0.3), "7.3.1", head.title_size),
    A("28", "标题", _CENTRE, 106, (-0.5, 0.5), "7.3.1", head.title_centre),
    A("29", "标题", N_("widths of its lines"), N_("trapezium or diamond"), None, "7.3.1", head.title_shape),
    A("30", "主送机关", N_("white under the title"), 13, (-4, 4), "7.3.2", head.recipients_gap),
    A("31", "主送机关", _LEFT, 28, (-0.5, 0.5), "7.3.2", head.recipients_left),
)

END = (
    A("32", "正文", N_("begins on"), N_("page 1"), None, "7.3.3", body.body_on_page_one, unit=""),
    A("33", "附件说明", N_("distance from the line above"), 20.5, (-1, 1), "7.3.4", body.note_pitch),
    A("34", "附件说明", _LEFT, 39.1, (-0.4, 0.4), "7.3.4", body.note_left),
    A("35", "附件说明", N_("left edge of other lines"), "=", (-0.4, 0.4), "7.3.4", body.note_turned_over),
    A("36", "附件说明", N_("left edge of the numbers"), "=", (-0.4, 0.4), "7.3.4", body.note_numbers),
    A("37", "成文日期", N_("right edge, sealed"), 161.7, (-0.8, 0.8), "7.3.5.1", sign.sealed_date_right),
    A(
        "38",
        "署名",
        N_("centre against the date, sealed"),
        0,
        (-0.8, 0.8),
        "7.3.5.1",
        sign.sealed_name_centre,
    ),
    A("39", "印章", N_("centre against the date"), 0, (-2, 2), "7.3.5.1", sign.seal_centre),
    A("40", "印章", N_("top under the text"), 5.2, (-5.2, 5.75), "7.3.5.1", sign.seal_top),
    A(
        "41",
        "印章",
        N_("holds name and date"),
        N_("in its lower half"),
        None,
        "7.3.5.1",
        sign.seal_holds_signature,
    ),
    A("42", "印章", N_("diameter"), 45, (-0.5, 0.5), "国发〔1999〕25号", sign.seal_diameter),
    A("43", "印章", N_("apart, inside the frame"), N_("yes"), None, "7.3.5.1", sign.seals_apart),
    A("44", "署名", N_("right edge, unsealed"), 172.9, (-0.8, 0.8), "7.3.5.2", sign.unsealed_name_right),
    A(
        "45",
        "成文日期",
        N_("in from the name, unsealed"),
        11.14,
        (-0.8, 0.8),
        "7.3.5.2",
        sign.unsealed_date_left,
    ),
    A("46", "署名", N_("distance from the line above"), 20.5, (-1, 1), "7.3.5.2", sign.unsealed_name_pitch),
    A("47", "签名章", N_("place"), 161.7, (-1, 1), "7.3.5.3", sign.stamp_place),
    A("48", "附注", N_("place"), 39.1, (-0.5, 0.5), "7.3.6", sign.remark_place),
    A("49", "附件", N_("place of the label"), 28, (-0.5, 0.5), "7.3.7", end.attachment_label),
    A("50", "附件", N_("top of the title"), 57.9, (-1.5, LOW), "7.3.7", end.attachment_title_row),
    A("51", "附件", N_("centre of the title"), 106, (-0.5, 0.5), "7.3.7", end.attachment_title_centre),
)

COLOPHON = (
    A("52", "版记", N_("height of the last rule"), 262, (-1, 1), "7.4.1", end.colophon_last_rule, HEADED),
    A("53", "版记", N_("ends of the rules"), 28, (-0.5, 0.5), "7.4.1", end.colophon_rule_length, HEADED),
    A(
        "54",
        "版记",
        N_("thickness, outer rules"),
        0.35,
        (-0.05, 0.1),
        "7.4.1",
        end.colophon_outer_rules,
        HEADED,
    ),
    A(
        "55",
        "版记",
        N_("thickness, inner rules"),
        0.25,
        (-0.07, 0.05),
        "7.4.1",
        end.colophon_inner_rules,
        HEADED,
    ),
    A("56", "抄送机关", N_("edges"), 33.25, (-0.95, 0.95), "7.4.2", end.copies_edges),
    A("57", "抄送机关", _SIZE, 4.94, (-0.1, 0.1), "7.4.2", end.copies_size),
    A("58", "抄送机关", N_("left edge of other lines"), "=", (-0.4, 0.4), "7.4.2", end.copies_turned_over),
    A("59", "印发机关", N_("edges"), 33.25, (-0.95, 0.95), "7.4.3", end.printed_edges, HEADED),
    A("60", "页码", N_("top of the dashes"), 269, (-1, 1), "7.5", end.number_top),
    A("61", "页码", N_("right edge, odd page"), 178.75, (-1.35, 1.35), "7.5", end.number_right),
    A("62", "页码", N_("left edge, even page"), 33.25, (-1.35, 1.35), "7.5", end.number_left),
    A("63", "页码", N_("width of a digit"), 2.47, (-0.1, 0.1), "7.5", end.number_size),
    A("64", "页码", N_("difference of the heights"), 0, (0, 0.2), "6.3", end.numbers_level),
)

SPECIAL = (
    A("65", "信函标志", _TOP, 30, (-1, 1), "10.1", head.mark_top, LETTER),
    A("66", "信函双线", N_("white under the 标志"), 4, (-0.7, 0.7), "10.1", head.letter_rule_gap, LETTER),
    A("67", "信函双线", N_("lower rule above the edge"), 20, (-1, 1), "10.1", head.letter_lower_rule, LETTER),
    A("68", "信函双线", _RULES, 170, (-1, 1), "10.1", head.letter_rule_length, LETTER),
    A("69", "信函双线", N_("ends of the rules"), 20, (-1.5, 1.5), "10.1", head.letter_rule_ends, LETTER),
    A(
        "70",
        "信函双线",
        N_("thick and thin"),
        N_("thick outside"),
        None,
        "10.1",
        head.letter_rule_order,
        LETTER,
    ),
    A("71", "信函文号", N_("place"), 184, (-0.5, 0.5), "10.1", head.letter_number, LETTER),
    A("72", "信函页码", N_("on page 1"), N_("none"), None, "10.1", head.letter_page_one, LETTER, ""),
    A("73", "信函标题", N_("white above it"), 22.5, (-4.5, 4.5), "10.1", head.letter_title_gap, LETTER),
    A("74", "信函版记", N_("bottom, without rules"), 262, (-4, 0), "10.1", end.letter_colophon, LETTER),
    A("75", "命令标志", _TOP, 57, (-1, 1), "10.2", head.mark_top, ORDER),
    A("76", "纪要标志", _TOP, 72, (-1, 1), "10.3", head.mark_top, MINUTES),
    A("77", "出席", N_("place and face"), 39.1, (-0.4, 0.4), "10.3", end.present_line, MINUTES),
    A("78", "横排表格", N_("head of the table"), N_("left"), None, "8", end.wide_head, unit=""),
    A("79", "横排表格", N_("place of the page number"), 269, (-1, 1), "8", end.wide_number),
    A("80", "版心", N_("ink outside the frame"), 0, (0, body.OUTER), "5.2.1", body.outside),
)

TEXT = (
    A("T1", "文号", N_("form"), N_("机关代字〔year〕number号"), None, "7.2.5", text.one_number, unit=""),
    A(
        "T2",
        "日期",
        N_("Arabic, no leading zero"),
        N_("2026年1月2日"),
        None,
        "7.3.5.4",
        text.date_zeros,
        unit="",
    ),
    A("T3", "主送机关", N_("ends with"), "：", None, "7.3.2", text.recipients_end, unit=""),
    A("T4", "抄送机关", N_("ends with"), "。", None, "7.4.2", text.copies_end, unit=""),
    A("T5", "附件", N_("mark after a name"), N_("none"), None, "7.3.4", text.names_bare, unit=""),
    A(
        "T6",
        "附件",
        N_("same as listed"),
        N_("number and title"),
        None,
        "7.3.7",
        text.attachments_match,
        unit="",
    ),
    A("T7", "标题", N_("ends with"), N_("one 文种"), None, "7.3.1", text.one_kind, unit=""),
    A("T8", "正文", N_("on page 1"), N_("text"), None, "7.3.3", text.body_on_page_one, unit=""),
    A("T9", "层次序数", N_("order"), N_("one after another"), None, "7.3.3", text.level_sequence, unit=""),
    A("T10", "标点", N_("wrong marks"), N_("none"), None, "GB/T 15834", text.wrong_marks, unit=""),
)

ASSERTIONS = (*SHEET_AND_BODY, *HEAD, *END, *COLOPHON, *SPECIAL, *TEXT)
"""Every row, in the order in which it is printed."""
