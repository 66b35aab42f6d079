"""Whether papers that went out still hold: by fingerprints of their content, not by dates, names or looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hongtou.documents.fingerprints import LETTER, whole_hash
from hongtou.i18n import _
from hongtou.papers import Papers
from hongtou.render.about import about, differences

_PAPERS = ("letter", "checklist", "volume")


@dataclass(frozen=True)
class Standing:
    """How a paper stands: what differs from what would be written now, empty where it still holds."""

    path: Path
    paper: str
    unit: str
    differences: tuple[str, ...]

    @property
    def is_stale(self) -> bool:
        """Whether the paper does not hold any more."""
        return bool(self.differences)

    def __str__(self) -> str:
        word = _("stale") if self.is_stale else _("current")
        kinds = {"letter": _("letter"), "checklist": _("checklist"), "volume": _("volume")}
        text = f"{word}  {kinds[self.paper]}  {self.unit}{'  ' if self.unit else ''}{self.path}"
        return f"{text}  ({'; '.join(self.differences)})" if self.is_stale else text


def standing(papers: Papers, places: Iterable[Path]) -> list[Standing]:
    """Return how every letter and checklist of the policy in ``places``, files or folders, stands."""
    found = []
    for path in _files(places):
        said = about(path.read_bytes())
        if said.get("gen.policy") == papers.policy.name and said.get("gen.paper") in _PAPERS:
            unit = said.get("gen.unit", "")
            found.append(Standing(path, said["gen.paper"], unit, tuple(_differences(papers, unit, said))))
    return found


def _files(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        yield from sorted(place.rglob("*.docx")) if place.is_dir() else [place]


def _differences(papers: Papers, unit: str, said: dict[str, str]) -> list[str]:
    if said["gen.paper"] == "volume":
        return _in_volume(papers, said)
    if unit not in papers.portfolio.units:
        return [_("this unit owes nothing any more")]
    letter = said["gen.paper"] == "letter"
    document = papers.letters.letter(unit) if letter else papers.checklists.document(unit)
    return differences(said, dict((*document.about, *document.fingerprints)))


def _in_volume(papers: Papers, said: dict[str, str]) -> list[str]:
    """Return which letters of a bound volume do not hold any more."""
    found = []
    for key, fingerprint in said.items():
        if key.startswith(LETTER):
            unit = key.removeprefix(LETTER)
            owes = unit in papers.portfolio.units
            if not owes or whole_hash(papers.letters.letter(unit)) != fingerprint:
                found.append(_("the letter to {unit} changed").format(unit=unit))
    return found
