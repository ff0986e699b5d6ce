"""What is asked of the journal and what it answers: filters, printed heads, a typed head compared."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from committee_desk.services.views import Head


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """Which entries are wanted. `person` is a code, of whom the entry or any row that it wrote or ended speaks;
    `subject` is what an entry says it was done to; days are inclusive; `text` stands anywhere in the entry;
    `verbs` are acts, any of them.
    """

    person: str | None = None
    subject: str | None = None
    day_from: date | None = None
    day_to: date | None = None
    actor: str | None = None
    text: str | None = None
    verbs: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class PrintedHead:
    """A head that stands on paper: which one, and the entry of the printing that says so."""

    entry: int
    """The entry of the printing itself."""
    head: int
    """The number of the entry that was the newest then."""
    hash: str
    paper: str
    """The verb of the printing: what kind of paper it went to."""
    subject: str | None
    at: datetime
    actor: str


def on_paper(head: Head) -> dict[str, object]:
    """How the entry of a printing tells, under `head`, which head stands on the paper."""
    return {"entry": head.entries, "hash": head.hash}


class HeadAnswer(StrEnum):
    """What the journal says of a head that somebody reads off paper."""

    MATCH = "match"
    """The entry bears that hash. Whether the data are still those that the journal sealed, its seals tell."""
    MISMATCH = "mismatch"
    """The entry bears another hash: the journal was re-written after the paper was printed, or misread."""
    UNKNOWN = "unknown"
    """There is no such entry."""


@dataclass(frozen=True, slots=True)
class ComparedHead:
    """A typed head beside the one that the journal holds under the same number (None where there is none).

    `stands_at` is the number under which the journal does hold the typed one.
    """

    answer: HeadAnswer
    entry: int
    typed: str
    held: str | None
    stands_at: int | None = None
