"""The lines of ``.gitattributes`` 属性 that tell git which files are policies, papers and what gen writes."""

from __future__ import annotations

from pathlib import Path

from hongtou.versions.git import Git

FILE = ".gitattributes"
POLICY = "policy/**/*.yaml diff=policy text eol=lf"
OUTPUT = "output/** -diff linguist-generated"
PAPER = "*.docx diff=docx -text"
LINES = (POLICY, OUTPUT, PAPER)
"""In this order: the last line that fits a file wins, so that a paper in output/ can be compared all the same."""
_WANTED = {
    POLICY: ("policy/demo/notice.yaml", "policy"),
    OUTPUT: ("output/demo.pdf", "unset"),
    PAPER: ("demo.docx", "docx"),
}
"""A file that each line is about, and what git must say of its attribute ``diff``."""


def missing_lines(root: Path) -> list[str]:
    """Return the lines that the workspace at ``root`` lacks, as git sees it: every file of attributes there is counts."""
    paths = [path for path, _value in _WANTED.values()]
    said = Git(root).tell("check-attr", "-z", "diff", "--", *paths).text.split("\0")
    values = dict(zip(said[::3], said[2::3], strict=False))
    return [line for line, (path, value) in _WANTED.items() if values.get(path) != value]


def with_lines(text: str, lines: list[str]) -> str:
    """Return the ``text`` of a .gitattributes with ``lines`` added; what is said of output/ comes first."""
    first = [line for line in lines if line == OUTPUT]
    rest = [line for line in lines if line != OUTPUT]
    kept = text.splitlines()
    return "\n".join([*first, *kept, *rest]) + "\n"
