"""``python -m hongtou.sheet [DIR]``: draw the shipped templates anew (templates/ by default)."""

from __future__ import annotations

import sys
from pathlib import Path

from hongtou.sheet.draw import draw
from hongtou.sheet.papers import TEMPLATES


def main(folder: Path) -> None:
    """Write every shipped template into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in TEMPLATES:
        (folder / name).write_bytes(draw(name))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("templates"))
