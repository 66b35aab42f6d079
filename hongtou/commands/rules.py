"""``gen rules``: the catalogue, one rule in full, and the cases of an office's own rules."""

from __future__ import annotations

import difflib
from pathlib import Path

import click

from hongtou.errors import ExitCode, GenError
from hongtou.i18n import N_, _
from hongtou.rules.rule import Rule

_TEST = "test"
_READING = N_("What stops a file from being read is told before any rule looks at it.")
_HUSHING = N_(
    "Hushing that hushes nothing, or does not say why, is told; mend the comment or the entry in rules.yaml."
)
_OTHERS = {
    **dict.fromkeys(
        ("yaml", "merge", "fold", "schema", "reference", "register", "encoding", "file"), _READING
    ),
    **dict.fromkeys(("unused-suppression", "suppression-without-reason", "unknown-rule"), _HUSHING),
}
"""What stands in brackets behind findings that come from no rule."""


@click.command(
    "rules",
    help="List the rules of “gen check”; with ID say what one asks, why and where from; “test” runs the cases of your own.",
)
@click.argument("name", metavar="[ID|test]", required=False)
@click.pass_context
def command(ctx: click.Context, name: str | None) -> None:
    """Print the catalogue or one rule; exit 1 where a case of an own rule fails."""
    if name is None:
        _list()
    elif name == _TEST:
        _test(ctx)
    else:
        click.echo(_in_full(_find(name)))


def _list() -> None:
    from hongtou.rules.catalogue import FAMILIES, rules

    family = ""
    for rule in rules():
        if rule.family != family:
            click.echo(("\n" if family else "") + _(FAMILIES[rule.family]))
            family = rule.family
        click.echo(f"  {rule.id:28} {rule.severity.word:8} {_(rule.summary)}")


def _find(name: str) -> Rule:
    from hongtou.rules.catalogue import rules

    known = {rule.id: rule for rule in rules()}
    if name in _OTHERS:
        raise GenError(_("“{name}” is no rule: it is told without one.").format(name=name), _(_OTHERS[name]))
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = _("Did you mean “{name}”?").format(name=near[0]) if near else _("“gen rules” lists all rules.")
        raise GenError(_("there is no rule “{rule}”.").format(rule=name), hint)
    return known[name]


def _in_full(rule: Rule) -> str:
    bindings = {
        "standard": _("the standard says so"),
        "practice": _("practice of offices"),
        "house": _("a rule of this tool"),
    }
    can = _("no; a person must decide") if rule.fix.startswith("none") else _("yes (gen check --fix)")
    lines = (
        f"{rule.id} ({rule.severity.word})",
        _(rule.summary),
        "",
        _(rule.reason),
        "",
        _("From:  {clause} ({binding})").format(clause=rule.clause, binding=bindings[rule.binding]),
        _("Wrong: {example}").format(example=rule.wrong),
        _("Right: {example}").format(example=rule.right),
        _("Fix:   {fix}").format(fix=can),
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
