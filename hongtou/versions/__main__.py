"""``python -P -m hongtou.versions FILE`` is ``gen textconv FILE``, started quicker: git runs it for every file."""

from __future__ import annotations

import sys
from pathlib import Path

from hongtou.versions.textconv import converted_file


def main() -> int:
    """Write the lines of the file that is named last; only one that cannot be opened is an error."""
    try:
        sys.stdout.buffer.write(converted_file(Path(sys.argv[-1])))
        sys.stdout.buffer.flush()
    except OSError as error:
        sys.stderr.write(f"gen textconv: {sys.argv[-1]}: {error.strerror}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
