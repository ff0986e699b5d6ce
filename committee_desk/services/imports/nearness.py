"""Headings that were meant otherwise: 离岗时间 for 离岗日期."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from committee_desk.services.imports.cells import word

_ASIDE = re.compile(r"[(（].*?[)）]")
_SAME = {"时间": "日期", "编号": "号", "号码": "号", "分数": "得分", "部室": "部门", "结论": "结果"}
_NEAR, _LONGEST = 0.7, 30


def nearly(heading: str, known: Iterable[str]) -> str | None:
    """The known heading that this one is nearly, None where it is like none."""
    if len(heading) > _LONGEST:
        return None
    plain = _plain(heading)
    rated = [(SequenceMatcher(None, plain, _plain(each), autojunk=False).ratio(), each) for each in known]
    near, meant = max(rated, default=(0, None))
    return meant if near >= _NEAR else None


def _plain(heading: str) -> str:
    plain = _ASIDE.sub("", word(heading))
    for other, usual in _SAME.items():
        plain = plain.replace(other, usual)
    return plain
