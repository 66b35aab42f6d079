"""What all parts of the model share: the frozen base, ids, and text as sentences."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, Tag, WithJsonSchema
from pydantic_core import PydanticKnownError


class Model(BaseModel):
    """A frozen piece of the policy that refuses keys it does not know.

    The docstring below a field becomes the hover text of the editor (:mod:`hongtou.source.schema`).
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)


Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
"""An id people can read and that never changes: lower-case letters, digits and single hyphens."""

_ONE_LINE = r"^[^\n]+$"


def _one_line(text: str) -> str:
    """Return ``text`` where it is one line.

    Constraints of pydantic would say the same, in several times the time: they write every text out as UTF-8 first.
    """
    if not text:
        raise PydanticKnownError("string_too_short", {"min_length": 1})
    if "\n" in text:
        raise PydanticKnownError("string_pattern_mismatch", {"pattern": _ONE_LINE})
    return text


Sentence = Annotated[
    str,
    AfterValidator(_one_line),
    WithJsonSchema({"type": "string", "minLength": 1, "pattern": _ONE_LINE}),
]
"""One sentence 一句 with its closing mark; sentences are joined with nothing between them."""


class Provenance(Model):
    """Where a piece of text was taken from 出处."""

    file: Sentence
    """来源文件或网址。"""
    start: int | None = None
    """起始字符位置（从 0 起）。"""
    end: int | None = None
    """结束字符位置（不含）。"""
    verbatim: str | None = None
    """来源原文，一字不改。"""


Sentences = tuple[str, ...]
"""The sentences of one paragraph."""
Paragraphs = Sentences | tuple[Sentences, ...]
"""What :data:`Text` is once it has been read."""


Text = (
    Annotated[tuple[Sentence, ...], Tag("sentences")]
    | Annotated[tuple[tuple[Sentence, ...], ...], Tag("paragraphs")]
)
"""正文: a list of sentences (one paragraph), or a list of such lists (several paragraphs)."""

FLAT, NESTED = frozenset({"sentences", "names"}), frozenset({"paragraphs", "groups"})
"""The tags that pydantic puts into the place of an error and that do not stand in the YAML: of both forms of a list."""


def form_of(value: Any) -> frozenset[str]:
    """Return the tags of the form that a list has which may be flat or nested; errors of the other form are none."""
    nested = isinstance(value, (list, tuple)) and any(isinstance(item, (list, tuple)) for item in value)
    return NESTED if nested else FLAT


def paragraphs(text: Paragraphs) -> Iterator[str]:
    """Yield the paragraphs of ``text``, each its sentences joined with nothing between."""
    run: list[str] = []
    for entry in text:
        if isinstance(entry, str):
            run.append(entry)
        else:
            yield "".join(entry)
    if run:
        yield "".join(run)


def flat(text: Paragraphs) -> str:
    """Return the whole of ``text`` as one string, for looking words up in it."""
    return "".join(paragraphs(text))


Units = (
    Annotated[tuple[Sentence, ...], Tag("names")] | Annotated[tuple[tuple[Sentence, ...], ...], Tag("groups")]
)
"""Units by their register entry, in order: flat (groups are computed), or a list per printed group."""


def unit_names(units: Paragraphs) -> Iterator[str]:
    """Yield the unit and set names of ``units`` in order, whether it is grouped or flat."""
    for entry in units:
        if isinstance(entry, str):
            yield entry
        else:
            yield from entry
