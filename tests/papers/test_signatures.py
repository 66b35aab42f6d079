"""Joint, long, stamped and unsealed signatures, rows of 签发人, labels and titles: gen's own papers measure right."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from hongtou.measure.report import Verdict
from hongtou.measure.ruler import measure
from tests.conftest import THOROUGH, swept
from tests.papers.shapes import paragraph, printed, recognised, shaped

JOINT = ["某市人民政府办公室", "市财政局", "市人力资源社会保障局"]
LONG = "某市全面深化改革加快建设法治政府示范创建工作领导小组办公室和联席会议"
GRID = {"rows": [["甲", "乙"], ["丙", "丁"]]}
SIGNED: dict[str, dict[str, Any]] = {
    "joint": {"issuers": JOINT},
    "joint-wide-date": {"issuers": JOINT[:2], "date": "2026-12-15"},
    "joint-unsealed": {"issuers": JOINT, "signature": {"mode": "unsealed"}},
    "long": {"signature": {"names": [LONG]}},
    "long-unsealed": {"signature": {"names": [LONG], "mode": "unsealed"}},
    "stamped": {"signature": {"mode": "stamped", "post": "市长"}},
    "signers": {"signers": ["某甲", "某乙丙丁", "某丙", "某丁", "某戊"], "kind": "请示"},
    "unbound": {
        "document_number": "某府办函〔2026〕7号",
        "attachments": [
            {"id": f"a{i}", "title": f"某表{i}", "bound": i != 1, "grid": GRID} for i in range(3)
        ],
    },
    "joint-title": {
        "issuers": JOINT,
        "title": "某市人民政府办公室 市财政局 市人力资源社会保障局关于印发某市促进高校毕业生等青年群体就业创业若干措施"
        "实施细则的通知",
    },
}
FORMS = ("general", "letter") if THOROUGH else ("general",)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    policies = {
        f"{form}-{name}": shaped(**{"format": form, "preamble": [paragraph(3)], **keys})
        for form in FORMS
        for name, keys in SIGNED.items()
        if (form, name) != ("letter", "signers")
    }
    return printed(policies, tmp_path_factory.mktemp("signatures"))


@pytest.mark.slow
@pytest.mark.render
def test_every_assertion_holds(pages: dict[str, Path]) -> None:
    failed = {
        name: [row.sentence for row in measure(pdf).rows if row.verdict is Verdict.FAIL]
        for name, pdf in pages.items()
    }
    assert {name: rows for name, rows in failed.items() if rows} == {}


@pytest.mark.slow
@pytest.mark.render
@pytest.mark.parametrize("name", swept(["general-joint", "letter-joint-wide-date"], ["general-joint"]))
def test_seals_of_a_joint_paper_have_room(name: str, pages: dict[str, Path]) -> None:
    signature = recognised(pages[name]).signature
    assert signature.date is not None
    assert len(signature.names) == (3 if name == "general-joint" else 2)
    places = [(line.box.centre, line.box.middle) for line in signature.names]
    for (x, y), (other_x, other_y) in combinations(places, 2):
        assert abs(x - other_x) > 45 or abs(y - other_y) > 45
    assert min(x for x, _y in places) - 22.5 >= 28
    assert places[-1][0] == pytest.approx(signature.date.box.centre, abs=0.8)


@pytest.mark.slow
@pytest.mark.render
@pytest.mark.parametrize("name", ["general-long", "general-long-unsealed"])
def test_a_long_name_stays_inside_the_frame(name: str, pages: dict[str, Path]) -> None:
    names = recognised(pages[name]).signature.names
    assert "".join(line.text for line in names) == LONG
    assert all(line.box.x0 >= 27.7 and line.box.x1 <= 184.3 for line in names)
