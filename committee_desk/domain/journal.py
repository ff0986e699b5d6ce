"""The journal's chain: each entry's hash covers its content and the hash before, so that nothing changes unseen."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from hashlib import sha256
from string import hexdigits
from typing import Any, NamedTuple
from unicodedata import normalize

from committee_desk.domain.errors import DeskError

BEGINNING = "0" * 64
"""What stands for the hash before the first entry."""

OVERRULE = "journal.overrule"
"""The verb of an entry that says of another, its subject, that its moment is wrong."""

GROUP = 4
"""How many characters of a hash stand together on paper."""

LEAST_TYPED = 4 * GROUP
"""So many characters of a head have to be typed to be compared: four groups do not agree by chance."""

_BETWEEN_GROUPS = " \t\n-–—‐‑·.:"


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
    rows: str | None = None
    """Canonical JSON: for each table the digest of the rows that the entry wrote and ended. None in entries written
    before entries sealed their rows, which keep the hash they have."""


def typed_head(typed: str) -> str:
    """The hash, or its beginning, that somebody typed off paper: in groups or not, in whatever width and case."""
    read = "".join(each for each in normalize("NFKC", typed).casefold() if each not in _BETWEEN_GROUPS)
    if not LEAST_TYPED <= len(read) <= len(BEGINNING) or set(read) - set(hexdigits):
        raise NotAHead(typed)
    return read


class ClockBehind(DeskError):
    """An act whose date has legal effect, while the clock is earlier than the newest entry."""

    def __init__(self, now: datetime, newest: datetime, entry: int) -> None:
        super().__init__(now, newest, entry)
        self.now, self.newest, self.entry = now, newest, entry


class NoSuchEntry(DeskError):
    """The journal has no entry of that number."""

    def __init__(self, entry: int) -> None:
        super().__init__(entry)
        self.entry = entry


class NotInTheFuture(DeskError):
    """Only an entry that the clock has not reached yet can be overruled."""

    def __init__(self, entry: int, at: datetime) -> None:
        super().__init__(entry, at)
        self.entry, self.at = entry, at


class AlreadyOverruled(DeskError):
    """The entry was overruled before."""

    def __init__(self, entry: int) -> None:
        super().__init__(entry)
        self.entry = entry


class NotAHead(DeskError):
    """What was typed cannot be read as a printed head."""

    def __init__(self, typed: str) -> None:
        super().__init__(typed)
        self.typed = typed


class Break(NamedTuple):
    """Where a chain does not hold: the entry's number and which link (number, previous or hash)."""

    seq: int
    link: str


def canonical(value: object) -> str:
    """The one JSON text of a value: keys sorted, no spaces, Chinese as it is, exact numbers as text."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def chain_hash(entry: Entry) -> str:
    """The hash that an entry must bear: over all its other fields, the previous hash included."""
    covered = [value for name, value in entry._asdict().items() if name not in {"hash", "rows"}]
    sealed = [] if entry.rows is None else [entry.rows]
    return sha256(canonical([*covered, *sealed]).encode()).hexdigest()


TRIES = frozenset(
    (
        *(f"accounts.{what}" for what in ("sign_in", "refused", "locked", "unlock", "confirm", "strengthen")),
        *(f"signing.{what}" for what in ("refused", "locked", "unlock")),
    )
)
"""Verbs of entries that tell of a password, a PIN or a passphrase typed, rightly or wrongly: nothing that an office
works with is another."""


def groups(hash_: str) -> str:
    """The hash as it stands on paper and in the window: in groups of four characters."""
    return " ".join(hash_[place : place + GROUP] for place in range(0, len(hash_), GROUP))


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
