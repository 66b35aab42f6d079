"""A unit is usually not clipped as in speech: 人力资源社会保障局, not 人社局.

Where the place has made the clipped form its standard short name, it is in the register, and this rule is silent; so it is
where the text introduces the form (以下简称), and in titles.

Clause: 通行做法，服务于党政机关公文处理工作条例, 19
Binding: practice
Wrong: 由市人社局负责
Right: 由市人力资源社会保障局负责
Fix: none: the short name differs from place to place.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span
from hongtou.rules.units._written import is_introduced, passing_titles

SEVERITY = Severity.INFO
CLIPPED = (
    "发改[委局]|人社[局厅]|人社部(?:门)?|住建[局厅委]|住建部(?:门)?|工信[局厅委]|工信部(?:门)?|"
    "卫健[委局]|卫健部门|市监局|文旅[局厅委]|国土局|教体局"
)


def check(facts: Facts) -> Iterator[Hit]:
    """Yield clipped names that no entry of the register has."""
    register, text = facts.register, facts.script.text
    known = "\n".join((*register.by_name, *register.by_alias))
    allowed: dict[str, bool] = {}
    for match in passing_titles(CLIPPED, text):
        name = match[0]
        if name not in allowed:
            allowed[name] = name in known or is_introduced(name, text)
        if not allowed[name]:
            message = _(
                "“{name}” is a spoken short form; papers usually write the standard short name."
            ).format(name=name)
            hint = _("Write the standard short name; if this is it here, add it to units.yaml.")
            yield Hit(Span(*match.span()), message, hint)
