"""The page: whole in itself, a table for everybody, data that stays data."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from hongtou.chart.cells import Chart
from hongtou.chart.page import html_page, require_fit
from hongtou.chart.templates import Templates, seen
from hongtou.errors import GenError
from hongtou.render.fingerprint import untouched
from hongtou.workspace import Workspace
from tests.chart.filled import charted, sample, standings
from tests.chart.hostile import EVIL, hostile
from tests.conftest import ROOT
from tests.redline.conftest import policies


class Page(HTMLParser):
    """What a browser sees: elements in order, and the text in each kind."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.texts.setdefault(tag, []).append("")
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open:
            self.texts[self._open[-1]][-1] += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def page(chart: Chart) -> bytes:
    return html_page(chart, Templates(Workspace(ROOT)))


def data(made: Page) -> Any:
    return json.loads(made.texts["script"][0])


def test_the_page_asks_nothing_of_the_network() -> None:
    made = Page(page(charted(sample())))
    assert not {"link", "img", "iframe", "object", "embed", "base"} & {
        tag for tag, _attributes in made.elements
    }
    assert not [a for _tag, attributes in made.elements for a in attributes if a in ("src", "href", "style") or a.startswith("on")]  # fmt: skip
    assert "url(" not in made.texts["style"][0]
    assert "@import" not in made.texts["style"][0]


def test_only_its_own_script_and_style_may_run() -> None:
    for chart in (charted(sample()), hostile()):
        made = Page(page(chart))
        policy = made.of("meta")[1]["content"] or ""
        for kind, text in (("script", made.texts["script"][-1]), ("style", made.texts["style"][0])):
            digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            assert f"{kind}-src 'sha256-{digest}'" in policy
        assert policy.startswith("default-src 'none'")
        assert len(made.of("script")) == 2


def test_the_table_has_a_head_for_every_row_and_column() -> None:
    chart = charted(sample())
    made = Page(page(chart))
    scopes = [attributes.get("scope") for attributes in made.of("th")]
    assert scopes.count("row") == len(chart.tasks) + len(chart.states) + 1
    assert scopes.count("col") == 3 + len(chart.units) + len(chart.states) + 1
    assert len(scopes) == scopes.count("row") + scopes.count("col")
    assert made.of("html") == [{"lang": "zh-CN"}]
    assert len(made.of("caption")) == 1
    said = [t for (tag, a), t in zip([e for e in made.elements if e[0] == "span"], made.texts["span"], strict=True) if a.get("class") == "said"]  # fmt: skip
    assert said == [cell.said for cell in chart.cells]


@pytest.mark.parametrize("name", sorted(policies()))
def test_what_opens_is_what_was_answered(name: str) -> None:
    chart = charted(standings(policies()[name]))
    said = data(Page(page(chart)))
    assert tuple(said["units"]) == chart.units
    for cell in chart.cells:
        shown = said["cells"][f"{cell.task}-{cell.unit}"]
        assert len(shown) == len(cell.lines)
        for line, (number, mark, late, changed, *answer) in zip(cell.lines, shown, strict=True):
            assert said["lines"][number][:2] == [line.asked.label, line.asked.line.text]
            assert (mark, bool(late), bool(changed)) == (line.mark.value, line.late, line.changed)
            person = line.answer.person if line.answer else None
            assert (answer[0].get("person") if answer else None) == person


def test_whatever_is_written_stays_text() -> None:
    raw = page(hostile())
    made = Page(raw)
    tags = {tag for tag, _attributes in made.elements}
    assert "img" not in tags
    assert len(made.of("script")) == 2
    assert b"</script><script>window" not in raw
    assert data(made)["cells"]["0-0"][0][4]["person"] == EVIL[0]
    assert data(made)["units"] == [*EVIL]
    assert "7*7" in raw.decode()
    assert not re.search("[\u202e\u2066\u2028]", raw.decode())


def test_what_nobody_sees_is_left_out() -> None:
    assert seen("a\u202eb\n\tc\x00d\ufffe") == "ab cd"
    assert seen("𠮷（镇）") == "𠮷（镇）"


def test_the_same_chart_gives_the_same_bytes_with_a_mark() -> None:
    first = page(charted(sample()))
    assert first == page(charted(sample()))
    assert untouched(first)
    assert not untouched(first.replace(b"0/7", b"7/7", 1))
    assert not untouched(b"<html></html>")


def test_more_than_a_browser_shows_is_refused_with_a_way_out() -> None:
    require_fit(17, 1600)
    with pytest.raises(GenError, match="1500 tasks × 1600 units") as error:
        require_fit(1500, 1600)
    assert "--unit" in error.value.hint
    with pytest.raises(GenError):
        require_fit(1, 1, 1_000_000)
