"""Own rules: cases of every kind, the rules as data that are wrong, and whatever else others may put into them."""

from __future__ import annotations

import json
import re
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hongtou.findings import Finding, Severity
from hongtou.model.house import HouseRules
from hongtou.model.own_rule import AnyRule, Kind, On, OwnRule, UnknownRule
from hongtou.rules.check import check_policy
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Place, Span
from hongtou.rules.locate import Located, ends
from hongtou.rules.own import budget
from hongtou.rules.own.budget import Budget
from hongtou.rules.own.build import SUMMARIES, own_rules
from hongtou.rules.own.cases import case_findings
from hongtou.rules.own.fault import RuleFault
from hongtou.rules.own.fields import FIELDS
from hongtou.rules.own.matcher import Matcher
from hongtou.rules.own.records import gather
from hongtou.rules.own.sandbox import FILTERS, TESTS, Expression
from hongtou.source.check import check, node_at
from hongtou.source.load import Loaded, load
from hongtou.source.nodes import read
from tests.conftest import ROOT, examples
from tests.rules.harness import loaded, write, yaml

HERE = Path(__file__).parent / "own"
PAGE = (ROOT / "docs" / "own-rules.md").read_text(encoding="utf8")
EXAMPLES = re.findall(r"```yaml\n(# policy/rules\.yaml\n.*?)```", PAGE, re.DOTALL)
TASKS = next(row for row in PAGE.splitlines() if row.startswith("| task |"))
DATA = {path.stem: yaml(path.read_text(encoding="utf8")) for path in sorted(HERE.glob("*.yaml"))}


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "SECONDS", 0.4)


def each(key: str) -> list[Any]:
    return [
        pytest.param({"kind": kind, **entry["rule"]}, case, id=f"{entry['rule']['id']}-{number}")
        for kind, entries in DATA.items()
        for entry in entries
        for number, case in enumerate(entry[key], 1)
    ]


def run(rules: Any, case: dict[str, Any], root: Path) -> tuple[list[Located], Loaded]:
    rules = rules if isinstance(rules, list) else [rules]
    policy = loaded({**case, "rules.check": {"rules": rules}}, root)
    return check_policy(policy, own_rules(policy.policy)), policy


def line(policy: Loaded, at: str) -> tuple[str, int]:
    name, *steps = at.split(".")
    path = tuple(int(step) if step.isdigit() else step for step in steps)
    return policy.sources[name].path, ends(policy.sources[name], Place(name, path))[0][0]


def with_rules(policy: Loaded, rules: list[dict[str, Any]]) -> Loaded:
    house = HouseRules.model_validate({"check": {"rules": rules}})
    return replace(policy, policy=replace(policy.policy, rules=house))


def faults(rules: Any, root: Path) -> list[Finding]:
    return [one.finding for one in run(rules, {}, root)[0]]


def test_every_kind_has_cases() -> None:
    assert {*DATA} == {*get_args(Kind)} == {*SUMMARIES}
    for entries in DATA.values():
        assert sum(len(entry["fires"]) for entry in entries) >= 3
        assert sum(len(entry["silent"]) for entry in entries) >= 3


@pytest.mark.parametrize(("rule", "case"), each("fires"))
def test_it_fires(rule: dict[str, Any], case: dict[str, Any], tmp_path: Path) -> None:
    found, policy = run(rule, case, tmp_path)
    assert found
    assert {one.finding.rule for one in found} == {rule["id"]}
    assert {one.finding.severity.value for one in found} == {rule.get("severity", "warning")}
    if "at" in case:
        assert line(policy, case["at"]) in [(one.finding.path, one.finding.line) for one in found]
    if "says" in case:
        assert any(case["says"] in one.finding.message for one in found), [o.finding.message for o in found]
    if "fixed" in case:
        assert case["fixed"] in corrected(found, policy).splitlines()


@pytest.mark.parametrize(("rule", "case"), each("silent"))
def test_it_is_silent(rule: dict[str, Any], case: dict[str, Any], tmp_path: Path) -> None:
    assert [one.finding.message for one in run(rule, case, tmp_path)[0]] == []


def corrected(found: list[Located], policy: Loaded) -> str:
    text = Facts(policy.policy).script.text
    hits = [(one.hit.at, one.hit.fix) for one in found if one.hit is not None]
    spans = [(at, fix) for at, fix in hits if isinstance(at, Span) and fix is not None]
    for at, fix in sorted(spans, key=lambda pair: pair[0].start, reverse=True):
        text = text[: at.start] + fix + text[at.end :]
    return text


@pytest.mark.parametrize("on", get_args(On))
def test_records_have_the_documented_fields_and_their_places_are_in_the_files(on: str) -> None:
    policy = load(ROOT / "policy" / "disability-employment")
    things = list(gather(Facts(policy.policy), on))
    assert things
    rows = [row for row in PAGE.splitlines() if on in re.split(r"\W+", row.split(" | ")[0]) and " | " in row]
    said = rows[-1] + (TASKS if FIELDS[on].keys() >= {"label"} else "")
    assert [name for name in FIELDS[on] if f"`{name}`" not in said] == []
    for thing in things:
        assert thing.record.keys() == FIELDS[on].keys()
        for name, value in thing.record.items():
            assert not isinstance(value, tuple)
            assert type(value).__module__ in ("builtins", "datetime")
            place = thing.at(name)
            if isinstance(place, Span):
                assert place.end > place.start
            elif value and not isinstance(value, bool) and name not in ("item", "tasks", "set"):
                source = policy.sources[place.file]
                assert node_at(source.root, place.path) is not node_at(source.root, ()), (name, place.path)


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_kind_runs_on_the_sample_policy(kind: str) -> None:
    rules = [{"kind": kind, **entry["rule"]} for entry in DATA[kind]]
    policy = with_rules(load(ROOT / "policy" / "disability-employment"), rules)
    found = check_policy(policy, own_rules(policy.policy))
    assert [one.finding for one in found if one.finding.path.endswith("rules.yaml")] == []
    assert all(one.finding.line for one in found)


PLAIN = {"id": "a", "on": "task"}
FAULTS: list[tuple[dict[str, Any], str, str]] = [
    ({"kind": "pattern", "field": "name"}, "", "no pattern"),
    ({"kind": "pattern", "field": "name", "must": "("}, "must", "is no regular expression: a bracket ( is not closed (at character 2)"),
    ({"kind": "pattern", "field": "name", "must_not": "(?P<a"}, "must_not", "is no regular expression"),
    ({"kind": "pattern", "field": "name", "must": "((a{999}){999}){999}"}, "must", "is too large"),
    ({"kind": "pattern", "must": "a"}, "", "does not say which field"),
    ({"kind": "required", "field": "nam"}, "field", "“task” has no field “nam”"),
    ({"kind": "required", "on": "title", "field": "attributes.a"}, "field", "has no field “attributes.a”"),
    ({"kind": "range", "field": "number"}, "", "no limit"),
    ({"kind": "range", "field": "number", "min": "2024-01-01"}, "min", "one is a date, the other is not"),
    ({"kind": "range", "field": "dates", "max": 3}, "max", "one is a date, the other is not"),
    ({"kind": "count", "field": "units"}, "", "no number"),
    ({"kind": "count", "field": "name", "max": 3}, "field", "“name” is no list that could be counted"),
    ({"kind": "order", "field": "name"}, "field", "have no order"),
    ({"kind": "order", "fields": ["number", "start"]}, "fields.1", "has no field “start”"),
    ({"kind": "order", "fields": ["number", "dates"]}, "fields", "have no order"),
    ({"kind": "consistent", "field": "name"}, "", "does not say what is to be the same"),
    ({"kind": "consistent", "field": "name", "same": "x"}, "same", "has no field “x”"),
    ({"kind": "coverage", "field": "id", "by": "node", "by_field": "y"}, "by_field", "“node” has no field “y”"),
    ({"kind": "required", "field": "name", "where": "nam == 1"}, "where", "there is no “nam” here (id, number"),
    ({"kind": "required", "field": "name", "where": "_name"}, "where", "there is no “_name” here"),
    ({"kind": "expression", "condition": "1 / (number - 1)"}, "condition", "a division by zero"),
    ({"kind": "expression", "condition": "number > name"}, "condition", "a value is missing, or of another kind"),
    ({"kind": "expression", "condition": "policy.titel"}, "condition", "there is no “titel” here (kind, format"),
    ({"kind": "expression", "condition": "policy['titel']"}, "condition", "there is no “titel” here"),
    ({"kind": "expression", "condition": "units[9]"}, "condition", "has fewer entries than it is asked for"),
    ({"kind": "range", "field": "number", "min": 3, "max": 2}, "min", "nothing can be at least 3 and at most 2"),
    ({"kind": "count", "field": "units", "min": 3, "max": 2}, "min", "nothing can be at least 3 and at most 2"),
    ({"kind": "pattern", "field": "name", "must": "*a"}, "must", "has nothing before it"),
    ({"kind": "pattern", "field": "name", "must": "(?z)"}, "must", "nothing known follows “(?”"),
    ({"kind": "expression", "condition": "name|nope"}, "condition", "there is no filter “nope”"),
    ({"kind": "expression", "condition": "name is nope"}, "condition", "there is no test “nope”"),
    ({"kind": "expression", "condition": "'x"}, "condition", "a quotation mark is not closed"),
    ({"kind": "expression", "condition": "len(name)"}, "condition", "calling something"),
    ({"kind": "expression", "condition": "name|int > 0"}, "condition", "a text is no number"),
    ({"kind": "expression", "condition": "1 if"}, "condition", "it stops before its end"),
    ({"kind": "expression", "condition": "name name"}, "condition", "it is not put together as an expression is"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "at", "says"), FAULTS, ids=lambda value: str(value)[:60])
def test_a_fault_of_a_rule_is_told_once_at_its_line_and_the_others_go_on(
    rule: dict[str, Any], at: str, says: str, tmp_path: Path
) -> None:
    if rule.get("min") == "2024-01-01":
        rule = {**rule, "min": yaml("2024-01-01")}
    other = {"id": "other", "on": "task", "kind": "count", "field": "leads", "equal": 2, "severity": "info"}
    found, policy = run([{**PLAIN, **rule}, other], {}, tmp_path)
    own = [one.finding for one in found if one.finding.rule == "a"]
    assert len(own) == 1, own
    assert says in own[0].message
    assert own[0].severity is Severity.ERROR
    assert (own[0].path, own[0].line) == line(policy, f"rules.check.rules.0.{at}".rstrip("."))
    assert len(found) == 3


@pytest.mark.parametrize(
    ("name", "says"),
    [("dash", "gen has a rule “dash”"), ("schema", "stands for something else"), ("test", "stands for")],
)
def test_an_id_that_is_taken_is_refused_at_its_place(name: str, says: str, tmp_path: Path) -> None:
    rule = {**PLAIN, "kind": "required", "field": "name", "id": name, "severity": "info"}
    found, policy = run(
        [{**rule, "id": "a"}, rule, {**rule, "id": "a"}], {"tasks.tasks.0.name": None}, tmp_path
    )
    told = [one.finding for one in found if one.finding.path.endswith("rules.yaml")]
    assert [(one.severity, one.rule) for one in told] == [(Severity.ERROR, name), (Severity.ERROR, "a")]
    assert says in told[0].message
    assert told[1].message == "there is another rule “a” above."
    assert [(one.path, one.line) for one in told] == [
        line(policy, f"rules.check.rules.{n}.id") for n in (1, 2)
    ]
    assert all(one.column > 5 for one in told)
    assert [one.message for one in cases_of(yaml_of([rule])) if one.rule == name] == [told[0].message]


def yaml_of(rules: list[dict[str, Any]]) -> str:
    return json.dumps({"schema": 1, "check": {"rules": rules}}, ensure_ascii=False)


def test_all_own_rules_together_have_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "TOTAL", 1.0)
    slow = {"on": "sentence", "kind": "pattern", "must_not": "^(a|aa)+$"}
    rules = [{**slow, "id": f"slow-{n}"} for n in range(20)]
    other = {"id": "other", "on": "task", "kind": "count", "field": "leads", "equal": 2, "severity": "info"}
    begin = time.perf_counter()
    found, _policy = run([*rules, other], {"notice.closing": ["a" * 60 + "b"]}, tmp_path)
    assert time.perf_counter() - begin < 10
    told = [one.finding for one in found if one.finding.rule.startswith("slow")]
    assert len(told) == 20
    assert "takes too long" in told[0].message
    assert "all own rules together have used up their 1 seconds" in told[-1].message
    assert [one.finding.rule for one in found if one.finding.rule == "other"] == ["other"] * 2


HOSTILE = [
    "name.__class__", "name['__class__']", "''.__class__.__mro__", "name|attr('__class__')",
    "units|map(attribute='__class__')", "units|selectattr('__class__')", "attributes.__class__", "policy.__class__",
    "policy['__class__']", "attributes['_' + '_class__'].x", "dates|first.__class__", "units.append('x')",
    "policy.update({})", "name.format(1)", "'{0.__class__}'.format(1)", "name.upper()", "range(10)", "range", "cycler",
    "joiner", "lipsum()", "namespace()", "dict()", "self", "self._TemplateReference__context", "loop", "caller",
    "super()", "context", "environment", "config", "request", "url_for", "2**9", "2**9**9**9", "'a'*10**9",
    "'a'*1000000000", "1000000000*'a'", "units*1000000000", "[1]*1000000000", "'%1000000000d' % 1", "name % 1",
    "'%1000000000d' is even", "1000000000|round(-1000000000)", "name|center(1000000000)", "name|indent(1000000000)",
    "units|batch(1000000000)", "name|replace('', name)", "name|format(1)", "name ~ name", "name|pprint",
    "name|safe", "name|tojson", "'x'|urlize", "name|filesizeformat", "{{ name }}", "name }}{% set x = 1 %}{{ 1",
    "{% for x in units %}{% endfor %}", "{'a': 1}", "name is callable", "name is defined", "name is filter",
    "units|sort(key=name)", "name is matching('(')", "name is matching('((a{999}){999}){999}')",
    "'" + "a" * 60 + "b' is matching('(a|aa)+$')", "(" * 200 + "1" + ")" * 200, "[" * 200, "-" * 490 + "1",
    "not " * 120 + "1", "1e999 // 1", "9e999|int", "units|join(1)", "\x00", "\\", "`", "#", "name:", "'",
]  # fmt: skip


@pytest.mark.parametrize("source", HOSTILE, ids=lambda source: source[:40])
def test_an_expression_that_wants_more_than_data_is_one_finding(source: str, tmp_path: Path) -> None:
    rule = {**PLAIN, "kind": "expression", "condition": "x"}
    policy = loaded({"rules.check": {"rules": [rule]}}, tmp_path)
    policy = with_rules(policy, [{**rule, "condition": source}])
    begin = time.perf_counter()
    found = [one.finding for one in check_policy(policy, own_rules(policy.policy))]
    assert [(one.path, one.line, one.rule) for one in found] == [
        (*line(policy, "rules.check.rules.0.condition"), "a")
    ]
    assert found[0].severity is Severity.ERROR
    assert time.perf_counter() - begin < 30


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("^(a|aa)+$", "a" * 60 + "b"),
        ("(x+x+)+y", "x" * 5000),
        ("(?R)", "aaa"),
        ("(?:a?){3000}a{3000}", "a" * 3000),
        ("(?b)(?:abcdefghij){e<=8}", "xyz" * 30_000),
        ("(?:.*ab){1,80}z", "ab" * 20_000),
    ],
)
def test_a_pattern_that_would_match_for_ever_is_one_finding(pattern: str, text: str, tmp_path: Path) -> None:
    rule = {"id": "a", "on": "sentence", "kind": "pattern", "must_not": pattern}
    other = {"id": "other", "on": "task", "kind": "count", "field": "leads", "equal": 2}
    begin = time.perf_counter()
    found, policy = run([rule, other], {"notice.closing": [text] * 5}, tmp_path)
    own = [one.finding for one in found if one.finding.rule == "a"]
    assert [(one.path, one.line) for one in own] == [line(policy, "rules.check.rules.0.must_not")]
    assert re.search("too large|too long|calls itself", own[0].message)
    assert len(found) == 3
    assert time.perf_counter() - begin < 30


def test_much_text_is_not_made_of_little() -> None:
    record = {**FIELDS["notice"], "text": "文" * 900_000}
    for source in ("text + text", "[text, text]|join", "(text + '')|length + (text + text)|length"):
        with pytest.raises(RuleFault, match="too much text"):
            Expression(source, FIELDS["notice"]).holds(record, record)
    assert Expression("text|length == 900000", FIELDS["notice"]).holds(record, record)


USES = [
    ("units|length == 3 and leads == ['市民政局']", True), ("'市财政局' in units", True), ("'x' not in units", True),
    ("units|count", True), ("units|last == '各镇街' and units|first == '市民政局'", True), ("[]|first is none", True),
    ("[3, 1, 2]|max == 3 and [3, 1, 2]|min == 1", True), ("[]|max is none and []|min is none", True),
    ("[1, 2]|sum == 3", True), ("[2, 1]|sort == [1, 2]", True), ("[1, 1]|unique == [1]", True),
    ("units|join('、') == '市民政局、市财政局、各镇街'", True), ("-3|abs == 3", True),
    ("'12'|int + 1 == 13", True), ("' a '|trim == 'a'", True), ("'a'|upper == 'A' and 'A'|lower == 'a'", True),
    ("name is startingwith('建设') and name is endingwith('。')", True), ("name is matching('^建设.+。$')", True),
    ("leads is among(units)", True), ("units is among(leads)", False), ("group is none", False), ("group == ''", True),
    ("dates|first is none", False), ("dates[0].year == 2026 and dates[0].month == 12 and dates[0].day == 31", True),
    ("(dates[0] - policy.date).days > 30", True), ("name[0:2] == '建设'", True), ("name[0] == '建'", True),
    ("attributes.x", False), ("attributes['x'] == none", True), ("policy.kind == '通知'", True), ("7 % 4 * 2 == 6", True),
    ("'甲' + '乙' == '甲乙'", True), ("name if number == 1 else ''", True), ("number // 1 / 1 - 1 == 0", True),
    ("(1, 2) == (1, 2)", True),
]  # fmt: skip


def test_what_an_expression_can_say(tmp_path: Path) -> None:
    facts = Facts(loaded({}, tmp_path).policy)
    task, notice = next(gather(facts, "task")).record, next(gather(facts, "notice")).record
    for source, expected in USES:
        assert Expression(source, FIELDS["task"]).holds(task, notice) is expected, source
    said = " ".join(source for source, _expected in USES)
    assert [name for name in FILTERS if f"|{name}" not in said] == []
    assert [name for name in TESTS if f"is {name}" not in said] == []


TOKENS = [
    *("name", "units", "number", "dates", "policy", "attributes", "text", "self", "_", "__class__", "x"),
    *("0", "1", "9999999", "1.5", "1e999", "'a'", '"', "'", "true", "none", "''"),
    *("+", "-", "*", "**", "/", "//", "%", "~", "==", "!=", "<", ">", "<=", ">=", "|", ".", ",", ":", "=", "?", "\\"),
    *("(", ")", "[", "]", "{", "}", "{{", "}}", "{%", "%}", "{#", "#}", "\n", " "),
    *("and", "or", "not", "in", "is", "if", "else", "for", "set", "is not", "not in", "recursive"),
    *(f"|{name}" for name in FILTERS), *(f" is {name}" for name in TESTS), "|map", "|attr('x')", "(1)", "('a')", "[0]",
]  # fmt: skip
RECORD = {
    **FIELDS["task"],
    "name": "建设老年食堂。",
    "units": ["甲", "乙"],
    "number": 1,
    "dates": [yaml("2026-01-01")],
}


@given(st.one_of(st.lists(st.sampled_from(TOKENS), max_size=25).map(" ".join), st.text(max_size=60)))
@settings(max_examples=examples(800), deadline=None)
def test_whatever_an_expression_is_it_is_true_false_or_a_fault(source: str) -> None:
    with suppress(RuleFault):
        assert Expression(source, FIELDS["task"]).holds(RECORD, FIELDS["notice"]) in (True, False)


@given(st.text(alphabet="ab(){}[]|*+?^$.\\1,9<>=!:P-", max_size=30), st.text(alphabet="ab1", max_size=40))
@settings(max_examples=examples(500), deadline=None)
def test_whatever_a_pattern_is_it_matches_or_is_a_fault(pattern: str, text: str) -> None:
    with suppress(RuleFault):
        assert all(0 <= start <= end for start, end in Matcher(pattern, budget=Budget(0.2)).spans(text))


def cases_of(text: str) -> list[Finding]:
    source = read(text, "rules.yaml")
    house = check(source, HouseRules)
    assert house is not None, source.findings
    return case_findings(house.check.rules, source)


CASE_FAULTS = [
    ("fires: [好], silent: [坏]", [(8, "finds nothing"), (8, "it finds “坏”: this is not written here.")]),
    ("silent: [好]", [(8, "no case shows that the rule finds anything")]),
    ("fires: [坏]", [(8, "no case shows what the rule leaves alone")]),
    ("fires: [{txt: 坏}], silent: [好]", [(8, "“sentence” has no field “txt”")]),
    ("fires: [3], silent: [好]", [(8, "a case of “sentence” is a text")]),
    ("fires: [{text: 3}], silent: [好]", [(8, "“3” does not fit this field")]),
    (
        "fires: [{text: 坏, item: null}, [好, 坏], {sentence: [坏]}], silent: [好, {}, [], {task: [{id: a}]}]",
        [],
    ),
    ("fires: [{task: [坏]}], silent: [好]", [(8, "a case of “task” is fields with values")]),
    ("fires: [{task: [{units: 甲, text: 坏}]}], silent: [好]", [(8, "“甲” does not fit this field")]),
    ("fires: [{task: [{units: [[甲]]}]}], silent: [好]", [(8, "does not fit this field")]),
    ("fires: [{task: [{attributes: {a: 1}, number: 1, targets: 2}], sentence: [坏]}], silent: [好]", []),
]


@pytest.mark.parametrize(("cases", "says"), CASE_FAULTS)
def test_cases_that_do_not_come_out_are_told_at_their_lines(cases: str, says: list[tuple[int, str]]) -> None:
    found = cases_of(
        "check:\n  rules:\n    - id: a\n      kind: pattern\n      on: sentence\n      must_not: 坏\n"
        f"      cases:\n        {{{cases}}}\n"
    )
    assert len(found) == len(says), found
    for finding, (number, words) in zip(found, sorted(says), strict=True):
        assert words in finding.message
        assert (finding.path, finding.line, finding.rule) == ("rules.yaml", number, "a")


def test_a_fault_of_the_rule_is_told_once_however_many_cases_it_has() -> None:
    rule = "check:\n  rules:\n    - {id: a, kind: pattern, on: title, must: (, cases: {fires: [a, b, c], silent: [d]}}\n"
    assert [(one.line, one.column) for one in cases_of(rule)] == [(3, 47)]
    bare = "check:\n  rules:\n    - {id: a, kind: required, on: task, field: nam}\n"
    assert [one.message for one in cases_of(bare)] == ["“task” has no field “nam”."]
    slow = rule.replace("must: (", "must_not: ^(a|aa)+$").replace("[a, b, c]", f"[{'a' * 60}b, {'a' * 60}b]")
    assert len(cases_of(slow)) == 1


def test_a_case_can_bring_the_register_and_the_notice() -> None:
    text = """
check:
  rules:
    - id: known
      kind: reference
      on: task
      field: leads
      among: units
      cases:
        fires:
          - {task: [{leads: [乙]}], unit: [{name: 甲}, {name: 乙, set: true}]}
        silent:
          - {task: [{leads: [甲]}], unit: [{name: 甲}]}
    - id: later
      kind: expression
      on: deadline
      condition: date > policy.date
      cases:
        fires:
          - {deadline: [{date: 2026-01-01}], notice: [{date: 2026-01-01}]}
        silent:
          - {deadline: [{date: 2026-01-02}], notice: [{date: 2026-01-01}]}
"""
    assert cases_of(text) == []


MISTYPED = [
    ("kind: pattrn", "“pattrn” is not one of: required, pattern", "Did you mean “pattern”?"),
    ("must: x", "the key “kind” is missing.", "Add a line “kind: …”."),
    ("kind: [a]", "is not one of: required", "Write one of these."),
    ("kind: required, on: taks", "“taks” is not one of: notice", "Did you mean “task”?"),
    ("kind: required, feild: name", "there is no key “feild” here.", "Did you mean “field”?"),
    (
        "kind: range, field: number, min: 甲",
        "a number is wanted here, not text.",
        "Write digits without quotes.",
    ),
    ("kind: reference, field: id, among: unit", "“unit” is not one of: units, units.sets, ids.", "“units”"),
    ("kind: choice, field: id, values: []", "the list is empty.", "Write at least one entry."),
    ("kind: choice, field: id, values: [null]", "text is wanted here, and there is none.", ""),
    ("kind: count, field: id, min: -1", "at least 0.", "Write a larger number."),
    ("kind: expression, condition: ''", "the text is empty.", ""),
    (f"kind: expression, condition: {'a' * 501}", "at most 500 characters.", "Shorten it."),
]


@pytest.mark.parametrize(("keys", "message", "hint"), MISTYPED, ids=lambda text: str(text)[:30])
def test_a_rule_that_fits_no_kind_is_told_when_the_file_is_read(keys: str, message: str, hint: str) -> None:
    keys = keys if ", on:" in keys else f"on: task, {keys}"
    source = read(f"check:\n  rules:\n    - {{id: a, {keys}}}\n", "rules.yaml")
    assert check(source, HouseRules) is None
    assert len(source.findings) == 1
    assert message in source.findings[0].message
    assert hint in source.findings[0].hint
    assert source.findings[0].line == 3


def test_a_rule_of_no_kind_is_never_valid() -> None:
    assert {*get_args(UnknownRule.model_fields["kind"].annotation)} == {*get_args(Kind)}
    rule = HouseRules.model_validate({"check": {"rules": [{**PLAIN, "kind": "required"}]}}).check.rules[0]
    assert type(rule) is not UnknownRule
    assert isinstance(rule, AnyRule)
    assert HouseRules.model_validate({"check": {"rules": [rule]}}).check.rules == (rule,)
    assert get_args(OwnRule)[0] is AnyRule


@pytest.mark.parametrize("text", EXAMPLES, ids=lambda text: text.split("kind: ")[1].split()[0])
def test_the_examples_of_the_docs_load_and_their_cases_come_out(text: str, tmp_path: Path) -> None:
    folder = write(yaml((Path(__file__).parent / "base.yaml").read_text(encoding="utf8")), tmp_path)
    (folder.parent / "rules.yaml").write_text(text, encoding="utf8")
    policy = load(folder)
    assert policy.policy.rules.check.rules
    assert case_findings(policy.policy.rules.check.rules, policy.sources["rules"]) == []
    found = check_policy(policy, own_rules(policy.policy))
    assert [one.finding for one in found if one.finding.path == policy.sources["rules"].path] == []


def test_the_docs_have_an_example_of_every_kind_and_every_filter_and_test() -> None:
    kinds = re.findall(r"^      kind: (\w+)", "".join(EXAMPLES), re.MULTILINE)
    assert {*kinds} == {*get_args(Kind)}
    headings = re.findall(r"^## (\w+)", PAGE, re.MULTILINE)
    assert [name for name in headings if name in get_args(Kind)] == [*get_args(Kind)]
    for name in (*FILTERS, *TESTS):
        assert f"`{name}`" in PAGE
