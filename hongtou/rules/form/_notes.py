"""The note 附注 on publication: 此件公开发布 and the like."""

import re

_SAID = (
    ("不予公开", re.compile("不(?:予|宜|得|对外|向社会)?公开")),
    ("依申请公开", re.compile("依申请公开")),
    ("主动公开", re.compile("主动公开|公开发布")),
)


def openness(note: str) -> str:
    """Return the class of publication that ``note`` speaks of, empty where it speaks of something else."""
    return next((said for said, words in _SAID if words.search(note)), "")
