"""Writing a model as the YAML a person would keep: block style, no folding, quotes only where they are needed."""

from __future__ import annotations

import io
from typing import Any

from pydantic import BaseModel
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from hongtou.source.guess import UNIT_LISTS
from hongtou.source.nodes import read
from hongtou.source.schema import FOLDER, MODELS


def dump(model: BaseModel, *, up: int = 0) -> str:
    """Return ``model``, the root of one of the files, as YAML text with the editor's modeline.

    Keys are in the order of the model, who owes what behind the text; names of units stand on one line; defaults are left out. ``up`` says how many folders the file lies
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


_LAST = ("assignments", "targets", "deadlines", "attributes", "source", "measures")
"""The keys that stand behind all others of a part of the paper, in their order."""


def _plain(value: Any) -> Any:
    """Return ``value`` in types YAML has, text in quotes where it would be read as something else."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: _LAST.index(key) if key in _LAST else -1)
        return {str(key): _listed(key, _plain(value[key])) for key in keys}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    if isinstance(value, str):
        text = str(value)
        return text if _safe(text) else DoubleQuotedScalarString(text)
    return value


def _listed(key: object, value: Any) -> Any:
    """Return a list of units as it stands on one line: each group on its own, or all of them."""
    if key not in UNIT_LISTS or not isinstance(value, list):
        return value
    if any(isinstance(entry, list) for entry in value):
        return [_listed(key, entry) for entry in value]
    if not all(type(entry) is str and _is_plain(entry) for entry in value):
        return value
    made = CommentedSeq(value)
    made.fa.set_flow_style()
    return made


def _is_plain(name: str) -> bool:
    """Whether a name holds nothing that means something on such a line."""
    return name[:1].isalpha() and all(char.isalnum() or char in "（）、·《》〔〕" for char in name)


def _safe(text: str) -> bool:
    """Whether ``text`` without quotes is read back as it is."""
    if text != text.strip() or "\n" in text or "\t" in text or '"' in text or "'" in text:
        return False
    source = read(f"- {text}\n", "")
    return not source.findings and source.data == [text]
