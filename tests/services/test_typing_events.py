"""Events typed row by row: what counts, what stays a draft, what is refused, and who changed what meanwhile."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.desk_file import NoSuchYear
from committee_desk.domain.months import MonthClosed, NoSuchMonth
from committee_desk.services.actor import Actor
from committee_desk.services.clock import CHINA
from committee_desk.services.desk import Desk
from committee_desk.services.entry_refusals import (
    BlockRefused,
    ChangedMeanwhile,
    DayAhead,
    DayOutsideMonth,
    EntryRefused,
    EventCounts,
    EventThereAlready,
    LedgerOfAnotherCategory,
    NameOfAnotherCode,
    NameOfSeveral,
    NoAuthorPlace,
    NobodyOfThatCode,
    NobodyOfThatName,
    NoDay,
    NoNumber,
    NoSuchCase,
    NoSuchEvent,
    NoSuchLedger,
    NotAnEarlierCase,
    PointsBeyond,
    TextTooLong,
    TooManyPlaces,
    WithdrawalWithoutReason,
    WrittenByAnother,
)
from committee_desk.services.entry_views import EventField, EventState, MarkTyped, RowTyped, voucher_subject
from committee_desk.services.history_views import FactKind
from committee_desk.services.imports import Kind
from committee_desk.wording.explained_inputs import input_sentence
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import workbook
from tests.services.test_attachments import png
from tests.services.typing_desks import changed, row_of, whole

F = EventField


def test_a_row_typed_whole_counts_at_once(sample_desk: Desk, actor: Actor) -> None:
    before = sample_desk.scores.year(2026).of("J010")
    entered = sample_desk.entry.enter(actor, 2026, 12, whole())
    row = row_of(sample_desk, entered.number)
    assert entered.state is EventState.COUNTED
    assert (row.name, row.department, row.indicator, row.indicator_name) == (
        "姚玉伟",
        "第二检察部",
        "skill",
        "司法技能",
    )
    assert (row.day, row.points, row.typed, row.seen) == (
        date(2026, 12, 29),
        Decimal("0.5"),
        True,
        entered.change.entry,
    )
    assert sample_desk.scores.year(2026).of("J010").total == before.total + 50


def test_a_row_lacking_something_is_kept_as_a_draft_and_counts_once_it_is_whole(
    sample_desk: Desk, actor: Actor
) -> None:
    before = sample_desk.scores.year(2026).of("J010").total
    entered = sample_desk.entry.enter(actor, 2026, 12, RowTyped({F.CODE: "j010", F.POINTS: "０．５"}))
    assert entered.state is EventState.DRAFT
    draft = row_of(sample_desk, entered.number)
    assert draft.lacking == (F.INDICATOR, F.DAY, F.REASON, F.VOUCHER, F.APPROVER)
    assert sample_desk.scores.year(2026).of("J010").total == before
    rest = changed(draft, indicator="skill", day="29", reason="简报", voucher="政1号", approver="主任")
    assert sample_desk.entry.enter(actor, 2026, 12, rest).number == entered.number
    assert row_of(sample_desk, entered.number).state is EventState.COUNTED
    assert sample_desk.scores.year(2026).of("J010").total == before + 50


def test_numbers_go_on_and_are_never_given_again(sample_desk: Desk, actor: Actor) -> None:
    first = sample_desk.entry.enter(actor, 2026, 12, whole())
    second = sample_desk.entry.enter(actor, 2026, 12, whole(reason="另一件"))
    assert second.number is not None
    sample_desk.entry.withdraw(actor, second.number, "登记错了人")
    third = sample_desk.entry.enter(actor, 2026, 12, whole(reason="第三件"))
    assert (first.number, second.number, third.number) == (1, 2, 3)


@pytest.mark.parametrize(
    ("field", "text", "refusal"),
    [
        ("code", "J999", NobodyOfThatCode),
        ("name", "查无此人", NobodyOfThatName),
        ("name", "林若", NameOfAnotherCode),
        ("indicator", "办案数量", NoSuchLedger),
        ("day", "2026-11-30", DayOutsideMonth),
        ("day", "11-30", DayOutsideMonth),
        ("day", "2025-12-01", DayOutsideMonth),
        ("day", "12-32", NoDay),
        ("day", "月底", NoDay),
        ("points", "1.5分", NoNumber),
        ("points", "1O", NoNumber),
        ("points", "9" * 30, NoNumber),
        ("points", "1_0", NoNumber),
        ("points", "1.005", TooManyPlaces),
        ("points", "10.01", PointsBeyond),
        ("points", "-10.01", PointsBeyond),
        ("reason", "字" * 2001, TextTooLong),
        ("voucher", "号" * 81, TextTooLong),
        ("case", "没有的案号", NoSuchCase),
        ("author", "甲", NoAuthorPlace),
        ("author", "0", NoAuthorPlace),
    ],
)
def test_a_typed_value_that_is_wrong_is_refused_and_nothing_is_kept(
    sample_desk: Desk, actor: Actor, field: str, text: str, refusal: type[EntryRefused]
) -> None:
    before = sample_desk.journal.head()
    with pytest.raises(refusal):
        sample_desk.entry.enter(actor, 2026, 12, whole(**{field: text}))
    assert sample_desk.journal.head() == before


@pytest.mark.parametrize(
    ("text", "day"), [("5", 5), ("5日", 5), ("12-05", 5), ("12/5", 5), ("12月5日", 5), ("2026年12月5日", 5)]
)
def test_a_day_is_typed_in_few_strokes(sample_desk: Desk, actor: Actor, text: str, day: int) -> None:
    entered = sample_desk.entry.enter(actor, 2026, 12, whole(day=text))
    assert row_of(sample_desk, entered.number).day == date(2026, 12, day)


def test_points_reach_to_the_indicators_maximum_either_way(sample_desk: Desk, actor: Actor) -> None:
    for text, points in (("+10", "10"), ("−10", "-10")):
        entered = sample_desk.entry.enter(actor, 2026, 12, whole(points=text, reason=text))
        assert str(row_of(sample_desk, entered.number).points) == points
        assert f'"{points}"' in sample_desk.journal.rows(1)[0].what


def test_a_name_that_two_people_bear_is_refused_with_both_to_choose_from(sample_desk: Desk, actor: Actor) -> None:
    typed = {**whole().typed, F.CODE: "", F.NAME: "朱 康"}
    with pytest.raises(NameOfSeveral) as refused:
        sample_desk.entry.enter(actor, 2026, 12, RowTyped(typed))
    assert [(each.code, each.department) for each in refused.value.candidates] == [
        ("J015", "第三检察部"),
        ("J016", "第四检察部"),
    ]
    chosen = sample_desk.entry.enter(actor, 2026, 12, RowTyped({**typed, F.CODE: "J016"}))
    assert row_of(sample_desk, chosen.number).department == "第四检察部"
    again = sample_desk.entry.enter(actor, 2026, 12, changed(row_of(sample_desk, chosen.number), name="朱康"))
    assert again.change.entry is None


def test_a_name_that_one_person_bears_stands_for_the_code(sample_desk: Desk, actor: Actor) -> None:
    entered = sample_desk.entry.enter(actor, 2026, 12, RowTyped({F.NAME: "姚玉伟"}))
    assert row_of(sample_desk, entered.number).code == "J010"


def test_a_code_that_was_mistyped_offers_those_like_it(sample_desk: Desk, actor: Actor) -> None:
    with pytest.raises(NobodyOfThatCode) as refused:
        sample_desk.entry.enter(actor, 2026, 12, whole(code="J01O"))
    assert refused.value.candidates[0].code == "J010"


def test_every_bad_field_of_a_row_is_named(sample_desk: Desk, actor: Actor) -> None:
    with pytest.raises(BlockRefused) as refused:
        sample_desk.entry.block(actor, 2026, 12, [whole(), whole(code="J999", day="x", points="y")])
    assert [(each.index, each.field) for each in refused.value.problems] == [(1, F.CODE), (1, F.DAY), (1, F.POINTS)]
    assert sample_desk.entry.rows(2026, 12).drafts == ()


def test_a_row_changed_by_somebody_else_meanwhile_is_not_written_over(sample_desk: Desk, actor: Actor) -> None:
    entered = sample_desk.entry.enter(actor, 2026, 12, whole())
    seen = row_of(sample_desk, entered.number)
    sample_desk.entry.enter(Actor("李强"), 2026, 12, changed(seen, points="1.25"), why="核对有误")
    with pytest.raises(ChangedMeanwhile) as refused:
        sample_desk.entry.enter(actor, 2026, 12, changed(seen, points="2"))
    assert (refused.value.who, refused.value.present) == ("李强", "+1.25")
    assert row_of(sample_desk, entered.number).points == Decimal("1.25")


def test_a_row_withdrawn_by_somebody_else_meanwhile_says_by_whom(sample_desk: Desk, actor: Actor) -> None:
    entered = sample_desk.entry.enter(actor, 2026, 12, whole())
    seen = row_of(sample_desk, entered.number)
    sample_desk.entry.withdraw(Actor("李强"), entered.number or 0, "重复")
    with pytest.raises(ChangedMeanwhile) as refused:
        sample_desk.entry.enter(actor, 2026, 12, changed(seen, points="2"))
    assert (refused.value.who, refused.value.present) == ("李强", None)


def test_undo_is_the_same_verb_with_the_old_text(sample_desk: Desk, actor: Actor) -> None:
    entered = sample_desk.entry.enter(actor, 2026, 12, whole())
    sample_desk.entry.enter(actor, 2026, 12, changed(row_of(sample_desk, entered.number), points="2"))
    sample_desk.entry.enter(actor, 2026, 12, changed(row_of(sample_desk, entered.number), points="0.5"))
    assert row_of(sample_desk, entered.number).points == Decimal("0.5")
    emptied = dict.fromkeys(whole().typed, "")
    row = row_of(sample_desk, entered.number)
    gone = sample_desk.entry.enter(actor, 2026, 12, RowTyped(emptied, row.number, row.seen))
    assert gone.number is None
    assert [each for each in sample_desk.entry.rows(2026, 12).rows if each.typed] == []


def test_typing_what_stands_there_already_writes_nothing(sample_desk: Desk, actor: Actor) -> None:
    entered = sample_desk.entry.enter(actor, 2026, 12, whole())
    head = sample_desk.journal.head()
    again = sample_desk.entry.enter(actor, 2026, 12, changed(row_of(sample_desk, entered.number), points="+0.50"))
    assert (again.change.entry, sample_desk.journal.head()) == (None, head)


def test_what_counts_is_emptied_by_another_hand_only_with_a_reason(sample_desk: Desk, actor: Actor) -> None:
    entered = sample_desk.entry.enter(Actor("李强"), 2026, 12, whole())
    emptying = changed(row_of(sample_desk, entered.number), voucher="")
    with pytest.raises(EventCounts):
        sample_desk.entry.enter(actor, 2026, 12, emptying)
    assert sample_desk.entry.enter(actor, 2026, 12, emptying, why="凭证号有误").state is EventState.DRAFT
    assert sample_desk.journal.rows(1)[0].why == "凭证号有误"


@pytest.mark.parametrize(
    ("field", "text"), [("points", "0"), ("code", "J003"), ("indicator", "办案效果"), ("day", "12-28")]
)
def test_what_counts_is_made_another_by_another_hand_only_with_a_reason(
    sample_desk: Desk, actor: Actor, field: str, text: str
) -> None:
    entered = sample_desk.entry.enter(Actor("李强"), 2026, 12, whole())
    changing = changed(row_of(sample_desk, entered.number), **{field: text})
    for why in ("", "\u200b"):
        with pytest.raises(WrittenByAnother) as refused:
            sample_desk.entry.enter(actor, 2026, 12, changing, why=why)
    assert (refused.value.number, refused.value.writer) == (entered.number, "李强")
    assert sample_desk.entry.enter(actor, 2026, 12, changing, why="核对有误").state is EventState.COUNTED
    assert sample_desk.journal.rows(1)[0].why == "核对有误"


def test_ones_own_event_and_the_words_of_anothers_change_without_a_reason(sample_desk: Desk, actor: Actor) -> None:
    entered = sample_desk.entry.enter(Actor("李强"), 2026, 12, whole())
    sample_desk.entry.enter(Actor("李强"), 2026, 12, changed(row_of(sample_desk, entered.number), points="0"))
    sample_desk.entry.enter(actor, 2026, 12, changed(row_of(sample_desk, entered.number), reason="信息采用"))
    assert row_of(sample_desk, entered.number).reason == "信息采用"


def test_a_withdrawn_event_counts_no_more_and_keeps_its_reason(sample_desk: Desk, actor: Actor) -> None:
    before = sample_desk.scores.year(2026).of("J010").total
    number = sample_desk.entry.enter(actor, 2026, 12, whole()).number or 0
    for why in (" ", "\u200b"):
        with pytest.raises(WithdrawalWithoutReason):
            sample_desk.entry.withdraw(actor, number, why)
    sample_desk.entry.withdraw(actor, number, "登记错了人")
    assert sample_desk.scores.year(2026).of("J010").total == before
    newest = sample_desk.journal.rows(1)[0]
    assert (newest.verb, newest.subject, newest.why) == ("events.withdraw", str(number), "登记错了人")
    with pytest.raises(ChangedMeanwhile):
        sample_desk.entry.withdraw(actor, number, "再来一次", seen=newest.seq - 1)
    with pytest.raises(NoSuchEvent):
        sample_desk.entry.withdraw(actor, 77, "没有这一条")


def test_a_draft_is_dropped_without_a_reason(sample_desk: Desk, actor: Actor) -> None:
    number = sample_desk.entry.enter(actor, 2026, 12, RowTyped({F.CODE: "J010"})).number or 0
    sample_desk.entry.withdraw(actor, number, "")
    assert sample_desk.entry.rows(2026, 12).drafts == ()


def test_the_very_same_fact_counts_once_whether_typed_or_imported(sample_desk: Desk, actor: Actor) -> None:
    held = next(row for row in sample_desk.entry.rows(2026, 12).rows if row.code == "J006" and row.indicator == "skill")
    assert held.day is not None
    same = {"code": "J006", "day": str(held.day.day), "voucher": held.voucher or "", "reason": held.reason or ""}
    with pytest.raises(EventThereAlready) as refused:
        sample_desk.entry.enter(actor, 2026, 12, whole(**same))
    assert (refused.value.number, refused.value.workbook) == (None, "加减分.xlsx")
    first = sample_desk.entry.enter(actor, 2026, 12, whole())
    with pytest.raises(EventThereAlready) as refused:
        sample_desk.entry.enter(actor, 2026, 12, whole())
    assert refused.value.number == first.number
    with pytest.raises(BlockRefused):
        sample_desk.entry.block(actor, 2026, 12, [whole(reason="甲"), whole(reason="甲")])


def test_an_imported_row_shows_its_cell_and_is_not_typed_over(sample_desk: Desk) -> None:
    row = next(row for row in sample_desk.entry.rows(2026, 12).rows if row.code == "J020")
    assert (row.typed, row.number) == (False, None)
    assert row.source is not None
    assert (row.source.workbook, row.source.cell("分值")) == ("加减分.xlsx", "E83")


def test_a_month_that_is_closed_takes_no_typing(sample_desk: Desk, actor: Actor) -> None:
    number = sample_desk.entry.enter(actor, 2026, 1, whole(day="5")).number or 0
    sample_desk.months.close(actor, 2026, 1, "其余以后补报")
    assert not sample_desk.entry.rows(2026, 1).open
    for verb in (
        lambda: sample_desk.entry.enter(actor, 2026, 1, whole(day="6")),
        lambda: sample_desk.entry.withdraw(actor, number, "晚了"),
    ):
        with pytest.raises(MonthClosed):
            verb()


def test_nothing_is_dated_ahead_and_no_mark_typed_before_its_month_begins(sample_desk: Desk, actor: Actor) -> None:
    sample_desk.close()
    on_the_tenth = open_desk(sample_desk.path, clock=lambda: datetime(2026, 11, 10, 9, tzinfo=CHINA))
    with pytest.raises(DayAhead) as refused:
        on_the_tenth.entry.enter(actor, 2026, 11, whole(day="11-11"))
    assert "2026-11-11 还没有到" in sentence(refused.value)
    assert on_the_tenth.entry.enter(actor, 2026, 11, whole(day="11-10")).number
    assert on_the_tenth.entry.mark(actor, 2026, 11, MarkTyped("J001", "skill", "1")).number
    with pytest.raises(DayAhead):
        on_the_tenth.entry.mark(actor, 2026, 12, MarkTyped("J001", "skill", "1"))
    on_the_tenth.close()


def test_a_month_or_year_that_there_is_not_is_refused(sample_desk: Desk, actor: Actor) -> None:
    with pytest.raises(NoSuchMonth):
        sample_desk.entry.rows(2026, 13)
    with pytest.raises(NoSuchYear):
        sample_desk.entry.enter(actor, 2031, 1, whole())


def test_row_48_what_is_beyond_the_cap_is_taken_and_shown(sample_desk: Desk, actor: Actor) -> None:
    reached = sample_desk.entry.running(2026, "J010", "skill").after
    entered = sample_desk.entry.enter(actor, 2026, 12, whole(points="5"))
    assert reached == Decimal("8.5")
    assert row_of(sample_desk, entered.number).excess == Decimal("3.5")
    shown = sample_desk.entry.running(2026, "J010", "skill", number=entered.number)
    assert (shown.before, shown.after, shown.excess, shown.possible) == (
        Decimal("8.5"),
        Decimal(10),
        Decimal("3.5"),
        Decimal(0),
    )
    assert sample_desk.scores.year(2026).of("J010").indicators["skill"] == 1000


def test_what_a_row_will_do_is_said_while_it_is_typed(sample_desk: Desk) -> None:
    shown = sample_desk.entry.running(2026, "J010", "skill", Decimal("1"))
    assert (shown.before, shown.after, shown.maximum, shown.possible) == (
        Decimal("8.5"),
        Decimal("9.5"),
        10,
        Decimal("0.5"),
    )


@pytest.mark.parametrize("points", [Decimal("NaN"), Decimal("sNaN"), Decimal("1e400")])
def test_what_is_no_number_does_nothing_to_a_ledger(sample_desk: Desk, points: Decimal) -> None:
    with pytest.raises(NoNumber):
        sample_desk.entry.running(2026, "J010", "skill", points)


def test_a_months_sums_hold_what_counts_alone(sample_desk: Desk, actor: Actor) -> None:
    before = {each.indicator: each for each in sample_desk.entry.rows(2026, 12).subtotals}["skill"]
    sample_desk.entry.enter(actor, 2026, 12, whole(points="-0.5"))
    sample_desk.entry.enter(actor, 2026, 12, RowTyped({F.CODE: "J010", F.INDICATOR: "skill", F.POINTS: "3"}))
    after = {each.indicator: each for each in sample_desk.entry.rows(2026, 12).subtotals}["skill"]
    assert (after.events, after.added, after.taken) == (before.events + 1, before.added, Decimal("-0.5"))


def test_scans_are_counted_under_the_document_number(sample_desk: Desk, actor: Actor, tmp_path: Path) -> None:
    entered = sample_desk.entry.enter(actor, 2026, 12, whole())
    for colour in ("red", "blue"):
        sample_desk.attachments.keep(
            actor, voucher_subject(2026, "政〔2026〕500号"), png(tmp_path / f"{colour}.png", colour=colour)
        )
    assert row_of(sample_desk, entered.number).scans == 2


def test_row_36_a_finding_on_last_years_case_enters_this_year_with_its_link(
    sample_desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    old, present, open_case = "检〔2025〕7号", "检〔2026〕7号", "检〔2026〕8号"
    rows = [
        {"案号": number, "案件类别": "审查起诉", "承办检察官工号": "J010", "受理日期": "2025-03-01", "审结日期": closed}
        for number, closed in ((old, "2025-05-01"), (present, "2026-05-01"), (open_case, ""))
    ]
    sample_desk.imports.carry_out(actor, Kind.CASES, workbook(tmp_path / "案件.xlsx", rows), 2026)
    for number in (present, open_case):
        with pytest.raises(NotAnEarlierCase):
            sample_desk.entry.enter(actor, 2026, 12, whole(case=number))
    entered = sample_desk.entry.enter(
        actor, 2026, 12, whole(case=old, indicator="办案规范", points="-1", reason="评查不合格")
    )
    row = row_of(sample_desk, entered.number)
    assert (row.case, row.case_year, row.day) == (old, 2025, date(2026, 12, 29))


def test_a_ledger_is_that_of_the_persons_category_on_the_day(sample_desk: Desk, actor: Actor) -> None:
    with pytest.raises(LedgerOfAnotherCategory):
        sample_desk.entry.enter(actor, 2026, 12, whole(code="F001", indicator="办案效果"))


def test_row_48_the_explanation_says_number_finding_and_what_does_not_count(
    sample_desk: Desk, actor: Actor, tmp_path: Path
) -> None:
    case = {"案号": "检〔2025〕7号", "案件类别": "审查起诉", "承办检察官工号": "J010", "受理日期": "2025-03-01"}
    book = workbook(tmp_path / "案件.xlsx", [{**case, "审结日期": "2025-05-01"}])
    sample_desk.imports.carry_out(actor, Kind.CASES, book, 2026)
    sample_desk.entry.enter(actor, 2026, 12, whole(points="5", case="检〔2025〕7号"))
    (skill,) = [each for each in sample_desk.scores.explain(2026, "J010").indicators if each.indicator == "skill"]
    said = [input_sentence(each) for each in skill.inputs]
    assert said[-1].endswith("（政〔2026〕500号），登记号 1，追溯 检〔2025〕7号，超出封顶不计 3.50")
    assert not any("登记号" in line for line in said[:-1])
    (version,) = sample_desk.history.of(FactKind.EVENT, ("J010", "skill", date(2026, 12, 29)))
    assert (version.values["register"], version.values["reopened"]) == (1, "检〔2025〕7号")
