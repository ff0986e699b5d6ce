"""The committee's meetings as screens, the projector and form 11 show them, and their book."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from committee_desk.domain.committee import (
    AgendaItem,
    Count,
    MeetingState,
    MemberPost,
    Outcome,
    Presence,
    Question,
    Recusal,
)
from committee_desk.domain.errors import DeskError
from committee_desk.domain.namesakes import with_code


class Called(NamedTuple):
    """What a meeting is called for. Items without an id get one."""

    at: datetime
    place: str
    agenda: tuple[AgendaItem, ...]


class Came(NamedTuple):
    """Whether one member came, and why not."""

    presence: Presence
    note: str = ""


class Declared(NamedTuple):
    """A stake that a member declared, or somebody of him, and whoever decided on it (公务员法 77).

    `about` is the code of the person; empty for the whole item. Not granted: the member stays, and it is on record.
    """

    item: str
    member: str
    about: str
    note: str
    decided_by: str
    granted: bool = True


@dataclass(frozen=True, slots=True)
class Counted:
    """A vote as it is typed. Names are typed as people write them: 王伟, J003 or 王伟（J003）.

    Without `presiding` it is who presides over the meeting; `voters` may be left out.
    """

    count: Count
    presiding: str = ""
    recorder: str = ""
    voters: tuple[str, ...] = ()


class HeldMeeting(NamedTuple):
    """A meeting as it is kept. `presiding` is a member's key, `document` the number of its minutes."""

    year: int
    number: int
    called: datetime
    place: str
    state: MeetingState
    agenda: tuple[AgendaItem, ...]
    presiding: str = ""
    recorder: str = ""
    document: str = ""
    minutes: str = ""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting in the list; `entry` is the newest of everything that belongs to it: what a caller has seen."""

    held: HeldMeeting
    entry: int
    actor: str
    at: datetime


class Attendance(NamedTuple):
    """One member at a meeting, as he was then called."""

    key: str
    name: str
    post: MemberPost
    presence: Presence | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as it stands: on whom, by whom, with its count."""

    item: str
    subject: str
    question: str
    people: tuple[str, ...]
    voters: tuple[str, ...]
    recused: tuple[str, ...]
    members: int
    entitled: int
    count: Count
    outcome: Outcome
    presiding: str
    recorder: str
    taken: datetime
    list_version: int | None = None
    """Which version of the proposed list was voted on."""
    entry: int = 0


class Named(NamedTuple):
    """A person whom a question is about."""

    code: str
    name: str
    department: str = ""


@dataclass(frozen=True, slots=True)
class RecusalRow:
    """A recusal with the names of both; `name` and `about` as people read them."""

    recusal: Recusal
    name: str
    about: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question: whom it is about, who leaves, how many may vote, who presides by himself, the vote if taken."""

    question: Question
    item: AgendaItem
    people: tuple[Named, ...]
    leaving: tuple[str, ...]
    entitled: int
    needed: int
    presiding: str | None
    vote: Vote | None

    @property
    def has_quorum(self) -> bool:
        """Whether enough members remain."""
        return self.entitled >= self.needed


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting with everything: who was there, who leaves for whom, what was voted."""

    row: MeetingRow
    attendance: tuple[Attendance, ...]
    recusals: tuple[RecusalRow, ...]
    questions: tuple[QuestionView, ...]
    needed: int
    faults: tuple[DeskError, ...]

    @property
    def present(self) -> int:
        """实到."""
        return sum(each.presence is Presence.PRESENT for each in self.attendance)

    @property
    def members(self) -> int:
        """应到."""
        return len(self.attendance)

    @property
    def has_quorum(self) -> bool:
        """Whether enough members are there."""
        return self.present >= self.needed

    def called(self, each: Attendance) -> str:
        """A member as told apart from namesakes among the members and whom the meeting is about."""
        bearers = sum(other.name == each.name for other in self.attendance)
        people = (person for question in self.questions for person in question.people)
        shared = bearers > 1 or any(person.name == with_code(each.name, person.code) for person in people)
        return with_code(each.name, each.key) if shared else each.name

    def questions_of(self, item: str) -> tuple[QuestionView, ...]:
        """The questions of one item."""
        return tuple(each for each in self.questions if each.question.item == item)


class MeetingsBook(Protocol):
    """Meetings as they hold now."""

    def of_year(self, year: int) -> tuple[MeetingRow, ...]:
        """Every meeting of the year, by number."""
        ...

    def one(self, year: int, number: int) -> MeetingRow | None:
        """One meeting."""
        ...

    def next_number(self, year: int) -> int:
        """A number that no meeting of the year ever bore."""
        ...

    def put(self, entry: int, meeting: HeldMeeting) -> None:
        """Keep a meeting in place of the version before."""
        ...

    def attendance(self, year: int, number: int) -> tuple[Attendance, ...]:
        """Who was there, as recorded."""
        ...

    def put_attendance(self, entry: int, year: int, number: int, rows: Iterable[Attendance]) -> None:
        """Keep who was there, in place of what was recorded; nothing of whom nothing is known."""
        ...

    def recusals(self, year: int, number: int) -> tuple[Recusal, ...]:
        """Who leaves for whom, as recorded."""
        ...

    def put_recusals(self, entry: int, year: int, number: int, wanted: Iterable[Recusal]) -> None:
        """Let exactly these recusals hold; those that hold already stay as they are."""
        ...

    def votes(self, year: int, number: int) -> tuple[Vote, ...]:
        """The votes that hold, oldest first."""
        ...

    def put_vote(self, entry: int, year: int, number: int, vote: Vote) -> None:
        """Keep a vote in place of the one before on the same question."""
        ...

    def end_votes(self, entry: int, year: int, number: int, of: Iterable[tuple[str, str]]) -> None:
        """Let votes hold no longer, by item and subject."""
        ...

    def proposed(self, year: int) -> tuple[int, tuple[str, ...]] | None:
        """The version of the list of grades that is proposed, and whom it is about, by code; None: none is."""
        ...

    def resting(self, year: int, number: int, item: str = "") -> tuple[str, ...]:
        """What rests on the meeting: kinds of grading decisions, stages of lists of grades.

        With an item, decisions that name another of its items are left out.
        """
        ...
