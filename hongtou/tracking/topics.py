"""What a joint meeting has before it 提请研究的事项: open problems, late and changed lines, next steps, task by task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hongtou.documents.checklist import Checklists
from hongtou.documents.ledger import Ledger
from hongtou.documents.meeting import Business, Course, Point, Topic, says_something, tidy
from hongtou.model.progress import Answer
from hongtou.tracking.asked import Asked, Key, Requirements
from hongtou.tracking.standing import Mark, Standing, Standings
from hongtou.tracking.summary import Count

LEDGER = "督办台账"
"""Who says what a ledger of no single unit says."""
_GONE = "@gone"
_GONE_NAME = "现行通知未作要求的事项"


def business(standings: Standings) -> Business:
    """Return what there is to talk about; every problem that the book tells of is in it, also of what is not asked any more."""
    gathered = _Gathered(standings.requirements)
    count = Count()
    silent = []
    for standing in standings:
        count.add(standing.lines)
        gathered.lines(standing.lines)
        for gone in standing.gone:
            gathered.gone(standing.unit, gone.words, gone.answer)
        if not standing.replied:
            silent.append(standing.unit)
    gathered.lines(_of_ledger(standings.overall.lines))
    for gone in standings.overall.gone:
        gathered.gone(LEDGER, gone.words, gone.answer)
    for unit, words, answer in _of_strangers(standings):
        gathered.gone(unit, words, answer)
    marks = tuple((mark.word, count.marks[mark]) for mark in (Mark.DONE, Mark.DOING, Mark.TODO, Mark.SILENT))
    course = Course(standings.as_of, standings.units, tuple(silent), marks, count.late, count.changed)
    return Business(course, *gathered.topics())


def _of_ledger(lines: Iterable[Standing]) -> Iterator[Standing]:
    """Yield the lines that the ledger of no single unit says something about; late are the units that owe them, and counted there."""
    return (replace(line, unit=LEDGER, late=False) for line in lines if line.answer is not None)


def _of_strangers(standings: Standings) -> Iterator[tuple[str, str, Answer]]:
    """Yield what units say that nothing is asked of: unit, words, answer."""
    words = standings.book.requirements
    for unit in standings.strangers:
        for lines in standings.book.of(unit).tasks.values():
            for answer in lines.values():
                yield unit, words.get(answer.asked or "", ""), answer


@dataclass(frozen=True)
class _Who:
    """Who leads a line, and who is responsible for it."""

    lead: str
    units: str


class _Gathered:
    """Gathers points line by line; units that say the same about a line are one point."""

    def __init__(self, requirements: Requirements) -> None:
        self._requirements = requirements
        self._problems: dict[Key, dict[Point, list[str]]] = {}
        self._steps: dict[Key, dict[Point, list[str]]] = {}
        self._gone: dict[Point, list[str]] = {}

    def lines(self, lines: Iterable[Standing]) -> None:
        """Take in how ``lines`` stand."""
        for line in lines:
            point = _point(line)
            if point.late or point.changed or point.problem:
                _put(self._problems.setdefault(line.asked.key, {}), point, line.unit)
            elif point.next and line.open:
                _put(self._steps.setdefault(line.asked.key, {}), point, line.unit)

    def gone(self, unit: str, words: str, answer: Answer) -> None:
        """Take in an answer to what is not asked of ``unit`` any more, where it tells of a problem."""
        if problem := _said(answer.problem):
            text = tidy(words) or "原要求未留存"
            mark = Mark(answer.state.value) if answer.state is not None else Mark.SILENT
            point = Point(text, "", (), mark.word, problem=problem, next=_said(answer.next))
            _put(self._gone, point, unit)

    def topics(self) -> tuple[tuple[Topic, ...], tuple[Topic, ...]]:
        """Return the topics of the problems and of the next steps, in the order of the policy."""
        gone = Topic(_GONE, "", _GONE_NAME, "", "", _points(self._gone))
        problems = tuple(self._topics(self._problems)) + ((gone,) if gone.points else ())
        return problems, tuple(self._topics(self._steps))

    def _topics(self, found: dict[Key, dict[Point, list[str]]]) -> Iterator[Topic]:
        """Yield a topic per task; duties that share id and name are one."""
        tasks: dict[tuple[str, str, str], list[Asked]] = {}
        for asked in self._requirements.all.values():
            if asked.key in found:
                label = asked.duty.label if asked.duty is not None else ""
                tasks.setdefault((asked.task, label, asked.name), []).append(asked)
        who = self._who()
        for (task, label, name), lines in tasks.items():
            points = tuple(point for asked in lines for point in _points(found[asked.key]))
            yield Topic(task, label, name, *_in_words(who[asked.key] for asked in lines), points)

    def _who(self) -> dict[Key, _Who]:
        """Return who leads each line and who is responsible for it."""
        policy, portfolio = self._requirements.policy, self._requirements.portfolio
        ledger = Ledger(policy, portfolio, Checklists(policy, portfolio))
        found = {(one.task, one.line): _Who(one.lead, one.units) for one in ledger.entries()}
        return {key: found.get(key, _Who("", "")) for key in self._requirements.all}


def _point(line: Standing) -> Point:
    answer = line.answer
    return Point(
        line.asked.line.text,
        line.asked.line.deadline,
        (),
        line.mark.word,
        line.late,
        line.changed,
        _said(answer.problem) if answer is not None else "",
        _said(answer.next) if answer is not None else "",
    )


def _said(text: str | None) -> str:
    """Return what ``text`` says, tidied; empty where it says 无 or the like."""
    said = tidy(text)
    return said if says_something(said) else ""


def _put(points: dict[Point, list[str]], point: Point, unit: str) -> None:
    points.setdefault(point, []).append(unit)


def _points(points: dict[Point, list[str]]) -> tuple[Point, ...]:
    return tuple(replace(point, units=tuple(dict.fromkeys(units))) for point, units in points.items())


def _in_words(who: Iterable[_Who]) -> tuple[str, str]:
    """Return who leads, and in words who leads and who is responsible, each said once, as the ledger says it."""
    found = tuple(who)
    leads = "；".join(dict.fromkeys(one.lead for one in found if one.lead))
    units = "；".join(dict.fromkeys(one.units for one in found if one.units))
    said = [f"牵头单位：{leads}"] if leads else []
    said += [units if "：" in units else f"责任单位：{units}"] if units else []
    return leads, "；".join(said)
