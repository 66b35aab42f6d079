"""An own rule as ``gen rules`` shows it: what it looks at, why, and the cases it comes with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.own_rule import AnyRule
from hongtou.rules.own.build import SUMMARIES, kind_of

_OTHERS = frozenset({"id", "kind", "on", "where", "severity", "message", "hint", "clause", "cases"})


def row(own: AnyRule) -> str:
    """Return its line in the list."""
    return f"  {own.id:28} {Severity(own.severity).word:8} {_summary(own)}"


def in_full(own: AnyRule) -> str:
    """Return all that there is to say of it."""
    return "\n".join(
        (
            f"{own.id} ({Severity(own.severity).word})",
            _summary(own),
            "",
            *_what(own),
            "",
            *_cases(_("Finds:"), own.cases.fires),
            *_cases(_("Leaves alone:"), own.cases.silent),
        )
    )


def _summary(own: AnyRule) -> str:
    return own.message or _(SUMMARIES[kind_of(own)])


def _what(own: AnyRule) -> Iterator[str]:
    yield _("Own rule of the house, in policy/rules.yaml (docs/own-rules.md)")
    yield _("Kind:  {kind} – {summary}").format(kind=kind_of(own), summary=_(SUMMARIES[kind_of(own)]))
    yield _("On:    {on}").format(on=own.on if own.where is None else f"{own.on} ({own.where})")
    # What a kind has of its own, as it stands in the file.
    for key, value in own.model_dump(mode="json", exclude_unset=True).items():
        if key not in _OTHERS:
            yield f"       {key}: {_written(value)}"
    if own.clause:
        yield _("From:  {clause}").format(clause=own.clause)
    if own.hint:
        yield _("To do: {hint}").format(hint=own.hint)
    can = kind_of(own) == "terms"
    yield _("Fix:   {fix}").format(
        fix=_("writes the right word.") if can else _("none: a person must decide.")
    )


def _cases(title: str, cases: Sequence[object]) -> Iterator[str]:
    if not cases:
        yield f"{title} {_('no case yet')}"
        return
    yield title
    yield from (f"  - {_written(case)}" for case in cases)


def _written(value: object) -> str:
    """Return a value on one line: a text as it is, all else as YAML would take it."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
