"""The sample policy, rendered as DOCX and imported again, is the sample policy: what gen prints, gen reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from hongtou.importer.report import is_whole
from hongtou.importer.understand import understand
from hongtou.notice import render_notice
from hongtou.source.load import load_policy
from hongtou.workspace import Workspace
from tests.conftest import ROOT
from tests.importer.test_sample_import import BY_HAND, differences, plain

read = pytest.importorskip("hongtou.importer.read", reason="the readers of DOCX are not in this tree").read


def test_what_gen_prints_gen_reads(tmp_path: Path) -> None:
    sample = load_policy(ROOT / "policy" / "disability-employment")
    path = tmp_path / "notice.docx"
    path.write_bytes(render_notice(Workspace(ROOT), sample))
    one = understand(read(path), sample.register)
    assert is_whole(one)
    found = {*differences(plain(sample.notice), plain(one.notice))}
    found |= {*differences(plain(sample.tasks), plain(one.tasks))}
    assert found == {*BY_HAND, "publication"}
