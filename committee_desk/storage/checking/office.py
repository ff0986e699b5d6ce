"""Whose desk this is, its years with their schemes, and its settings."""

import json
from collections.abc import Iterator, Mapping

from committee_desk.domain.roles import Way
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scheme_file import SchemeRefused, load
from committee_desk.services.founding import FIRST_YEAR, LAST_YEAR
from committee_desk.services.seat import WAY
from committee_desk.services.settings import SETTINGS, BadSetting
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by


def _one_row(reading: Reading) -> Iterator[Facts]:
    count = reading.one("SELECT count(*) FROM desk")
    if count != 1:
        yield {"count": count}


def _as_founded(reading: Reading) -> Iterator[Facts]:
    told = founding(reading).get("desk")
    for row in reading.named("SELECT uid, office, demo, created FROM desk"):
        held = {**row, "demo": bool(row["demo"])}
        for field, value in held.items():
            if not isinstance(told, Mapping) or told.get(field) != value:
                yield {"field": field}


def _scheme_as_founded(reading: Reading) -> Iterator[Facts]:
    told = founding(reading)
    for year, scheme in reading.each("SELECT year, scheme FROM schemes WHERE entry = 1"):
        if told.get("year") == year and told.get("scheme") != scheme:
            yield {"year": year}


def _schemes(reading: Reading) -> Iterator[Facts]:
    for year, text in _texts(reading):
        try:
            load(text)
        except SchemeRefused as refused:
            yield {"year": year, "refused": refused}


def _settings(reading: Reading) -> Iterator[Facts]:
    for key, value, entry in reading.each("SELECT key, value, entry FROM settings"):
        if not _is_lawful(key, value):
            yield {"key": key, "value": str(value)[:40], "entry": entry}


def _is_lawful(key: str, value: object) -> bool:
    """A setting whose bounds are not known here is its keeper's affair."""
    try:
        if key == WAY:
            return value in set(Way)
        return key not in SETTINGS or SETTINGS[key].checked(str(value)) == value
    except BadSetting:
        return False


def founding(reading: Reading) -> Mapping[str, object]:
    """What the founding entry says; nothing where it cannot be read."""
    try:
        told = json.loads(reading.one("SELECT what FROM journal WHERE verb = 'desk.found' ORDER BY seq") or "{}")
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}


def schemes(reading: Reading) -> dict[int, Scheme]:
    """The scheme of every year that has a lawful one."""
    found = {}
    for year, text in _texts(reading):
        try:
            found[year] = load(text)
        except SchemeRefused:
            continue
    return found


def dictionaries(reading: Reading) -> list[Scheme]:
    """The schemes whose words facts may use; none where one of them is broken, which is said by itself."""
    lawful = schemes(reading)
    return list(lawful.values()) if len(lawful) == len(_texts(reading)) else []


def _texts(reading: Reading) -> list[tuple[int, str]]:
    return [(year, str(text)) for year, text in reading.rows("SELECT year, scheme FROM schemes WHERE ended_by IS NULL")]


INVARIANTS = (
    Invariant("office.one_row", _one_row),
    Invariant("office.as_founded", _as_founded),
    Invariant("office.years", found_by(f"SELECT year FROM years WHERE year NOT BETWEEN {FIRST_YEAR} AND {LAST_YEAR}")),
    Invariant(
        "office.year_without_scheme",
        found_by("SELECT year FROM years WHERE year NOT IN (SELECT year FROM schemes WHERE ended_by IS NULL)"),
    ),
    Invariant(
        "office.scheme_without_year",
        found_by("SELECT year, entry FROM schemes WHERE year NOT IN (SELECT year FROM years)"),
    ),
    Invariant("office.scheme", _schemes),
    Invariant("office.scheme_as_founded", _scheme_as_founded),
    Invariant("office.setting", _settings),
)
