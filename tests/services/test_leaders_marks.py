"""领导评价: who must mark whom, what is taken and what is refused (domain.md part 6, rows 25 and 52)."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.domain.leading import Barred, Charge
from committee_desk.domain.relationships import Kinship, Relationship
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.history_views import FactKind
from committee_desk.services.imports import Kind
from committee_desk.services.mark_views import (
    MarkChanged,
    MarkImported,
    MarkOutOfRange,
    MarkReasonMissing,
    MarkRow,
    MarksHimself,
    MarksRelative,
    NotTheirLeader,
)
from committee_desk.services.people import NoSuchPerson
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import workbook
from tests.services.leaders import (
    CHIEF,
    DEPUTY,
    FIRST,
    HEAD,
    LEFT,
    MOVED,
    ORDINARY,
    OTHER_DEPUTY,
    SECOND,
    SECOND_HEAD,
    lead,
    read_in,
    wed,
)

WHY = "办案扎实，带头办理疑难案件"


@pytest.fixture
def led(desk: Desk, actor: Actor, tmp_path: Path) -> Desk:
    """An office whose two departments each have a deputy chief in charge."""
    read_in(desk, actor, tmp_path)
    lead(desk, actor)
    return desk


def row(desk: Desk, code: str) -> MarkRow:
    return next(each for each in desk.marks.rows(2026) if each.code == code)


def enter(
    desk: Desk, actor: Actor, code: str, rater: str, mark: str | None, why: str = WHY, seen: int | None = None
) -> int | None:
    return desk.marks.enter(actor, 2026, code, rater, None if mark is None else Decimal(mark), why, seen).entry


def bring(desk: Desk, actor: Actor, folder: Path, *rows: tuple[str, str, object]) -> list[str]:
    told = [dict(zip(("被评价人工号", "评价人", "得分"), each, strict=True)) for each in rows]
    path = workbook(folder / "领导评价.xlsx", told)
    found = desk.imports.preview(actor, Kind.LEADER_RATINGS, path, 2026)
    desk.imports.carry_out(actor, Kind.LEADER_RATINGS, path, 2026)
    return [str(each.doubt) for each in found.warnings]


def test_row_25_a_department_head_is_marked_by_the_deputy_chief_in_charge_and_not_by_himself(
    led: Desk, actor: Actor
) -> None:
    head = row(led, HEAD)
    assert head.heads
    assert [each.code for each in head.due] == [DEPUTY]
    assert {each.code for each in head.may} == {DEPUTY, CHIEF}
    with pytest.raises(MarksHimself) as refused:
        enter(led, actor, HEAD, HEAD, "99")
    assert sentence(refused.value) == f"{head.name} 不能评价本人。请由分管领导或检察长评价。"
    enter(led, actor, HEAD, DEPUTY, "93")
    assert row(led, HEAD).owing == ()


def test_a_head_of_a_department_marks_no_other_head(led: Desk, actor: Actor) -> None:
    with pytest.raises(NotTheirLeader) as refused:
        enter(led, actor, SECOND_HEAD, HEAD, "90")
    assert refused.value.heads
    assert set(refused.value.leaders) == {"方毅", "严正"}


def test_the_leader_responsible_is_who_has_charge_of_the_persons_department(led: Desk, actor: Actor) -> None:
    ordinary = row(led, ORDINARY)
    assert [each.code for each in ordinary.due] == [DEPUTY]
    assert {each.code for each in ordinary.may} == {DEPUTY, HEAD, CHIEF}
    with pytest.raises(NotTheirLeader) as refused:
        enter(led, actor, ORDINARY, OTHER_DEPUTY, "90")
    assert (refused.value.rater, refused.value.name, refused.value.heads) == ("方毅", "江涛", False)
    with pytest.raises(NoSuchPerson):
        enter(led, actor, ORDINARY, "X99", "90")
    with pytest.raises(NoSuchPerson):
        enter(led, actor, "X99", DEPUTY, "90")


def test_row_17_who_changed_department_is_marked_by_the_leader_of_the_department_at_the_years_end(led: Desk) -> None:
    moved = row(led, MOVED)
    assert moved.departments == (FIRST, SECOND)
    assert moved.department == SECOND
    assert [each.code for each in moved.due] == [OTHER_DEPUTY]


def test_row_52_nobody_waits_for_the_mark_of_who_left_or_whom_the_superior_marks(led: Desk, actor: Actor) -> None:
    assert not row(led, LEFT).waited_for
    assert not row(led, CHIEF).waited_for
    assert row(led, LEFT).owing == row(led, CHIEF).owing == ()
    assert [each.code for each in row(led, LEFT).due] == [DEPUTY]  # on the last day there
    enter(led, actor, LEFT, DEPUTY, "80")


def test_who_had_charge_at_the_years_end_owes_the_mark_and_not_who_had_it_before(led: Desk, actor: Actor) -> None:
    first = next(each for each in led.relations.charges() if each.charge.department == FIRST)
    led.relations.charge(actor, Charge(FIRST, DEPUTY, date(2025, 1, 1), date(2026, 6, 30)), first.number)
    led.relations.charge(actor, Charge(FIRST, OTHER_DEPUTY, date(2026, 7, 1)))
    assert [each.code for each in row(led, ORDINARY).due] == [OTHER_DEPUTY]
    assert [each.code for each in row(led, LEFT).due] == [OTHER_DEPUTY]


def test_a_relative_marks_nobody_of_his_own_and_the_chief_steps_in(led: Desk, actor: Actor) -> None:
    wed(led, actor, ORDINARY, DEPUTY)
    with pytest.raises(MarksRelative) as refused:
        enter(led, actor, ORDINARY, DEPUTY, "100")
    assert refused.value.kind is Kinship.SPOUSE
    related = row(led, ORDINARY)
    assert related.barred == {DEPUTY: Barred.KIN}
    assert [each.code for each in related.due] == [CHIEF]
    enter(led, actor, ORDINARY, CHIEF, "90")
    assert row(led, ORDINARY).owing == ()


def test_a_mark_given_before_the_relationship_was_written_down_is_shown_as_odd(led: Desk, actor: Actor) -> None:
    enter(led, actor, ORDINARY, DEPUTY, "95")
    wed(led, actor, DEPUTY, ORDINARY)
    (given,) = row(led, ORDINARY).marks
    assert given.odd
    assert given.kin is Kinship.SPOUSE


def test_a_head_is_known_by_post_and_corrected_by_hand(led: Desk, actor: Actor) -> None:
    assert row(led, SECOND_HEAD).heads
    led.relations.charge(actor, Charge(SECOND, MOVED, date(2026, 6, 1)))
    assert row(led, MOVED).heads
    assert not row(led, SECOND_HEAD).heads
    assert {each.code for each in row(led, SECOND_HEAD).may} == {OTHER_DEPUTY, CHIEF, MOVED}


def test_without_a_charge_nobody_owes_a_mark_and_the_department_says_so(
    desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    read_in(desk, actor, tmp_path)
    ordinary = row(desk, ORDINARY)
    assert ordinary.uncharged
    assert ordinary.due == ()
    assert {each.code for each in ordinary.may} == {HEAD, CHIEF}


def test_a_typed_mark_counts_like_an_imported_one_and_is_taken_away_again(led: Desk, actor: Actor) -> None:
    def rating() -> str | None:
        return next(each for each in led.scores.year(2026).people if each.code == ORDINARY).indicators.get(
            "leader_rating"
        )

    before = rating()
    entry = enter(led, actor, ORDINARY, DEPUTY, "90")
    assert rating() != before
    enter(led, actor, ORDINARY, CHIEF, "80.5")
    with_both = rating()
    (first, second) = sorted(row(led, ORDINARY).marks, key=lambda each: each.held.mark)
    assert [first.held.mark, second.held.mark] == [Decimal("80.5"), Decimal(90)]
    assert second.held.reason == WHY
    enter(led, actor, ORDINARY, DEPUTY, "70", seen=entry)
    assert rating() != with_both
    now = next(each.held for each in row(led, ORDINARY).marks if each.held.rater_code == DEPUTY)
    enter(led, actor, ORDINARY, DEPUTY, None, seen=now.entry)
    assert len(row(led, ORDINARY).marks) == 1
    assert [each.verb for each in led.journal.rows(2)] == ["marks.withdraw", "marks.enter"]


@pytest.mark.parametrize("mark", ["-1", "100.01", "90.125", "NaN", "sNaN", "Infinity", "1E+3", "1e400"])
def test_a_mark_is_within_0_and_100_and_has_two_decimals_at_most(led: Desk, actor: Actor, mark: str) -> None:
    with pytest.raises(MarkOutOfRange):
        enter(led, actor, ORDINARY, DEPUTY, mark)
    assert row(led, ORDINARY).marks == ()


@pytest.mark.parametrize("mark", ["0", "100", "90.25", "1E+2"])
def test_the_limits_themselves_are_taken(led: Desk, actor: Actor, mark: str) -> None:
    enter(led, actor, ORDINARY, DEPUTY, mark)
    assert row(led, ORDINARY).marks[0].held.mark == Decimal(mark)


def test_a_mark_needs_its_reason_and_a_year_that_the_desk_holds(led: Desk, actor: Actor) -> None:
    with pytest.raises(MarkReasonMissing):
        enter(led, actor, ORDINARY, DEPUTY, "90", " 　")
    with pytest.raises(NoSuchYear):
        led.marks.enter(actor, 2031, ORDINARY, DEPUTY, Decimal(90), WHY, None)
    with pytest.raises(NoSuchYear):
        led.marks.rows(2031)


def test_two_people_who_type_the_same_mark_do_not_overwrite_each_other(led: Desk, actor: Actor) -> None:
    other = Actor("李强")
    seen = enter(led, actor, ORDINARY, DEPUTY, "90")
    with pytest.raises(MarkChanged) as refused:
        enter(led, other, ORDINARY, DEPUTY, "60")
    assert refused.value.now is not None
    assert (refused.value.now.actor, refused.value.now.mark, refused.value.now.entry) == ("周敏", Decimal(90), seen)
    enter(led, other, ORDINARY, DEPUTY, None, seen=seen)
    with pytest.raises(MarkChanged) as gone:
        enter(led, actor, ORDINARY, DEPUTY, "91", seen=seen)
    assert gone.value.now is None


def test_what_a_workbook_holds_is_not_typed_again(led: Desk, actor: Actor, tmp_path: Path) -> None:
    assert bring(led, actor, tmp_path, (ORDINARY, "分管副检察长", 88), (HEAD, "罗平", 90)) == []
    assert row(led, ORDINARY).owing == row(led, HEAD).owing == ()
    assert [each.code for each in row(led, MOVED).owing] == [OTHER_DEPUTY]
    with pytest.raises(MarkImported) as refused:
        enter(led, actor, ORDINARY, DEPUTY, "95")
    assert (refused.value.rater, refused.value.workbook) == ("分管副检察长", "领导评价.xlsx")
    enter(led, actor, ORDINARY, CHIEF, "95")


def test_an_imported_mark_of_himself_or_of_a_relative_is_warned_of_and_named(
    led: Desk, actor: Actor, tmp_path: Path
) -> None:
    led.relations.relate(actor, Relationship(MOVED, "王芳", None, Kinship.SPOUSE))
    wed(led, actor, OTHER_DEPUTY, ORDINARY)
    warned = bring(
        led, actor, tmp_path, (HEAD, "石峰", 99), (ORDINARY, "方毅", 99), (MOVED, "王 芳", 99), (LEFT, "方毅", 80)
    )
    assert warned == ["rates_himself", "rates_relative", "rates_relative"]
    assert row(led, HEAD).marks[0].himself
    assert row(led, ORDINARY).marks[0].kin is Kinship.SPOUSE
    assert row(led, MOVED).marks[0].kin is Kinship.SPOUSE
    assert not row(led, LEFT).marks[0].odd


def test_two_leaders_of_one_name_keep_a_mark_each(led: Desk, actor: Actor, tmp_path: Path) -> None:
    namesake = {
        "工号": "L04",
        "姓名": "罗平",
        "部门": "院领导",
        "人员类别": "检察官",
        "职务": "副检察长",
        "领导成员": "是",
    }
    led.imports.carry_out(actor, Kind.PEOPLE, workbook(tmp_path / "同名.xlsx", [namesake]), 2026)
    led.relations.charge(actor, Charge(FIRST, "L04", date(2026, 1, 1)))
    enter(led, actor, ORDINARY, DEPUTY, "90")
    enter(led, actor, ORDINARY, "L04", "80")
    assert {each.held.rater for each in row(led, ORDINARY).marks} == {"罗平", "罗平（L04）"}


def test_the_history_of_a_mark_tells_every_version_with_its_reason(led: Desk, actor: Actor) -> None:
    entry = enter(led, actor, ORDINARY, DEPUTY, "90", "工作扎实")
    enter(led, actor, ORDINARY, DEPUTY, "70", "听取了委员会的意见", seen=entry)
    versions = led.history.of(FactKind.LEADER_MARK, (ORDINARY, "罗平"))
    assert [(each.values["mark"], each.values["reason"]) for each in versions] == [
        (Decimal(90), "工作扎实"),
        (Decimal(70), "听取了委员会的意见"),
    ]
    assert versions[0].ended is not None


def test_a_typed_mark_that_an_import_replaced_comes_back_whole_with_its_taking_back(
    led: Desk, actor: Actor, tmp_path: Path
) -> None:
    enter(led, actor, ORDINARY, DEPUTY, "90", "工作扎实")
    path = workbook(tmp_path / "替换.xlsx", [{"被评价人工号": ORDINARY, "评价人": "罗平", "得分": 60}])
    change = led.imports.carry_out(actor, Kind.LEADER_RATINGS, path, 2026, replace=True).change
    assert [each.held.mark for each in row(led, ORDINARY).marks] == [Decimal(60)]
    assert change.entry is not None
    led.imports.take_back(actor, change.entry, "不是来源的数")
    (given,) = row(led, ORDINARY).marks
    assert (given.held.mark, given.held.reason, given.held.rater_code) == (Decimal(90), "工作扎实", DEPUTY)
