"""Block YAML is what ruamel.yaml writes, letter by letter, and reads back as what was written."""

from __future__ import annotations

import datetime
import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from hongtou.source.block import block
from hongtou.source.nodes import read
from tests.conftest import examples

TEXTS = (
    *("市财政局", "null", "true", "YES", "no", "~", "a: b", "x #y", "# z", "-", "- a", "?x", ":a", "a:", "a：b"),
    *("2023-01-02", "12", "1.5", "1e3", "0x1F", "0o17", "1_000", ".inf", "'q'", '"q"', " lead", "trail ", "两 词"),
    *("tab\tx", "line\nbreak", "", "[a]", "{a}", "a, b", "&a", "*a", "!a", "|", "%a", "@a", "`a", "100%", "5%以上"),
    *("“引”", "“a”: b", "a\u2028b", "a\x85b", "\ufeffa", "𠮷野家", "é", "end:", "<<", "=", "---", "--- a", "..."),
    *("18:00", "a-b", "①项", "☆", "12-", "+1", "00", "1.", "http://a.b/c?d=e&f#g", "a\\b", "NaN", "٣"),
    *("2025年底前", "95%以上", "3.5万元", "at_least", "Web 2.0 系统", "两  词", "1.5 万", "2 ", "他说\"好\\\"。", "it's"),
)  # fmt: skip
KEYS = ("id", "units", "title", "text", "市财政局", "a b", "12", "true", "a: b", "x-y", '"', "属性（一）")
SCALARS = (True, False, 3, 10**12, 2.5, 1e20, datetime.date(2023, 4, 5))
NESTED = st.recursive(
    st.sampled_from((*TEXTS, *SCALARS)),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS).filter(lambda key: key != "units"), inner, max_size=4)
    ),
    max_leaves=20,
)


def reference(data: Any) -> str:
    """Return what ruamel.yaml writes of ``data``, text in quotes where it would be read as something else."""
    writer = YAML()
    writer.width = 1_000_000
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.representer.ignore_aliases = lambda *_data: True
    stream = io.StringIO()
    writer.dump(_quoted(data), stream)
    return stream.getvalue()


def _quoted(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _quoted(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_quoted(value) for value in data]
    return DoubleQuotedScalarString(data) if isinstance(data, str) and not _is_safe(data) else data


def _is_safe(text: str) -> bool:
    if text != text.strip() or any(char in text for char in "\n\t\"'"):
        return False
    source = read(f"- {text}\n", "")
    return not source.findings and source.data == [text]


@given(st.dictionaries(st.sampled_from(KEYS), NESTED, min_size=1, max_size=4))
@settings(max_examples=examples(200))
def test_a_block_is_what_ruamel_writes(data: dict[str, Any]) -> None:
    assert block(data, ()) == reference(data)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read_back(text: str) -> None:
    assert block({"text": [text]}, ()) == reference({"text": [text]})
    source = read(block({"text": [text]}, ()), "")
    assert (source.data, source.findings) == ({"text": [text]}, [])


def test_names_stand_on_one_line() -> None:
    data = {"units": ["市财政局", "各镇（区）"], "a": {"units": [["甲局", "乙局"], ["丙局"]]}, "by": ["a b"]}
    lines = [
        "units: [市财政局, 各镇（区）]",
        "a:",
        "  units:",
        "    - [甲局, 乙局]",
        "    - [丙局]",
        "by:",
        "  - a b",
    ]
    assert block(data, ("units", "by")).splitlines() == lines
