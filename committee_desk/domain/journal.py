"""The journal's chain: each entry's hash covers its content and the hash before, so that nothing changes unseen."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from hashlib import sha256
from typing import Any, NamedTuple

BEGINNING = "0" * 64
"""What stands for the hash before the first entry."""


class Entry(NamedTuple):
    """Who did what, when, on whose authority and why. `at` is ISO 8601 with offset, `what` canonical JSON."""

    seq: int
    at: str
    actor: str
    role: str
    authority: str | None
    verb: str
    subject: str | None
    what: str
    why: str | None
    previous: str
    hash: str


class Break(NamedTuple):
    """Where a chain does not hold: the entry's number and which link (number, previous or hash)."""

    seq: int
    link: str


def canonical(value: object) -> str:
    """The one JSON text of a value: keys sorted, no spaces, Chinese as it is, exact numbers as text."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def chain_hash(entry: Entry) -> str:
    """The hash that an entry must bear: over all its fields, the previous hash included."""
    return sha256(canonical(entry[:-1]).encode()).hexdigest()


def verify(entries: Iterable[Entry]) -> Break | None:
    """The first place where the chain does not hold; None when it holds from the beginning to the end."""
    previous = BEGINNING
    for number, entry in enumerate(entries, start=1):
        if entry.seq != number:
            return Break(entry.seq, "number")
        if entry.previous != previous:
            return Break(entry.seq, "previous")
        if entry.hash != chain_hash(entry):
            return Break(entry.seq, "hash")
        previous = entry.hash
    return None


def _plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, Enum):
        return _plain(value.value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Fraction):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return _plain_gathering(value)


def _plain_gathering(value: object) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, Mapping):
        return {str(key): _plain(held) for key, held in value.items()}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return _plain(value._asdict())
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, set | frozenset):
        return sorted((_plain(each) for each in value), key=str)
    raise TypeError(type(value).__name__)
