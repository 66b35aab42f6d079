"""A comparison as one HTML page without anything from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from jinja2 import Environment

from hongtou.diff.change import Change, PolicyDiff, Verb
from hongtou.diff.forms.marked import runs
from hongtou.diff.forms.phrases import by_part, counted, doubts, hidden, level, place, what
from hongtou.diff.terms import told
from hongtou.i18n import _

_PAGE = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
<style>
body { font: 1rem/1.7 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 1.6rem 0 .3rem; border-top: 1px solid #bbb; padding-top: .8rem; }
dt { font-weight: bold; } dd { margin: 0 0 .6rem 1.5rem; white-space: pre-wrap; }
del { color: #8b0000; text-decoration: line-through; } ins { color: #00511b; font-weight: bold; text-decoration: underline; }
</style>
</head>
<body>
<main>
<h1>{{ title }}</h1>
<p>{{ counted }}</p>
{% for text in terms %}<p>{{ text }}</p>
{% endfor %}{% for head, entries in groups %}<h2>{{ head }}</h2>
<dl>
{% for entry in entries %}<dt>{{ entry.what }} <small>{{ entry.level }}</small></dt>
<dd>{% for run in entry.runs %}{% if run.ink == "gone" %}<del>{{ run.text }}</del>{% elif run.ink == "new" %}<ins>{{ run.text }}</ins>{% else %}{{ run.text }}{% endif %}{% endfor %}</dd>
{% endfor %}</dl>
{% endfor %}{% for text in doubts %}<p>{{ text }}</p>
{% endfor %}{% if hidden %}<p>{{ hidden }}</p>
{% endif %}</main>
</body>
</html>
"""


def as_html(diff: PolicyDiff, shown: Sequence[Change], sides: tuple[str, str], *, full: bool = False) -> str:
    """Return the comparison as a page; ``sides`` are the names of both versions."""
    more = hidden(diff, shown)
    message = _("everywhere “{old}” became “{new}” ({count} places)")
    context = {
        "title": f"{sides[0]} → {sides[1]}",
        "counted": counted(diff, shown),
        "terms": [message.format(old=t.old, new=t.new, count=t.count) for t in told(diff, shown)],
        "groups": [
            (place(match), [_entry(change, full) for change in changes]) for match, changes in by_part(shown)
        ],
        "doubts": [_("look: {what}").format(what=doubt) for doubt in doubts(diff)],
        "hidden": more and _("{count} more of form only (numbers, marks, width).").format(count=more),
    }
    return Environment(autoescape=True).from_string(_PAGE).render(context)


def _entry(change: Change, full: bool) -> dict[str, object]:
    moved = change.verb in (Verb.MOVE, Verb.RENUMBER)
    return {"what": what(change), "level": level(change), "runs": [] if moved else runs(change, full=full)}
