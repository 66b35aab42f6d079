"""What a page says of how it looks 版式线索: alignment, bold, what is hidden or no part of the text, list numbers."""

from __future__ import annotations

from lxml import etree

from hongtou.i18n import _
from hongtou.importer.number_formats import number_text
from hongtou.importer.scan import Align

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"b", "strong", "th"}) | HEADINGS
_ALIGNS: dict[str, Align] = {
    **{"left": "left", "start": "left", "center": "center", "middle": "center", "-webkit-center": "center"},
    **{"right": "right", "end": "right", "justify": "both"},
}
_INVISIBLE = frozenset({"script", "style", "template"})
_FORMS = frozenset({"button", "select", "textarea", "input", "datalist"})
_EMBEDDED = frozenset({"iframe", "object", "embed", "applet", "canvas", "audio", "video", "svg"})
_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LISTS = {
    **{"decimal": "decimal", "decimal-leading-zero": "decimalZero"},
    **dict.fromkeys(("lower-alpha", "lower-latin"), "lowerLetter"),
    **dict.fromkeys(("upper-alpha", "upper-latin"), "upperLetter"),
    **{"lower-roman": "lowerRoman", "upper-roman": "upperRoman", "cjk-decimal": "ideographDigital"},
    **dict.fromkeys(
        ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal"), "chineseCountingThousand"
    ),
    **{"simp-chinese-formal": "chineseLegalSimplified", "cjk-heavenly-stem": "ideographTraditional"},
}
_IDEOGRAPHIC = frozenset(
    {"chineseCountingThousand", "chineseLegalSimplified", "ideographTraditional", "ideographDigital"}
)
_LONGEST = 2_000


def styles_of(element: etree._Element) -> dict[str, str]:
    """Return what the ``style`` attribute declares, in lower case."""
    value = element.get("style")
    if not value:
        return {}
    pairs = (declaration.partition(":") for declaration in value[:_LONGEST].lower().split(";"))
    return {name.strip(): text.partition("!")[0].strip() for name, _colon, text in pairs}


def invisible(element: etree._Element) -> bool:
    """Whether an element holds nothing that a reader ever sees."""
    return element.tag in _INVISIBLE or not isinstance(element.tag, str)


def left_out(element: etree._Element, styles: dict[str, str], *, in_article: bool) -> str:
    """Return why the text of ``element`` is no part of the paper, empty where it is one; an article has its own foot."""
    tag, role = element.tag, element.get("role")
    if tag == "head":
        return _("head of the web page")
    if tag == "nav" or role in ("navigation", "search", "menu", "menubar"):
        return _("navigation of the web page")
    if role == "contentinfo" or (tag == "footer" and not in_article):
        return _("foot of the web page")
    if tag in _FORMS:
        return _("form field of the web page")
    if tag == "noscript":
        return _("shown only without scripts")
    if tag in _EMBEDDED:
        return _("picture or embedded content")
    hidden = styles.get("display") == "none" or styles.get("visibility") in ("hidden", "collapse")
    return (
        _("hidden") if hidden or element.get("hidden") is not None or styles.get("mso-hide") == "all" else ""
    )


def align_of(element: etree._Element, styles: dict[str, str]) -> Align:
    """Return the alignment that ``element`` sets, empty where it sets none."""
    if element.tag == "center":
        return "center"
    asked = styles.get("text-align") or (element.get("align") or "").lower()
    return (
        _ALIGNS.get(asked.strip(), "")
        if element.tag not in ("table", "img") or "text-align" in styles
        else ""
    )


def bold_of(element: etree._Element, styles: dict[str, str], above: bool) -> bool:
    """Return whether text in ``element`` is bold, where ``above`` says so of what holds it."""
    weight = styles.get("font-weight", "")
    if weight.isdigit():
        return int(weight[:4]) >= 600
    if weight in ("bold", "bolder", "normal"):
        return weight != "normal"
    return above or element.tag in _BOLD


def item_number(parent: etree._Element, styles: dict[str, str], number: int) -> str:
    """Return what stands in front of the ``number``-th item of the ordered list ``parent``."""
    listed = styles.get("list-style-type") or styles.get("list-style", "")
    names = listed.split()
    if "none" in names:
        return ""
    kind = next(
        (_LISTS[name] for name in names if name in _LISTS), _TYPES.get(parent.get("type") or "1", "decimal")
    )
    return number_text(kind, number) + ("、" if kind in _IDEOGRAPHIC else ".")
