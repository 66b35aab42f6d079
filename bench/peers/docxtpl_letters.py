"""``docxtpl_letters.py TEMPLATE CONTEXTS OUT``: the letters as a user of docxtpl writes them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from docxtpl import DocxTemplate


def main(template: Path, contexts: Path, out: Path) -> None:
    """Write a letter for every line of ``contexts``."""
    out.mkdir(parents=True, exist_ok=True)
    with contexts.open(encoding="utf8") as lines:
        for line in lines:
            context = json.loads(line)
            document = DocxTemplate(template)
            document.render(context, autoescape=True)
            document.save(out / f"{context['file']}.docx")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
