"""The fields of each thing an own rule can look at, with what stands there when there is nothing."""

from __future__ import annotations

from typing import Any

from hongtou.i18n import _
from hongtou.model.own_rule import AnyRule, FieldRule
from hongtou.rules.own.fault import RuleFault

Record = dict[str, Any]
"""Plain data: text, numbers, dates, lists of these, and attributes by name."""

_DUTIES: Record = {
    "units": [], "leads": [], "roles": [], "targets": 0, "deadlines": 0, "dates": [], "attributes": {},
}  # fmt: skip
_NODE: Record = {
    "id": "", "kind": "", "label": "", "heading": "", "text": "", "sentences": [],
    "items": 0, "measures": 0, "tasks": [], **_DUTIES,
}  # fmt: skip
_TEXT: Record = {"text": "", "kind": "", "file": "", "item": ""}
FIELDS: dict[str, Record] = {
    "notice": {
        "kind": "", "format": "", "title": "", "document_number": "", "date": None, "issuers": [],
        "recipients": [], "copies_to": [], "signers": [], "printed_by": "", "printed_on": None,
        "urgency": "", "secrecy": "", "note": "", "text": "", "sentences": [], "attachments": [],
        "sections": 0, "tasks": 0, "contacts": 0, "reports": 0,
    },
    "section": _NODE,
    "measure": _NODE,
    "item": _NODE,
    "node": _NODE,
    "task": {
        "id": "", "number": None, "name": "", "group": "", "text": "", "sentences": [], "measure": "", **_DUTIES,
    },
    "target": {
        "id": "", "quantity": "", "comparator": "", "value": None, "upper": None, "unit": "",
        "baseline": "", "period": "", "force": "", "applies_to": "", "printed": "", "item": "",
    },
    "deadline": {
        "id": "", "kind": "", "date": None, "start": None, "clock": "", "every": "", "within": None, "span": "",
        "counted_from": "", "year_inferred": False, "printed": "", "item": "",
    },
    "assignment": {
        "role": "", "units": [], "open": False, "lead_by": "", "printed": "", "covers": "", "item": "",
    },
    "unit": {
        "name": "", "full_name": "", "prefix": "", "kind": "", "relation": "", "aliases": [], "parent": "",
        "set": False, "members": [], "valid_from": None, "valid_to": None,
    },
    "recipient": {"name": "", "full_name": "", "kind": "", "relation": "", "set": False},
    "title": _TEXT,
    "heading": _TEXT,
    "sentence": _TEXT,
    "text": _TEXT,
}  # fmt: skip
"""Fields by thing. A text that is not there is empty, as a list is; a date or number that is not there is None."""
TEXTS = frozenset({"title", "heading", "sentence", "text"})
"""Things that are a text themselves."""
PARTS = {"node": ("section", "measure", "item"), "text": ("title", "heading", "sentence")}
"""Things that take in others."""
_ATTRIBUTES = "attributes."


def value_of(record: Record, name: str) -> Any:
    """Return the field ``name`` of ``record``, or one of its attributes."""
    if name.startswith(_ATTRIBUTES):
        return record["attributes"].get(name.removeprefix(_ATTRIBUTES), "")
    return record[name]


def is_empty(on: str, name: str, value: Any) -> bool:
    """Whether there is nothing in a field; 0 is something, but for how many there are of something."""
    counts = type(FIELDS[on].get(name)) is int
    return value is None or value in ("", [], {}) or (counts and value == 0)


def field_of(rule: FieldRule) -> str:
    """Return the field that ``rule`` looks at. Raises RuleFault where it does not say."""
    if rule.field is None and rule.on in TEXTS:
        return "text"
    if rule.field is None:
        raise RuleFault(_("the rule does not say which field it looks at."), _known(rule.on))
    return rule.field


def check_names(rule: AnyRule) -> None:
    """Raise RuleFault where ``rule`` names a field that its things do not have."""
    for key in ("field", "same"):
        _check(rule.on, getattr(rule, key, None), (key,))
    for number, name in enumerate(getattr(rule, "fields", ())):
        _check(rule.on, name, ("fields", number))
    _check(getattr(rule, "by", rule.on), getattr(rule, "by_field", None), ("by_field",))


def _check(on: str, name: str | None, steps: tuple[str | int, ...]) -> None:
    if name is None or name in FIELDS[on] or (name.startswith(_ATTRIBUTES) and "attributes" in FIELDS[on]):
        return
    message = _("“{on}” has no field “{name}”.").format(on=on, name=name)
    raise RuleFault(message, _known(on), steps)


def _known(on: str) -> str:
    return _("Known here: {names}").format(names=", ".join(FIELDS[on]))
