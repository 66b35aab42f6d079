"""The words of a letter: house wording filled in, numbers of tasks, names of papers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from hongtou.duties import Duty
from hongtou.model.notice import Contact, Kind, Paper

_PLACE = re.compile(r"\{(\w+)\}")
_TRIAL = re.compile(r"（[^（）]*）$")
"""（试行） and the like."""
_OTHER_KIND = re.compile("(?:细则|方案|办法|规定|计划|规划|要点|措施|意见|预案|清单|制度)$")
_VERB = re.compile(r"^(印发|转发|批转|公布|做好|进一步做好|切实做好|落实)")


def fill(wording: str, words: Mapping[str, str]) -> str:
    """Return ``wording`` with its words in braces filled in; one pass, so that nothing filled in is read again."""
    return _PLACE.sub(lambda match: words[match[1]], wording)


def quoted(title: str) -> str:
    """Return ``title`` in 《》, marks inside it turned into 〈〉 (GB/T 15834 4.15)."""
    return f"《{title.translate(str.maketrans('《》', '〈〉'))}》"


def cited(paper: Paper) -> str:
    """Return how a letter names ``paper`` first: title, 文号, and the short name it goes by afterwards."""
    number = f"{paper.document_number}，" if paper.document_number else ""
    return f"{quoted(paper.title)}（{number}以下简称{short(paper)}）"


def short(paper: Paper) -> str:
    """Return the short name of ``paper``: 《通知》, or 《细则》 where its title ends with that and not with its kind."""
    title = _TRIAL.sub("", paper.title)
    other = None if title.endswith(paper.kind) else _OTHER_KIND.search(title)
    return f"《{other[0] if other else paper.kind}》"


def matter(paper: Paper, issuers: Sequence[str]) -> str:
    """Return what ``paper`` is about 事项, taken from its title.

    The title of a paper is issuer, matter and kind (条例 Art. 9): 某市政府办公室关于印发年度要点的通知 is about 年度要点.
    """
    about = _about(paper, issuers)
    return _VERB.sub("", about) or about


def _about(paper: Paper, issuers: Sequence[str]) -> str:
    """Return the title of ``paper`` without issuer and kind: 印发年度要点."""
    about = paper.title.removesuffix(paper.kind)
    for word in ("紧急", "补充", "若干", "指导", "实施", "的"):
        about = about.removesuffix(word)
    # The longer name first: one may begin with the other.
    for issuer in sorted(issuers, key=len, reverse=True):
        about = about.removeprefix(issuer)
    return about.removeprefix("关于")


def letter_title(issuer: str, about: str, kind: str) -> str:
    """Return the title of a letter: 某办公室关于落实……有关任务的函."""
    return f"{issuer}关于落实{about}有关任务的{Kind(kind)}"


def contact_text(contact: Contact, issuer: str) -> str:
    """Return whom to ask 联系人 as printed; people of another unit than ``issuer`` are named with it."""
    said = (("联系人", contact.name), ("联系电话", contact.phone), ("电子邮箱", contact.email))
    text = contact.printed or "，".join(f"{what}：{who}" for what, who in said if who)
    owner = contact.unit or ""
    return text if not text or owner in (issuer, "") or owner in text else owner + text


def numbers(duties: Iterable[Duty], attachment: str, paper: str) -> str:
    """Return which tasks are meant: 《通知》附件第1至3、7项任务, or the parts of the text by their numbers."""
    table: list[str] = []
    text: list[str] = []
    for duty in duties:
        (table if duty.table else text).append(duty.label)
    pieces = []
    if table:
        pieces.append(f"{paper}{attachment}第{_runs([int(label) for label in table])}项任务")
    if text:
        pieces.append(f"{paper}正文{''.join(f'“{label}”' for label in text)}部分任务")
    return "和".join(pieces)


def _runs(values: Sequence[int]) -> str:
    """Return whole numbers with runs of three and more drawn together: 1至3、7."""
    pieces = []
    for _key, run in groupby(enumerate(values), lambda pair: pair[1] - pair[0]):
        members = [value for _position, value in run]
        if len(members) > 2:
            pieces.append(f"{members[0]}至{members[-1]}")
        else:
            pieces += [str(value) for value in members]
    return "、".join(pieces)
