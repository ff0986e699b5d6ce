"""What screens and paper show of grading, and the port of the book that keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from committee_desk.domain.course import Stage
from committee_desk.domain.grade_list import GradeList, Listed, ListStage
from committee_desk.domain.quota import CategoryQuota, OfficeQuota
from committee_desk.domain.scores import Grade, Status
from committee_desk.services.course_views import Lack


class DecisionKind(StrEnum):
    """Recorded decisions that grading rests on."""

    TIE = "tie"
    INCOMPLETE = "incomplete"
    LEFT_OVER = "left_over"
    POOL = "pool"
    QUARTER = "quarter"


class Settlement(StrEnum):
    """How somebody without a rating is settled: its points go to the other rating, no grade, or graded later."""

    HAND_OVER = "hand_over"
    NO_GRADE = "no_grade"
    WAIT = "wait"


class Opinion(StrEnum):
    """What an ability review (业务能力评审) finds."""

    FIT = "胜任"
    UNFIT = "不胜任"


class Choice(NamedTuple):
    """A departure from what the scheme proposes, as it was recorded. `stage` says whose it is."""

    code: str
    stage: ListStage
    grade: Grade | None
    reason: str
    meeting: int | None = None
    document: str | None = None
    entry: int = 0


class Decision(NamedTuple):
    """A recorded decision. `subject` is a category, a person's code or empty; `content` what was decided."""

    kind: DecisionKind
    subject: str
    content: Mapping[str, object]
    document: str
    day: date
    meeting: int | None = None
    reason: str | None = None
    entry: int = 0


class AbilityReview(NamedTuple):
    """业务能力评审 (form 12): why selected, by whom, what was looked at and found, and whether fit for the post."""

    code: str
    selected: str
    reviewers: tuple[str, ...]
    looked_at: tuple[str, ...]
    findings: str
    opinion: Opinion
    day: date
    entry: int = 0


class Tie(NamedTuple):
    """People equal at a category's last place: how many places are open for them, and what was decided."""

    category: str
    equals: tuple[str, ...]
    open: int
    decision: Decision | None = None

    @property
    def chosen(self) -> tuple[str, ...]:
        """Whom the committee gave a place."""
        told = self.decision.content.get("chosen", ()) if self.decision else ()
        return tuple(str(each) for each in told) if isinstance(told, list | tuple) else ()


class Incomplete(NamedTuple):
    """Somebody without a leader's mark or a ballot mark: what is missing, and what was decided.

    `may_hand_over`: another rating of the same part has marks, so that it can take the missing one's points.
    """

    code: str
    name: str
    department: str
    category: str
    missing: tuple[str, ...]
    may_hand_over: bool
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class RollRow:
    """One person on the roll: the line as it would stand on the list, and what was recorded about it.

    `status` reads 另行确定 to who may not see why somebody has no grade.
    """

    listed: Listed
    choice: Choice | None = None
    review: AbilityReview | None = None
    held_below: bool = False
    """Whether a quarterly grade keeps the person from 优秀, where the office set that bar."""
    barred: bool = False
    """Whether a decision on the person binds the grade; which one is said nowhere here."""

    @property
    def code(self) -> str:
        """Whose line it is."""
        return self.listed.code

    @property
    def wanted(self) -> Grade | None:
        """What was chosen, or else proposed, whether or not it may stand yet."""
        return self.choice.grade if self.choice is not None else self.listed.proposed

    @property
    def awaits_review(self) -> bool:
        """Whether the 业务能力评审 must come before a grade, and has not."""
        return self.listed.review_required and self.review is None


class Apart(NamedTuple):
    """Who is shown beside the roll and not graded here: graded elsewhere (领导成员), or gone."""

    code: str
    name: str
    department: str
    category: str
    status: Status


@dataclass(frozen=True, slots=True)
class CategoryRoll:
    """One category's part of the roll, in the order of ranks."""

    category: str
    quota: CategoryQuota
    rows: tuple[RollRow, ...]
    apart: tuple[Apart, ...] = ()
    tie: Tie | None = None

    @property
    def given(self) -> int:
        """How many stand as 优秀."""
        return sum(row.listed.grade is Grade.EXCELLENT for row in self.rows)

    @property
    def wanted(self) -> int:
        """How many were proposed or chosen as 优秀, those whose 业务能力评审 is still to come included."""
        return sum(row.wanted is Grade.EXCELLENT for row in self.rows)


class Moved(NamedTuple):
    """Somebody whose figures or proposal are no longer those that the list laid down."""

    code: str
    name: str
    what: str
    """total, performance, indicators, rank, status, proposed, listed (not on the list), gone (no more scored)."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class GradingView:
    """Everything that the grading page shows of a year.

    `moved` are those whose figures moved since the list in force was laid down; approving refuses while there are any.
    """

    year: int
    stage: Stage
    rolls: tuple[CategoryRoll, ...]
    office: OfficeQuota
    incomplete: tuple[Incomplete, ...] = ()
    decisions: tuple[Decision, ...] = ()
    lacks: tuple[Lack, ...] = ()
    list: GradeList | None = None
    """The list in force: the approved one, else the proposed one; None while the year is being scored."""
    moved: tuple[Moved, ...] = ()
    bar_by_quarters: bool = False
    despite: str = ""
    """Why the list in force was proposed though a month was not published or a duty report missing."""

    def seen(self, kind: DecisionKind, subject: str) -> int | None:
        """The entry of the decision of that kind on that subject, as whoever decides next has seen it."""
        return next((each.entry for each in self.decisions if (each.kind, each.subject) == (kind, subject)), None)


class ListVersion(NamedTuple):
    """One version of a list that was laid down: when, by whom, in which meeting, and whether it holds.

    `why` is the reason that passed over what the proposal lacked.
    """

    list: GradeList
    at: datetime
    by: str
    meeting: int | None
    holds: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Spread:
    """How grades and scores spread in one category: people by grade, and by whole points of their total."""

    category: str
    grades: Mapping[str, int] = field(default_factory=dict)
    totals: Mapping[int, int] = field(default_factory=dict)


class GradesBook(Protocol):
    """Lists of grades, departures, decisions and ability reviews."""

    def list(self, year: int, stage: ListStage | str) -> GradeList | None:
        """The list of that stage that holds; None where there is none."""
        ...

    def lists(self, year: int) -> tuple[ListVersion, ...]:
        """Every version of every list of the year, oldest first."""
        ...

    def entry_of(self, year: int, stage: ListStage | str) -> int | None:
        """The entry that laid the list of that stage down; None where there is none."""
        ...

    def versions(self, year: int, stage: ListStage | str) -> int:
        """How many versions of that stage's list were ever laid down."""
        ...

    def put_list(self, entry: int, given: GradeList, meeting: int | None = None) -> None:
        """The list in place of the one of its stage."""
        ...

    def end_list(self, entry: int, year: int, stage: ListStage | str) -> None:
        """Let the list of that stage hold no longer."""
        ...

    def choices(self, year: int) -> tuple[Choice, ...]:
        """The departures that hold, the 政工's before the committee's."""
        ...

    def put_choice(self, entry: int, year: int, choice: Choice) -> None:
        """The departure in place of the one of that person and stage."""
        ...

    def end_choice(self, entry: int, year: int, code: str, stage: ListStage) -> None:
        """Let a departure hold no longer."""
        ...

    def decisions(self, year: int) -> tuple[Decision, ...]:
        """The decisions that hold, in the order in which they were recorded."""
        ...

    def touched(self, year: int) -> tuple[tuple[str, str, int], ...]:
        """Every departure, decision and ability review there ever was: its kind (`choice`, `review`, or the
        decision's), whose or of what, and the newest entry that brought or ended it.
        """
        ...

    def put_decision(self, entry: int, year: int, decision: Decision) -> None:
        """The decision in place of the one of that kind and subject."""
        ...

    def end_decision(self, entry: int, year: int, kind: DecisionKind, subject: str) -> None:
        """Let a decision hold no longer."""
        ...

    def reviews(self, year: int) -> tuple[AbilityReview, ...]:
        """The ability reviews that hold."""
        ...

    def put_review(self, entry: int, year: int, review: AbilityReview) -> None:
        """The review in place of the one of that person."""
        ...
