"""The notice (公示书, form 3): what stands on the paper, what may be corrected beside it, and whom a new one is about.

A notice is kept as the JSON that it was posted as: every later version of the program must be able to read it. New
fields get a default here; none is ever renamed.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any, NamedTuple

from committee_desk.domain.errors import DeskError
from committee_desk.domain.journal import canonical


class NoticeOrder(StrEnum):
    """How the people on a notice are ordered: by department, or by the strokes of their name. Never by score."""

    DEPARTMENT = "department"
    STROKES = "strokes"


class Slip(StrEnum):
    """What a correction note may put right: it touches no person, no grade, no score, no day of the window."""

    TITLE = "title"
    BASIS = "basis"
    SCOPE = "scope"
    DEPARTMENT = "department"
    PLACE = "place"
    PHONE = "phone"
    HANDLER = "handler"


class SlipTouchesResult(DeskError):
    """A correction note was to touch a person, a result or the window. `what` is the field or the word it brings in."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class NothingCorrected(DeskError):
    """A correction note that says what the notice says already, or nothing."""


class Receiving(NamedTuple):
    """The desk that takes objections (受理): whose, where, its telephone, who sits there."""

    department: str = ""
    place: str = ""
    phone: str = ""
    handler: str = ""


class NoticeLine(NamedTuple):
    """One person on the notice. Without a grade: 另行确定. Score in hundredths and rank only where they are shown."""

    code: str
    name: str
    department: str
    category: str
    grade: str = ""
    score: int | None = None
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """The sentences of the notice as they were printed."""

    title: str = ""
    basis: str = ""
    scope: str = ""
    window: str = ""
    objecting: str = ""
    removed: str = ""
    signed: str = ""
    dated: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """One version of the notice. `partial` is about those affected alone; `removed` stand on the list no more."""

    year: int
    version: int
    list_version: int
    office: str
    lines: tuple[NoticeLine, ...]
    order: NoticeOrder
    counted: tuple[date, ...]
    cut_off: str
    posted: date
    receiving: Receiving
    places: tuple[str, ...]
    count_posting_day: bool = False
    made_up: tuple[date, ...] = ()
    approved: date | None = None
    scope: str = ""
    partial: bool = False
    removed: tuple[NoticeLine, ...] = ()
    replaces: int | None = None
    scores: bool = False
    ranks: bool = False
    words: NoticeWords = field(default_factory=NoticeWords)
    fingerprint: str = ""

    @property
    def last_day(self) -> date:
        """The last counted day as it was printed."""
        return self.counted[-1]

    @property
    def categories(self) -> tuple[str, ...]:
        """Whom the notice is about, each category once, in the order of the lines."""
        return tuple(dict.fromkeys(line.category for line in self.lines))

    def sealed(self) -> "Notice":
        """The same notice with the fingerprint of what it says."""
        bare = replace(self, fingerprint="")
        return replace(self, fingerprint=sha256(canonical(bare).encode()).hexdigest())

    def to_json(self) -> str:
        """The notice as the desk keeps it."""
        return canonical(self)

    @classmethod
    def from_json(cls, text: str) -> "Notice":
        """The notice that a desk kept."""
        told: dict[str, Any] = json.loads(text)
        return cls(
            **{
                **told,
                "lines": tuple(NoticeLine(**line) for line in told["lines"]),
                "order": NoticeOrder(told["order"]),
                "counted": _days(told["counted"]),
                "made_up": _days(told["made_up"]),
                "posted": date.fromisoformat(told["posted"]),
                "approved": date.fromisoformat(told["approved"]) if told["approved"] else None,
                "receiving": Receiving(**told["receiving"]),
                "places": tuple(told["places"]),
                "removed": tuple(NoticeLine(**line) for line in told["removed"]),
                "words": NoticeWords(**told["words"]),
            }
        )

    def value_of(self, slip: Slip) -> str:
        """What the notice says there."""
        if slip is Slip.TITLE:
            return self.words.title
        if slip is Slip.BASIS:
            return self.words.basis
        if slip is Slip.SCOPE:
            return self.scope
        return str(getattr(self.receiving, slip.value))

    def corrected(self, slip: Slip, after: str) -> "Notice":
        """What holds once a correction note hangs beside it. The paper itself stays as it was."""
        if slip is Slip.TITLE:
            return replace(self, words=replace(self.words, title=after))
        if slip is Slip.BASIS:
            return replace(self, words=replace(self.words, basis=after))
        if slip is Slip.SCOPE:
            return replace(self, scope=after)
        return replace(self, receiving=self.receiving._replace(**{slip.value: after}))


def published(notices: Sequence[Notice]) -> dict[str, NoticeLine]:
    """What is published of everybody, after these notices in order: a partial one replaces what it is about."""
    held: dict[str, NoticeLine] = {}
    for notice in notices:
        if not notice.partial:
            held.clear()
        for line in notice.removed:
            held.pop(line.code, None)
        held.update({line.code: line for line in notice.lines})
    return held


def affected(before: Mapping[str, NoticeLine], now: Mapping[str, NoticeLine]) -> tuple[str, ...]:
    """Whose published particulars differ, by code: another grade, score, name or department; come in, or gone."""
    return tuple(sorted(code for code in before.keys() | now.keys() if _differs(before.get(code), now.get(code))))


def _differs(before: NoticeLine | None, now: NoticeLine | None) -> bool:
    """A score or rank that one of them does not show is no other; nor is 另行确定 that one of them leaves out."""
    if before is None or now is None:
        return any(line is not None and line.grade != "" for line in (before, now))
    shown = [
        (line.name, line.department, line.category, line.grade, *_both(line, before, now)) for line in (before, now)
    ]
    return shown[0] != shown[1]


def _both(line: NoticeLine, before: NoticeLine, now: NoticeLine) -> tuple[int | None, int | None]:
    """The line's score and rank, as far as both notices show them."""
    score = None if before.score is None or now.score is None else line.score
    return (score, None if before.rank is None or now.rank is None else line.rank)


def _days(told: Iterable[str]) -> tuple[date, ...]:
    return tuple(date.fromisoformat(each) for each in told)
