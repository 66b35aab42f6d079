"""``python -P -m hongtou.versions FILE`` is ``gen textconv FILE``, started quicker: git runs it for every file."""

from __future__ import annotations

import sys

from hongtou.versions.textconv import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[-1]))
