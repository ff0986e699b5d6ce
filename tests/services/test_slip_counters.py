"""Who counts slips though he, or a relative, is rated in the round: told beside the names, never refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.domain.roles import Role, Way
from committee_desk.services.desk import Desk
from committee_desk.services.second import Second
from committee_desk.services.slip_counters import CounterRated
from committee_desk.services.typed_people import Part
from committee_desk.wording.slips import counters_rated
from tests.services.seated_desks import account, first_accounts, sit
from tests.services.slip_hands import CLERK, SCRUTINEER, YEAR, C, adopt, printed, typed_batch, whole


@pytest.fixture
def desk(open_copy: Callable[[Path], Desk], template_people: Path) -> Desk:
    opened = open_copy(template_people)
    adopt(opened)
    return opened


def confirmed(desk: Desk, scrutineer: str, number: int = 1) -> None:
    """A batch typed by the clerk and compared by that person; it counts whoever he is."""
    before = desk.slips.progress(YEAR, number)[C].counted
    batch = typed_batch(desk, {printed(desk, number=number)[0]: whole(desk, "2", number)}, number)
    desk.slips.confirm(CLERK, YEAR, number, batch, Second(scrutineer))
    assert desk.slips.progress(YEAR, number)[C].counted == before + 1


def test_nothing_is_said_where_others_count(desk: Desk) -> None:
    confirmed(desk, SCRUTINEER.name)
    assert desk.slips.rated_counters(YEAR, 1) == ()
    assert not counters_rated(())


@pytest.mark.parametrize("typed", ["林若", "林若（J002）", "林若同志"])
def test_a_scrutineer_who_is_rated_counts_all_the_same_and_is_named(desk: Desk, typed: str) -> None:
    confirmed(desk, SCRUTINEER.name)
    confirmed(desk, typed)
    confirmed(desk, typed)
    (found,) = desk.slips.rated_counters(YEAR, 1)
    assert (found.name, found.why, found.of) == (typed, Part.SELF, "林若")
    assert counters_rated((found,)) == (
        f"{typed}本人在本轮被测评。计票、监票最好由本人和近亲属都不在本轮被测评的人办；已录的批次照样有效。"
    )


def test_a_relative_of_somebody_rated_is_named_with_whose(desk: Desk) -> None:
    desk.relations.relate(CLERK, Relationship("J003", "", "X002", Kinship.SPOUSE))
    desk.relations.relate(CLERK, Relationship("J004", "崔小小", None, Kinship.DIRECT_LINE))
    confirmed(desk, "郝文俊")
    confirmed(desk, "崔小小")
    assert desk.slips.rated_counters(YEAR, 1) == (
        CounterRated("郝文俊", Part.KIN, "吴静"),
        CounterRated("崔小小", Part.KIN, "薛一红"),
    )
    assert "郝文俊的近亲属吴静在本轮被测评；崔小小的近亲属薛一红在本轮被测评。" in counters_rated(
        desk.slips.rated_counters(YEAR, 1)
    )


def test_who_may_be_somebody_rated_is_named_with_whom(desk: Desk) -> None:
    confirmed(desk, "办公室秦生康")
    (found,) = desk.slips.rated_counters(YEAR, 1)
    assert found == CounterRated("办公室秦生康", Part.UNCLEAR, "", ("秦生康（J001）",))
    assert "办公室秦生康可能是秦生康（J001），本人或近亲属在本轮被测评" in counters_rated((found,))


def test_who_is_rated_in_another_round_alone_is_not_named(desk: Desk) -> None:
    confirmed(desk, "朱康")  # two prosecutors, neither of whom this round rates
    assert desk.slips.rated_counters(YEAR, 1) == ()
    adopt(desk, 2)
    confirmed(desk, "林若", 2)
    assert desk.slips.rated_counters(YEAR, 2) == ()


def test_who_sits_down_to_count_is_named_before_the_first_slip(desk: Desk) -> None:
    first_accounts(
        desk,
        CLERK,
        Way.STRICT,
        [
            account(Role.OPERATOR, holder="向栋"),
            account(Role.REVIEWER),
            account(Role.ADMINISTRATOR),
            account(Role.AUDITOR),
        ],
    )
    sit(desk, Role.OPERATOR)
    assert desk.slips.batches(YEAR, 1) == ()
    assert desk.slips.rated_counters(YEAR, 1) == (CounterRated("向栋", Part.SELF, "向栋"),)
