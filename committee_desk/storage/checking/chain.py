"""The journal's chain: numbered without gaps, each entry bound to the one before, nothing in it altered."""

import json
from collections.abc import Iterator
from datetime import datetime

from committee_desk.domain import course
from committee_desk.domain.journal import BEGINNING, OVERRULE, Entry, canonical, chain_hash
from committee_desk.storage.checking.reading import Facts, Invariant, Reading

FOR_TWO = (
    OVERRULE,
    "accounts.way",
    "desk.accept_older",
    "protection.remove",
    "override.put",
    "certificates.make",
    "certificates.take_over",
    "certificates.issue",
    "certificates.withdraw",
    "proceeding.decide",
    "result.decide",
    "rounds.adopt",
    "rounds.close",
    "rounds.void",
    "rounds.unseal",
    *sorted(move.verb for move in course.FOR_TWO),
)
"""Acts that take two people, whichever way the office works."""
_OVER = "(verb = 'desk.restore' AND json_valid(what) AND json_type(what, '$.lost') IS NOT NULL)"
"""Restoring over a desk in use, where something is lost; to a new file, one person does it."""
LAST = 50
"""So many of the newest entries are looked at when a desk is opened."""


def _numbers(reading: Reading) -> Iterator[Facts]:
    for place, (seq,) in enumerate(reading.each("SELECT seq FROM journal ORDER BY seq"), start=1):
        if seq != place:
            yield {"entry": seq, "expected": place}
            return


def _links(reading: Reading) -> Iterator[Facts]:
    previous = BEGINNING
    for entry in entries(reading):
        if entry.previous != previous:
            yield {"entry": entry.seq}
        previous = entry.hash


def _hashes(reading: Reading) -> Iterator[Facts]:
    for entry in entries(reading):
        if entry.hash != chain_hash(entry):
            yield {"entry": entry.seq, "verb": entry.verb}


def _last_links(reading: Reading) -> Iterator[Facts]:
    newest = reading.one("SELECT max(seq) FROM journal") or 0
    previous = None
    for entry in entries(reading, max(0, newest - LAST)):
        if entry.hash != chain_hash(entry) or previous not in (None, entry.previous):
            yield {"entry": entry.seq, "verb": entry.verb}
        previous = entry.hash


def _times(reading: Reading) -> Iterator[Facts]:
    for seq, at in reading.each("SELECT seq, at FROM journal ORDER BY seq"):
        if not _is_moment(at):
            yield {"entry": seq, "value": str(at)[:40]}


def _contents(reading: Reading) -> Iterator[Facts]:
    for seq, what in reading.each("SELECT seq, what FROM journal ORDER BY seq"):
        if not _is_canonical(what):
            yield {"entry": seq}


def _printed_heads(reading: Reading) -> Iterator[Facts]:
    """Heads that stand on paper: re-computing the chain contradicts what was printed."""
    asked = """
        SELECT p.seq, json_extract(p.what, '$.head.entry'), json_extract(p.what, '$.head.hash') FROM journal AS p
        WHERE json_valid(p.what) AND json_type(p.what, '$.head') = 'object'
    """
    for seq, entry, hash_ in reading.rows(asked):
        held = reading.one("SELECT hash FROM journal WHERE seq = ? AND seq < ?", entry, seq)
        if held != hash_:
            yield {"entry": seq, "head": entry}


def _alone(reading: Reading) -> Iterator[Facts]:
    asked = f"SELECT seq, verb FROM journal WHERE trim(coalesce(authority, '')) = '' AND (verb IN {FOR_TWO} OR {_OVER})"
    for seq, verb in reading.each(asked):
        yield {"entry": seq, "verb": verb}


def _overruling(reading: Reading) -> Iterator[Facts]:
    for seq, subject in reading.each("SELECT seq, subject FROM journal WHERE verb = ?", OVERRULE):
        if not str(subject).isdecimal() or not 0 < int(subject) < seq:
            yield {"entry": seq, "subject": subject}


def _beginning(reading: Reading) -> Iterator[Facts]:
    for seq, verb in reading.each("SELECT seq, verb FROM journal WHERE (verb = 'desk.found') != (seq = 1)"):
        yield {"entry": seq, "verb": verb}
    if reading.one("SELECT count(*) FROM journal") == 0:
        yield {"entry": 1, "verb": ""}


def entries(reading: Reading, after: int = 0) -> Iterator[Entry]:
    """The entries in order, whole; what a version did not keep yet is empty."""
    held = reading.tables["journal"]
    columns = ", ".join(f'"{name}"' if name in held else "NULL" for name in Entry._fields)
    for row in reading.each(f"SELECT {columns} FROM journal WHERE seq > ? ORDER BY seq", after):
        yield Entry(*row)


def _is_moment(text: object) -> bool:
    try:
        return datetime.fromisoformat(str(text)).utcoffset() is not None
    except ValueError:
        return False


def _is_canonical(text: object) -> bool:
    try:
        return canonical(json.loads(str(text))) == text
    except (ValueError, TypeError):
        return False


INVARIANTS = (
    Invariant("chain.number", _numbers),
    Invariant("chain.link", _links),
    Invariant("chain.hash", _hashes),
    Invariant("chain.time", _times),
    Invariant("chain.content", _contents),
    Invariant("chain.beginning", _beginning),
    Invariant("chain.printed_head", _printed_heads),
    Invariant("chain.alone", _alone),
    Invariant("chain.overruled", _overruling),
)

GLANCE = (Invariant("chain.end", _last_links),)
