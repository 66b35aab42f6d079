"""``python bench/importing.py [--megabytes 5] [--runs 3]``: a long plain text read as a policy, beside ``re`` splitting it into sentences.

The text is made of the notice of the sample, its measures over and over, each with other numbers and days. Three sizes show
whether the time is a straight line.
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
from hongtou.numerals import chinese

HEAD = "某市人民政府办公室关于印发某某行动方案的通知\n某府办函〔2023〕19号\n各镇街，市各有关单位：\n现将有关事项通知如下：\n"
TAIL = "某市人民政府办公室\n2023年3月7日\n"
MEASURE = (
    "（{number}）实施第{n}项行动。{year}年{month}月底前，至少安排{n}名残疾人就业，比例不低于{share}%。"
    "鼓励国有企业通过公开招聘、劳务派遣等多种形式安排残疾人就业（{count}人以上），并按季度通报进展。"
    "（市人力资源社会保障局牵头，财政局、民政局、各镇街配合）\n"
)
_SENTENCE = re.compile(r"(?<=[。；！？])")
BOUND = 100.0


def text_of(size: int) -> str:
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
        parts.append(
            MEASURE.format(
                number=chinese(measure),
                n=chance.randint(1, 900),
                year=chance.randint(2023, 2026),
                month=chance.randint(1, 12),
                share=chance.randint(1, 90),
                count=chance.randint(30, 90),
            )
        )
        length += len(parts[-1].encode())
    return "".join(parts) + TAIL


def measure(megabytes: float, runs: int) -> str:
    """Return what reading a text of ``megabytes`` costs, with its whole report."""
    data = text_of(int(megabytes * 1e6)).encode()
    split, read = [], []
    for _run in range(runs):
        start = time.perf_counter()
        sentences = _SENTENCE.split(data.decode())
        split.append(time.perf_counter() - start)
        start = time.perf_counter()
        imported = understand(scan(data, "x"))
        for _line in report(imported):
            pass
        read.append(time.perf_counter() - start)
    one, other = statistics.median(split), statistics.median(read)
    return f"{megabytes:4.2f} MB, {len(sentences)} sentences: re {one:.3f} s, import {other:.1f} s, {other / one:.0f}× (bound {BOUND:.0f})"


def main() -> None:
    """Print a line per size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=5)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    for share in (16, 4, 1):
        print(measure(given.megabytes / share, given.runs), flush=True)


if __name__ == "__main__":
    main()
