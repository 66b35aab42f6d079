"""Faults planted in the sample policy: each kind changes one place and says on which line it must be found.

Lines are changed in place, never added or taken away, so that a line means the same before and after.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.conftest import ROOT

SAMPLE = ROOT / "policy" / "disability-employment"
HAN = "\u4e00-\u9fff"
_SENTENCE = re.compile(rf"^ +- ([{HAN}“《].{{12,}}[。；])$")
_NAMES = ("notice", "tasks")


@dataclass
class Files:
    """The files of the policy as lines."""

    notice: list[str]
    tasks: list[str]

    def lines(self, name: str) -> list[str]:
        found: list[str] = getattr(self, name)
        return found


@dataclass(frozen=True)
class Planted:
    """Where a fault was planted: file and line, from 1."""

    file: str
    line: int


Mutation = Callable[[Files, random.Random], Planted | None]
KINDS: dict[str, Mutation] = {}


def sample() -> Files:
    return Files(*((SAMPLE / f"{name}.yaml").read_text(encoding="utf8").splitlines() for name in _NAMES))


def kind(mutation: Mutation) -> Mutation:
    KINDS[mutation.__name__] = mutation
    return mutation


def sentences(files: Files, *names: str) -> Iterator[tuple[str, int]]:
    """Yield the lines that hold a sentence and that no target, deadline or other data quotes."""
    quoted = [
        match[1]
        for name in _NAMES
        for line in files.lines(name)
        if (match := re.match(r" +(?:printed|covers|applies_to): (.*)", line))
    ]
    for name in names or _NAMES:
        for number, line in enumerate(files.lines(name)):
            if _SENTENCE.match(line) and not any(words.strip('"') in line for words in quoted):
                yield name, number


def replaced(
    pattern: str, new: str | Callable[[re.Match[str]], str], *, names: tuple[str, ...] = ()
) -> Mutation:
    """Return a mutation that replaces one match of ``pattern`` in one sentence."""

    def mutate(files: Files, rng: random.Random) -> Planted | None:
        places = [
            (name, number, match)
            for name, number in sentences(files, *names)
            for match in re.finditer(pattern, files.lines(name)[number])
        ]
        if not places:
            return None
        name, number, match = rng.choice(places)
        line = files.lines(name)[number]
        text = match.expand(new) if isinstance(new, str) else new(match)
        files.lines(name)[number] = line[: match.start()] + text + line[match.end() :]
        return Planted(name, number + 1)

    return mutate


def inserted(*words: str, names: tuple[str, ...] = ()) -> Mutation:
    """Return a mutation that puts one of ``words`` behind a comma of a sentence."""

    def mutate(files: Files, rng: random.Random) -> Planted | None:
        chosen = rng.choice(words)
        return replaced(rf"(?<=[{HAN}]，)(?=[{HAN}])", lambda _match: chosen, names=names)(files, rng)

    return mutate


KINDS |= {
    "half_width_comma": replaced(rf"(?<=[{HAN}])，(?=[{HAN}])", ","),
    "half_width_stop": replaced(rf"(?<=[{HAN}])；(?=[{HAN}])", ";"),
    "half_width_brackets": replaced("（([^（）]*)）", r"(\1)"),
    "one_half_width_bracket": replaced("（([^（）]*)）", r"（\1)"),
    "straight_quotes": replaced("“([^“”]*)”", r'"\1"'),
    "bracket_not_closed": replaced("（([^（）]*)）", r"（\1"),
    "quotation_not_closed": replaced("“([^“”]*)”", r"“\1"),
    "doubled_mark": replaced(rf"(?<=[{HAN}])([，、；])(?=[{HAN}])", r"\1\1"),
    "blank": replaced(rf"(?<=[{HAN}][{HAN}])(?=[{HAN}][{HAN}])", " "),
    "comma_between_titles": inserted(
        "按照《甲市残疾人保障办法》、《乙市就业促进规定》", "落实《某条例》、《某细则》要求，"
    ),
    "comma_before_etc": replaced(rf"(?<=[{HAN}])等(?=[{HAN}]{{2}})(?![级待])", "、等"),
    "hyphen_in_years": inserted("在2022-2024年期间，", "自2023年-2024年，"),
    "hyphen_in_numbers": inserted("培训10-20人次，", "扶持3-5家，"),
    "zero_in_date": inserted("2023年06月1日起，", "自2023年9月05日起，"),
    "document_number": inserted(
        "按照《某意见》（某府办[2022]31号），", "根据《某通知》（某府〔2022〕第031号），"
    ),
    "full_width_digits": inserted("补贴标准提高１０个百分点，", "覆盖率提高到９５%，"),
    "number_without_target": inserted(
        "全年培训300人次，", "新建就业基地5家，", "服务残疾人2000人次，", names=("tasks",)
    ),
    "deadline_without_data": inserted("于2023年9月30日前完成，", "2024年6月底前，", names=("tasks",)),
}


@kind
def sentence_without_verb(files: Files, rng: random.Random) -> Planted | None:
    name, number = rng.choice([*sentences(files, "tasks")])
    phrase = rng.choice(
        ("残疾人职业技能基地和就业服务站点。", "就业援助月专场招聘会。", "残疾人就业岗位目录。")
    )
    line = files.lines(name)[number]
    files.lines(name)[number] = line[: line.index("- ") + 2] + phrase
    return Planted(name, number + 1)


def unit_lines(files: Files) -> list[int]:
    return [n for n, line in enumerate(files.tasks) if line.startswith("      - units: [")]


@kind
def unit_not_in_register(files: Files, rng: random.Random) -> Planted | None:
    number = rng.choice(unit_lines(files))
    names = re.findall(rf"市[{HAN}]+", files.tasks[number])
    name = rng.choice(names)
    files.tasks[number] = re.sub(rf"(?<=[\[ ]){name}(?=[,\]])", name[1:-1], files.tasks[number], count=1)
    return Planted("tasks", number + 1)


@kind
def unit_twice(files: Files, rng: random.Random) -> Planted | None:
    number = rng.choice(unit_lines(files))
    name = rng.choice(re.findall(rf"市[{HAN}]+", files.tasks[number]))
    files.tasks[number] = files.tasks[number].replace("]", f", {name}]")
    return Planted("tasks", number + 1)


@kind
def set_and_its_member(files: Files, rng: random.Random) -> Planted | None:
    number = rng.choice([n for n in unit_lines(files) if "各镇街" in files.tasks[n]])
    town = rng.choice(("小榄镇", "石岐街道", "翠亨新区管委会", "三乡镇"))
    files.tasks[number] = files.tasks[number].replace("各镇街]", f"{town}, 各镇街]")
    return Planted("tasks", number + 1)


def head(files: Files, number: int) -> int:
    """Return the line of the name of the task that line ``number`` belongs to."""
    return max(n for n in range(number) if files.tasks[n].startswith("    name:"))


@kind
def task_without_unit(files: Files, rng: random.Random) -> Planted | None:
    number = rng.choice(unit_lines(files))
    files.tasks[number - 1] = files.tasks[number] = "    # nobody"
    return Planted("tasks", head(files, number) + 1)


@kind
def task_twice(files: Files, rng: random.Random) -> Planted | None:
    """A row gets the name of one further up; rows of one name that follow each other are a task in parts."""
    names = [n for n, line in enumerate(files.tasks) if line.startswith("    name:")]
    place = rng.randrange(2, len(names))
    first, second = rng.choice(names[: place - 1]), names[place]
    files.tasks[second] = files.tasks[first]
    return Planted("tasks", second + 1)


@kind
def row_missing(files: Files, rng: random.Random) -> Planted | None:
    """A row is given to the measure of another: its own has none."""
    measures = [n for n, line in enumerate(files.tasks) if line.startswith("    measure:")]
    counts = {n: sum(files.tasks[m] == files.tasks[n] for m in measures) for n in measures}
    alone = [n for n in measures if counts[n] == 1 and "help-into" not in files.tasks[n]]
    number = rng.choice(alone)
    measure = files.tasks[number].split(": ")[1]
    other = rng.choice([files.tasks[n] for n in alone if n != number])
    files.tasks[number] = other
    at = next(n for n, line in enumerate(files.notice) if line.strip() == f"- id: {measure}")
    return Planted("notice", at + 3)


@kind
def target_value(files: Files, rng: random.Random) -> Planted | None:
    """The value alone is changed; of a range either end could be the wrong one."""
    values = [n for n, line in enumerate(files.tasks) if re.match(r" +value: \d", line)]
    number = rng.choice([n for n in values if "upper:" not in files.tasks[n + 1]])
    files.tasks[number] = re.sub(r"\d+", lambda m: str(int(m[0]) + rng.randint(2, 40)), files.tasks[number])
    return Planted("tasks", number + 1)


@kind
def number_in_body_and_table_differ(files: Files, rng: random.Random) -> Planted | None:
    """Text, words and value of a target of the table are changed together."""
    number = next(n for n, line in enumerate(files.tasks) if "挂牌1家" in line and "printed" not in line)
    value = rng.randint(2, 9)
    row = max(n for n in range(number) if files.tasks[n].startswith("  - id:"))
    for n in range(row, len(files.tasks)):
        files.tasks[n] = files.tasks[n].replace("挂牌1家", f"挂牌{value}家")
        if files.tasks[n].strip() == "value: 1":
            files.tasks[n] = files.tasks[n].replace("1", str(value))
    at = next(n for n, line in enumerate(files.notice) if "创建1家" in line and "printed" not in line)
    return Planted("notice", at + 1)


def _moved(files: Files, old: str, new: str, date: str, to: str) -> Planted:
    for n, line in enumerate(files.notice):
        files.notice[n] = line.replace(old, new).replace(f"date: {date}", f"date: {to}")
    return Planted(
        "notice",
        next(n for n, line in enumerate(files.notice, 1) if f"{new}、" in line or f"、{new}" in line),
    )


@kind
def deadline_before_issue(files: Files, rng: random.Random) -> Planted | None:
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    return _moved(
        files, "2023年12月15日前", f"2022年{month}月{day}日前", "2023-12-15", f"2022-{month:02}-{day:02}"
    )


@kind
def deadline_outside_plan(files: Files, rng: random.Random) -> Planted | None:
    month, day, year = rng.randint(1, 12), rng.randint(1, 28), rng.choice((2026, 2027, 2028))
    return _moved(
        files, "2024年10月20日前", f"{year}年{month}月{day}日前", "2024-10-20", f"{year}-{month:02}-{day:02}"
    )


@kind
def deadline_on_a_sunday(files: Files, rng: random.Random) -> Planted | None:
    month, day = rng.choice(((9, 3), (9, 10), (11, 5), (11, 12), (8, 6), (8, 13)))
    return _moved(
        files, "2023年12月15日前", f"2023年{month}月{day}日前", "2023-12-15", f"2023-{month:02}-{day:02}"
    )


@kind
def name_differs(files: Files, rng: random.Random) -> Planted | None:
    """The last word of a clause that body and table share is another in the table."""
    choices = (
        ("民办公助等多种方式建立辅助性就业机构", "民办公助等多种方式建立辅助性就业中心"),
        (
            "人力资源服务机构，按规定将就业服务纳入政府购买服务范围",
            "人力资源服务机构，按规定将就业服务纳入政府购买服务目录",
        ),
        ("对有培训需求的，提供职业技能培训信息", "对有培训需求的，提供职业技能培训资料"),
        ("支持非营利性残疾人集中就业机构持续发展", "支持非营利性残疾人集中就业单位持续发展"),
    )
    old, new = rng.choice(choices)
    tail = old.rpartition("，")[2]
    number = next(n for n, line in enumerate(files.tasks) if old in line)
    files.tasks[number] = files.tasks[number].replace(old, new)
    at = next(n for n, line in enumerate(files.notice) if tail in line)
    return Planted("notice", at + 1)


@kind
def title_kind(files: Files, rng: random.Random) -> Planted | None:
    number = next(n for n, line in enumerate(files.notice) if line.startswith("title:"))
    files.notice[number] = files.notice[number].removesuffix("通知") + rng.choice(
        ("方案", "意见", "函", "办法")
    )
    return Planted("notice", number + 1)


@kind
def contact_number(files: Files, rng: random.Random) -> Planted | None:
    number = next(n for n, line in enumerate(files.notice) if 'phone: "' in line)
    files.notice[number] = files.notice[number].replace("88879299", str(rng.randint(10**7, 10**8 - 1)))
    return Planted("notice", number + 1)


@kind
def attachment_named_differently(files: Files, rng: random.Random) -> Planted | None:
    number = next(n for n, line in enumerate(files.notice) if "要对照《中山市" in line)
    old, new = rng.choice(
        (("任务分解表》", "任务分工表》"), ("贯彻落实〈", "落实〈"), ("残疾人就业三年", "残疾人就业创业三年"))
    )
    files.notice[number] = files.notice[number].replace(old, new, 1)
    return Planted("notice", number + 1)
