"""What is corrected in a policy's files, what is left alone and why; every dress a file can wear stays as it is."""

from __future__ import annotations

import copy
import datetime
import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hongtou.errors import SourceError
from hongtou.findings import Finding, Severity
from hongtou.rules.catalogue import text_rules
from hongtou.rules.check import check_policy
from hongtou.rules.fix import Fixes, diff, fix
from hongtou.rules.hit import Hit, Place, Span
from hongtou.rules.locate import Located, ends
from hongtou.rules.script import script_of
from hongtou.source.files import read_bytes
from hongtou.source.load import Loaded, load
from hongtou.source.nodes import read
from tests.conftest import ROOT, examples
from tests.rules.harness import changed, write

Chosen = Callable[[Loaded], list[Located]]
TEXT = "notice", ("sections", 0, "text", 0)


def by_text(loaded: Loaded) -> list[Located]:
    """Return what the rules for marks and numbers find."""
    return check_policy(loaded, text_rules())


def planted(*faults: tuple[str, tuple[int | str, ...], str, str | None], other: Chosen = by_text) -> Chosen:
    """Return a choice that also finds words at a place: file, path, words, what to write instead."""

    def chosen(loaded: Loaded) -> list[Located]:
        found = other(loaded)
        for file, path, words, instead in faults:
            source = loaded.sources[file]
            place = Place(file, path, words)
            if words in str(dict_at(source.data, path)):
                line, column = ends(source, place)[0]
                finding = Finding(source.path, line, column, f"{words}!", rule="planted")
                found.append(Located(finding, Hit(place, finding.message, fix=instead)))
        return found

    return chosen


def counted(chosen: Chosen) -> tuple[Chosen, list[Loaded]]:
    """Return ``chosen`` with a list of the policies it has looked at."""
    seen: list[Loaded] = []

    def counting(loaded: Loaded) -> list[Located]:
        seen.append(loaded)
        return chosen(loaded)

    return counting, seen


def dict_at(data: Any, path: tuple[int | str, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def run(folder: Path, chosen: Chosen = by_text) -> Fixes:
    """Return what is corrected, once it is seen that correcting it again changes nothing."""
    fixes = fix(folder, chosen=chosen)
    for path, text in fixes.texts.items():
        assert path.read_bytes() == fixes.before[path].encode()
        path.write_bytes(text.encode())
    again = fix(folder, chosen=chosen)
    assert (again.texts, again.applied) == ({}, [])
    assert again.remaining == fixes.remaining
    assert again.refused == fixes.refused
    return fixes


def text_of(folder: Path, path: tuple[int | str, ...], file: str = "notice") -> Any:
    return dict_at(read((folder / f"{file}.yaml").read_text(encoding="utf8"), "").data, path)


# What is corrected


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ({"notice.preamble": ["提高认识,加强领导:"]}, {"preamble.0": "提高认识，加强领导："}),
        ({"notice.closing": ['落实"一河一策"。']}, {"closing.0": "落实“一河一策”。"}),
        ({"notice.closing": ['落实"一河一策,长效管护"。']}, {"closing.0": "落实“一河一策，长效管护”。"}),
        ({"notice.closing": [["1、加强领导。"], ["2、落实责任。"]]}, {"closing.1.0": "2.落实责任。"}),
        ({"notice.sections.0.heading": "扩大供给,提高水平"}, {"sections.0.heading": "扩大供给，提高水平"}),
        ({"notice.closing": ["甲，，，乙。"]}, {"closing.0": "甲，乙。"}),
        (
            {
                "notice.sections.0.text": ["覆盖10-20名", "老人。"],
                "notice.sections.0.targets": [
                    {"id": "a", "quantity": "老人", "comparator": "between", "value": 10, "upper": 20, "printed": "10-20名老人"}
                ],
            },
            {"sections.0.text.0": "覆盖10～20名", "sections.0.targets.0.printed": "10～20名老人"},
        ),
        (
            {
                "notice.sections.0.text": ["于2026年06月05日前完成。"],
                "notice.sections.0.deadlines": [
                    {"kind": "date", "date": datetime.date(2026, 6, 5), "printed": "2026年06月05日前"}
                ],
            },
            {"sections.0.text.0": "于2026年6月5日前完成。", "sections.0.deadlines.0.printed": "2026年6月5日前"},
        ),
        (
            {
                "notice.title": "关于印发工作方案（2026-2028年）的通知",
                "notice.title_lines": ["关于印发工作方案（2026-", "2028年）的通知"],
            },
            {"title": "关于印发工作方案（2026—2028年）的通知", "title_lines.0": "关于印发工作方案（2026—"},
        ),
        (
            {
                "notice.attachments.+": {
                    "id": "plan",
                    "title": "方案（2026-2028年）",
                    "document": {"title": "方案（2026-2028年）", "closing": ["甲。"]},
                },
                "notice.closing": ["落实《方案（2026 年）》。"],
            },
            {
                "attachments.1.title": "方案（2026—2028年）",
                "attachments.1.document.title": "方案（2026—2028年）",
                "closing.0": "落实《方案（2026 年）》。",
            },
        ),
        (
            {"notice.closing": ["（联系人:联系人甲）。"], "notice.contacts.0.printed": "联系人:联系人甲"},
            {"closing.0": "（联系人：联系人甲）。", "contacts.0.printed": "联系人：联系人甲"},
        ),
    ],
)  # fmt: skip
def test_texts_and_their_copies(case: dict[str, Any], expected: dict[str, str], tmp_path: Path) -> None:
    folder = write(changed(case), tmp_path)
    fixes = run(folder)
    assert fixes.refused == []
    assert fixes.remaining == []
    for path, text in expected.items():
        steps = tuple(int(step) if step.isdigit() else step for step in path.split("."))
        assert text_of(folder, steps) == text


def test_the_sample(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "policy", tmp_path / "policy")
    folder = tmp_path / "policy" / "disability-employment"
    before = check_policy(load(folder))
    fixes = run(folder, check_policy)
    assert fixes.applied
    assert fixes.refused == []
    assert not [located for located in fixes.remaining if located.hit and located.hit.fix is not None]
    assert len(fixes.remaining) == len(before) - len(fixes.applied)
    notice = fixes.texts[folder / "notice.yaml"]
    assert "10-20名" not in notice
    assert notice.count("10～20名") == 2
    assert "printed: 10～20名残疾妇女就业\n" in notice
    assert "printed: 《广东省促进残疾人就业三年行动方案（2022-2024年）》（" in notice, (
        "a cited title is not corrected unasked"
    )
    assert [line for line in notice.split("\n") if "#" in line] == [
        line for line in fixes.before[folder / "notice.yaml"].split("\n") if "#" in line
    ]


def test_what_is_not_chosen_is_left_alone(tmp_path: Path) -> None:
    folder = write(changed({"notice.closing": [["甲,乙。"], ["丙,丁。"]]}), tmp_path)

    def chosen(loaded: Loaded) -> list[Located]:
        return [located for located in by_text(loaded) if "丙" not in located.finding.message]

    assert len(run(folder, chosen).applied) == 1
    assert text_of(folder, ("closing",)) == [["甲，乙。"], ["丙,丁。"]]


def test_files_above_the_policy(tmp_path: Path) -> None:
    folder = write(changed({}), tmp_path)
    chosen = planted(("units", ("units", 6, "full_name"), "某市", "本市"))
    assert [*run(folder, chosen).texts] == [folder.parent / "units.yaml"]


# What is refused


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("- >-\n    加强\n    领导,落实责任。\n", "is not written on one line"),
        ('- "加强\\\n    领导,落实责任。"\n', "is not written on one line"),
        ("- &a 加强,领导。\n  - *a\n", ""),
    ],
)
def test_reasons(text: str, reason: str, tmp_path: Path) -> None:
    folder = write(changed({"notice.closing": None}), tmp_path)
    path = folder / "notice.yaml"
    path.write_text(f"{path.read_text(encoding='utf8')}closing:\n  {text}", encoding="utf8")
    before = path.read_bytes()
    fixes = run(folder)
    if not reason:
        assert text_of(folder, ("closing",)) == ["加强，领导。"] * 2
        return
    assert [why for _located, why in fixes.refused if reason in why]
    assert path.read_bytes() == before
    assert fixes.applied == []
    assert [located for located, _why in fixes.refused if located not in fixes.remaining] == []


def test_words_of_two_sentences_are_left_to_a_person(tmp_path: Path) -> None:
    folder = write(changed({"notice.closing": ["甲。", "乙。"]}), tmp_path)

    def chosen(loaded: Loaded) -> list[Located]:
        start = script_of(loaded.policy).text.index("甲。乙")
        finding = Finding(loaded.sources["notice"].path, 1, 1, "甲。乙", rule="planted")
        return [Located(finding, Hit(Span(start, start + 3), finding.message, fix="甲，乙"))]

    fixes = run(folder, chosen)
    assert [why for _located, why in fixes.refused] == ["it goes over two sentences; correct it by hand."]


@pytest.mark.parametrize(
    ("file", "path", "words", "instead", "reason"),
    [
        (*TEXT, "覆盖", "覆盖", "the finding would still be there: 覆盖!"),
        (*TEXT, "建立覆盖城乡的养老服务网络。", "", "the policy could not be read any more: the text is empty."),
        ("notice", ("sections", 0, "measures", 0, "targets", 0, "printed"), "家", "个", "does not stand in the text"),
        ("notice", ("sections", 0, "id"), "supply", "养老", "cannot be an id"),
        ("notice", ("date",), "2026", "2027", "do not stand in the file as they are printed"),
        ("notice", ("attachments", 0), "tasks", "甲", "do not stand in the file as they are printed"),
        ("units", ("units", 1, "name"), "市民政局", "民政局", "the policy could not be read any more"),
    ],
)  # fmt: skip
def test_a_change_that_does_not_help_is_taken_back(
    file: str, path: tuple[int | str, ...], words: str, instead: str, reason: str, tmp_path: Path
) -> None:
    folder = write(changed({"notice.closing": ["甲,乙。"]}), tmp_path)
    fixes = run(folder, planted((file, path, words, instead)))
    assert text_of(folder, ("closing", 0)) == "甲，乙。"
    assert len(fixes.applied) == 1
    assert len(fixes.refused) == 1
    assert reason in fixes.refused[0][1]
    assert fixes.refused[0][0] in fixes.remaining


def test_a_text_that_is_one_with_another_is_not_changed_for_both(tmp_path: Path) -> None:
    folder = write(changed({"notice.closing": None}), tmp_path)
    path = folder / "notice.yaml"
    path.write_text(f"{path.read_text(encoding='utf8')}closing: [&a 甲乙。, *a, 甲,]\n", encoding="utf8")
    fixes = run(folder, planted(("notice", ("closing", 0), "甲", "子")))
    assert fixes.refused[0][1] == "another text of the file would change with it."


def test_a_fault_elsewhere_that_was_only_hidden_speaks_against_no_change(tmp_path: Path) -> None:
    closing = [f"第{number}处,甲。" for number in range(9)]
    folder = write(changed({"notice.closing": closing}), tmp_path)

    def chosen(loaded: Loaded) -> list[Located]:
        if "第5处，" not in str(loaded.policy.notice.closing):
            return by_text(loaded)
        paper = Located(Finding("通知.docx", 0, 0, "子!", rule="paper"), None)
        beside = ("notice", ("closing", 6), "甲", None)
        return [*planted(("tasks", ("tasks", 0, "name"), "建设", None), beside)(loaded), paper]

    fixes = run(folder, chosen)
    assert len(fixes.applied) == 9
    assert fixes.refused == []
    assert {located.finding.message for located in fixes.remaining} == {"建设!", "甲!", "子!"}


@pytest.mark.parametrize(("words", "kept"), [("处，甲", False), ("甲。", True), ("第0处", True)])
def test_a_fault_at_the_changed_words_does(words: str, kept: bool, tmp_path: Path) -> None:
    folder = write(changed({"notice.closing": ["第0处,甲。"]}), tmp_path)

    def chosen(loaded: Loaded) -> list[Located]:
        right = "，" in loaded.policy.notice.closing[0]
        return planted(("notice", ("closing", 0), words, None))(loaded) if right else by_text(loaded)

    fixes = run(folder, chosen)
    assert len(fixes.applied) == kept
    assert [why for _located, why in fixes.refused] == (
        [] if kept else [f"something else would be found: {words}!"]
    )


def test_each_change_that_is_refused_names_its_own_finding(tmp_path: Path) -> None:
    places = [("notice", ("closing", number), f"甲{number}") for number in range(30)]
    folder = write(changed({"notice.closing": [f"甲{number}乙。" for number in range(30)]}), tmp_path)
    faults = [(*place, words, f"子{words[1:]}") for *place, words in places]
    come_up = [
        (*place, f"子{words[1:]}乙", None) for *place, words in places if words[1:] in {"3", "7", "21"}
    ]
    chosen, calls = counted(planted(*faults, *come_up))  # type: ignore[arg-type]
    fixes = fix(folder, chosen=chosen)
    assert len(fixes.applied) == 27
    assert {(located.finding.message, why.rpartition(" ")[2]) for located, why in fixes.refused} == {
        (f"甲{number}!", f"子{number}乙!") for number in (3, 7, 21)
    }
    assert len(calls) <= 4


def test_rules_that_undo_each_other_come_to_an_end(tmp_path: Path) -> None:
    folder = write(changed({"notice.closing": ["甲。"]}), tmp_path)
    place = "notice", ("closing", 0)

    def chosen(loaded: Loaded) -> list[Located]:
        found = planted((*place, "甲", "乙"), (*place, "乙", "甲"), other=lambda _loaded: [])(loaded)
        return [
            Located(replace(one.finding, severity=Severity.INFO, rule=one.finding.message), one.hit)
            for one in found
        ]

    assert text_of(folder, ("closing", 0)) == "甲。"
    assert len(fix(folder, chosen=chosen).applied) == 20


def test_changes_that_go_only_together_go_together(tmp_path: Path) -> None:
    folder = write(changed({"notice.closing": ["甲,乙。"], "notice.preamble": ["丙,丁："]}), tmp_path)

    def chosen(loaded: Loaded) -> list[Located]:
        differ = ("，" in loaded.policy.notice.closing[0]) != ("，" in loaded.policy.notice.preamble[0])
        other = [("tasks", ("tasks", 0, "name"), "建设", None)] if differ else []
        return planted(*other)(loaded)  # type: ignore[arg-type]

    assert len(run(folder, chosen).applied) == 2


def test_changes_of_the_same_words_come_one_after_the_other(tmp_path: Path) -> None:
    folder = write(changed({"notice.closing": ["甲乙。"]}), tmp_path)
    place = "notice", ("closing", 0)
    faults = planted((*place, "甲乙", "子丑"), (*place, "乙", "丙"), (*place, "子丑", "寅"))
    chosen, calls = counted(faults)
    fixes = fix(folder, chosen=chosen)
    assert fixes.texts[folder / "notice.yaml"] == fixes.before[folder / "notice.yaml"].replace("甲乙", "寅")
    assert len(fixes.applied) == 2
    assert len(calls) == 3
    run(folder, faults)


def test_what_meets_a_refused_change_is_tried_all_the_same(tmp_path: Path) -> None:
    folder = write(changed({"notice.closing": ["甲乙。"]}), tmp_path)
    place = "notice", ("closing", 0)
    fixes = run(folder, planted((*place, "甲乙", "乙甲乙"), (*place, "乙", "丙")))
    assert text_of(folder, ("closing", 0)) == "甲丙。"
    assert len(fixes.applied) == 1


def test_many_changes_are_checked_few_times(tmp_path: Path) -> None:
    data = changed({})
    task = data["tasks"]["tasks"][1]
    rows = [{**copy.deepcopy(task), "id": f"row-{number}"} for number in range(120)]
    for number, row in enumerate(rows):
        row["text"] = [f"每年举办{number}次,加强领导{',——' * (number % 3 == 0)}落实责任。"]
    data["tasks"]["tasks"] += rows
    folder = write(data, tmp_path)

    chosen, calls = counted(by_text)
    fixes = fix(folder, chosen=chosen)
    assert len(fixes.applied) == 160
    assert not fixes.refused
    assert len(calls) <= 4


def test_a_policy_that_cannot_be_loaded_is_not_corrected(tmp_path: Path) -> None:
    folder = write(changed({"notice.title": None}), tmp_path)
    with pytest.raises(SourceError):
        fix(folder)


def test_files_come_from_the_reader(tmp_path: Path) -> None:
    folder = write(changed({"notice.closing": ["甲,乙。"]}), tmp_path)
    path = folder / "notice.yaml"
    content = path.read_bytes().replace(b"\n", b"\r\n")
    fixes = fix(folder, lambda file, shown: content if file == path else read_bytes(file, shown), by_text)
    assert fixes.before == {path: content.decode()}
    assert fixes.texts == {path: content.decode().replace("甲,乙", "甲，乙")}


# Every dress


WRONG = {
    "提高认识,加强领导。": "提高认识，加强领导。",
    "落实“一河一策”;压实责任。": "落实“一河一策”；压实责任。",
    '落实"一河一策"。': "落实“一河一策”。",
    "2022-2024年开展试点。": "2022—2024年开展试点。",
    "加强领导，，落实责任。": "加强领导，落实责任。",
    "2026年03月05日起施行。": "2026年3月5日起施行。",
    "培训10-20名骨干#1。": "培训10～20名骨干#1。",
    "印发[甲]{乙}: 丙,丁。": "印发[甲]{乙}: 丙，丁。",
}
FIRST = {"1、加强领导。": "1.加强领导。"}
TITLES = {"方案（2026-2028年）": "方案（2026—2028年）", "方案,甲": "方案，甲"}


def wrong_and_right(rng: random.Random) -> tuple[Any, Any]:
    """Return the small policy with faults planted, and as it should be."""
    wrong = changed({})
    right = changed({})

    def plant(pairs: dict[str, str], put: Callable[[Any, str], object]) -> None:
        before = rng.choice([*pairs])
        put(wrong, before)
        put(right, pairs[before])

    def sentence(*steps: int | str) -> None:
        where = rng.random()
        plant(WRONG, lambda data, text: dict_at(data, steps).insert(round(where), text))

    places: list[tuple[int | str, ...]] = [
        ("notice", "preamble"), ("notice", "closing"), ("notice", "sections", 0, "text"),
        ("notice", "sections", 0, "measures", 1, "text"), ("tasks", "tasks", 0, "text"), ("tasks", "tasks", 1, "text"),
    ]  # fmt: skip
    for place in rng.sample(places, rng.randint(1, 6)):
        for _time in range(rng.randint(1, 3)):
            sentence(*place)
    plant(FIRST, lambda data, text: data["notice"]["closing"].insert(0, text))
    plant(WRONG, lambda data, text: copied(data["notice"]["sections"][0], text))
    plant(WRONG, lambda data, text: copied(data["tasks"]["tasks"][1], text))
    plant(TITLES, lambda data, title: attached(data["notice"], title))
    return wrong, right


def copied(holder: Any, text: str) -> None:
    """Add ``text`` to a section or row, with keys that repeat it."""
    holder["text"].append(text)
    target = {
        "id": "t",
        "quantity": "项目",
        "value": 10,
        "upper": 20,
        "comparator": "between",
        "printed": text[:-1],
    }
    if "10" in text:
        holder.setdefault("targets", []).append(target)
    holder.setdefault("deadlines", []).append({"kind": "continuous", "printed": text[1:]})
    holder.setdefault("assignments", []).append({"role": "guide", "units": ["市残联"], "covers": text})


def attached(notice: Any, title: str) -> None:
    """Add a paper called ``title``, that is named in the text."""
    document = {
        "title": title,
        "title_lines": [title[:3], title[3:]],
        "closing": [f"本{title}自印发之日起施行。"],
    }
    notice["attachments"].append({"id": "plan", "title": title, "document": document})
    notice["attachments"].append({"id": "grid", "title": "名单", "grid": {"rows": [["名称"], [title]]}})
    notice["basis"] = [{"id": "b", "title": "某某意见", "printed": f"{title}自印"}]
    notice["closing"].append(f"按照{title}自印发之日起落实。")


class Dresser:
    """Writes data as YAML in one of the many ways there are."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.end = rng.choice(["\n", "\r\n"])
        self.mark = rng.choice(["", "\ufeff"])
        self.comments = 0

    def file(self, data: Any) -> bytes:
        """Return a whole file."""
        return (self.mark + "".join(f"{line}{self.end}" for line in self.mapping(data, 0))).encode()

    def comment(self) -> str:
        """Return a comment unlike any other."""
        self.comments += 1
        return f'# 注{self.comments}, "甲-乙"'

    def mapping(self, data: Any, indent: int) -> Iterator[str]:
        for key, value in data.items():
            yield from self.between(indent)
            yield from self.entry(f"{' ' * indent}{key}:", value, indent)

    def between(self, indent: int) -> Iterator[str]:
        """Yield an empty line or a comment now and then."""
        if self.rng.random() < 0.2:
            yield self.rng.choice(["", f"{' ' * self.rng.randint(0, indent)}{self.comment()}"])

    def entry(self, head: str, value: Any, indent: int) -> Iterator[str]:
        """Yield what stands behind a key or hyphen."""
        if isinstance(value, (dict, list)) and not value:
            yield f"{head} {'{}' if isinstance(value, dict) else '[]'}"
        elif isinstance(value, (dict, list)) and self.rng.random() < 0.2:
            yield f"{head} {self.flow(value)}{self.behind()}"
        elif isinstance(value, dict):
            yield f"{head}{self.behind()}"
            yield from self.mapping(value, indent + self.rng.choice([1, 2, 4]))
        elif isinstance(value, list):
            yield f"{head}{self.behind()}"
            deeper = indent + self.rng.choice([1, 2, 4])
            for inner in value:
                yield from self.between(deeper)
                yield from self.entry(f"{' ' * deeper}-", inner, deeper)
        else:
            yield from self.scalar(head, value, indent)

    def scalar(self, head: str, value: Any, indent: int) -> Iterator[str]:
        if isinstance(value, str) and self.rng.random() < 0.1:
            yield f"{head} {self.rng.choice(['>-', '|-'])}{self.behind()}"
            yield f"{' ' * (indent + self.rng.choice([1, 2, 4]))}{value}"
        else:
            text = self.inline(value)
            # Behind a text without quotes “ #” might be meant as text.
            behind = self.behind() if text.startswith(("'", '"')) else ""
            yield f"{head}{' ' * self.rng.randint(1, 3)}{text}{behind}"

    def behind(self) -> str:
        return self.rng.choice(["", "", f"  {self.comment()}"])

    def flow(self, value: Any) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{key}: {self.flow(inner)}" for key, inner in value.items()) + "}"
        if isinstance(value, list):
            return "[" + self.rng.choice([", ", ",  "]).join(map(self.flow, value)) + "]"
        return self.inline(value)

    def inline(self, value: Any) -> str:
        """Return a scalar in quotes of either kind or in none."""
        if not isinstance(value, str):
            return str(value).lower()
        styles = ["'" + value.replace("'", "''") + "'", '"' + value.replace('"', '\\"') + '"']
        if all(read(text, "").data == [value] for text in (f"- {value}", f"[{value}]")):
            styles += [value] * 2
        return self.rng.choice(styles)


def dressed(data: Any, root: Path, seed: int) -> dict[Path, bytes]:
    """Write ``data`` below ``root``; return what each file holds."""
    dresser = Dresser(random.Random(seed))
    folder = root / "policy" / "demo"
    folder.mkdir(parents=True)
    places = {"notice": folder, "tasks": folder, "units": folder.parent}
    files = {place / f"{name}.yaml": dresser.file(data[name]) for name, place in places.items()}
    for path, content in files.items():
        path.write_bytes(content)
    return files


@given(st.integers(0, 2**32))
@settings(max_examples=examples(60))
def test_every_dress_stays(seed: int) -> None:
    wrong, right = wrong_and_right(random.Random(seed))
    with TemporaryDirectory() as name:
        before = dressed(wrong, Path(name), seed)
        folder = Path(name) / "policy" / "demo"
        fixes = run(folder)
        assert fixes.refused == []
        assert fixes.remaining == []
        for path, content in before.items():
            after = path.read_bytes()
            assert read(after.decode("utf-8-sig"), "").data == right[path.stem]
            assert undressed(after) == undressed(content)
            assert after.startswith(b"\xef\xbb\xbf") == content.startswith(b"\xef\xbb\xbf")
            assert after.count(b"\r\n") == content.count(b"\r\n")


def undressed(content: bytes) -> list[tuple[str, list[str]]]:
    """Return of each line what stands before its text, and its comment."""
    lines = content.decode().split("\n")
    return [
        (re.match(r"[\s\-\ufeff]*(?:\w+:)? *", line)[0], re.findall(r"# 注\d+.*", line)) for line in lines
    ]  # type: ignore[index]


# The difference, to be shown


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("甲\n乙\n", "甲\n丙\n", "--- a/x.yaml\n+++ b/x.yaml\n@@ -1,2 +1,2 @@\n 甲\n-乙\n+丙\n"),
        ("甲\r\n", "乙\r\n", "--- a/x.yaml\n+++ b/x.yaml\n@@ -1 +1 @@\n-甲\r\n+乙\r\n"),
        (
            "甲",
            "乙",
            "--- a/x.yaml\n+++ b/x.yaml\n@@ -1 +1 @@\n-甲\n\\ No newline at end of file\n+乙\n\\ No newline at end of file\n",
        ),
        (
            "甲\u2028乙\n",
            "甲\u2028丙\n",
            "--- a/x.yaml\n+++ b/x.yaml\n@@ -1 +1 @@\n-甲\u2028乙\n+甲\u2028丙\n",
        ),
        ("甲\n", "甲\n", ""),
    ],
)
def test_a_difference_is_shown_as_git_shows_it(old: str, new: str, expected: str) -> None:
    assert diff(old, new, "x.yaml") == expected


def test_a_file_outside_the_folder_is_named_below_the_root() -> None:
    assert diff("甲\n", "乙\n", "/tmp/x.yaml").startswith("--- a/tmp/x.yaml\n+++ b/tmp/x.yaml\n")
