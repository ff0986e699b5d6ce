"""The 检察官考评委员会 (检察官法 39, 40): who sits on it, who leaves the room for whom, when a vote holds.

Five to nine members, the chair is the office's own 检察长. Whoever has a file of his own on the table, or a relative's,
or a stake in it, leaves the room for that question and no other (公务员法 76); nothing else makes anybody leave.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from committee_desk.domain.names import spelt, written
from committee_desk.domain.relationships import Kin, Kinship

FEWEST, MOST = 5, 9
"""So many members the law asks for (检察官法 40)."""
CHIEFS = frozenset({"检察长", "代检察长", "代理检察长"})
"""Posts of the roster that make somebody the chair."""
BETWEEN_POSTS = "、，,;；/ 　"


class MemberPost(StrEnum):
    """What somebody is on the committee: 主任, 副主任, 委员."""

    CHAIR = "chair"
    DEPUTY = "deputy"
    MEMBER = "member"


class Member(NamedTuple):
    """Somebody's term on the committee; `code` where it is a person of the desk. Both days are included."""

    name: str
    post: MemberPost
    since: date
    until: date | None = None
    decision: str = ""
    code: str | None = None

    @property
    def key(self) -> str:
        """What tells members apart, those of one name too: the code, or the name of who is not of the desk."""
        return self.code or written(self.name)

    def covers(self, day: date) -> bool:
        """Whether the term includes that day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def meets(self, other: "Member") -> bool:
        """Whether two terms share a day."""
        return self.since <= (other.until or date.max) and other.since <= (self.until or date.max)


def is_chief(post: str | None) -> bool:
    """Whether a post of the roster is the 检察长's: 党组书记、检察长 is, 副检察长 is not."""
    spaced = (post or "").translate(dict.fromkeys(map(ord, BETWEEN_POSTS), " "))
    return any(each in CHIEFS for each in spaced.split())


class Presence(StrEnum):
    """Whether a member came: 出席, 缺席, 请假."""

    PRESENT = "present"
    AWAY = "away"
    EXCUSED = "excused"


class MeetingState(StrEnum):
    """How far a meeting is: 已通知, 进行中, 已结束, 已取消."""

    CALLED = "called"
    OPEN = "open"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class ItemKind(StrEnum):
    """What an item of the agenda settles."""

    GRADES = "grades"
    TIE = "tie"
    INCOMPLETE = "incomplete"
    LEFT_OVER = "left_over"
    POOL = "pool"
    REVIEW = "review"
    FREE = "free"


class AgendaItem(NamedTuple):
    """One item of a meeting's agenda, and whom it is about, by code."""

    id: str
    kind: ItemKind
    title: str
    about: tuple[str, ...] = ()


class Ground(StrEnum):
    """Why a member leaves (公务员法 76): the own file, a relative's, a stake. There is no other ground at grading."""

    OWN_FILE = "own_file"
    KINSHIP = "kinship"
    STAKE = "stake"


class Origin(StrEnum):
    """Who says so: the desk, from what is recorded, or somebody who declared it."""

    DERIVED = "derived"
    DECLARED = "declared"


class Recusal(NamedTuple):
    """A member who leaves the room for an item, for the sake of one person or (`about` empty) of the whole item."""

    item: str
    member: str
    ground: Ground
    about: str
    origin: Origin
    kinship: Kinship | None = None
    note: str = ""
    decided_by: str = ""
    granted: bool = True


NAMESAKE = "namesake"
"""The note of a recusal for kinship that was written down by name alone: it may be somebody else of that name."""
EVERYBODY_ELSE = ""
"""The subject of the question on everybody for whom nobody leaves."""
NEITHER = "neither"
"""The subject of the last question on a tie: that none of the equals goes up."""


class Question(NamedTuple):
    """What is voted on at once: the people for whom exactly the same members leave."""

    item: str
    subject: str
    people: tuple[str, ...]
    leaving: frozenset[str]


class Count(NamedTuple):
    """A vote as it was counted."""

    ayes: int
    noes: int
    abstentions: int

    @property
    def given(self) -> int:
        """How many voted."""
        return sum(self)


class Outcome(StrEnum):
    """How a vote ended."""

    PASSED = "passed"
    LOST = "lost"


def derived(item: AgendaItem, members: Iterable[Member], kin: Kin, names: Mapping[str, Sequence[str]]) -> list[Recusal]:
    """Who leaves for whom because of what is recorded: the own file and relatives', members of the desk or not."""
    found: list[Recusal] = []
    for member in members:
        for code in item.about:
            if is_of(member, code, names):
                found.append(Recusal(item.id, member.key, Ground.OWN_FILE, code, Origin.DERIVED))
            elif (kinship := kinship_with(member, code, kin, names)) is not None:
                sure = member.code is None or kin.between(member.code, code) is not None
                found.append(
                    Recusal(
                        item.id, member.key, Ground.KINSHIP, code, Origin.DERIVED, kinship, "" if sure else NAMESAKE
                    )
                )
    return found


def is_of(member: Member, code: str, names: Mapping[str, Sequence[str]]) -> bool:
    """Whether the file is the member's own; a member known by name alone is taken for the person of that name."""
    if member.code is not None:
        return member.code == code
    return spelt(member.name) in {spelt(each) for each in names.get(code, ())}


def kinship_with(member: Member, code: str, kin: Kin, names: Mapping[str, Sequence[str]]) -> Kinship | None:
    """How a member is related to a person of the desk, or may be: a relative was written down by that name alone."""
    if member.code is not None:
        by_name = kin.of_namesakes((member.code, member.name), (code, names.get(code, ())))
        return kin.between(member.code, code) or by_name
    return kin.of_name(member.name, code, names)


def questions_of(item: AgendaItem, recusals: Iterable[Recusal]) -> tuple[Question, ...]:
    """The questions in which an item is voted: everybody for whom nobody leaves first, the others by who leaves.

    A tie is one decision on all equals, and a re-review one on everybody whom it moves: whoever leaves for one of them
    leaves for all.
    """
    leaving: dict[str, set[str]] = {code: set() for code in item.about}
    whole: set[str] = set()
    for each in recusals:
        if each.item == item.id and each.granted:
            leaving.get(each.about, whole).add(each.member)
    if item.kind is ItemKind.TIE:
        out = frozenset(whole.union(*leaving.values()))
        return tuple(Question(item.id, subject, item.about, out) for subject in (*item.about, NEITHER))
    if item.kind is ItemKind.REVIEW:
        return (Question(item.id, EVERYBODY_ELSE, item.about, frozenset(whole.union(*leaving.values()))),)
    return _grouped(item, leaving, frozenset(whole))


def _grouped(item: AgendaItem, leaving: Mapping[str, set[str]], whole: frozenset[str]) -> tuple[Question, ...]:
    groups: dict[frozenset[str], list[str]] = {}
    for code in item.about:
        groups.setdefault(frozenset(leaving[code]) | whole, []).append(code)
    if not groups:
        return (Question(item.id, EVERYBODY_ELSE, (), whole),)
    ordered = sorted(groups.items(), key=lambda group: group[0] != whole)
    return tuple(
        Question(item.id, EVERYBODY_ELSE if out == whole else "+".join(codes), tuple(codes), out)
        for out, codes in ordered
    )


def needed(members: int, quorum: Fraction) -> int:
    """How many of all members must be there: 2/3 of 5 are 4."""
    return -(-members * quorum.numerator // quorum.denominator)


def outcome_of(count: Count, members: int, majority: Fraction) -> Outcome:
    """Passed with more than the majority of all members, those away and those recused among them."""
    return Outcome.PASSED if count.ayes > members * majority else Outcome.LOST
