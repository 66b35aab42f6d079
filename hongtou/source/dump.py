"""Writing a model as the YAML a person would keep: block style, no folding, quotes only where they are needed."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from hongtou.source.block import block
from hongtou.source.guess import UNIT_LISTS
from hongtou.source.schema import FOLDER, MODELS


def dump(model: BaseModel, *, up: int = 0) -> str:
    """Return ``model``, the root of one of the files, as YAML text with the editor's modeline.

    Keys are in the order of the model, who owes what behind the text; names of units stand on one line; defaults are left out. ``up`` says how many folders the file lies
    below the workspace. :func:`hongtou.source.check.check` reads the text back as an equal model.
    """
    name = next(name for name, kind in MODELS.items() if isinstance(model, kind))
    data = model.model_dump(mode="python", by_alias=True, exclude_defaults=True)
    text = block({"schema": model.schema_version, **_arranged(data)}, UNIT_LISTS)  # type: ignore[attr-defined]
    return f"# yaml-language-server: $schema={'../' * up}{FOLDER}/{name}.schema.json\n{text}"


_LAST = ("assignments", "targets", "deadlines", "attributes", "source", "measures")
"""The keys that stand behind all others of a part of the paper, in their order."""


def _arranged(value: Any) -> Any:
    """Return ``value`` with the keys of every part in their order."""
    if isinstance(value, dict):
        first = [key for key in value if key not in _LAST]
        last = [key for key in _LAST if key in value] if len(first) < len(value) else []
        return {str(key): _arranged(value[key]) for key in (*first, *last)}
    if isinstance(value, (list, tuple)):
        return [_arranged(inner) for inner in value]
    return value
