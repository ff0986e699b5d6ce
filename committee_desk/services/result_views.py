"""What screens and paper show of results: each person's line, decisions, and what is typed of a notice or signature."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from committee_desk.domain.course import Stage
from committee_desk.domain.remedies import RemedyClock
from committee_desk.domain.results import Delivery, Means, Opinion, PartyDecision, Result, ResultState, Signature
from committee_desk.domain.scores import Grade
from committee_desk.services.result_refusals import Barred


def of_signature(year: int, code: str, version: int) -> str:
    """How a signature is named as the subject of an attachment: the scan of the signed sheet."""
    return f"signature:{year}:{code}:{version}"


class Decided(NamedTuple):
    """A decision of the 院党组 as it is typed: on which day, under which number, about whom; `why` of new versions."""

    day: date
    document: str
    codes: tuple[str, ...]
    note: str = ""
    why: str = ""


class Served(NamedTuple):
    """A notice as it is typed: how it was served, since when the person knows, by whom, before whom, on what proof."""

    means: Means
    known: date
    served_by: str
    witnesses: tuple[str, ...] = ()
    proof: str = ""


class Signed(NamedTuple):
    """A signature as it is typed. A refusal (拒签) needs two witnesses."""

    opinion: Opinion
    day: date
    witnesses: tuple[str, ...] = ()
    note: str = ""


class AfterReview(NamedTuple):
    """Until when 申诉 is open to somebody whose 复核 was answered by 维持, and on which day that was served."""

    served: date
    last_day: date


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One person: the grade on the list in force and the published one, the result that stands, and how far it is.

    `barred` says why nobody can decide on the person now; None where one can, or it is not needed. `renewed`: a result
    stands, but the list in force says something else of the person, so that a next version is due. `after_review`:
    申诉 is open longer than the notice says. `unpublished`: the result stands as the list in force has it, and the last
    notice says something else of the person.
    """

    code: str
    name: str
    department: str
    category: str
    grade: Grade | None
    published: Grade | None
    state: ResultState
    barred: Barred | None = None
    result: Result | None = None
    delivery: Delivery | None = None
    signature: Signature | None = None
    earlier: tuple[Result, ...] = ()
    clocks: tuple[RemedyClock, ...] = ()
    after_review: AfterReview | None = None
    renewed: bool = False
    unpublished: bool = False
    entry: int = 0

    @property
    def outdated(self) -> bool:
        """Whether the list in force gives another grade than the one decided on: the next version will."""
        return self.renewed and self.result is not None and self.result.grade is not self.grade

    @property
    def decidable(self) -> bool:
        """Whether the 院党组 can decide on the person now."""
        return self.barred is None and (self.result is None or self.renewed)


@dataclass(frozen=True, slots=True)
class ResultsView:
    """What the page 决定与送达 shows of a year."""

    year: int
    stage: Stage
    rows: tuple[ResultRow, ...] = ()
    decisions: tuple[PartyDecision, ...] = ()
    list_version: int = 0
    waiting: tuple[str, ...] = field(default=())
    """Labels of what is open: objections, proceedings, applications."""
    unsealed: tuple[str, ...] = ()
    """Names of whoever refused to sign (拒签) after the sheet was sealed: it is sealed anew."""

    def row(self, code: str) -> ResultRow | None:
        """One person's line."""
        return next((each for each in self.rows if each.code == code), None)
