"""The working file of an open round: what it holds, and the port of the files.

It lies beside the desk, under a key of its own that only this PC has and no backup holds. It knows no order, no times
and no typist of a slip: it is written anew as a whole each time, shuffled. When the round ends it is destroyed.
"""

import json
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Protocol

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import Booth, LooseMark, Slip
from committee_desk.domain.rounds import Batch, RoundError

TOGETHER = 5
"""So many ballots of a class leave the booth's memory together, at least, and as many stay back until all have voted
(`booth_memory`); and so many slips are made at a time."""


class BatchState(StrEnum):
    """How far a batch of slips is: typed, typed once more blind, compared, settled by a third, counted."""

    TYPING = "typing"
    TYPING_AGAIN = "typing_again"
    COMPARED = "compared"
    SETTLING = "settling"
    COUNTED = "counted"


class KeptBatch(NamedTuple):
    """A batch with who counted it. `slips` is what it came to when it was counted."""

    number: int
    ballot_class: BallotClass
    state: BatchState
    strict: bool
    typed_by: str
    compared_by: str = ""
    settled_by: str = ""
    slips: int = 0


Typed = Mapping[str, str]
"""The lines of a slip by the person's code, as they are kept: a mark's digits, a grade, 弃权 or nothing."""


def as_text(typed: Typed) -> str:
    """The lines of a slip as the file has them; the same lines are always the same text."""
    return json.dumps(dict(typed), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(text: str) -> Typed:
    """The lines that a text of the file says."""
    typed: dict[str, str] = json.loads(text)
    return typed


class KeptSlip(NamedTuple):
    """A slip of a batch that is not counted yet: what the first typed, what the second typed (None: nothing yet)."""

    batch: int
    first: Typed
    second: Typed | None = None


class Code(NamedTuple):
    """Whose code it is. The code itself is nowhere: only its hash, by which this is found."""

    person: str
    ballot_class: BallotClass
    used: bool = False


@dataclass
class Ledger:
    """Everything that the working file holds."""

    mark: str
    """What the round's serials and codes have in common."""
    salt: bytes = field(repr=False)
    """Beside which codes are hashed."""
    serials: set[str] = field(default_factory=set)
    batches: dict[int, KeptBatch] = field(default_factory=dict)
    slips: dict[str, KeptSlip] = field(default_factory=dict)
    """By serial, until their batch is counted."""
    counted: dict[str, str] = field(default_factory=dict)
    """By serial, as text (`as_text`): a thousand of them are written anew with each slip. Of no batch any more."""
    codes: dict[str, Code] = field(default_factory=dict)
    """By the code's hash."""
    booth: list[LooseMark] = field(default_factory=list)
    """Single marks of ballots that left the booth's memory, parted."""
    ballots: dict[BallotClass, int] = field(default_factory=dict)
    """So many ballots those marks came with."""
    straight: dict[BallotClass, int] = field(default_factory=dict)
    """So many of those were straight lines."""
    session: str = ""
    """Whose memory holds ballots that are nowhere else: another than the running program's was cut off."""


@dataclass(frozen=True, slots=True)
class RoundContents:
    """What closing counts: whole slips, the booth's parted marks, and who used a code."""

    slips: tuple[Slip, ...]
    booth: Booth
    straight: Mapping[BallotClass, int]
    """Straight-line ballots of the booth; those on paper are among `slips`."""
    batches: tuple[Batch, ...]
    uncounted: tuple[int, ...]
    """Batches that are not counted yet, by number: a round is not closed over them."""
    took_part: frozenset[str]
    """The people whose code was used. Nobody knows who put a paper slip into the box."""


class ClassProgress(NamedTuple):
    """How far a class is: slips printed, typed, counted; codes made and used. Nothing of what they say."""

    serials: int = 0
    typed: int = 0
    counted: int = 0
    codes: int = 0
    used: int = 0


class RoundElsewhere(RoundError):
    """The round's key is not on this PC: it goes on where it was opened, or is declared void."""


class RoundCopied(RoundElsewhere):
    """The desk is a copy: the round goes on beside `original`, the working file of another desk, in full. `file` is
    how the working file beside this desk is called."""

    def __init__(self, label: str, file: str, original: str) -> None:
        super().__init__(label)
        self.file, self.original = file, original


class RoundFileGone(RoundError):
    """The round's working file is not beside the desk. `file` is its name."""

    def __init__(self, label: str, file: str) -> None:
        super().__init__(label)
        self.file = file


class RoundFileBroken(RoundFileGone):
    """The working file cannot be read: another file stands in its place, or it is damaged."""


class RoundFileChanged(RoundFileGone):
    """Another program wrote the working file in the meantime; nothing was written over it."""


class RoundFile(Protocol):
    """One round's working file."""

    def read(self) -> Ledger:
        """What it holds now."""
        ...

    def writing(self, then: Callable[[], None] = ...) -> AbstractContextManager[Ledger]:
        """What it holds, to be changed; the file is written anew, before or after, when the block ends well.

        `then` is done once nothing but the new file's taking its place is left: the commit of the act in the desk.
        """
        ...


class RoundFiles(Protocol):
    """The working files of one desk, by the rounds' labels."""

    def make(self, label: str) -> None:
        """An empty file with a new key, in place of what a cut-off adoption of the same draft left."""
        ...

    def is_here(self, label: str) -> bool:
        """Whether this PC can work on it: key and file are there."""
        ...

    def open(self, label: str) -> RoundFile:
        """The file; RoundElsewhere without its key, RoundFileGone without itself, RoundCopied where it is a copy."""
        ...

    def destroy(self, label: str) -> None:
        """Overwrite and remove first the key, then the file. Harmless where there is nothing left."""
        ...

    def leftovers(self, ended: Collection[str]) -> tuple[str, ...]:
        """Which of these rounds, that have ended, left a key or a file here."""
        ...
