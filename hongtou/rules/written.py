"""What was written for a policy and lies in its output folder, as rules ask about it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from hongtou import dispatch
from hongtou.build.outputs import Output, Settled
from hongtou.build.state import record_path, recorded
from hongtou.papers import Papers
from hongtou.render.fingerprint import untouched
from hongtou.status import Standing, standing


class Written:
    """The papers of a policy that lie in the output folder ``root``."""

    def __init__(self, papers: Papers, root: Path) -> None:
        self.papers = papers
        self.root = root

    @cached_property
    def folders(self) -> tuple[Path, ...]:
        """The folders of letters and checklists that are there."""
        both = (
            dispatch.letters_folder(self.papers, self.root),
            dispatch.checklists_folder(self.papers, self.root),
        )
        return tuple(folder for folder in both if folder.is_dir())

    @cached_property
    def standing(self) -> tuple[Standing, ...]:
        """How every letter and checklist stands."""
        return tuple(standing(self.papers, self.folders))

    @cached_property
    def left(self) -> tuple[Settled, ...]:
        """The files of units that owe nothing any more."""
        return tuple(dispatch.leftovers(self.papers, dispatch.package(self.papers, self.root)))

    @cached_property
    def files(self) -> dict[Path, bytes]:
        """The notice and the ledgers that are there, with what they hold."""
        single = [output.path for output in dispatch.package(self.papers, self.root) if not output.subject]
        return {path: path.read_bytes() for path in single if path.is_file()}

    @cached_property
    def gone(self) -> tuple[Output, ...]:
        """The notice and the ledgers that the last build wrote, or that lie there in one form only, and are not there."""
        built = recorded(record_path(self.root, self.papers.policy.name))
        single = [output for output in dispatch.package(self.papers, self.root) if not output.subject]
        ledgers = {output.path.with_suffix("") for output in single if output.path in self.files}
        return tuple(
            output
            for output in single
            if output.path not in self.files
            and (output.path in built or output.path.with_suffix("") in ledgers)
        )

    def untouched(self, path: Path) -> bool:
        """Whether nobody has changed the file at ``path`` since gen wrote it."""
        return untouched(self.files[path] if path in self.files else path.read_bytes())
