"""What 工作台 says of the committee: what is wrong with it, the meeting to come, minutes to close."""

from datetime import datetime

from committee_desk.bootstrap import open_desk
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.desk import Desk
from committee_desk.services.views import Owed
from committee_desk.wording.overview import owed_detail, owed_title
from tests.services.committee_hands import YEAR, appoint, call, close, committee_of, opened, seen

KINDS = {"committee_wrong", "minutes_open", "meeting_called"}


def lines(desk: Desk) -> list[Owed]:
    return [each for each in desk.overview(YEAR, desk.clock().date()).owed if each.kind in KINDS]


def test_nothing_is_owed_before_anybody_is_appointed(sample_desk: Desk) -> None:
    assert not lines(sample_desk)


def test_a_committee_that_the_law_does_not_know_is_owed_at_once(sample_desk: Desk, actor: Actor) -> None:
    appoint(sample_desk, actor, committee_of(4))
    (line,) = lines(sample_desk)
    assert (owed_title(line), owed_detail(line)) == (
        "考评委员会不符合法律规定",
        "现有 4 人，主任：闫峰；须 5 至 9 人，主任由本院检察长担任，否则不能开会",
    )
    appoint(sample_desk, actor, ("X004",))
    assert not lines(sample_desk)


def test_a_meeting_to_come_is_named_and_so_are_minutes_that_stay_open(sample_desk: Desk, actor: Actor) -> None:
    appoint(sample_desk, actor, committee_of(5))
    coming = call(sample_desk, actor, at=datetime(2027, 1, 13, 9, 0, tzinfo=CHINA))
    (line,) = lines(sample_desk)
    assert (owed_title(line), owed_detail(line)) == (
        "2027-01-13 09:00 考评委员会第 1 次会议",
        "三楼会议室；会前打印表决票，核对须回避的委员",
    )
    sample_desk.meetings.withdraw(actor, YEAR, coming, "改期", seen(sample_desk, coming))
    number = opened(sample_desk, actor)
    later = open_desk(sample_desk.path, clock=lambda: datetime(2027, 1, 12, 9, 0, tzinfo=CHINA))
    (line,) = lines(later)
    assert owed_title(line) == "考评委员会第 2 次会议还没有结束"
    close(later, actor, number)
    assert not lines(later)
