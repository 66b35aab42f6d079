"""Whether words are names of units 单位名称判别, told by how they end: what a text says by chance is none."""

from __future__ import annotations

import re
from functools import lru_cache

from hongtou.importer.names import AND, OWNED
from hongtou.importer.unit_kinds import is_body, is_run_together

_UNIT = re.compile(
    "(?:^(?:各|有关|相关|国务院|市直|区直|省直|县直)|"
    "(?:部|委|局|办|厅|署|院|行|会|社|联|所|中心|公司|集团|政府|单位|部门|企业?|机构|区|县|市|镇|乡|街道?|海关|学校?|医院|队|站|处|室|组|州|盟|旗|家庭|银行|台|馆|[林农牧]场)"
    "(?:（[^（）]*）)?等?$)"
)
_NO_UNIT = re.compile(
    "[由于从把将被的在：]|为(?:牵头|主办|责任|配合|协办)|对(?![外口台])|向(?!阳)|^内|[a-z]|以下|详见|见附|按(?!摩)|如|会同|(?:组织实施|牵头|负责|推进|落实|格局|布局|全局|场所|[督举创]办|[运执试]行)$"
)
_ASIDE = re.compile("（[^（）]*）|〔[^〔〕]*〕")
_BETWEEN = re.compile(f"[、，；]|{AND}|和(?=有关)")
MARKS = re.compile("[、，；]")
_JOINS = "和及与/／"
"""Without one of these names are parted by marks alone."""
_OFFICE = re.compile("^各|.[局委办厅署股处科]$|办公室$")
"""How names begin or end that are of offices, whoever owns them."""


def is_office(inner: str) -> bool:
    """Whether one of several names is plainly that of an office: 学校、医院 may be anybody's."""
    # The owner is printed once for a group: 市财政局、民政局.
    return OWNED.match(inner) is not None or any(map(_OFFICE.search, MARKS.split(inner)))


def are_names(text: str, *, or_bodies: bool = False) -> bool:
    """Whether ``text`` is names of units: each ends as names of units do.

    Behind a label (``or_bodies``) it may end as only bodies in lists do: 项目股, 城投.
    """
    bare = _ASIDE.sub("", text) if "（" in text or "〔" in text else text
    between = _BETWEEN if any(map(bare.__contains__, _JOINS)) else MARKS
    tokens = [token for token in between.split(bare) if token]
    return bool(tokens) and all(map(_is_one_body if or_bodies else _is_one_name, tokens))


@lru_cache(maxsize=4096)
def _is_one_name(token: str) -> bool:
    return is_name(token) and not is_run_together(token)


def _is_one_body(token: str) -> bool:
    return (is_name(token) or is_body(token)) and not is_run_together(token)


@lru_cache(maxsize=4096)
def is_name(token: str) -> bool:
    """Whether ``token`` is the name of a unit; a paper names the same ones again and again."""
    return len(token) <= 24 and _UNIT.search(token) is not None and not _NO_UNIT.search(token)
