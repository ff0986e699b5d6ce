"""Whose desk this is, its years with their schemes, and its settings."""

import json
from collections.abc import Iterator, Mapping

from committee_desk.domain.people import Category
from committee_desk.domain.roles import Way
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scheme_faults import SchemeRefused, SchemeUnreadable
from committee_desk.domain.scheme_file import load
from committee_desk.services.founding import FIRST_YEAR, LAST_YEAR
from committee_desk.services.seat import WAY
from committee_desk.services.settings import SETTINGS, BadSetting
from committee_desk.storage.checking.reading import Facts, Invariant, Reading, found_by

_FIRST = str(Category.PROSECUTOR)


def _category(reading: Reading) -> str:
    """The column that names a scheme's category; the first releases knew 检察官 alone and had none."""
    return f"coalesce(category, '{_FIRST}')" if "category" in reading.tables.get("schemes", ()) else f"'{_FIRST}'"


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
    others = told.get("schemes")
    for year, category, scheme in reading.each(
        f"SELECT year, {_category(reading)}, scheme FROM schemes WHERE entry = 1"
    ):
        by_category = others.get(category) if isinstance(others, Mapping) else None
        if told.get("year") == year and scheme != (told.get("scheme") if category == _FIRST else by_category):
            yield {"year": year}


def _without_scheme(reading: Reading) -> Iterator[Facts]:
    held = f"SELECT year FROM schemes WHERE ended_by IS NULL AND {_category(reading)} = '{_FIRST}'"
    yield from reading.named(f"SELECT year FROM years WHERE year NOT IN ({held})")


def _schemes(reading: Reading) -> Iterator[Facts]:
    for (year, category), text in _texts(reading).items():
        try:
            if load(text).category != category:
                yield {"year": year, "refused": SchemeUnreadable("category")}
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
    """The prosecutors' scheme of every year that has a lawful one."""
    return {year: held for (year, category), held in all_schemes(reading).items() if category == _FIRST}


def all_schemes(reading: Reading) -> dict[tuple[int, str], Scheme]:
    """The lawful schemes by year and category."""
    found = {}
    for key, text in _texts(reading).items():
        try:
            found[key] = load(text)
        except SchemeRefused:
            continue
    return found


def dictionaries(reading: Reading) -> list[Scheme]:
    """The schemes whose words facts may use; none where one of them is broken, which is said by itself."""
    lawful = all_schemes(reading)
    return list(lawful.values()) if len(lawful) == len(_texts(reading)) else []


def _texts(reading: Reading) -> dict[tuple[int, str], str]:
    asked = f"SELECT year, {_category(reading)}, scheme FROM schemes WHERE ended_by IS NULL"
    return {(year, str(category)): str(text) for year, category, text in reading.rows(asked)}


INVARIANTS = (
    Invariant("office.one_row", _one_row),
    Invariant("office.as_founded", _as_founded),
    Invariant("office.years", found_by(f"SELECT year FROM years WHERE year NOT BETWEEN {FIRST_YEAR} AND {LAST_YEAR}")),
    Invariant(
        "office.year_without_scheme",
        _without_scheme,
    ),
    Invariant(
        "office.scheme_without_year",
        found_by("SELECT year, entry FROM schemes WHERE year NOT IN (SELECT year FROM years)"),
    ),
    Invariant("office.scheme", _schemes),
    Invariant("office.scheme_as_founded", _scheme_as_founded),
    Invariant("office.setting", _settings),
)
