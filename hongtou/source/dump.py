"""Writing a model as the YAML a person would keep: block style, no folding, quotes only where they are needed."""

from __future__ import annotations

import io
from typing import Any

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from hongtou.source.nodes import read
from hongtou.source.schema import FOLDER, MODELS


def dump(model: BaseModel, *, up: int = 0) -> str:
    """Return ``model``, the root of one of the files, as YAML text with the editor's modeline.

    Keys are in the order of the model, defaults are left out. ``up`` says how many folders the file lies
    below the workspace. :func:`hongtou.source.check.check` reads the text back as an equal model.
    """
    name = next(name for name, kind in MODELS.items() if isinstance(model, kind))
    data = model.model_dump(mode="python", by_alias=True, exclude_defaults=True)
    stream = io.StringIO()
    _writer().dump({"schema": model.schema_version, **_plain(data)}, stream)  # type: ignore[attr-defined]
    return f"# yaml-language-server: $schema={'../' * up}{FOLDER}/{name}.schema.json\n{stream.getvalue()}"


def _writer() -> YAML:
    writer = YAML()
    writer.width = 1_000_000
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.allow_unicode = True
    return writer


def _plain(value: Any) -> Any:
    """Return ``value`` in types YAML has, text in quotes where it would be read as something else."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if isinstance(value, str):
        text = str(value)
        return text if _safe(text) else DoubleQuotedScalarString(text)
    return value


def _safe(text: str) -> bool:
    """Whether ``text`` without quotes is read back as it is."""
    if text != text.strip() or "\n" in text or "\t" in text or '"' in text or "'" in text:
        return False
    source = read(f"- {text}\n", "")
    return not source.findings and source.data == [text]
