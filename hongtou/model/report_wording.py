"""How the reports about a policy speak 报告措辞: those of the units, and the summary of who collects them."""

from __future__ import annotations

from pydantic import Field

from hongtou.model.base import Model, Sentence

REPORT_PLACES = frozenset({"unit", "we", "matter", "report", "notice", "day"})
"""The words in braces that the wording of a report may use."""


class ReportWording(Model):
    """How a unit reports 报告措辞; words in braces are filled in.

    {unit} 单位全称, {we} 自称, {matter} 事项, {report} 报送材料, {notice} 通知全称与字号, {day} 截至日期.
    """

    we: Sentence = "我单位"
    """自称。"""
    title: Sentence = "{unit}关于落实{matter}{report}的报告"
    """标题。"""
    opening: Sentence = "按照{notice}要求，现将{we}落实情况报告如下。"
    """开头。"""
    ending: Sentence = "特此报告。"
    """结尾。"""


class SummaryWording(ReportWording):
    """How the unit that collects the reports sums them up 汇总报告措辞."""

    title: Sentence = "{unit}关于{matter}落实情况的报告"
    """标题。"""
    opening: Sentence = "按照{notice}要求，现将各责任单位任务落实情况汇总报告如下。"
    """开头。"""


class ReportRules(Model):
    """How reports are worded 报告规则."""

    unit: ReportWording = Field(default_factory=ReportWording)
    """各单位的工作总结。"""
    summary: SummaryWording = Field(default_factory=SummaryWording)
    """汇总单位的汇总报告。"""
