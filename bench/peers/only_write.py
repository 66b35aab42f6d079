"""``only_write.py BLOB OUT``: the floor; writes the same bytes to the same files, and does nothing else."""

from __future__ import annotations

import os
import pickle
import sys


def main(blob: str, out: str) -> None:
    """Write every file of ``blob``."""
    with open(blob, "rb") as stream:  # noqa: PTH123
        files = pickle.load(stream)
    os.makedirs(out, exist_ok=True)  # noqa: PTH103
    for name, data in files:
        handle = os.open(f"{out}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
        os.write(handle, data)
        os.close(handle)


if __name__ == "__main__":
    main(*sys.argv[1:])
