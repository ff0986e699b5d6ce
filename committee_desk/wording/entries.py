"""A journal entry's content in words: each field with its old and its new value, as far as the entry holds both."""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from committee_desk.domain.calendar import DayKind
from committee_desk.domain.journal import groups
from committee_desk.services.imports.kinds import Kind
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.field_names import field_name
from committee_desk.wording.imports import kind_name
from committee_desk.wording.language import tr

SHOWN, AT_ONCE = 160, 6
"""Longer texts are cut and more members counted: the entry's own text stands whole below them."""
DIGEST = re.compile("[0-9a-f]{64}")
BEFORE, AFTER = "before", ("day", "value", "after")


class Told(NamedTuple):
    """One field of an entry: its name, what stood there before (empty: nothing is said of it), what stands now."""

    name: str
    old: str
    new: str


def told_by(what: str) -> tuple[Told, ...]:
    """The fields of an entry's canonical JSON in words; a field of a later version keeps its own name."""
    held = json.loads(what)
    if not isinstance(held, dict):
        return (Told("", "", _said(held)),) if held is not None else ()
    after = next((key for key in AFTER if BEFORE in held and key in held), None)
    told = _pairs(_flat(held[BEFORE]), _flat(held[after]) if after else {}) if BEFORE in held else ()
    rest = {key: value for key, value in held.items() if key not in (BEFORE, after)}
    return (*told, *(Told(_name(key), "", said) for key, said in _flat(rest).items()))


def _pairs(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Told, ...]:
    nothing = tr("没有")
    names = dict.fromkeys([*new, *old])
    return tuple(Told(_name(each), old.get(each, nothing), new.get(each, nothing)) for each in names)


def _flat(value: Any, above: str = "") -> dict[str, str]:  # noqa: ANN401 - whatever JSON holds
    """Every value under the names that lead to it."""
    if value is None and not above:
        return {}
    if not isinstance(value, dict):
        return {above: _kind(value) if above.endswith("kind") else _said(value)}
    if above and not any(isinstance(each, dict | list) for each in value.values()):
        return {above: tr("、").join(f"{field_name(key)} {_said(each)}" for key, each in value.items()) or tr("无")}
    flat: dict[str, str] = {}
    for key, held in value.items():
        flat |= _flat(held, f"{above}/{key}" if above else key)
    return flat


def _said(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    if value is None:
        return tr("空")
    if isinstance(value, bool):
        return tr("是") if value else tr("否")
    if isinstance(value, list):
        if len(value) > AT_ONCE or any(isinstance(each, dict | list) for each in value):
            return tr("共 {count} 项", count=len(value))
        return tr("、").join(map(_said, value)) or tr("无")
    text = str(value)
    if DIGEST.fullmatch(text):
        return groups(text)
    return text if len(text) <= SHOWN else tr("{text}…（共 {count} 字）", text=text[:SHOWN], count=len(text))


def _kind(value: object) -> str:
    """A kind of workbook in words; other kinds are words of the office or the law."""
    if value in set(Kind):
        return kind_name(Kind(str(value)))
    days = {DayKind.OFF: tr("放假"), DayKind.WORK: tr("调休上班")}
    return next((said for kind, said in days.items() if kind == value), dictionary_word(str(value)))


def _name(path: str) -> str:
    return " · ".join(field_name(each) for each in path.split("/") if each) or field_name("value")
