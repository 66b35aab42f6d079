"""JSON Schemas of the YAML files: completion and Chinese hover texts in an editor."""

from __future__ import annotations

import ast
import inspect
import json
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import BaseModel

from hongtou.model import (
    base,
    duty,
    house,
    notice,
    own_rule,
    progress,
    register,
    report_wording,
    settings,
    task,
)
from hongtou.model.house import HouseRules
from hongtou.model.notice import Notice
from hongtou.model.progress import Progress
from hongtou.model.register import Register
from hongtou.model.settings import SheetSettings
from hongtou.model.task import TaskTable

FOLDER = ".gen"
"""Where the schemas lie in a workspace; the modelines of the YAML files point there."""
MODELS: dict[str, type[BaseModel]] = {
    "notice": Notice,
    "tasks": TaskTable,
    "units": Register,
    "sheet": SheetSettings,
    "rules": HouseRules,
    "progress": Progress,
}
"""The model of each kind of file."""
_ALIASED = {"schema": "schema_version", "from": "via"}
"""Keys of the YAML that the models call otherwise."""
MODULES = (base, duty, house, notice, own_rule, progress, register, report_wording, settings, task)
"""Where the models are."""


def schema_files() -> dict[str, str]:
    """Return the text of every schema by file name, the same text for the same models."""
    return {f"{name}.schema.json": schema_text(name) for name in MODELS}


def schema_text(name: str) -> str:
    """Return the JSON Schema (draft 2020-12) of the files ``name``.yaml."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **MODELS[name].model_json_schema(),
    }
    _drop_titles(schema)
    _describe(schema, MODELS[name].__name__)
    for definition, inner in schema.get("$defs", {}).items():
        _describe(inner, definition)
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _describe(schema: dict[str, Any], model: str) -> None:
    """Give every property of ``model`` the docstring of its field, its own or an inherited one, as description."""
    fields = _docstrings()
    for name, value in schema.get("properties", {}).items():
        field = _ALIASED.get(name, name)
        for ancestor in _ancestors(model):
            if (ancestor, field) in fields:
                value["description"] = fields[ancestor, field]
                break


@cache
def _docstrings() -> dict[tuple[str, str], str]:
    """Return the docstring below each field of each model, read from the source.

    pydantic can collect them too, but only while classes are made, at every start of every command.
    """
    found = {}
    for module in MODULES:
        for cls in ast.parse(inspect.getsource(module)).body:
            body = cls.body if isinstance(cls, ast.ClassDef) else []
            for field, after in pairwise(body):
                text = (
                    isinstance(after, ast.Expr)
                    and isinstance(after.value, ast.Constant)
                    and after.value.value
                )
                if (
                    isinstance(field, ast.AnnAssign)
                    and isinstance(field.target, ast.Name)
                    and isinstance(text, str)
                ):
                    found[cls.name, field.target.id] = inspect.cleandoc(text)  # type: ignore[attr-defined]
    return found


def _ancestors(model: str) -> list[str]:
    cls = next(getattr(module, model) for module in MODULES if hasattr(module, model))
    return [ancestor.__name__ for ancestor in cls.__mro__]


def _drop_titles(schema: Any) -> None:
    """Take away pydantic's generated titles, which would hide the descriptions in an editor."""
    if isinstance(schema, dict):
        if isinstance(schema.get("title"), str):
            del schema["title"]
        for value in schema.values():
            _drop_titles(value)
    elif isinstance(schema, list):
        for value in schema:
            _drop_titles(value)
