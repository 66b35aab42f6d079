"""Books filled with made-up answers of every kind, and charts of them; nobody in them is a person."""

from __future__ import annotations

import datetime
import hashlib
from functools import cache
from pathlib import Path

from hongtou.chart.cells import Chart
from hongtou.chart.gather import chart, rows
from hongtou.model.policy import Policy
from hongtou.model.progress import Answer, State, UnitProgress
from hongtou.papers import Papers
from hongtou.tracking.asked import Asked, Requirements
from hongtou.tracking.book import HEAD, Book
from hongtou.tracking.standing import Standings
from hongtou.workspace import Workspace
from tests.conftest import ROOT
from tests.redline.conftest import policies

AS_OF = datetime.date(2024, 1, 31)
PEOPLE = ("经办人甲", "经办人乙", "经办人丙")


def number(*words: str) -> int:
    """Return a number that is the same in every run and differs from word to word."""
    return int(hashlib.sha256("/".join(words).encode()).hexdigest()[:8], 16)


def answer(unit: str, asked: Asked) -> Answer | None:
    """Return what ``unit`` answers to a line: units differ in how far they are, tasks too."""
    eager, luck = number(unit) % 10, number(unit, asked.task) % 12
    if eager < 1 or (luck == 0 and eager < 8):
        return None
    done = luck + eager > 11 or number(unit, asked.task, asked.line.id) % 20 < eager
    state = State.DONE if done else State.DOING if luck > 2 else State.TODO
    words = "q-00000000" if number(asked.line.id, unit) % 29 == 0 else asked.hash
    day = AS_OF - datetime.timedelta(days=number(unit, asked.line.id) % 90)
    return Answer(
        state=state,
        date=day if done else None,
        person=PEOPLE[number(unit, asked.task) % 3],
        evidence="已归档材料1份" if done else None,
        progress="正在办理，已完成摸底。" if state is State.DOING else None,
        problem="需要有关部门提供数据。" if state is not State.DONE and luck == 3 else None,
        next="下月组织专题会议研究。" if luck == 3 else None,
        asked=words,
    )


def book(requirements: Requirements) -> Book:
    """Return a book in which most units have answered."""
    made = Book(HEAD, "progress.yaml")
    for unit in requirements.units:
        tasks: dict[str, dict[str, Answer]] = {}
        for asked, _role in requirements.of(unit):
            if (said := answer(unit, asked)) is not None:
                tasks.setdefault(asked.task, {})[asked.line.id] = said
        if tasks:
            made.put(unit, UnitProgress(tasks=tasks))
    return made


def standings(policy: Policy, as_of: datetime.date = AS_OF) -> Standings:
    """Return how ``policy`` stands with the made-up answers."""
    requirements = Requirements(policy, Papers(Workspace(ROOT), policy).portfolio)
    return Standings(requirements, book(requirements), as_of)


def charted(found: Standings) -> Chart:
    """Return the chart of everything."""
    return chart(found, rows(found.requirements, found.as_of), found.units)


@cache
def sample() -> Standings:
    """Return how the sample stands."""
    return standings(policies()["sample"])


def write_sample(folder: Path) -> None:
    """Write the chart of the sample as sheets and as a page, to be looked at: ``python -m tests.chart.filled DIR``."""
    from hongtou.chart.page import html_page
    from hongtou.chart.sheets import svg_sheets
    from hongtou.chart.templates import Templates

    found = charted(sample())
    fonts = sample().policy.settings.fonts
    templates = Templates(Workspace(ROOT))
    for size in ("A3", "A4"):
        for place, data in enumerate(svg_sheets(found, templates, fonts, size)):
            (folder / f"chart-{size}-{place + 1}.svg").write_bytes(data)
    (folder / "chart.html").write_bytes(html_page(found, templates))


if __name__ == "__main__":
    import sys

    write_sample(Path(sys.argv[1]))
