"""A committee of the sample office for tests, and meetings of it as a secretary holds them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from committee_desk.domain.committee import AgendaItem, Count, ItemKind, Member, MemberPost, Presence
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.desk import Desk
from committee_desk.services.meeting_views import Called, Came, Counted, MeetingView

YEAR = 2026
SINCE = date(2025, 1, 1)
DAY = datetime(2027, 1, 11, 9, 0, tzinfo=CHINA)
CHIEF, DEPUTY, SECOND_DEPUTY = "J020", "X001", "X002"
"""闫峰, 检察长; 彭强涛 of the 政治部; 郝文俊 of the 办公室."""
OTHERS = ("J001", "J002", "X003", "X004", "X005", "X006")
"""秦生康 and 林若, heads of departments and graded themselves; the others are not on a list of prosecutors."""
PROSECUTORS = tuple(f"J{number:03}" for number in range(1, 17))
GRADES = AgendaItem("1", ItemKind.GRADES, "审议检察官年度考核等次建议", PROSECUTORS)
RECORDER = "孙丽"


def appoint(
    desk: Desk, actor: Actor, codes: Sequence[str], *, chair: str | None = CHIEF, deputy: str | None = DEPUTY
) -> None:
    """Appoint these people of the desk."""
    for code in codes:
        post = {chair: MemberPost.CHAIR, deputy: MemberPost.DEPUTY}.get(code, MemberPost.MEMBER)
        desk.committee.appoint(actor, Member("", post, SINCE, None, "检党〔2025〕1号", code))


def committee_of(size: int) -> tuple[str, ...]:
    """So many members, the chair and a deputy among them."""
    return (CHIEF, DEPUTY, *OTHERS, SECOND_DEPUTY, "X007")[:size]


def call(desk: Desk, actor: Actor, *agenda: AgendaItem, at: datetime = DAY) -> int:
    """Call a meeting; its number."""
    desk.meetings.call(actor, YEAR, Called(at, "三楼会议室", agenda or (GRADES,)))
    return desk.meetings.rows(YEAR)[-1].held.number


def seen(desk: Desk, number: int) -> int:
    """The newest entry of the meeting, as a screen shows it."""
    return desk.meetings.view(YEAR, number).row.entry


def came(desk: Desk, actor: Actor, number: int, away: Iterable[str] = ()) -> None:
    """Everybody came but these."""
    keys = [each.key for each in desk.meetings.view(YEAR, number).attendance]
    told = {key: Came(Presence.AWAY if key in away else Presence.PRESENT) for key in keys}
    desk.meetings.presence(actor, YEAR, number, told, seen(desk, number))


def opened(desk: Desk, actor: Actor, *agenda: AgendaItem, away: Iterable[str] = ()) -> int:
    """A meeting that was called and opened; its number."""
    number = call(desk, actor, *agenda)
    came(desk, actor, number, away)
    desk.meetings.open(actor, YEAR, number, RECORDER, seen(desk, number))
    return number


def vote(
    desk: Desk,
    actor: Actor,
    number: int,
    ayes: int,
    noes: int = 0,
    abstentions: int = 0,
    *,
    item: str = "1",
    subject: str = "",
    why: str = "",
    presiding: str = "",
    recorder: str = "",
    voters: tuple[str, ...] = (),
) -> None:
    """Record a vote."""
    counted = Counted(Count(ayes, noes, abstentions), presiding, recorder, voters)
    desk.meetings.vote(actor, YEAR, number, item, subject, counted, seen(desk, number), why)


def view(desk: Desk, number: int) -> MeetingView:
    """The meeting as its page shows it."""
    return desk.meetings.view(YEAR, number)


def close(desk: Desk, actor: Actor, number: int, document: str = "检考委〔2027〕1号") -> None:
    """Close the meeting with its minutes."""
    desk.meetings.close(actor, YEAR, number, document, "会议听取了政治部的汇报。", seen(desk, number))
