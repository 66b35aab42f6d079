"""Books of answers for a policy: chosen by a seed, from nothing at all to hostile."""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterable

from hongtou.model.policy import Policy
from hongtou.model.progress import Answer, Return, UnitProgress
from hongtou.papers import Papers
from hongtou.tracking.asked import Requirements
from hongtou.tracking.book import HEAD, Book

STATES = (None, "todo", "doing", "done", "done")
WORDS = {
    "progress": (
        "已召开专题会议部署，印发工作方案，完成摸底排查",
        "组织专场招聘会2场，达成就业意向15人。",
    ),
    "problem": ("部分用人单位岗位开发不足", "专项经费尚未到位。"),
    "next": ("加强与重点企业对接，年底前完成岗位开发", "争取专项经费支持。"),
    "evidence": ("会议纪要、招聘会照片", "工作方案"),
    "note": ("已报市政府", ""),
}
HOSTILE = (
    "<w:p/>&amp;]]>\x00\x08\x1b\ufffe\ud800",
    "{{ 7 * 7 }}{% for x in y %}<?gen 0?>",
    "第一行\r\n\n第二行\t制表\u2028第三行\u202e倒",
    "很长的进展情况，" * 90,
    "W" * 400,
    " \n\t ",
)


def random_book(papers: Papers, seed: int, units: Iterable[str] | None = None) -> Book:
    """Return a book in which some of ``units`` answered some of their lines."""
    chance = random.Random(seed)
    requirements = Requirements(papers.policy, papers.portfolio)
    book = Book(HEAD, "progress.yaml")
    for unit in units if units is not None else papers.portfolio.units:
        share = chance.choice((0.0, 0.3, 0.8, 1.0))
        tasks: dict[str, dict[str, Answer]] = {}
        for asked, _role in requirements.of(unit):
            if chance.random() < share:
                tasks.setdefault(asked.task, {})[asked.line.id] = answer(chance, asked.hash)
        if tasks:
            back = {"r-1": Return(file=f"{unit}.docx", paper="checklist")}
            book.put(unit, UnitProgress(returns=back, tasks=tasks))
    return book


def answer(chance: random.Random, asked: str) -> Answer:
    """Return some answer to the requirement ``asked``, now and then to other words."""
    said = {name: chance.choice((None, *words)) for name, words in WORDS.items()}
    state = chance.choice(STATES)
    day = datetime.date(2023, chance.randint(3, 12), chance.randint(1, 28)) if state == "done" else None
    return Answer(
        state=state,
        date=day,
        asked=asked if chance.random() < 0.9 else "q-other",
        **said,
    )


def hostile_book(papers: Papers, unit: str) -> Book:
    """Return a book in which ``unit`` answered with everything that could break a paper."""
    requirements = Requirements(papers.policy, papers.portfolio)
    tasks: dict[str, dict[str, Answer]] = {}
    for number, (asked, _role) in enumerate(requirements.of(unit)):
        text = HOSTILE[number % len(HOSTILE)]
        words = dict.fromkeys(WORDS, text)
        tasks.setdefault(asked.task, {})[asked.line.id] = Answer(
            state=STATES[number % 4], asked=asked.hash, **words
        )
    return Held({unit: UnitProgress(tasks=tasks)})


class Held(Book):
    """A book that is not written: its chapters are as they were given, also what no file could hold."""

    def __init__(self, given: dict[str, UnitProgress]) -> None:
        super().__init__(HEAD, "progress.yaml")
        self._given = given

    @property
    def units(self) -> tuple[str, ...]:
        """The units that have a chapter."""
        return tuple(self._given)

    def of(self, unit: str) -> UnitProgress:
        """Return the chapter of ``unit``."""
        return self._given.get(unit, UnitProgress())


__all__ = ["HOSTILE", "Held", "Policy", "answer", "hostile_book", "random_book"]
