"""``gen rules``: the catalogue, one rule in full, and the cases of an office's own rules."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hongtou.errors import ExitCode, GenError
from hongtou.i18n import N_, _
from hongtou.rules.rule import Rule

if TYPE_CHECKING:
    from hongtou.model.own_rule import AnyRule

_READING = N_("What stops a file from being read is told before any rule looks at it.")
_HUSHING = N_(
    "Hushing that hushes nothing, or does not say why, is told; mend the comment or the entry in rules.yaml."
)


@click.command(
    "rules",
    help="List the rules of “gen check” and those of your own; with ID say what one asks, why and where from; “test” runs the cases of your own.",
)
@click.argument("name", metavar="[ID|test]", required=False)
@click.pass_context
def command(ctx: click.Context, name: str | None) -> None:
    """Print the catalogue or one rule; exit 1 where a case of an own rule fails."""
    from hongtou.rules.catalogue import TEST

    if name == TEST:
        _test(ctx)
        return
    own = _own()
    if name is None:
        _list(own)
    else:
        click.echo(_in_full(name, own))


def _own() -> Sequence[AnyRule]:
    """Return the rules of the office whose workspace this is; none outside of one, or where they cannot be read."""
    path = _house_file()
    if path is None or not path.exists():
        return ()
    from hongtou.model.house import HouseRules
    from hongtou.source.load import load_file

    source, house = load_file(path, HouseRules)
    if house is None or source.findings:
        click.echo("\n".join(map(str, sorted(source.findings))), err=True)
        return ()
    return house.check.rules


def _house_file() -> Path | None:
    from hongtou.workspace import find_workspace

    try:
        return find_workspace(Path.cwd()).root / "policy" / "rules.yaml"
    except GenError:
        return None


def _list(own: Sequence[AnyRule]) -> None:
    from hongtou.rules.catalogue import FAMILIES, rules

    family = ""
    for rule in rules():
        if rule.family != family:
            click.echo(("\n" if family else "") + _(FAMILIES[rule.family]))
            family = rule.family
        click.echo(f"  {rule.id:28} {rule.severity.word:8} {_(rule.summary)}")
    if own:
        from hongtou.rules.own.shown import row

        click.echo("\n" + _("{family} (policy/rules.yaml)").format(family=_(FAMILIES["own"])))
        for one in own:
            click.echo(row(one))


def _in_full(name: str, own: Sequence[AnyRule]) -> str:
    from hongtou.rules.catalogue import HUSHING, READING, rules

    known = {rule.id: rule for rule in rules()}
    if name in READING | HUSHING:
        why = _(_READING if name in READING else _HUSHING)
        raise GenError(_("“{name}” is no rule: it is told without one.").format(name=name), why)
    if name in known:
        return _built_in(known[name])
    for one in own:
        if one.id == name:
            from hongtou.rules.own.shown import in_full

            return in_full(one)
    near = difflib.get_close_matches(name, [*known, *(one.id for one in own)], n=1)
    hint = _("Did you mean “{name}”?").format(name=near[0]) if near else _("“gen rules” lists all rules.")
    raise GenError(_("there is no rule “{rule}”.").format(rule=name), hint)


def _built_in(rule: Rule) -> str:
    bindings = {
        "standard": _("the standard says so"),
        "practice": _("practice of offices"),
        "house": _("a rule of this tool"),
    }
    lines = (
        f"{rule.id} ({rule.severity.word})",
        _(rule.summary),
        "",
        _(rule.reason),
        "",
        _("From:  {clause} ({binding})").format(clause=rule.clause, binding=bindings[rule.binding]),
        _("Wrong: {example}").format(example=rule.wrong),
        _("Right: {example}").format(example=rule.right),
        _("Fix:   {fix}").format(fix=_(rule.fix)),
        _(
            "Hush:  # gen: ignore {rule} <why> on the line or above it; or under check.ignore in policy/rules.yaml"
        ).format(rule=rule.id),
    )
    return "\n".join(lines)


def _test(ctx: click.Context) -> None:
    from hongtou.errors import SourceError
    from hongtou.formats import as_text
    from hongtou.model.house import HouseRules
    from hongtou.rules.own.cases import case_findings
    from hongtou.source.load import load_file
    from hongtou.source.nodes import Source
    from hongtou.workspace import find_workspace

    path = find_workspace(Path.cwd()).root / "policy" / "rules.yaml"
    source, house = load_file(path, HouseRules) if path.exists() else (Source(str(path)), HouseRules())
    if house is None or source.findings:
        raise SourceError(source.findings)
    own = house.check.rules
    if found := case_findings(own, source):
        click.echo(as_text(found))
        ctx.exit(ExitCode.FINDINGS)
    cases = sum(len(rule.cases.fires) + len(rule.cases.silent) for rule in own)
    click.echo(_("{rules} rules, {cases} cases: all hold.").format(rules=len(own), cases=cases), err=True)
