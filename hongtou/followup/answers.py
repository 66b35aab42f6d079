"""What units answered, as words on paper 答复的文字: whatever was typed, nothing of it breaks a paper."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from hongtou.documents.meeting import says_something, tidy
from hongtou.model.progress import Answer
from hongtou.tracking.standing import Mark, Standing

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_STOPS = ("。", "！", "？", "…", "。”", "！”", "？”")
_PAUSES = "，、；：,;: "


def paragraphs_of(text: str | None) -> tuple[str, ...]:
    """Return what was typed, a paragraph per line, without signs that cannot be seen."""
    lines = ("".join(map(_seen, line)).strip() for line in (text or "").splitlines())
    return tuple(line for line in lines if line)


def _seen(char: str) -> str:
    if char == "\t":
        return " "
    return "" if unicodedata.category(char) in _UNSEEN else char


def line_of(text: str | None) -> str:
    """Return what was typed as one line, its paragraphs parted by a mark where they end without one."""
    *most, last = paragraphs_of(text) or ("",)
    return "".join(part if part.endswith(_STOPS) else f"{part.rstrip(_PAUSES)}；" for part in most) + last


def sentence(text: str) -> str:
    """Return ``text`` with a full stop in the place of a pause, unless it ends with a stop."""
    return text if not text or text.endswith(_STOPS) else f"{text.rstrip(_PAUSES)}。"


_INNER = str.maketrans("“”", "‘’")


def in_quotes(text: str) -> str:
    """Return ``text`` in “”, marks inside it turned into ‘’ (GB/T 15834 4.8.3.4)."""
    return f"“{text.translate(_INNER)}”"


def told(standings: Iterable[Standing], field: str) -> Iterator[tuple[Standing, str]]:
    """Yield every line whose answer says something in ``field``, with what it says; the same words of a task once.

    无 is nothing to say.
    """
    said: set[tuple[str, str]] = set()
    for standing in standings:
        text = "\n".join(paragraphs_of(getattr(standing.answer, field, None)))
        if says_something(tidy(text)) and (standing.asked.task, text) not in said:
            said.add((standing.asked.task, text))
            yield standing, text


def state_text(standing: Standing) -> str:
    """Return how a line stands, and what speaks against taking it as it is."""
    doubts = []
    if standing.late:
        doubts.append("逾期")
    if standing.changed:
        doubts.append("要求已变更")
    if standing.answer is not None and standing.answer.disputed:
        doubts.append("另有不一致的答复")
    return standing.mark.word + (f"（{'，'.join(doubts)}）" if doubts else "")


_DETAILS = (
    ("progress", ""),
    ("problem", "存在问题："),
    ("next", "下一步措施："),
    ("note", "备注："),
)


def last_answer(standing: Standing) -> tuple[str, ...]:
    """Return what the unit answered last about a line: how it stands, and its words, a paragraph each."""
    answer = standing.answer
    if answer is None:
        return (Mark.SILENT.word,)
    word = "未填写状态" if standing.mark is Mark.SILENT else standing.mark.word
    if standing.changed:
        word += "（对变更前的要求）"
    return (word, *_details(answer))


def _details(answer: Answer) -> Iterator[str]:
    for field, label in _DETAILS:
        if text := line_of(getattr(answer, field)):
            yield sentence(label + text)
