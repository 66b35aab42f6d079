"""Proposed units written into ``units.yaml`` 登记表增补: behind those that are there, nothing else of the file touched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.importer.remarks import commented, of_entry
from hongtou.model.register import Register, Unit, UnitSet
from hongtou.source.dump import dump


def register_text(register: Register, proposed: Sequence[Unit | UnitSet], *, guessed: bool = True) -> str:
    """Return a new ``units.yaml``, with a comment at every entry that is a guess."""
    names = {entry.name for entry in proposed if guessed}
    remarks = [(("units", n), of_entry(unit)) for n, unit in enumerate(register.units) if unit.name in names]
    remarks += [(("sets", n), of_entry(one)) for n, one in enumerate(register.sets) if one.name in names]
    return commented(dump(register, up=1), remarks)


def appended(
    text: str, register: Register, proposed: Sequence[Unit | UnitSet], path: str, *, guessed: bool = True
) -> str:
    """Return the ``units.yaml`` that is ``text`` with the proposed entries of ``register`` behind its own.

    Raises GenError where its lists are not written one entry per line.
    """
    for key, kind in (("units", Unit), ("sets", UnitSet)):
        entries = [entry for entry in proposed if isinstance(entry, kind)]
        if entries:
            text = _behind(text, key, _blocks(register, key, entries, guessed=guessed), path)
    return text


def _blocks(register: Register, key: str, entries: Iterable[Unit | UnitSet], *, guessed: bool) -> list[str]:
    """Return the entries as YAML, each a list item from column 0 with its comment."""
    wanted = [*entries]
    units = tuple(entry for entry in wanted if isinstance(entry, Unit)) or register.units[:1]
    sets = tuple(entry for entry in wanted if isinstance(entry, UnitSet))
    made = register_text(register.model_copy(update={"units": units, "sets": sets}), wanted, guessed=guessed)
    block = made.partition(f"\n{key}:\n")[2]
    block = re.split(r"\n(?=\S)", block)[0]
    return [line[2:] if line.startswith("  ") else line for line in block.rstrip("\n").split("\n")]


def _behind(text: str, key: str, block: Sequence[str], path: str) -> str:
    """Return ``text`` with ``block`` at the end of the list under ``key``."""
    lines = text.rstrip("\n").split("\n")
    begin = next((n for n, line in enumerate(lines) if re.match(f"{key}:", line)), None)
    if begin is None:
        return "\n".join([*lines, "", f"{key}:", *(f"  {line}" for line in block), ""])
    first = next(
        (line for line in lines[begin + 1 :] if line.strip() and not line.lstrip().startswith("#")), ""
    )
    if lines[begin].partition("#")[0].strip() != f"{key}:" or not first.lstrip().startswith("- "):
        raise GenError(
            _(
                "{path}: the entries of “{key}” do not stand one below the other, so none can be added."
            ).format(path=path, key=key),
            _("Write them as “- name: …”, each on lines of its own, and import again."),
        )
    indent = " " * (len(first) - len(first.lstrip()))
    end = next((n for n in range(begin + 1, len(lines)) if re.match(r"[^\s#-]", lines[n])), len(lines))
    while end > begin + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return "\n".join([*lines[:end], "", *(indent + line if line else "" for line in block), *lines[end:], ""])
