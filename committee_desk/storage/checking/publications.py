"""Publication: notices that are what their fingerprint says, windows that count their days and never shorten, postings
by two people at places that the notice names, closings that came no sooner than the cut-off.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time
from itertools import pairwise

from committee_desk.domain.calendar import MINIMUM_DAYS
from committee_desk.domain.notice import Notice
from committee_desk.domain.publication import CHINA, MIDNIGHT, moment_of
from committee_desk.services.publication_views import NoteKind
from committee_desk.storage.checking.reading import Facts, Invariant, Reading

_NEEDS = ("publications", "postings", "windows", "notes", "closings")
_VERSIONS = "SELECT year, version, notice, fingerprint, entry FROM publications ORDER BY id"
_STEPS = "SELECT year, version, step, counted, last_day, cut_off, entry FROM windows ORDER BY year, version, step"


def _notice(reading: Reading) -> Iterator[Facts]:
    for year, version, told, fingerprint, entry in reading.each(_VERSIONS):
        notice = _read(told)
        same = notice is not None and (notice.year, notice.version) == (year, version)
        if notice is None or not same or notice.sealed().fingerprint != fingerprint:
            yield {"year": year, "version": version, "entry": entry}


def _windows(reading: Reading) -> Iterator[Facts]:
    """Each version has its first step; each step counts its days, and ends no sooner than the one before."""
    steps = defaultdict(list)
    for year, version, step, counted, last_day, cut_off, entry in reading.each(_STEPS):
        steps[year, version].append(step)
        days = _days(counted)
        if (
            len(days) < MINIMUM_DAYS
            or days != sorted(set(days))
            or str(days[-1]) != str(last_day)
            or not _hour(cut_off)
        ):
            yield {"year": year, "version": version, "entry": entry}
    for year, version, _, _, entry in reading.each(_VERSIONS):
        if steps[year, version] != list(range(1, len(steps[year, version]) + 1)) or not steps[year, version]:
            yield {"year": year, "version": version, "entry": entry}


def _shortened(reading: Reading) -> Iterator[Facts]:
    for before, after in pairwise(reading.rows(_STEPS)):
        if before[:2] == after[:2] and str(after[4]) < str(before[4]):
            yield {"year": after[0], "version": after[1], "entry": after[6]}


def _added(reading: Reading) -> Iterator[Facts]:
    """What a further step counts beyond the one before it was still to come on the day on which it was recorded."""
    typed = "SELECT w.entry, j.at FROM windows AS w JOIN journal AS j ON j.seq = w.entry"
    recorded: dict[int, str] = dict(reading.rows(typed))
    for before, after in pairwise(reading.rows(_STEPS)):
        if before[:2] != after[:2] or after[6] not in recorded:
            continue
        known = _at(recorded[after[6]]).date()
        for day in sorted(set(_days(after[3])) - set(_days(before[3]))):
            if day <= known:
                yield {"year": after[0], "version": after[1], "day": day, "entry": after[6]}


def _postings(reading: Reading) -> Iterator[Facts]:
    places = {
        (year, version): notice.places
        for year, version, told, _, _ in reading.each(_VERSIONS)
        if (notice := _read(told)) is not None
    }
    asked = "SELECT year, version, place, posted, posted_by, taken, entry FROM postings WHERE ended_by IS NULL"
    for year, version, place, posted, by, taken, entry in reading.each(asked):
        known = place in places.get((year, version), (place,))
        two = len({name for name in _names(by) if name.strip()}) > 1
        if not known or not two or (taken is not None and _at(taken) < _at(posted)):
            yield {"year": year, "version": version, "place": place, "entry": entry}


def _notes(reading: Reading) -> Iterator[Facts]:
    known = {each.value for each in NoteKind}
    published = {(year, version) for year, version, *_ in reading.each(_VERSIONS)}
    for year, version, number, kind, entry in reading.each("SELECT year, version, number, kind, entry FROM notes"):
        if kind not in known or number < 1 or (year, version) not in published:
            yield {"year": year, "version": version, "number": number, "entry": entry}


def _closings(reading: Reading) -> Iterator[Facts]:
    """None before the cut-off of the window's last step, and on the day that both people saw."""
    ends = {(year, version): (last, cut_off) for year, version, _, _, last, cut_off, _ in reading.each(_STEPS)}
    asked = "SELECT year, version, closed, shown_day, entry FROM closings WHERE ended_by IS NULL"
    for year, version, closed, shown_day, entry in reading.each(asked):
        last, cut_off = ends.get((year, version), ("9999-12-31", MIDNIGHT))
        moment = _at(closed)
        early = not _hour(cut_off) or moment < moment_of(date.fromisoformat(str(last)), cut_off)
        if early or str(moment.astimezone(CHINA).date()) != str(shown_day):
            yield {"year": year, "version": version, "entry": entry}


def _read(told: str) -> Notice | None:
    try:
        return Notice.from_json(told)
    except (ValueError, TypeError, LookupError):
        return None


def _days(counted: str) -> list[date]:
    try:
        return [date.fromisoformat(each) for each in json.loads(counted)["days"]]
    except (ValueError, TypeError, LookupError):
        return []


def _names(told: str) -> list[str]:
    try:
        return [str(each) for each in json.loads(told)]
    except (ValueError, TypeError):
        return []


def _at(told: str) -> datetime:
    try:
        return datetime.fromisoformat(told).astimezone(CHINA)
    except ValueError:
        return datetime.min.replace(tzinfo=CHINA)


def _hour(told: str) -> bool:
    try:
        return told == MIDNIGHT or bool(time.fromisoformat(told) or True)
    except ValueError:
        return False


INVARIANTS = (
    Invariant("publication.notice", _notice, _NEEDS),
    Invariant("publication.window", _windows, _NEEDS),
    Invariant("publication.shortened", _shortened, _NEEDS),
    Invariant("publication.added", _added, _NEEDS),
    Invariant("publication.posting", _postings, _NEEDS),
    Invariant("publication.note", _notes, _NEEDS),
    Invariant("publication.closing", _closings, _NEEDS),
)
