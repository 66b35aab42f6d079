"""The page about versions shows what git shows, and names options that there are."""

from __future__ import annotations

import re
from collections.abc import Callable

from click.testing import Result

from hongtou.versions.textconv import converted
from tests.conftest import ROOT

PAGE = (ROOT / "docs/versions.md").read_text(encoding="utf8")


def test_its_lines_are_what_git_shows() -> None:
    shown = converted((ROOT / "policy/disability-employment/tasks.yaml").read_bytes()).decode()
    heading = re.findall(r"^@@ .* @@ (■ .*)$", PAGE, re.MULTILINE)
    removed = re.findall(r"^-(\[.*?)(?:……)?$", PAGE, re.MULTILINE)
    assert len(heading) == 1
    assert len(removed) == 2
    assert all(text in shown for text in heading + removed)


def test_its_options_are_there(gen: Callable[..., Result]) -> None:
    said = gen("git-setup", "--help").stdout
    assert all(option in said for option in re.findall(r"^gen git-setup +(--\w+)", PAGE, re.MULTILINE))
