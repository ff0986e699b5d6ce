"""一案一评: an evaluation is typed or completed, scores like an imported one; nobody reviews a case of their own."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from committee_desk.domain.cases import Review
from committee_desk.domain.evaluations import (
    Cause,
    CauseFinding,
    Evaluation,
    Finding,
    Handler,
    Item,
    asks_for_cause,
    own_reviewer,
)
from committee_desk.domain.months import MonthClosed
from committee_desk.services import evaluation_views as refused
from committee_desk.services.actor import Actor
from committee_desk.services.causes import require_deduction_allowed
from committee_desk.services.desk import Desk
from committee_desk.services.entry_refusals import BlockRefused
from committee_desk.services.entry_views import EventField, RowTyped
from committee_desk.services.imports import Kind
from committee_desk.services.imports.problems import Doubt
from committee_desk.services.imports.refusals import BuiltUpon
from committee_desk.wording.saying import sentence

CASES = ("案号", "案件类别", "承办检察官工号", "受理日期", "审结日期", "处理结果", "分担比例")
PEOPLE = ("工号", "姓名", "部门", "人员类别")
REVIEWS = ("案号", "实体得分", "程序得分", "评查等次", "评查日期", "评查人", "说明")
ONE, TWO, THREE = "演检刑诉〔2026〕1号", "演检刑诉〔2026〕2号", "演检刑诉〔2026〕3号"


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes a workbook."""

    def written(name: str, headings: tuple[str, ...], *rows: tuple[object, ...]) -> Path:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for row in (headings, *rows):
            sheet.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return written


@pytest.fixture
def office(desk: Desk, actor: Actor, write: Callable[..., Path]) -> Desk:
    """Three closed cases: an ordinary one, a joint one, an acquittal."""
    people = write(
        "人员.xlsx", PEOPLE,
        ("J001", "张 三", "一部", "检察官"), ("J002", "李四", "一部", "检察官"), ("J003", "欧阳明远", "二部", "检察官"),
        ("J004", "王五", "二部", "检察官"),
    )  # fmt: skip
    cases = write(
        "案件.xlsx", CASES,
        (ONE, "审查起诉", "J001", "2026-01-05", "2026-03-02", "提起公诉", 1),
        (TWO, "审查起诉", "J001", "2026-01-05", "2026-04-02", "提起公诉", 0.5),
        (TWO, "审查起诉", "J003", "2026-01-05", "2026-04-02", "提起公诉", 0.5),
        (THREE, "审查起诉", "J002", "2026-01-05", "2026-05-02", "法院判决宣告无罪", 1),
        ("演检刑诉〔2026〕4号", "审查起诉", "J002", "2026-06-05", None, None, 1),
    )  # fmt: skip
    desk.imports.carry_out(actor, Kind.PEOPLE, people, 2026)
    desk.imports.carry_out(actor, Kind.CASES, cases, 2026)
    return desk


def review(number: str = ONE, **told: Any) -> Evaluation:
    """A sound evaluation, but for what is told."""
    figures = Review(number, Decimal(55), Decimal(38), "合格", date(2026, 6, 1), "王五", None)
    return Evaluation(figures._replace(**told))


def quality(desk: Desk, code: str) -> int | None:
    return desk.scores.year(2026).of(code).indicators.get("quality")


def test_a_typed_evaluation_scores_exactly_as_an_imported_one(
    office: Desk, actor: Actor, write: Callable[..., Path]
) -> None:
    office.evaluations.enter(actor, review(), None)
    typed = quality(office, "J001")
    office.evaluations.withdraw(actor, ONE, "录错案件", office.evaluations.card(ONE).version)
    assert quality(office, "J001") is None
    book = write("评查.xlsx", REVIEWS, (ONE, 55, 38, "合格", "2026-06-01", "王五", None))
    office.imports.carry_out(actor, Kind.REVIEWS, book, 2026)
    assert typed == quality(office, "J001") == 2940


def test_the_list_of_what_is_missing_shrinks_with_each_evaluation(office: Desk, actor: Actor) -> None:
    assert office.evaluations.missing(2026).without_evaluation == (ONE, TWO, THREE)
    office.evaluations.enter(actor, review(), None)
    missing = office.evaluations.missing(2026)
    assert missing.without_evaluation == (TWO, THREE)
    assert missing.without_cause == (THREE,)
    assert [(each.code, each.name, each.open_cases) for each in missing.idle] == [("J004", "王五", 0)]


def test_items_findings_and_the_reply_are_kept_beside_the_marks(office: Desk, actor: Actor) -> None:
    items = (Item("substance", "事实认定", Decimal(5), "漏列一节事实"), Item("procedure", "法律文书", Decimal(2)))
    typed = review()._replace(items=items, findings=(Finding("流监〔2026〕9号", "超期告知"),))
    office.evaluations.enter(actor, typed, None)
    card = office.evaluations.card(ONE)
    office.evaluations.reply(actor, ONE, " 无异议 ", date(2026, 6, 3), card.version)
    held = office.evaluations.card(ONE).evaluation
    assert held is not None
    assert held.fact == typed._replace(reply="无异议", replied=date(2026, 6, 3))
    assert quality(office, "J001") == 2940


@pytest.mark.parametrize(
    "reviewer",
    [
        "张三",
        "张　三",
        "J001",
        "j001",
        "王五、张三",
        "张三（J001）",
        "张三检察官",
        "Ｊ００１",
        "评查人：张三",
        "李四和张三",
        "李四与张三等",
        "王五及张三等3人",
        "评查员张三同志",
        "李四;张三",
        "评查员J001",
    ],
)
def test_nobody_reviews_a_case_of_their_own(office: Desk, actor: Actor, reviewer: str) -> None:
    with pytest.raises(refused.ReviewsOwnCase) as told:
        office.evaluations.enter(actor, review(reviewer=reviewer), None)
    assert told.value.handler.code == "J001"
    assert told.value.handler.certain


def test_every_handler_of_a_joint_case_is_looked_at(office: Desk, actor: Actor) -> None:
    for reviewer in ("张三", "欧阳明远", "欧阳 明远"):
        with pytest.raises(refused.ReviewsOwnCase):
            office.evaluations.enter(actor, review(TWO, reviewer=reviewer), None)


def test_a_name_that_is_nearly_a_handler_s_is_taken_with_another_code_alone(office: Desk, actor: Actor) -> None:
    with pytest.raises(refused.ReviewsOwnCase) as told:
        office.evaluations.enter(actor, review(TWO, reviewer="欧阳明运"), None)
    assert not told.value.handler.certain
    assert office.evaluations.enter(actor, review(TWO, reviewer="欧阳明运（J004）"), None).entry


@pytest.mark.parametrize("odd", [Decimal("sNaN"), Decimal("NaN"), Decimal("1e400"), Decimal("1e30")])
def test_figures_that_are_no_numbers_are_refused_in_words(office: Desk, actor: Actor, odd: Decimal) -> None:
    with pytest.raises(refused.MarkOutside) as outside:
        office.evaluations.enter(actor, review(substance=odd), None)
    assert sentence(outside.value)
    with pytest.raises(refused.ItemOutside) as item:
        office.evaluations.enter(actor, review()._replace(items=(Item("substance", "事实认定", odd),)), None)
    assert "“事实认定”扣分应在 0 至 60 之间" in sentence(item.value)
    with pytest.raises(refused.ItemNameless):
        office.evaluations.enter(actor, review()._replace(items=(Item("甲", "事实认定", odd),)), None)


def test_names_are_compared_without_titles_spaces_and_dots() -> None:
    handler = Handler("J9", frozenset({"买买提·艾力"}))
    for same in ("买买提艾力", "买买提• 艾力", "买买提·艾力 主任"):
        assert own_reviewer(same, [handler]), same
    for other in ("", "李四", "买买"):
        assert own_reviewer(other, [handler]) is None, other


def test_a_name_inside_other_words_is_found_and_a_longer_name_is_another() -> None:
    handler = Handler("J9", frozenset({"张三"}))
    for same in ("第一检察部张三", "由张三评查完成", "张三（案管办）"):
        assert own_reviewer(same, [handler]), same
    for other in ("张三丰", "李张三", "李和平"):
        assert own_reviewer(other, [handler]) is None, other
    peaceful = Handler("J8", frozenset({"李和平"}))
    assert own_reviewer("王五和李和平", [peaceful])
    assert own_reviewer("案管办薛一红甲", [Handler("J7", frozenset({"薛一红"}))])


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"substance": Decimal("60.5")}, refused.MarkOutside),
        ({"procedure": Decimal(-1)}, refused.MarkOutside),
        ({"substance": Decimal("55.125")}, refused.MarkTooFine),
        ({"grade": "瑕疵"}, refused.GradeUnknown),
        ({"reviewer": "  "}, refused.ReviewerMissing),
        ({"reviewed": None}, refused.ReviewDayMissing),
        ({"reviewed": date(2026, 3, 1)}, refused.ReviewedTooEarly),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(
    office: Desk, actor: Actor, told: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        office.evaluations.enter(actor, review(ONE, **told), None)
    assert office.evaluations.card(ONE).evaluation is None


def test_items_of_a_side_must_come_to_its_mark(office: Desk, actor: Actor) -> None:
    with pytest.raises(refused.ItemsDisagree):
        office.evaluations.enter(actor, review()._replace(items=(Item("substance", "事实认定", Decimal(4)),)), None)


def test_an_open_case_is_not_evaluated(office: Desk, actor: Actor) -> None:
    with pytest.raises(refused.CaseNotClosed):
        office.evaluations.enter(actor, review("演检刑诉〔2026〕4号"), None)


def test_an_evaluation_is_dated_neither_ahead_nor_in_a_closed_month_and_leaves_what_was_published(
    office: Desk, actor: Actor
) -> None:
    for day in (date(2027, 1, 12), date(2206, 6, 1)):
        with pytest.raises(refused.ReviewedAhead) as ahead:
            office.evaluations.enter(actor, review(reviewed=day), None)
        assert "还没有到" in sentence(ahead.value)
    for month in (1, 2, 3):
        office.months.close(actor, 2026, month, "现状")
        office.months.publish(actor, 2026, month)
    with pytest.raises(MonthClosed):
        office.evaluations.enter(actor, review(reviewed=date(2026, 3, 31)), None)
    with pytest.raises(refused.ReviewDayMissing):
        office.evaluations.enter(actor, review(reviewed=None), None)
    office.evaluations.enter(actor, review(reviewed=date(2026, 4, 1)), None)
    assert not office.months.difference(2026, 3, "检察官", 1)
    march, april = (office.months.sheet(2026, month, "检察官").of("J001") for month in (3, 4))
    assert march is not None
    assert april is not None
    assert ("quality" in march.indicators, "quality" in april.indicators) == (False, True)


def test_what_another_changed_meanwhile_is_shown_and_not_overwritten(office: Desk, actor: Actor) -> None:
    office.evaluations.enter(Actor("林案管"), review(), None)
    with pytest.raises(refused.EvaluationChanged) as told:
        office.evaluations.enter(actor, review(substance=Decimal(50)), None)
    assert told.value.actor == "林案管"
    assert told.value.now == review()


def test_an_imported_review_is_completed_and_its_figures_stay(
    office: Desk, actor: Actor, write: Callable[..., Path]
) -> None:
    book = write("评查.xlsx", REVIEWS, (ONE, 55, 38, "合格", "2026-06-01", "王五", None))
    outcome = office.imports.carry_out(actor, Kind.REVIEWS, book, 2026)
    card = office.evaluations.card(ONE)
    assert card.imported
    assert card.evaluation is not None
    with pytest.raises(refused.FiguresImported):
        office.evaluations.enter(actor, review(substance=Decimal(56)), card.version)
    completed = card.evaluation.fact._replace(findings=(Finding("", "未发现问题"),))
    office.evaluations.enter(actor, completed, card.version)
    again = office.evaluations.card(ONE)
    assert again.evaluation is not None
    assert again.evaluation.fact == completed
    assert again.evaluation.source.cell("实体得分") == "B2"
    assert office.imports.carry_out(actor, Kind.REVIEWS, book, 2026).unchanged == 1
    with pytest.raises(BuiltUpon):
        office.imports.take_back(actor, outcome.change.entry or 0, "读错了文件")
    office.evaluations.withdraw(actor, ONE, "录错", again.version)
    office.imports.take_back(actor, outcome.change.entry or 0, "读错了文件")
    assert office.evaluations.card(ONE).evaluation is None


def test_what_was_typed_beside_a_review_stays_when_the_source_corrects_it_and_when_that_is_taken_back(
    office: Desk, actor: Actor, write: Callable[..., Path]
) -> None:
    first = write("评查.xlsx", REVIEWS, (ONE, 55, 38, "合格", "2026-06-01", "王五", None))
    office.imports.carry_out(actor, Kind.REVIEWS, first, 2026)
    office.evaluations.reply(actor, ONE, "无异议", date(2026, 6, 3), office.evaluations.card(ONE).version)
    second = write("评查二.xlsx", REVIEWS, (ONE, 50, 38, "合格", "2026-06-01", "王五", None))
    office.imports.carry_out(actor, Kind.REVIEWS, second, 2026, replace=True)
    held = office.evaluations.card(ONE).evaluation
    assert held is not None
    assert (held.fact.review.substance, held.fact.reply) == (Decimal(50), "无异议")


def test_a_correction_from_the_source_can_be_taken_back_from_under_nothing(
    office: Desk, actor: Actor, write: Callable[..., Path]
) -> None:
    office.evaluations.enter(actor, review()._replace(findings=(Finding("", "无"),)), None)
    book = write("评查.xlsx", REVIEWS, (ONE, 50, 38, "合格", "2026-06-01", "王五", None))
    outcome = office.imports.carry_out(actor, Kind.REVIEWS, book, 2026, replace=True)
    card = office.evaluations.card(ONE)
    office.evaluations.withdraw(actor, ONE, "只留导入的", card.version)
    office.imports.take_back(actor, outcome.change.entry or 0, "来源有误")
    held = office.evaluations.card(ONE).evaluation
    assert held is not None
    assert (held.fact.review.substance, held.fact.findings) == (Decimal(55), (Finding("", "无"),))


@pytest.mark.parametrize(
    ("outcome", "asks"),
    [
        ("判决无罪", True), ("宣告无罪", True), ("一审宣告被告人无罪", True), ("免予刑事处罚", True),
        ("免于刑事处罚", True), ("判处免除刑事处罚", True), ("定罪免刑", True), ("免 予 刑 事 处 罚", True),
        ("有期徒刑三年", False), ("提起公诉", False), ("不起诉", False), ("辩护人作无罪辩护，判处拘役", False),
        ("不予免除处罚", False), ("免刑事责任年龄", False), (None, False), ("", False),
    ],
)  # fmt: skip
def test_an_acquittal_or_exemption_is_told_as_real_systems_write_it(outcome: str | None, asks: bool) -> None:
    assert asks_for_cause(outcome) is asks


FINDING = CauseFinding(THREE, Cause.FAULT, "演检考委〔2026〕5号", date(2026, 7, 1), "漏审关键证言")


def test_an_acquittal_deducts_nothing_before_its_cause_is_found(office: Desk, actor: Actor) -> None:
    poor = review(THREE, grade="不合格")
    with pytest.raises(refused.CauseMissing):
        office.evaluations.enter(actor, poor, None)
    office.evaluations.find_cause(actor, FINDING._replace(cause=Cause.LAW), None)
    with pytest.raises(refused.CauseIsNoFault):
        office.evaluations.enter(actor, poor, None)
    office.evaluations.find_cause(actor, FINDING, office.evaluations.card(THREE).cause_version)
    assert office.evaluations.enter(actor, poor, None).entry
    assert office.evaluations.missing(2026).without_cause == ()


WHOLE = {"substance": Decimal(60), "procedure": Decimal(40)}


def test_a_grade_and_marks_that_deduct_nothing_need_no_cause(office: Desk, actor: Actor) -> None:
    assert office.evaluations.enter(actor, review(THREE, **WHOLE), None).entry


@pytest.mark.parametrize("marks", [{}, {**WHOLE, "substance": Decimal(59)}, {**WHOLE, "procedure": Decimal(0)}])
def test_marks_take_nothing_from_an_acquittal_before_its_cause_is_found_and_are_free_then(
    office: Desk, actor: Actor, marks: dict[str, Decimal]
) -> None:
    with pytest.raises(refused.CauseMissing):
        office.evaluations.enter(actor, review(THREE, **marks), None)
    office.evaluations.find_cause(actor, FINDING._replace(cause=Cause.LAW), None)
    assert office.evaluations.enter(actor, review(THREE, **marks), None).entry


def test_items_take_nothing_from_an_imported_review_of_an_acquittal_before_its_cause_is_found(
    office: Desk, actor: Actor, write: Callable[..., Path]
) -> None:
    book = write("评查.xlsx", REVIEWS, (THREE, 55, 38, "合格", "2026-06-01", "王五", None))
    outcome = office.imports.carry_out(actor, Kind.REVIEWS, book, 2026)
    (warning,) = outcome.warnings
    assert (warning.doubt, warning.cell, warning.facts) == (Doubt.CAUSE_MISSING, "B2", {"outcome": "法院判决宣告无罪"})
    assert office.evaluations.missing(2026).deducted_without_cause == (THREE,)
    card = office.evaluations.card(THREE)
    assert card.evaluation is not None
    with_items = card.evaluation.fact._replace(items=(Item("substance", "事实认定", Decimal(5)),))
    with pytest.raises(refused.CauseMissing):
        office.evaluations.enter(actor, with_items, card.version)
    office.evaluations.enter(actor, card.evaluation.fact._replace(findings=(Finding("", "无"),)), card.version)
    office.evaluations.find_cause(actor, FINDING._replace(cause=Cause.LAW), None)
    assert office.evaluations.missing(2026).deducted_without_cause == ()
    assert office.evaluations.enter(actor, with_items, office.evaluations.card(THREE).version).entry


def test_an_imported_review_that_takes_nothing_from_an_acquittal_is_not_warned_of(
    office: Desk, actor: Actor, write: Callable[..., Path]
) -> None:
    book = write(
        "评查.xlsx", REVIEWS, (THREE, 60, 40, "合格", "2026-06-01", "王五", None), (ONE, 50, 38, "合格", *[None] * 3)
    )
    assert office.imports.carry_out(actor, Kind.REVIEWS, book, 2026).warnings == ()
    assert office.evaluations.missing(2026).deducted_without_cause == ()


def test_a_cause_is_changed_only_when_nothing_rests_on_the_fault(office: Desk, actor: Actor) -> None:
    office.evaluations.find_cause(actor, FINDING, None)
    office.evaluations.enter(actor, review(THREE, grade="不合格"), None)
    version = office.evaluations.card(THREE).cause_version
    with pytest.raises(refused.DeductionStands):
        office.evaluations.find_cause(actor, FINDING._replace(cause=Cause.EVIDENCE), version)
    with pytest.raises(refused.CauseChanged):
        office.evaluations.find_cause(actor, FINDING._replace(reason="另"), None)


@pytest.mark.parametrize(
    ("finding", "error"),
    [
        (FINDING._replace(number=ONE), refused.NoCauseAsked),
        (FINDING._replace(decision=" "), refused.CauseIncomplete),
        (FINDING._replace(reason=""), refused.CauseIncomplete),
        (FINDING._replace(day=date(2026, 5, 1)), refused.CauseTooEarly),
    ],
)
def test_a_finding_that_lacks_something_is_refused(
    office: Desk, actor: Actor, finding: CauseFinding, error: type[Exception]
) -> None:
    with pytest.raises(error):
        office.evaluations.find_cause(actor, finding, None)


def test_an_event_that_deducts_for_an_acquittal_asks_the_same(office: Desk, actor: Actor) -> None:
    with office._open.reading() as uow, pytest.raises(refused.CauseMissing):
        require_deduction_allowed(uow, THREE)
    office.evaluations.find_cause(actor, FINDING, None)
    with office._open.reading() as uow:
        require_deduction_allowed(uow, THREE)
        require_deduction_allowed(uow, ONE)


def test_a_typed_event_below_nought_about_an_acquittal_is_refused_before_and_unless_it_was_a_fault(
    office: Desk, actor: Actor, write: Callable[..., Path]
) -> None:
    earlier = "演检刑诉〔2025〕8号"
    book = write("旧案.xlsx", CASES, (earlier, "审查起诉", "J002", "2025-01-05", "2025-05-02", "宣告无罪", 1))
    office.imports.carry_out(actor, Kind.CASES, book, 2026)
    finding = FINDING._replace(number=earlier)
    row = RowTyped(
        {
            EventField.CODE: "J002", EventField.INDICATOR: "conduct", EventField.DAY: "2026-12-08",
            EventField.POINTS: "-1", EventField.REASON: "认定有误", EventField.VOUCHER: "凭9",
            EventField.APPROVER: "主任", EventField.CASE: earlier,
        }
    )  # fmt: skip
    with pytest.raises(refused.CauseMissing):
        office.entry.enter(actor, 2026, 12, row)
    beside = row._replace(typed={**row.typed, EventField.CASE: "", EventField.REASON: "另一件"})
    with pytest.raises(BlockRefused) as block:
        office.entry.block(actor, 2026, 12, [beside, row])
    (problem,) = block.value.problems
    assert (problem.index, problem.field, type(problem.error)) == (1, EventField.POINTS, refused.CauseMissing)
    office.evaluations.find_cause(actor, finding._replace(cause=Cause.LAW), None)
    with pytest.raises(refused.CauseIsNoFault):
        office.entry.enter(actor, 2026, 12, row)
    office.evaluations.find_cause(actor, finding, office.evaluations.card(earlier).cause_version)
    assert office.entry.enter(actor, 2026, 12, row)
    with pytest.raises(refused.DeductionStands):
        office.evaluations.find_cause(
            actor, finding._replace(cause=Cause.LAW), office.evaluations.card(earlier).cause_version
        )


def test_an_imported_deduction_without_a_found_fault_is_named(
    office: Desk, actor: Actor, write: Callable[..., Path]
) -> None:
    book = write("评查.xlsx", REVIEWS, (THREE, 30, 20, "不合格", "2026-06-01", "王五", None))
    office.imports.carry_out(actor, Kind.REVIEWS, book, 2026)
    assert office.evaluations.missing(2026).deducted_without_cause == (THREE,)


def test_an_imported_review_of_an_own_case_is_taken_with_a_warning(
    office: Desk, actor: Actor, write: Callable[..., Path]
) -> None:
    book = write(
        "评查.xlsx",
        REVIEWS,
        (ONE, 55, 38, "合格", "2026-06-01", "张三", None),
        (TWO, 55, 38, "合格", None, "王五", None),
    )
    outcome = office.imports.carry_out(actor, Kind.REVIEWS, book, 2026)
    assert outcome.added == 2
    assert [(each.cell, each.doubt, each.facts["code"]) for each in outcome.warnings] == [
        ("F2", Doubt.REVIEWS_OWN_CASE, "J001")
    ]
