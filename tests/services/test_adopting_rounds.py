"""Rating rounds drafted and adopted by two: what is looked at before one opens, and what is locked from then on."""

from datetime import date
from pathlib import Path

import pytest

from committee_desk.domain.errors import DeskError
from committee_desk.domain.people import Category
from committee_desk.domain.rounds import Participant, RoundKind, RoundStands, RoundState
from committee_desk.services.account_refusals import SecondIsFirst, SecondNeeded
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.imports.refusals import BuiltUpon
from committee_desk.services.round_refusals import (
    AdoptedAhead,
    AdoptionIncomplete,
    CapUnclear,
    LeaderNotRated,
    NoSuchRound,
    NotOnTheRoster,
    RatedByImport,
    RatedElsewhere,
    RosterMoved,
    RoundChanged,
    RoundForNobody,
    RoundUntitled,
)
from committee_desk.services.round_views import AdoptedBy, RoundForm
from committee_desk.services.second import Second
from committee_desk.wording.errors import sentence
from tests.imports.workbooks import good, read, workbook
from tests.services.rounds_held import SECOND, YEAR, A, B, C, drafted, opened, rated


def test_a_round_is_adopted_by_two_people(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    by = AdoptedBy("考委1号", date(2026, 12, 20), held.rounds.card(YEAR, number).round.entry)
    with pytest.raises(SecondNeeded):
        held.rounds.adopt(actor, YEAR, number, by)
    assert held.rounds.card(YEAR, number).round.state is RoundState.DRAFT


@pytest.mark.parametrize(
    ("document", "day", "error", "said"),
    [
        ("", date(2026, 12, 20), AdoptionIncomplete, "启动 2026-测-001 须有通过测评规则的文件号和日期。请补全。"),
        ("考委1号", "", AdoptionIncomplete, "启动 2026-测-001 须有通过测评规则的文件号和日期。请补全。"),
        ("考委1号", date(2027, 1, 12), AdoptedAhead, "晚于今天"),
    ],
)
def test_an_adoption_needs_its_document_and_a_day_that_has_come(
    held: Desk, actor: Actor, document: str, day: date | str, error: type[DeskError], said: str
) -> None:
    number = drafted(held, actor)
    seen = held.rounds.card(YEAR, number).round.entry
    with pytest.raises(error) as told:
        held.rounds.adopt(actor, YEAR, number, AdoptedBy(document, day, seen), SECOND)
    assert said in sentence(told.value)


def test_a_draft_that_changed_since_both_read_it_is_not_adopted(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    seen = held.rounds.card(YEAR, number).round.entry
    held.rounds.place(actor, YEAR, number, Participant("S01", B, rated=False))
    with pytest.raises(RoundChanged) as told:
        held.rounds.adopt(actor, YEAR, number, AdoptedBy("考委1号", date(2026, 12, 20), seen), SECOND)
    assert sentence(told.value) == "2026-测-001 的草稿刚才改过，与两人看到的不同。请刷新、重新核对后再启动。"


def test_people_whose_posts_moved_since_the_draft_are_derived_anew_before_it_opens(
    held: Desk, actor: Actor, tmp_path: Path
) -> None:
    draft = drafted(held, actor)
    row = {"工号": "P01", "姓名": "部门长1", "部门": "第1检察部", "人员类别": "检察官", "职务": "副检察长"}
    moved = workbook(tmp_path / "调整.xlsx", [{**row, "领导成员": "是"}])
    held.imports.carry_out(actor, Kind.PEOPLE, moved, YEAR, replace=True)
    with pytest.raises(LeaderNotRated):
        opened(held, actor, draft)
    held.rounds.place(actor, YEAR, draft, Participant("P01", B, rated=False))
    gone = workbook(
        tmp_path / "离岗.xlsx",
        [{**row, "工号": "P02", "姓名": "部门长2", "部门": "第2检察部", "职务": "主任", "离岗日期": "2026-06-30"}],
    )
    held.imports.carry_out(actor, Kind.PEOPLE, gone, YEAR, replace=True)
    with pytest.raises(RosterMoved) as told:
        opened(held, actor, draft)
    assert sentence(told.value).startswith("部门长2等 1 人的在岗、职务或者领导成员情况在 2026-测-001 拟定以后变了")
    held.rounds.derive(actor, YEAR, draft)
    opened(held, actor, draft)
    assert rated(held, draft) == ("P03", "P04", "P05", "P06")


def test_what_was_adopted_is_locked(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    with pytest.raises(RoundStands) as told:
        held.rounds.place(actor, YEAR, number, Participant("S01", B, rated=False))
    assert sentence(told.value) == "2026-测-001 现为“测评中”，不能“调整人员”。请刷新后再办理。"
    with pytest.raises(RoundStands):
        held.rounds.amend(actor, YEAR, number, RoundForm("改", RoundKind.GRADE))


def test_nobody_is_rated_in_two_rounds_of_a_year(held: Desk, actor: Actor) -> None:
    opened(held, actor)
    with pytest.raises(RatedElsewhere) as told:
        drafted(held, actor)
    assert "在 2026-测-001 中已是被测评人，不能在 2026-测-002 中再测评一次" in sentence(told.value)


def test_nobody_with_imported_ballots_is_rated_here(held: Desk, actor: Actor, tmp_path: Path) -> None:
    ballots = workbook(tmp_path / "测评票.xlsx", [good(Kind.BALLOTS, 被测评人工号="P03")])
    read(held, Kind.BALLOTS, ballots)
    with pytest.raises(RatedByImport) as told:
        drafted(held, actor)
    assert "部门长3等人已有导入的测评票，不能在 2026-测-001 中再测评一次" in sentence(told.value)


def test_what_is_typed_of_a_draft_is_looked_at(held: Desk, actor: Actor) -> None:
    with pytest.raises(RoundUntitled):
        held.rounds.draft(actor, YEAR, RoundForm("  ", RoundKind.SCORE))
    with pytest.raises(RoundForNobody):
        held.rounds.draft(actor, YEAR, RoundForm("测评", RoundKind.SCORE, ()))
    for cap in ("0", "7", "两", "1.5"):
        with pytest.raises(CapUnclear) as told:
            held.rounds.draft(actor, YEAR, RoundForm("测评", RoundKind.SCORE, (Category.PROSECUTOR,), cap))
        assert "须是 1 到 6 的整数" in sentence(told.value)
    number = drafted(held, actor, most_excellent=2)
    with pytest.raises(LeaderNotRated) as told:
        held.rounds.place(actor, YEAR, number, Participant("L01", A, rated=True))
    assert sentence(told.value) == "院领导1是领导成员，等次由主管机关确定，可以投票，不作被测评人。"
    with pytest.raises(NotOnTheRoster):
        held.rounds.place(actor, YEAR, number, Participant("X99", C, rated=False))
    with pytest.raises(NoSuchRound) as told:
        held.rounds.card(YEAR, 9)
    assert sentence(told.value) == "2026 年度没有第 9 轮民主测评。请刷新后重新选择。"


def test_a_discarded_draft_keeps_its_number(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    held.rounds.discard(actor, YEAR, number)
    assert drafted(held, actor) == number + 1
    assert [each.number for each in held.rounds.view(YEAR)] == [number + 1]


def test_people_of_a_round_are_not_taken_off_the_desk(held: Desk, actor: Actor) -> None:
    opened(held, actor)
    people = next(each for each in held.imports.history() if each.kind == "people")
    with pytest.raises(BuiltUpon) as told:
        held.imports.take_back(actor, people.entry, "误导入")
    assert "拟定测评轮次" in sentence(told.value)


def test_nobody_adopts_a_round_with_himself(held: Desk, actor: Actor) -> None:
    number = drafted(held, actor)
    seen = held.rounds.card(YEAR, number).round.entry
    with pytest.raises(SecondIsFirst):
        held.rounds.adopt(actor, YEAR, number, AdoptedBy("考委1号", "2026-12-20", seen), Second(actor.name))
