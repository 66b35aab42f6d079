"""Messages in English (in the code) and Chinese (in ``locale/``), through gettext."""

from __future__ import annotations

import gettext
import locale
import os
from pathlib import Path

DOMAIN = "hongtou"
LOCALES = Path(__file__).parent / "locale"
LANGUAGES = ("en", "zh_CN")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def _(message: str) -> str:
    """Return ``message`` in the language chosen with :func:`use_language`.

    Looked up at each call, so that a module may be imported before the language is known.
    """
    return _catalogue.gettext(message) if message else ""


def N_(message: str) -> str:
    """Return ``message`` as it is: it is translated where it is shown, and the catalogue must have it."""
    return message


def in_chinese(message: str) -> str:
    """Return ``message`` in Chinese whatever language was chosen: for papers, which are Chinese."""
    return gettext.translation(DOMAIN, LOCALES, ["zh_CN"], fallback=True).gettext(message) if message else ""


def use_language(name: str | None = None) -> str:
    """Choose the language of all messages; return the one chosen.

    ``name`` is ``zh``, ``zh_CN`` or ``en``; None takes the system's language. Anything unknown is English.
    """
    global _catalogue
    chosen = "zh_CN" if (name or _system_language()).lower().startswith("zh") else "en"
    if chosen == "en":
        _catalogue = gettext.NullTranslations()
    else:
        _catalogue = gettext.translation(DOMAIN, LOCALES, [chosen], fallback=True)
    _tell_click(chosen)
    return chosen


def _tell_click(chosen: str) -> None:
    """Let click, which asks the process's text domain and LANGUAGE, speak the same language."""
    os.environ["LANGUAGE"] = chosen
    gettext.bindtextdomain(DOMAIN, str(LOCALES))
    gettext.textdomain(DOMAIN)


def _system_language() -> str:
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return value
    return locale.getlocale()[0] or "en"
