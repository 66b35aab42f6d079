"""Every character of a text is found where it is written, in every way of writing it."""

from __future__ import annotations

import pytest
from ruamel.yaml.nodes import ScalarNode

from hongtou.source.check import node_at
from hongtou.source.nodes import read
from hongtou.source.positions import place_of, positions

WRITTEN = [
    ("a: 甲乙丙\n", "乙", (1, 5)),
    ("a: '甲''乙'\n", "乙", (1, 8)),
    ('a: "甲\\"乙"\n', "乙", (1, 8)),
    ('a: "甲\\u4E59丙"\n', "丙", (1, 12)),
    ('a: "甲\n  乙\n  丙"\n', "丙", (3, 3)),
    ('a: "甲\\\n  乙\\\n  丙"\n', "丙", (3, 3)),
    ("a: '甲\n\n\n  乙 丙'\n", "丙", (4, 5)),
    ("a: 甲\n  乙\n  丙\n", "乙", (2, 3)),
    ("a: >-\n  甲\n  乙\n  丙\n", "丙", (4, 3)),
    ("a: |\n  甲\n\n  乙\n", "乙", (4, 3)),
    ("a: &x |-\n  甲\n    乙\n", "乙", (3, 5)),
    ('# 一\r\na: "甲\r\n  乙"\r\n', "乙", (3, 3)),
]


@pytest.mark.parametrize(("text", "words", "place"), WRITTEN)
def test_words_are_found_where_they_are_written(text: str, words: str, place: tuple[int, int]) -> None:
    source = read(text, "x.yaml")
    node = node_at(source.root, ("a",))
    assert isinstance(node, ScalarNode)
    found = positions(source.text, node)
    assert found is not None
    assert len(found) == len(node.value)
    assert place_of(source.text, node, found[node.value.index(words)]) == place
