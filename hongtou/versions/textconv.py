"""What git shows in the place of a file 文本转换: sentences for a policy's YAML, paragraphs for a DOCX.

git runs this once or twice per file of a comparison, so that only what the file needs is imported.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

MAX_BYTES = 20_000_000
_DOCX = b"PK"


def converted_file(path: Path) -> bytes:
    """Return what git shows for the file at ``path``, in UTF-8 whatever the system's language. Raises OSError."""
    with path.open("rb") as stream:
        return converted(stream.read(MAX_BYTES + 1))


def converted(data: bytes) -> bytes:
    """Return what git shows for a file that holds ``data``: the lines, or the data where they cannot be made of it."""
    if not data or len(data) > MAX_BYTES:
        return data
    if data.startswith(_DOCX):
        from hongtou.versions.paper_lines import paper_lines

        return _joined([*paper_lines(data)])
    lines = _policy_lines(data)
    return data if lines is None else _joined(lines)


def _policy_lines(data: bytes) -> list[str] | None:
    """Return the lines of a YAML file; None where it cannot be read without loss: its text says more then."""
    from hongtou.source.files import decode
    from hongtou.source.nodes import read
    from hongtou.versions.sentences import scalars, sentences

    text = decode(data, "")
    if not isinstance(text, str):
        return None
    try:
        source = read(text, "")
    except RecursionError:
        return None
    if source.findings or not isinstance(source.data, dict | list):
        return None
    if _too_long(scalars(source.data), MAX_BYTES):
        return None
    lines: list[str] = []
    return None if _too_long(sentences(source.data, text), 4 * MAX_BYTES, lines) else lines


def _too_long(texts: Iterable[str], limit: int, kept: list[str] | None = None) -> bool:
    """Whether ``texts`` are longer than ``limit`` together, as aliases can make them; those met are ``kept``."""
    for text in texts:
        limit -= len(text)
        if limit < 0:
            return True
        if kept is not None:
            kept.append(text)
    return False


def _joined(lines: list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf8", "replace")
