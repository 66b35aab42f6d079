"""JSON Schemas of the YAML files: completion and Chinese hover texts in an editor."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from hongtou.model.notice import Notice
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
}
"""The model of each kind of file."""


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
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


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
