"""A notice that gen wrote gives back the policy itself; one that was changed since gives what it says."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hongtou.importer.report import is_whole
from hongtou.model.policy import Policy
from hongtou.notice import render_notice
from hongtou.own_paper import carried_policy, read_paper
from hongtou.package import Package
from hongtou.papers import Papers
from hongtou.render.office import find_office
from hongtou.source.load import load_policy
from hongtou.workspace import Workspace
from tests.conftest import ROOT, swept
from tests.redline.conftest import policies

HOUSE = Workspace(ROOT)
DOCUMENT = "word/document.xml"


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "notice.docx"
    path.write_bytes(data)
    return path


@pytest.fixture(params=swept(policies(), ("sample", "group-rows", "general")))
def policy(request: pytest.FixtureRequest) -> Policy:
    return policies()[request.param]


def test_the_policy_itself(policy: Policy, tmp_path: Path) -> None:
    path = written(tmp_path, render_notice(HOUSE, policy))
    one = read_paper(path, None, "", HOUSE)
    assert (one.notice, one.tasks) == (policy.notice, policy.tasks)
    assert {*one.register.entries} <= {*policy.register.entries}
    assert is_whole(one)
    again = read_paper(path, policy.register, "", HOUSE)
    assert (again.register, again.proposed) == (policy.register, ())


def test_what_the_paper_says_goes_before_what_it_carries(tmp_path: Path) -> None:
    sample = load_policy(ROOT / "policy" / "disability-employment")
    package = Package.read(render_notice(HOUSE, sample), "x")
    text = package.parts[DOCUMENT].decode()
    assert "挂牌1家" in text
    package.parts[DOCUMENT] = text.replace("挂牌1家", "挂牌3家").encode()
    one = read_paper(written(tmp_path, package.bytes()), sample.register, "", HOUSE)
    assert one.notice != sample.notice
    assert "3家" in str(one.tasks)
    assert "挂牌1家" not in str(one.tasks)
    assert any("something else" in guess for guess in one.ledger.guesses)


def test_bare_carries_nothing(tmp_path: Path) -> None:
    sample = load_policy(ROOT / "policy" / "disability-employment")
    data = Papers(HOUSE, sample).notice(bare=True)
    assert carried_policy(data, "x") is None
    assert not any(name.startswith("customXml") for name in Package.read(data, "x").parts)


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"<policy",
        b'<!DOCTYPE p [<!ENTITY a "b">]><policy xmlns="urn:hongtou:policy:1">&a;</policy>',
        b'<policy xmlns="urn:hongtou:policy:1"><notice>{"schema": 9}</notice><units>[]</units></policy>',
        b'<other xmlns="urn:hongtou:policy:1"/>',
    ],
)
def test_what_cannot_be_taken_is_left(part: bytes, tmp_path: Path) -> None:
    sample = load_policy(ROOT / "policy" / "disability-employment")
    package = Package.read(render_notice(HOUSE, sample), "x")
    package.parts["customXml/item1.xml"] = part
    assert carried_policy(package.bytes(), "x") is None
    assert (
        read_paper(written(tmp_path, package.bytes()), sample.register, "", HOUSE).notice.title
        == sample.notice.title
    )


def test_from_an_empty_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gen: Callable[..., Result]
) -> None:
    sample = load_policy(ROOT / "policy" / "disability-employment")
    path = written(tmp_path, render_notice(HOUSE, sample))
    monkeypatch.chdir(tmp_path)
    result = gen("import", str(path), "-o", "policy/back")
    assert result.exit_code == 0, result.output
    back = load_policy(tmp_path / "policy" / "back")
    assert (back.notice, back.tasks) == (sample.notice, sample.tasks)
    assert "Proposed" not in (tmp_path / "policy/units.yaml").read_text("utf8")


@pytest.mark.render
@pytest.mark.slow
def test_after_an_office_saved_it(tmp_path: Path) -> None:
    sample = load_policy(ROOT / "policy" / "disability-employment")
    path = written(tmp_path, render_notice(HOUSE, sample))
    office, profile = find_office(), (tmp_path / "profile").as_uri()
    command = [str(office), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "docx"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "saved"), str(path)], check=True, capture_output=True
    )
    one = read_paper(tmp_path / "saved" / path.name, sample.register, "", HOUSE)
    assert (one.notice, one.tasks) == (sample.notice, sample.tasks)
