"""The papers of a joint meeting 联席会议: agenda, sign-in sheet, minutes; each made when asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from hongtou.build.outputs import Output
from hongtou.documents.agenda import agenda
from hongtou.documents.blocks import Document
from hongtou.documents.meeting import Business, Call
from hongtou.documents.meeting_words import Meeting
from hongtou.documents.minutes import minutes
from hongtou.documents.sign_in import sign_in
from hongtou.papers import Papers
from hongtou.tracking.standing import Standings
from hongtou.tracking.topics import business


class MeetingPapers:
    """Makes the papers of the meeting that ``call`` tells of, about how things stand in ``standings``."""

    def __init__(self, papers: Papers, standings: Standings, call: Call) -> None:
        self.papers = papers
        self.standings = standings
        self.meeting = Meeting(papers.policy, papers.portfolio, call)

    @cached_property
    def business(self) -> Business:
        """What is before the meeting."""
        return business(self.standings)

    def agenda(self) -> bytes:
        """Return the agenda as a DOCX file."""
        return self._print(agenda(self.meeting, self.business))

    def sign_in(self) -> bytes:
        """Return the sign-in sheet as a DOCX file."""
        return self._print(sign_in(self.meeting))

    def minutes(self) -> bytes:
        """Return the minutes as a DOCX file."""
        return self._print(minutes(self.meeting, self.business))

    def outputs(self, folder: Path) -> list[Output]:
        """Return the three papers as files in ``folder``."""
        made = (("会议议程", self.agenda), ("会议签到表", self.sign_in), ("会议纪要", self.minutes))
        return [Output(str(folder / f"{name}.docx"), make) for name, make in made]

    def _print(self, document: Document) -> bytes:
        return self.papers.press(document).print(document)


def meeting_folder(papers: Papers, root: Path) -> Path:
    """Return where the papers of a meeting go under ``root``."""
    return root / f"{papers.policy.name}-meeting"
