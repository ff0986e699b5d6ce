"""Questions that the statistics of a rating round ask, and how they are looked into."""

from datetime import date

import pytest

from committee_desk.domain.errors import DeskError
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.round_refusals import AdoptedAhead, LookIncomplete, NoSuchFlag
from committee_desk.services.round_views import TypedLook
from committee_desk.wording.errors import sentence
from tests.services.rounds_held import YEAR, counted


def test_a_look_into_a_question_is_kept_and_moves_no_score(held: Desk, actor: Actor) -> None:
    number = counted(held, actor)
    before = held.scores.year(YEAR)
    flag = held.rounds.statistics(YEAR, number).flags[0].name
    held.rounds.look(actor, YEAR, number, TypedLook(flag, "考评委员会", "2027-01-08", "逐票看过，未发现异常"))
    (look,) = held.rounds.looks(YEAR, number)
    assert (look.flag, look.looked_by, look.day, look.decided) == (
        flag,
        "考评委员会",
        date(2027, 1, 8),
        "逐票看过，未发现异常",
    )
    assert held.scores.year(YEAR) == before


@pytest.mark.parametrize(
    ("by", "day", "decided", "error", "said"),
    [
        ("", "2027-01-08", "无异常", LookIncomplete, "2026-测-001：须写明由谁了解、日期和处理意见。请补全。"),
        ("委员会", "", "无异常", LookIncomplete, "须写明由谁了解、日期和处理意见"),
        ("委员会", "2027-01-08", " ", LookIncomplete, "须写明由谁了解、日期和处理意见"),
        ("委员会", "2027-01-12", "无异常", AdoptedAhead, "晚于今天"),
    ],
)
def test_a_look_says_who_when_and_what_was_decided(
    held: Desk, actor: Actor, by: str, day: str, decided: str, error: type[DeskError], said: str
) -> None:
    number = counted(held, actor)
    flag = held.rounds.statistics(YEAR, number).flags[0].name
    with pytest.raises(error) as told:
        held.rounds.look(actor, YEAR, number, TypedLook(flag, by, day, decided))
    assert said in sentence(told.value)


def test_only_what_the_statistics_ask_is_looked_into(held: Desk, actor: Actor) -> None:
    number = counted(held, actor)
    with pytest.raises(NoSuchFlag) as told:
        held.rounds.look(actor, YEAR, number, TypedLook("severe:L09", "委员会", "2027-01-08", "无异常"))
    assert sentence(told.value) == "2026-测-001 的统计没有提出“severe:L09”这一问题。请刷新后再登记。"
