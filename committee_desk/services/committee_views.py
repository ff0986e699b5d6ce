"""The committee's members as screens show them, their book, and what is refused."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from committee_desk.domain.committee import Member
from committee_desk.domain.errors import DeskError


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One term as it is listed: `number` names it for correcting and ending; `roster_post` is the roster's 职务."""

    number: int
    member: Member
    entry: int
    actor: str
    at: datetime
    roster_post: str = ""
    department: str = ""


class MembersBook(Protocol):
    """Terms on the committee as they hold now."""

    def all(self) -> tuple[MemberRow, ...]:
        """Every term, past and to come, the chair first."""
        ...

    def one(self, number: int) -> MemberRow | None:
        """One that holds now."""
        ...

    def add(self, entry: int, member: Member) -> None:
        """Write a term down."""
        ...

    def end(self, entry: int, number: int) -> None:
        """Let a term hold no longer."""
        ...


class CommitteeFault(DeskError):
    """The committee is not one that the law knows, on that day."""

    def __init__(self, day: date) -> None:
        super().__init__(str(day))
        self.day = day


class CommitteeSizeWrong(CommitteeFault):
    """Fewer than five members, or more than nine."""

    def __init__(self, day: date, count: int) -> None:
        super().__init__(day)
        self.count = count


class NoChair(CommitteeFault):
    """Nobody chairs the committee."""


class SeveralChairs(CommitteeFault):
    """More than one chairs it."""

    def __init__(self, day: date, names: tuple[str, ...]) -> None:
        super().__init__(day)
        self.names = names


class ChairNotChief(CommitteeFault):
    """Who chairs is not the office's 检察长; `post` is what the roster says, `chief` who the 检察长 is."""

    def __init__(self, day: date, name: str, post: str, chief: str) -> None:
        super().__init__(day)
        self.name, self.post, self.chief = name, post, chief


@dataclass(frozen=True, slots=True)
class CommitteeView:
    """All terms, who sits on the committee on a day, and what is wrong with it then."""

    day: date
    rows: tuple[MemberRow, ...]
    sitting: tuple[MemberRow, ...]
    faults: tuple[CommitteeFault, ...]


class MemberUnnamed(DeskError):
    """A member without a name."""


class MemberOfTheDesk(DeskError):
    """A member was typed by name, and people of the desk bear it: who is meant must be chosen, else no file is his."""

    def __init__(self, name: str, options: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.options = name, options


class MemberSitsAlready(DeskError):
    """The same person is a member on some of these days already."""

    def __init__(self, name: str, held: Member) -> None:
        super().__init__(name)
        self.name, self.held = name, held


class TermEndsBefore(DeskError):
    """A term would end before its first day."""

    def __init__(self, since: date, until: date) -> None:
        super().__init__(str(since), str(until))
        self.since, self.until = since, until


class TermTooEarly(DeskError):
    """A term would begin before the law knew the committee's kind: a slip in the year."""

    def __init__(self, since: date, earliest: date) -> None:
        super().__init__(str(since))
        self.since, self.earliest = since, earliest


class TermDecisionMissing(DeskError):
    """Somebody becomes a member, or ceases to be one, and no decision is named."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class TermGone(DeskError):
    """The term was corrected, ended or struck meanwhile."""
