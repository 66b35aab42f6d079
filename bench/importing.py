"""``python bench/importing.py [--megabytes 5] [--runs 3]``: a long plain text read as a policy, beside ``re`` splitting it into sentences.

The text is a notice of measures, each with other words, units, numbers and days. Lists of units, targets and time limits stand in
it as close together as in the densest real notice of running text: of five of them and the sample, none has more than 6.7 lists, 2.1
targets, 1.9 time limits and 20 sentences in 1000 characters. ``--dense`` takes a text that hardly is anything else: 8 lists, 16 targets and
8 time limits in 1000 characters. Three sizes show whether the time is a straight line; what is made once, the schemas of the
model, is made before.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from hongtou.importer.read import scan
from hongtou.importer.report import report
from hongtou.importer.understand import understand
from hongtou.memory import uncollected
from hongtou.numerals import chinese

HEAD = "某市人民政府办公室关于印发某某行动方案的通知\n某府办函〔2023〕19号\n各镇街，市各有关单位：\n现将有关事项通知如下：\n"
TAIL = "某市人民政府办公室\n2023年3月7日\n"
DENSE = (
    "（{number}）实施第{n}项行动。{year}年{month}月底前，至少安排{n}名残疾人就业，比例不低于{share}%。"
    "鼓励国有企业通过公开招聘、劳务派遣等多种形式安排残疾人就业（{count}人以上），并按季度通报进展。"
    "（市人力资源社会保障局牵头，财政局、民政局、各镇街配合）\n"
)
HEADINGS = ("完善{about}工作机制", "加强{about}服务体系建设", "落实{about}扶持政策", "推进{about}信息共享")
ABOUTS = (
    "残疾人就业",
    "职业技能培训",
    "农业机械化",
    "企业上市",
    "河湖管护",
    "政务公开",
    "托养照料",
    "创业孵化",
)
SENTENCES = (
    "坚持问题导向，聚焦{about}中的薄弱环节，健全部门协同、上下联动的工作格局",
    "充分发挥市场在资源配置中的决定性作用，引导社会力量参与{about}，形成多元投入的良好局面",
    "各单位要结合实际细化措施，明确责任分工，把{about}纳入年度重点工作统筹推进",
    "鼓励有条件的地方先行先试，总结推广{about}的好经验、好做法，营造全社会关心支持的氛围",
    "依托“一网通办”平台优化办理流程，减少{about}的申请材料，让数据多跑路、群众少跑腿",
)
TARGET = "{about}至少新增{n}个服务网点，不断扩大覆盖面。"
DEADLINE = "{year}年{month}月底前，制定{about}实施细则并向社会公布。"
UNITS = re.findall(
    "[^ ]+",
    "人力资源社会保障局 财政局 民政局 教育体育局 发展改革局 工业和信息化局 农业农村局 水务局 卫生健康局 住房城乡建设局 交通运输局 "
    "文化广电旅游局 应急管理局 市场监管局 统计局 审计局 司法局 公安局 自然资源局 生态环境局 商务局 国资委 医保局 残联 总工会",
)
_SENTENCE = re.compile(r"(?<=[。；！？])")
BOUND = 100.0


def text_of(size: int, *, dense: bool = False) -> str:
    """Return a notice of about ``size`` bytes."""
    chance = random.Random(size)
    parts = [HEAD]
    length = 0
    section = measure = 0
    while length < size:
        if measure % 40 == 0:
            section += 1
            measure = 0
            parts.append(f"{chinese(section)}、第{chinese(section)}类行动\n")
        measure += 1
        parts.append((DENSE if dense else _measure(chance)).format(**_values(chance, measure)))
        length += len(parts[-1].encode())
    return "".join(parts) + TAIL


def _measure(chance: random.Random) -> str:
    """Return a measure of about 150 characters, which ends in a list, one of five with two roles; three of ten have a target, three a time limit."""
    heading = chance.choice(HEADINGS)
    text = ["，".join(chance.sample(SENTENCES, 2)) + "。"]
    text += [one for one in (TARGET, DEADLINE) if chance.random() < 0.3]
    first, *others = chance.sample(UNITS, chance.randint(2, 5))
    rest = "、".join(others)
    shared = f"市{first}牵头，市{rest}、各镇街配合" if chance.random() < 0.2 else f"市{first}、{rest}负责"
    return f"（{{number}}）{heading}。{''.join(text)}（{shared}）\n"


def _values(chance: random.Random, number: int) -> dict[str, object]:
    return {
        "number": chinese(number),
        "about": chance.choice(ABOUTS),
        "n": chance.randint(1, 900),
        "year": chance.randint(2023, 2026),
        "month": chance.randint(1, 12),
        "share": chance.randint(1, 90),
        "count": chance.randint(30, 90),
    }


def measure(megabytes: float, runs: int, dense: bool) -> str:
    """Return what reading a text of ``megabytes`` costs, with its whole report."""
    data = text_of(int(megabytes * 1e6), dense=dense).encode()
    split, read = [], []
    for _run in range(runs):
        start = time.perf_counter()
        sentences = _SENTENCE.split(data.decode())
        split.append(time.perf_counter() - start)
        start = time.perf_counter()
        with uncollected():
            for _line in report(understand(scan(data, "x"))):
                pass
        read.append(time.perf_counter() - start)
    one, other = statistics.median(split), statistics.median(read)
    return f"{megabytes:4.2f} MB, {len(sentences)} sentences: re {one:.3f} s, import {other:.1f} s, {other / one:.0f}× (bound {BOUND:.0f})"


def main() -> None:
    """Print a line per size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=5)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--dense", action="store_true")
    given = parser.parse_args()
    measure(0.01, 1, given.dense)
    for share in (16, 4, 1):
        print(measure(given.megabytes / share, given.runs, given.dense), flush=True)


if __name__ == "__main__":
    main()
