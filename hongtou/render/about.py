"""Reading back what a file says of itself: which policy and unit it is for, and the fingerprints of its content."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from hongtou.documents.fingerprints import TASK
from hongtou.i18n import _
from hongtou.package import UNREADABLE
from hongtou.render.properties import CUSTOM

_PROPERTY = re.compile(
    r'<(?:\w{1,20}:)?property\b[^>]*\bname="(gen\.[^"]*)"[^>]*>\s*<(?:\w{1,20}:)?lpwstr\b[^>]*>([^<]*)<'
)
"""As gen writes it, and as editors do that declare prefixes of their own."""
_MAX = 5_000_000


def about(data: bytes) -> dict[str, str]:
    """Return the properties that gen gave the file ``data``, empty for a file of others; a person's edits keep them."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(CUSTOM).file_size > _MAX:
                return {}
            text = archive.read(CUSTOM).decode("utf-8", "replace")
    except UNREADABLE:
        return {}
    return properties(text)


def properties(text: str) -> dict[str, str]:
    """Return the properties that gen wrote into ``text``, the part for custom ones."""
    return {html.unescape(name): html.unescape(value) for name, value in _PROPERTY.findall(text)}


def differences(old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """Return what differs in content between two papers that say of themselves ``old`` and ``new``."""
    return [*_task_differences(old, new), *_other_differences(old, new)]


def _task_differences(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    for key in dict.fromkeys((*old, *new)):
        if key.startswith(TASK) and old.get(key) != new.get(key):
            task = key.removeprefix(TASK)
            if key not in old:
                yield _("task {task} added").format(task=task)
            elif key not in new:
                yield _("task {task} taken away").format(task=task)
            else:
                yield _("task {task} changed").format(task=task)


def _other_differences(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    if old.get("gen.number", "") != new.get("gen.number", ""):
        names = (said.get("gen.number") or _("none") for said in (old, new))
        yield _("number {old} became {new}").format(**dict(zip(("old", "new"), names, strict=True)))
    if old.get("gen.content") != new.get("gen.content"):
        yield _("the text around the tasks changed")
