"""What is dumped is read back equal, whatever the texts look like; and hostile files are no way in."""

from __future__ import annotations

import contextlib
import datetime
import json
import os
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from ruamel.yaml import YAML

from hongtou.errors import GenError
from hongtou.model.notice import Notice
from hongtou.model.register import Register
from hongtou.model.settings import SheetSettings
from hongtou.model.task import TaskTable
from hongtou.source.check import check, explain
from hongtou.source.dump import dump
from hongtou.source.load import load_policy
from hongtou.source.nodes import read
from hongtou.source.schema import MODELS, schema_files
from tests.conftest import FILES, ROOT, examples

HOSTILE = ["1.10", "yes", "null", "~", "2023-03-07", "0x1F", "- a", "@a", "%a", "|", "[a", "{a", "*a", "&a", "!a", "a: b", "a #b", "#a", "'a", '"a', " a ", "，a", "？", "？ a", "😀", "a:", ":a", "<<", "=", "true", "-", "--- a", "...", "1_000", ".inf", "\u2028", "\u00a0", "\ufeff", "a\tb", "`", "，", ">-"]  # fmt: skip
TEXTS = st.sampled_from(HOSTILE) | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=12,
)
SENTENCES = st.lists(TEXTS, max_size=3)
TEXT = SENTENCES | st.lists(st.lists(TEXTS, min_size=1, max_size=2), min_size=1, max_size=2)
IDS = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
DATES = st.dates(datetime.date(1949, 1, 1), datetime.date(2099, 1, 1))
UNITS = st.lists(TEXTS, max_size=3) | st.lists(
    st.lists(TEXTS, min_size=1, max_size=2), min_size=1, max_size=2
)


def optional(**fields: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({}, optional=fields)


TARGETS = st.fixed_dictionaries(
    {"id": IDS, "quantity": TEXTS, "value": st.integers(-9, 10**9) | st.floats(-1e6, 1e6), "printed": TEXTS},
    optional={"unit": TEXTS, "force": st.sampled_from(["ensure", "strive"]), "upper": st.integers(0, 9)},
)
DEADLINES = st.fixed_dictionaries(
    {"kind": st.sampled_from(["date", "horizon", "recurring"]), "printed": TEXTS},
    optional={"date": DATES, "year_inferred": st.booleans(), "within": st.integers(1, 99)},
)
ASSIGNMENTS = st.fixed_dictionaries({"units": UNITS}, optional={"open": st.booleans(), "printed": TEXTS})
DUTIES = {
    "targets": st.lists(TARGETS, max_size=2),
    "deadlines": st.lists(DEADLINES, max_size=2),
    "assignments": st.lists(ASSIGNMENTS, max_size=2),
    "attributes": st.dictionaries(TEXTS, TEXTS, max_size=2),
}
ITEMS = st.fixed_dictionaries({"id": IDS, "text": TEXT}, optional=DUTIES)
NODES = st.recursive(
    st.fixed_dictionaries(
        {"id": IDS}, optional={"heading": TEXTS, "text": TEXT, "run_in": st.booleans(), **DUTIES}
    ),
    lambda inner: st.fixed_dictionaries(
        {"id": IDS, "measures": st.lists(inner, max_size=2)}, optional={"items": st.lists(ITEMS, max_size=2)}
    ),
    max_leaves=4,
)
NOTICES = st.fixed_dictionaries(
    {"schema": st.just(1), "title": TEXTS},
    optional={"recipients": UNITS, "preamble": TEXT, "sections": st.lists(NODES, max_size=3), "date": DATES, "note": TEXTS, "format": st.sampled_from(["letter", "general"])},
)  # fmt: skip
TABLES = st.fixed_dictionaries(
    {
        "schema": st.just(1),
        "columns": st.just([{"holds": "number", "header": "序号"}]),
        "tasks": st.lists(st.fixed_dictionaries({"id": IDS, "name": TEXTS}, optional={"text": TEXT, "group": TEXTS, **DUTIES}), min_size=1, max_size=3),
    }
)  # fmt: skip
REGISTERS = st.fixed_dictionaries(
    {"schema": st.just(1), "issuer": TEXTS, "units": st.lists(st.fixed_dictionaries({"name": TEXTS}, optional={"prefix": TEXTS, "aliases": SENTENCES, "valid_from": DATES}), min_size=1, max_size=3)},
    optional={"sets": st.lists(st.fixed_dictionaries({"name": TEXTS, "members": SENTENCES}), max_size=2)},
)  # fmt: skip


@pytest.mark.parametrize(
    ("model", "strategy"), [(Notice, NOTICES), (TaskTable, TABLES), (Register, REGISTERS)], ids=lambda v: getattr(v, "__name__", "")
)  # fmt: skip
def test_load_dump_load(model: type[BaseModel], strategy: st.SearchStrategy[dict[str, object]]) -> None:
    @given(strategy)
    @settings(max_examples=examples(120), deadline=None)
    def holds(data: dict[str, object]) -> None:
        first = model.model_validate(data)
        text = dump(first)
        source = read(text, "x.yaml")
        assert check(source, model) == first, source.findings
        assert dump(first) == text

    holds()


def test_the_settings_round_trip() -> None:
    first = SheetSettings.model_validate({"schema": 1, "table_size": 10.5, "fonts": {"latin": "Arial"}})
    assert check(read(dump(first), "x.yaml"), SheetSettings) == first


def test_the_sample_round_trips() -> None:
    policy = load_policy(ROOT / "policy" / "disability-employment")
    assert policy.tasks is not None
    for model in (policy.notice, policy.tasks, policy.register):
        assert check(read(dump(model), "x.yaml"), type(model)) == model


@settings(
    max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_damaged_policy_is_read_or_refused(data: st.DataObject, workspace: Callable[..., Path]) -> None:
    name = data.draw(st.sampled_from(sorted(FILES)))
    text = FILES[name]
    for _cut in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        until = data.draw(st.integers(at, min(at + 6, len(text))))
        text = (
            text[:at]
            + data.draw(
                st.sampled_from(["", "\n", ": ", "- ", "[", '"', "：", "\t", "&a ", "*a", "{", "null", "1.1"])
            )
            + text[until:]
        )
    folder = workspace({name: text})
    with contextlib.suppress(GenError):
        load_policy(folder / "policy" / "demo")


@settings(
    max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes, workspace: Callable[..., Path]) -> None:
    folder = workspace({"policy/demo/notice.yaml": data})
    with pytest.raises(GenError):
        load_policy(folder / "policy" / "demo")


def test_a_byte_order_mark_and_windows_lines_change_nothing(workspace: Callable[..., Path]) -> None:
    plain = load_policy(workspace() / "policy" / "demo")
    other = {name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in FILES.items()}
    assert load_policy(workspace(other) / "policy" / "demo").notice == plain.notice


def test_a_pipe_in_place_of_a_file_does_not_hang(workspace: Callable[..., Path]) -> None:
    folder = workspace({"policy/demo/notice.yaml": None})
    os.mkfifo(folder / "policy" / "demo" / "notice.yaml")
    with pytest.raises(GenError, match="this is not an ordinary file"):
        load_policy(folder / "policy" / "demo")


def test_links_in_a_circle(workspace: Callable[..., Path]) -> None:
    folder = workspace({"policy/demo/notice.yaml": None})
    (folder / "policy" / "demo" / "notice.yaml").symlink_to("notice.yaml")
    with pytest.raises(GenError, match="the file cannot be read"):
        load_policy(folder / "policy" / "demo")


def test_a_huge_file(workspace: Callable[..., Path]) -> None:
    folder = workspace({"policy/demo/notice.yaml": b"#" * 21_000_000})
    with pytest.raises(GenError, match="larger than 20 MB"):
        load_policy(folder / "policy" / "demo")


@pytest.mark.parametrize("name", MODELS)
def test_schemas_are_valid_and_describe_every_key(name: str) -> None:
    schema = json.loads(schema_files()[f"{name}.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    for definition in [schema, *schema.get("$defs", {}).values()]:
        for key, value in definition.get("properties", {}).items():
            description = value.get("description", "")
            assert any("\u4e00" <= char <= "\u9fff" for char in description), (
                f"{name}: {key} has no Chinese hover text"
            )


@pytest.mark.parametrize("folder", ["policy", "hongtou/skeleton/policy"])
def test_schemas_accept_what_is_shipped(folder: str) -> None:
    for path in sorted((ROOT / folder).rglob("*.yaml")):
        data = read(path.read_text(encoding="utf8"), str(path)).data
        schema = json.loads(schema_files()[f"{path.stem}.schema.json"])
        jsonschema.validate(json.loads(json.dumps(data, default=str)), schema)


def test_the_skeleton_is_a_policy() -> None:
    assert load_policy(ROOT / "hongtou" / "skeleton" / "policy" / "example").tasks is not None


def test_every_error_a_model_can_raise_has_words_of_its_own() -> None:
    fallback = explain("no such error", 1, {}, "")[0].split(":")[0]
    kinds = ["string_type", "enum", "literal_error", "tuple_type", "dict_type", "model_type", "int_type", "int_parsing", "int_from_float", "float_type", "bool_type", "bool_parsing", "date_type", "date_from_datetime_parsing", "date_from_datetime_inexact", "date_parsing", "string_too_short", "string_too_long", "too_short", "greater_than_equal", "less_than_equal", "string_pattern_mismatch"]  # fmt: skip
    context = {"expected": "'a' or 'b'", "max_length": 3, "ge": 1, "le": 2, "pattern": "x"}
    for kind in kinds:
        message, _hint = explain(kind, "x", context, "x")
        assert not message.startswith(fallback), kind


def test_yaml_of_the_tests_is_read_as_ruamel_reads_it() -> None:
    path = ROOT / "policy" / "disability-employment" / "notice.yaml"
    assert read(path.read_text(encoding="utf8"), "x").data == YAML(typ="safe").load(path)
