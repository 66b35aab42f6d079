"""Data against a model: every pydantic error as a finding at its line, in plain words, with a hint."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from hongtou.i18n import _
from hongtou.model.base import FLAT, NESTED, form_of
from hongtou.source.guess import (
    date_hint,
    key_hint,
    keys_hint,
    list_hint,
    schema_words,
    unit_hint,
    value_hint,
)
from hongtou.source.hints import mistyped
from hongtou.source.nodes import Source, position

Loaded = TypeVar("Loaded", bound=BaseModel)
Location = tuple[int | str, ...]


def check(source: Source, model: type[Loaded]) -> Loaded | None:
    """Return the data of ``source`` as ``model``; None, with findings added, where it does not fit.

    The model of a file with other findings is there to hold other files against, not to be written out.
    """
    if source.findings and source.data is None:
        return None
    if not isinstance(source.data, dict):
        source.add(
            source.root,
            _("the file must hold keys with values, like “title: …”."),
            mistyped(str(source.data)) or _("“gen init” in an empty folder writes one to copy from."),
        )
        return None
    try:
        return model.model_validate(source.data)
    except ValidationError as error:
        faults = error.errors(include_url=False)
    found = [(_place(source.data, details["loc"]), details) for details in faults]
    places = [place for place, _details in found if place is not None]
    for place, details in found:
        if place is not None and (details["type"] != "too_short" or not _above(place, places)):
            _report(source, model, place, details)
    return None


def _place(data: Any, location: Location) -> Location | None:
    """Return where an error is, without the tags of the model; None for the form of a list that this one does not have.

    Of a list that may be flat or nested pydantic tells what is wrong with either form.
    """
    place: list[int | str] = []
    for step in location:
        if isinstance(data, dict):
            data = data.get(step)
        elif step in FLAT or step in NESTED:
            if step not in form_of(data):
                return None
            continue
        elif isinstance(data, list | tuple) and isinstance(step, int):
            data = data[step]
        place.append(step)
    return tuple(place)


def _above(location: Location, places: list[Location]) -> bool:
    """Whether one of ``places`` is below ``location``: a list is not empty when its entries only failed."""
    return any(len(place) > len(location) and place[: len(location)] == location for place in places)


def node_at(root: Node | None, location: Location) -> Node | None:
    """Return the node at ``location``, or the nearest above it."""
    node = root
    for step in location:
        if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif isinstance(node, MappingNode) and isinstance(step, str):
            found = next((value for key, value in node.value if getattr(key, "value", None) == step), None)
            node = found if found is not None else node
    return node


def key_at(root: Node | None, location: Location) -> Node | None:
    """Return the node of the key that ``location`` ends with, or what :func:`node_at` finds."""
    parent = node_at(root, location[:-1])
    if isinstance(parent, MappingNode):
        for key, _value in parent.value:
            if isinstance(key, ScalarNode) and key.value == location[-1]:
                return key
    return node_at(root, location)


def _report(source: Source, model: type[BaseModel], location: Location, details: ErrorDetails) -> None:
    kind = details["type"]
    if kind == "extra_forbidden":
        key = str(location[-1])
        hint = key_hint(key, _names_at(model, location[:-1]))
        message = _("there is no key “{key}” here.").format(key=key)
        source.add(key_at(source.root, location), message, hint, "schema")
        return
    if kind == "missing":
        key = str(location[-1])
        value = "1" if key == "schema" else "…"
        source.add(
            node_at(source.root, location[:-1]),
            _("the key “{key}” is missing.").format(key=key),
            _("Add a line “{key}: {value}”.").format(key=key, value=value),
            "schema",
        )
        return
    node = node_at(source.root, location)
    names = _names_at(model, location) if kind in _KEYS_WANTED else []
    context = details.get("ctx") or {}
    message, hint = explain(kind, details.get("input"), context, _written(node), location, names)
    source.add(node, message, hint, "schema")


def _written(node: Node | None) -> str:
    """Return a scalar as it stands in the file."""
    return str(node.value) if isinstance(node, ScalarNode) else ""


def _names_at(model: type[BaseModel], location: Location) -> list[str]:
    """Return the keys that may stand at ``location`` of ``model``."""
    schema = model.model_json_schema()
    definitions = schema.get("$defs", {})
    place: Any = schema
    for step in location:
        place = _enter(_resolve(place, definitions), step, definitions)
    options = [_resolve(option, definitions) for option in _options(_resolve(place, definitions))]
    return list(dict.fromkeys(name for option in options for name in option.get("properties", {})))


def _enter(place: Mapping[str, Any], step: int | str, definitions: Mapping[str, Any]) -> Any:
    for option in _options(place):
        option = _resolve(option, definitions)
        if isinstance(step, str) and step in option.get("properties", {}):
            return option["properties"][step]
        if isinstance(step, int) and "items" in option:
            return option["items"]
    return {}


def _options(place: Mapping[str, Any]) -> list[Any]:
    return [option for key in ("anyOf", "oneOf") for option in place.get(key, [])] or [place]


def _resolve(place: Any, definitions: Mapping[str, Any]) -> Any:
    while isinstance(place, dict) and "$ref" in place:
        place = definitions[place["$ref"].rsplit("/", 1)[-1]]
    return place


_KEYS_WANTED = frozenset({"dict_type", "model_type", "model_attributes_type"})


def explain(
    kind: str,
    value: object,
    context: Mapping[str, Any],
    written: str,
    location: Location = (),
    names: Sequence[str] = (),
) -> tuple[str, str]:
    """Return message and hint for a pydantic error ``kind`` about ``value``, which the file writes ``written``.

    ``location`` is where it stands, and ``names`` are the keys that may stand there.
    """
    if kind in ("string_type", "string_sub_type"):
        return _not_text(value, written, location)
    if kind in ("enum", "literal_error"):
        if location == ("schema",):
            return schema_words(value)
        return _not_allowed(value, str(context.get("expected", "")), written)
    if kind in ("tuple_type", "list_type"):
        return _("a list is wanted here."), list_hint(written)
    if kind in _KEYS_WANTED:
        message = _("keys with values are wanted here, not {what}.").format(what=_what(value))
        return message, keys_hint(written, names)
    if kind.startswith("date"):
        return _("a date is wanted here, not {what}.").format(what=_what(value)), date_hint(value)
    if kind in _PLAIN:
        wanted, way = _PLAIN[kind]()
        return wanted.format(what=_what(value)), way
    if kind in _LIMITS:
        return _LIMITS[kind](context)
    if kind == "string_pattern_mismatch":
        return _pattern(str(value), str(context.get("pattern", "")), location)
    return _("this value does not fit here: {what}.").format(what=_what(value)), _(
        "Compare it with the JSON Schema (“gen schema”)."
    )


def _number() -> tuple[str, str]:
    return _("a number is wanted here, not {what}."), _("Write digits without quotes.")


def _truth() -> tuple[str, str]:
    return _("yes or no is wanted here, not {what}."), _("Write true or false.")


_PLAIN = {
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "float_type", "float_parsing"), _number),
    **dict.fromkeys(("bool_type", "bool_parsing"), _truth),
}
_LIMITS: dict[str, Callable[[Mapping[str, Any]], tuple[str, str]]] = {
    "string_too_short": lambda c: (_("the text is empty."), _("Write it, or take the line away.")),
    "string_too_long": lambda c: (
        _("at most {count} characters.").format(count=c["max_length"]),
        _("Shorten it."),
    ),
    "too_short": lambda c: (_("the list is empty."), _("Write at least one entry.")),
    "greater_than_equal": lambda c: (
        _("at least {limit}.").format(limit=f"{c['ge']:g}"),
        _("Write a larger number."),
    ),
    "less_than_equal": lambda c: (
        _("at most {limit}.").format(limit=f"{c['le']:g}"),
        _("Write a smaller number."),
    ),
}


def _not_text(value: object, written: str, location: Location) -> tuple[str, str]:
    if isinstance(value, bool | int | float | datetime.date):
        message = _("“{value}” is read as {what}; text is wanted here.").format(
            value=written, what=_what(value)
        )
        return message, _('Put it in quotes: "{value}"').format(value=written)
    if value is None:
        return _("text is wanted here, and there is none."), _("Write it, or take the line away.")
    if isinstance(value, list):
        return _("text is wanted here, not a list."), _("Take the hyphen or the brackets away.")
    return _("text is wanted here, not keys with values."), unit_hint(value, location) or _(
        "Put the text in quotes if it holds a colon and a blank."
    )


def _not_allowed(value: object, expected: str, written: str) -> tuple[str, str]:
    allowed = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",") if word.strip("' ")]
    shown = written or (value if isinstance(value, str) else _what(value))
    message = _("“{value}” is not one of: {allowed}.").format(value=shown, allowed=", ".join(allowed))
    return message, value_hint(value, allowed)


def _pattern(value: str, pattern: str, location: Location) -> tuple[str, str]:
    if pattern.startswith("^[a-z0-9]"):
        message = _("“{value}” cannot be an id.").format(value=value)
        return message, _(
            "Ids are lower-case letters and digits with single hyphens, like “raise-awareness”."
        )
    if pattern == r"^\d{6}$":
        return _("“{value}” is no 份号.").format(value=value), _('A 份号 has six digits, in quotes: "000001"')
    if location[-1:] == ("title",):
        return _("the title holds a line break."), _(
            "Write the title on one line without “|”; “title_lines: [first line, second line]” breaks it."
        )
    return _("this text holds a line break."), _("Put each sentence behind a hyphen of its own.")


def _what(value: object) -> str:
    names: list[tuple[type, str]] = [
        (bool, _("yes or no")), (int, _("a number")), (float, _("a number")), (str, _("text")),
        (datetime.date, _("a date")), (list, _("a list")), (dict, _("keys with values")),
    ]  # fmt: skip
    return next((name for kind, name in names if isinstance(value, kind)), _("nothing"))


__all__ = ["check", "explain", "key_at", "node_at", "position"]
