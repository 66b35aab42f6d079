"""The own rules of a policy as rules of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from hongtou.findings import Severity
from hongtou.i18n import N_, _
from hongtou.model.own_rule import AnyRule
from hongtou.model.policy import Policy
from hongtou.rules.catalogue import RESERVED, rules
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place
from hongtou.rules.own.fault import RuleFault
from hongtou.rules.own.fields import TEXTS, check_names
from hongtou.rules.own.world import Found, World, world_of
from hongtou.rules.rule import Rule

SUMMARIES = {
    "required": N_("A field is filled in."),
    "pattern": N_("A field is written as the office writes it."),
    "terms": N_("The right words are used."),
    "choice": N_("A field is one of the values there are."),
    "range": N_("A number, a date or a length is within its limits."),
    "unique": N_("No value stands twice."),
    "count": N_("A list has as many entries as it should."),
    "reference": N_("What is named is there."),
    "order": N_("Numbers and dates are in order."),
    "consistent": N_("What is one thing is given and called the same everywhere."),
    "coverage": N_("Everything is taken up elsewhere."),
    "expression": N_("A condition of the office holds."),
}
"""What a rule of each kind asks for, where it has no words of its own."""


def own_rules(policy: Policy) -> tuple[Rule, ...]:
    """Return the own rules of ``policy``, in the order of its file."""
    own = policy.rules.check.rules
    return tuple(
        _rule(rule, number, fault)
        for number, (rule, fault) in enumerate(zip(own, id_faults(own), strict=True))
    )


def id_faults(own: Sequence[AnyRule]) -> Iterator[RuleFault | None]:
    """Yield of each rule why it cannot have its id, None where it can."""
    known = {rule.id for rule in rules()}
    taken: set[str] = set()
    for rule in own:
        message = ""
        if rule.id in RESERVED:
            message = _("“{id}” stands for something else in gen; no rule can be called so.")
        elif rule.id in known:
            message = _("gen has a rule “{id}” of its own.")
        elif rule.id in taken:
            message = _("there is another rule “{id}” above.")
        taken.add(rule.id)
        yield (
            RuleFault(message.format(id=rule.id), _("Give it an id of its own."), ("id",))
            if message
            else None
        )


def _rule(own: AnyRule, number: int, fault: RuleFault | None) -> Rule:
    kind = kind_of(own)
    return Rule(
        own.id,
        "own",
        Severity(own.severity),
        own.message or SUMMARIES[kind],
        own.hint or "",
        own.clause or _("own rule of the house"),
        "house",
        _example(own.cases.fires),
        _example(own.cases.silent),
        "writes the right word." if kind == "terms" else "none: a person must decide.",
        _check(own, number, fault),
    )


def kind_of(own: AnyRule) -> str:
    """Return the kind of a rule."""
    return str(getattr(own, "kind", ""))


def _example(cases: tuple[object, ...]) -> str:
    return next((case for case in cases if isinstance(case, str)), "")


def _check(own: AnyRule, number: int, fault_of_id: RuleFault | None) -> Callable[[Facts], Iterator[Hit]]:
    def check(facts: Facts) -> Iterator[Hit]:
        at = ("check", "rules", number)
        try:
            if fault_of_id is not None:
                raise fault_of_id
            for found in find(own, world_of(facts)):
                yield _hit(own, found)
        except RuleFault as fault:
            place = Place("rules", (*at, *fault.steps))
            yield Hit(place, fault.message, fault.hint, severity=Severity.ERROR)

    return check


def find(own: AnyRule, world: World) -> Iterator[Found]:
    """Yield what ``own`` finds in ``world``. Raises RuleFault where the rule itself is at fault."""
    check_names(own)
    kind = import_module(f"hongtou.rules.own.{kind_of(own)}")
    yield from kind.find(own, world.chosen(own), world)


def _hit(own: AnyRule, found: Found) -> Hit:
    message = _("“{words}”: {what}").format(words=found.shown, what=own.message or found.what)
    at = found.thing.at(found.field, found.index, found.words, found.start)
    return Hit(at, message, own.hint or found.hint, found.fix if own.on in TEXTS else None)
