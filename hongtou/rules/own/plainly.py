"""What Python, Jinja and regex say of a rule that they cannot use, in words for those who wrote it."""

from __future__ import annotations

import re

from jinja2.exceptions import SecurityError, TemplateError

from hongtou.i18n import N_, _

_WRONG = {
    "missing )": N_("a bracket ( is not closed"),
    "missing >": N_("a name <…> is not closed"),
    "unbalanced parenthesis": N_("a bracket ) was not opened"),
    "unterminated character set": N_("a bracket [ is not closed"),
    "nothing to repeat": N_("a repetition (* + ? { }) has nothing before it that could be repeated"),
    "multiple repeat": N_("two repetitions (* + ? { }) stand one behind the other"),
    "bad escape": N_("nothing known follows a backslash"),
    "bad character range": N_("a range in [ ] goes backwards, such as [9-0]"),
    "group": N_("it points to a group ( ) that there is not"),
    "unknown extension": N_("nothing known follows “(?”"),
    "unknown property": N_("the kind of characters behind \\p is not known"),
}
"""What regex says, by words of it, and what is meant."""
_UNUSED = {
    "Call": N_("calling something, with brackets behind a name,"),
    "Pow": N_("raising to a power, “**”,"),
    "Concat": N_("joining with “~”"),
    "Dict": N_("a mapping in { }"),
}
"""What an expression cannot have, by Jinja's name for it."""
_NO_SUCH = re.compile("No (filter|test) named '(.*)'")
_VALUES: dict[type[Exception], str] = {
    ZeroDivisionError: N_("a division by zero"),
    TypeError: N_("a value is missing, or of another kind than it is held against"),
    ValueError: N_("a text is no number"),
    IndexError: N_("a list or text has fewer entries than it is asked for"),
    OverflowError: N_("a number is too large"),
    RecursionError: N_("it is nested too deep"),
}
"""Why something cannot be worked out, by Python's name for it."""


def of_pattern(error: Exception) -> str:
    """Return why a regular expression is none."""
    said = str(error)
    found = next(
        (words for key, words in _WRONG.items() if key in said), N_("a sign stands where it means nothing")
    )
    at = getattr(error, "pos", None)
    return (
        _("{reason} (at character {number})").format(reason=_(found), number=at + 1)
        if at is not None
        else _(found)
    )


def of_template(error: TemplateError) -> str:
    """Return why an expression cannot be used."""
    said = str(error.message).rstrip(".。")
    if isinstance(error, SecurityError):  # These are gen's own words.
        return said
    if missing := _NO_SUCH.match(said):
        what = _("there is no filter “{name}”") if missing[1] == "filter" else _("there is no test “{name}”")
        return what.format(name=missing[2])
    if "unexpected char" in said:
        return _("a quotation mark is not closed, or a character means nothing here")
    if "end of" in said:
        return _("it stops before its end: something is missing, or a bracket is not closed")
    return _("it is not put together as an expression is; is “==”, “and” or “or” missing?")


def of_values(error: Exception) -> str:
    """Return why an expression cannot be worked out."""
    known = next((words for kind, words in _VALUES.items() if isinstance(error, kind)), None)
    return _(known) if known else _("it does not fit these values")


def unused(name: str) -> str:
    """Return what an expression must not have; ``name`` is Jinja's."""
    what = _(_UNUSED[name]) if name in _UNUSED else _("a sign or word in it")
    return _("{what} is not used here.").format(what=what)
