"""The order of departments: 第一检察部 before 第二检察部, as people count them and not as their signs are coded."""

import re

_NUMERALS = {sign: value for value, sign in enumerate("一二三四五六七八九", start=1)}
_NUMBERED = re.compile(r"第([一二三四五六七八九十]{1,3}|\d{1,2})")
_TEN = "十"
UNNUMBERED = 100
"""Departments without a number stand after those that have one."""


def department_order(name: str) -> tuple[int, str]:
    """What departments are sorted by: their number first, then their name."""
    found = _NUMBERED.match(name)
    return (_number(found[1]) if found else UNNUMBERED, name)


def _number(said: str) -> int:
    """一 to 九十九, or digits; what is no number stands with those that have none."""
    if said.isdecimal():
        return int(said)
    if _TEN not in said:
        return _NUMERALS[said] if len(said) == 1 else UNNUMBERED
    tens, _, ones = said.partition(_TEN)
    if {*tens, *ones} - _NUMERALS.keys() or len(tens) > 1 or len(ones) > 1:
        return UNNUMBERED
    return 10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(ones, 0)
