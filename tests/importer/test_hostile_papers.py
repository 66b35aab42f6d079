"""Text made to harm: long runs of one sign or word are read or refused in time that grows with their length."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from hongtou.errors import GenError
from hongtou.importer.report import open_matters
from hongtou.importer.understand import understand
from tests.conftest import THOROUGH
from tests.importer.scans import lines

TITLE = "某市人民政府办公室关于做好工作的通知\n各镇街：\n"
END = "\n某市人民政府办公室\n2024年3月7日"
LONG = 150_000 if THOROUGH else 40_000
RUNS = {
    "brackets within brackets": "一、" + "(" * LONG + ")" * LONG,
    "brackets that are not closed": "一、" + "（【〔［《“(" * (LONG // 7),
    "blanks before a colon": " " * LONG + "：",
    "wide blanks before a colon": "\u3000" * LONG + "：",
    "blanks behind a label of the page": "来源：" + " \u3000" * (LONG // 2) + "某",
    "blanks behind 附件": "附件" + "\u2004" * LONG + "某",
    "one word": "责任单位：" + "市财政局和" * (LONG // 5),
    "papers one behind the other": "一、做好工作。" + f"{END}\n做好。" * (LONG // 50),
    "one rule": "一、（" + "以下均需" * (LONG // 4) + "下同）",
}


@pytest.mark.parametrize("name", RUNS)
def test_a_long_run_is_read_in_time(name: str) -> None:
    start = time.process_time()
    for text in (TITLE + RUNS[name] + END, TITLE.replace("各镇街", RUNS[name]) + "一、做好工作。" + END):
        with suppress(GenError):
            understand(lines(text))
    assert time.process_time() - start < 30  # Squares of the length take minutes.


@pytest.mark.parametrize("figures", ["1" * 17, "1" * 4400, "1,111" * 900, "1" * 4400 + ".5"])
@pytest.mark.parametrize("text", ["{}.做好工作。", "（{}）做好工作。", "新建学位{}个以上。", "死亡率控制在{}以内。", "附件{}：某表", "第{}条　做好工作。", "每年{}次，{}年前完成。"])  # fmt: skip
def test_a_number_of_thousands_of_figures_is_no_number(figures: str, text: str) -> None:
    one = understand(lines(f"{TITLE}一、要求\n{text.replace('{}', figures)}{END}"))
    assert all(not node.targets for node in one.notice.sections)


def test_a_number_that_is_too_long_is_told() -> None:
    one = understand(lines(f"{TITLE}一、新建学位{'1' * 17}个以上。{END}"))
    assert any("looks like a target" in matter for matter in open_matters(one))
