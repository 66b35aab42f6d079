"""``python tests/messages.py``: write the Chinese catalogue anew from the messages in the code (and click's own).

Chinese that is there already is kept; what is missing is listed. The tests use :func:`messages` to fail while
a message of ours has no Chinese.
"""

from __future__ import annotations

import ast
import datetime
import io
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))
from hongtou.rules.rule import fields, paragraphs  # noqa: E402

PO = ROOT / "hongtou" / "locale" / "zh_CN" / "LC_MESSAGES" / "hongtou.po"
CLICK = (
    "Usage:", "Options", "Show this message and exit.", "Show the version and exit.", "Error: {message}",
    "Try '{command} {option}' for help.", "Aborted!", "No such option {name!r}.", "default: {default}",
    "Missing argument", "Missing option", "Missing parameter", "required", "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}", "Missing command.", "No such command {name!r}.",
    "{name} {filename!r} is a directory.", "{name} {filename!r} is a file.",
    "{name} {filename!r} does not exist.", "Directory", "File", "Path", "file", "directory", "path",
    "Option {name!r} does not take a value.", "Takes {nargs} values but 1 was given.", "env var: {var}",
    "{name} {filename!r} is not readable.", "{name} {filename!r} is not writable.", "unknown error",
)  # fmt: skip


PLURALS = {
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"): "是否应为 {possibilities}？",
    (
        "Got unexpected extra argument ({args})",
        "Got unexpected extra arguments ({args})",
    ): "多余的参数：{args}。",
    (
        "{value!r} is not {choice}.",
        "{value!r} is not one of {choices}.",
    ): "{value!r} 不在可选值之中：{choices}。",
    (
        "Option {name!r} requires an argument.",
        "Option {name!r} requires {nargs} arguments.",
    ): "选项 {name!r} 后面要有值。",
}
"""Messages of click with a plural; Chinese has one form."""


def messages() -> Iterator[tuple[str, str]]:
    """Yield every message of ours with the file it is in: what ``_`` is called with, click's help texts, what rules say of themselves."""
    for path in sorted((ROOT / "hongtou").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf8"))
        place = path.relative_to(ROOT).as_posix()
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield from ((text, place) for text in _texts(node))
        if path.parent.parent.name == "rules" and path.parent.name != "own" and not path.name.startswith("_"):
            docstring = ast.get_docstring(tree) or ""
            yield from ((text, place) for text in paragraphs(docstring))
            if "fix" in fields(docstring):
                yield fields(docstring)["fix"], place
        if place == "hongtou/commands/__init__.py":
            yield from ((text, place) for text in _front_door())


def _front_door() -> Iterator[str]:
    from hongtou import commands

    yield from commands.COMMANDS.values()
    yield commands.cli.help or ""


def _texts(call: ast.Call) -> Iterator[str]:
    if isinstance(call.func, ast.Name) and call.func.id in ("_", "N_") and call.args:
        argument = call.args[0]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value
    for keyword in call.keywords:
        if keyword.arg == "help" and isinstance(keyword.value, ast.Constant):
            yield str(keyword.value.value)


def catalogue() -> Catalog:
    """Return the catalogue of today's messages with the Chinese there is."""
    old = read_po(io.BytesIO(PO.read_bytes()), locale="zh_CN") if PO.exists() else Catalog(locale="zh_CN")
    new = Catalog(locale="zh_CN", project="hongtou", version="0.1", fuzzy=False)
    found: dict[str, list[str]] = {}
    for text, place in messages():
        found.setdefault(text, []).append(place)
    for text in CLICK:
        found.setdefault(text, []).append(f"click {click.__name__}")
    for text in sorted(found):
        known = old.get(text)
        new.add(text, known.string if known else "", locations=[(p, 0) for p in sorted(set(found[text]))])
    for forms, chinese in PLURALS.items():
        new.add(forms, (chinese,), locations=[("click click", 0)])
    return new


def compiled(catalog: Catalog) -> bytes:
    """Return ``catalog`` as the binary that gettext reads."""
    catalog.creation_date = catalog.revision_date = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    stream = io.BytesIO()
    write_mo(stream, catalog)
    return stream.getvalue()


def main() -> None:
    """Write the catalogue in both forms; list what has no Chinese yet."""
    catalog = catalogue()
    PO.parent.mkdir(parents=True, exist_ok=True)
    stream = io.BytesIO()
    write_po(stream, catalog, width=0, omit_header=False, no_location=False, include_lineno=False)
    text = "\n".join(line for line in stream.getvalue().decode().splitlines() if "-Date: " not in line)
    PO.write_text(text + "\n", encoding="utf8")
    PO.with_suffix(".mo").write_bytes(compiled(read_po(io.BytesIO(PO.read_bytes()), locale="zh_CN")))
    for message in catalog:
        if message.id and not message.string and isinstance(message.id, str):
            print(repr(message.id))


if __name__ == "__main__":
    main()
