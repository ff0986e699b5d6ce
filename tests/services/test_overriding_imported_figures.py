"""An imported figure gives way to two people with a reason and evidence; both figures are known ever after."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from committee_desk.domain.sources import Overridden
from committee_desk.services import override_views as refused
from committee_desk.services.account_refusals import SecondIsFirst, SecondNeeded
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.evaluation_views import CauseMissing
from committee_desk.services.history_views import FactKind
from committee_desk.services.imports import Kind
from committee_desk.services.imports.refusals import BuiltUpon, FiguresOverridden
from committee_desk.services.second import Second
from committee_desk.wording import explanations
from committee_desk.wording.explained_basis import basis
from committee_desk.wording.history import reason, turns
from committee_desk.wording.saying import sentence
from tests.imports.workbooks import workbook
from tests.services.typing_desks import whole

ONE, TWO = "演检刑诉〔2026〕1号", "演检刑诉〔2026〕2号"
WHY, PAPER, SECOND = "案管系统漏录", "演检案管〔2026〕3号", Second("王芳")
MARK = ("J001", "李检")
EVENT = ("J001", "skill", date(2026, 5, 6), "凭1", "发表论文")


@pytest.fixture
def read_in(desk: Desk, actor: Actor, tmp_path: Path) -> Callable[..., int]:
    """Reads rows in as a workbook; the import's entry."""

    def carried(kind: Kind, headings: str, *rows: tuple[object, ...], replace: bool = False) -> int:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for row in (headings.split(), *rows):
            sheet.append(row)
        path = tmp_path / f"{kind.value}.xlsx"
        book.save(path)
        return desk.imports.carry_out(actor, kind, path, 2026, replace=replace).change.entry or 0

    return carried


REVIEWS, EVENTS = "案号 实体得分 程序得分 评查等次", "工号 指标 日期 分值 事由 凭证号"
CASES = "案号 案件类别 承办检察官工号 受理日期 审结日期 分担比例 涉案人数"
REVIEW = (ONE, 50, 38, "合格")
CLAIM = ("J001", "skill", "2026-05-06", 2, "发表论文", "凭1")


@pytest.fixture
def office(desk: Desk, read_in: Callable[..., int]) -> Desk:
    """Two prosecutors, an own and a joint case, a review, an event and a leader's mark."""
    read_in(
        Kind.PEOPLE, "工号 姓名 部门 人员类别", ("J001", "张三", "一部", "检察官"), ("J002", "李四", "一部", "检察官")
    )
    read_in(
        Kind.CASES, CASES,
        (ONE, "审查起诉", "J001", "2026-01-05", "2026-03-02", 1, 1),
        (TWO, "审查起诉", "J001", "2026-01-05", "2026-04-02", 0.5, 1),
        (TWO, "审查起诉", "J002", "2026-01-05", "2026-04-02", 0.25, 1),
    )  # fmt: skip
    read_in(Kind.REVIEWS, REVIEWS, REVIEW)
    read_in(Kind.EVENTS, EVENTS, CLAIM)
    read_in(Kind.LEADER_RATINGS, "被评价人工号 评价人 得分", ("J001", "李检", 80))
    return desk


def put(desk: Desk, kind: FactKind, key: tuple[object, ...], field: str, value: object) -> int:
    """Overrides with everything that it takes."""
    year = 2026 if kind is FactKind.LEADER_MARK else None
    done = desk.overrides.put(Actor("周敏"), kind, key, field, value, WHY, PAPER, SECOND, year=year)  # type: ignore[arg-type]
    return done.entry or 0


def review_of(desk: Desk) -> tuple[Decimal, tuple[Overridden, ...]]:
    held = desk.cases.card(ONE).review
    assert held is not None
    return held.fact.substance, held.overridden


def figure(desk: Desk, code: str, indicator: str) -> int | None:
    return desk.scores.year(2026).of(code).indicators.get(indicator)


@pytest.mark.parametrize(
    ("kind", "key", "field", "value", "indicator", "then"),
    [
        (FactKind.REVIEW, (ONE,), "substance", "55", "quality", 2940),
        (FactKind.REVIEW, (ONE,), "grade", "优质", "quality", 2838),
        (FactKind.EVENT, EVENT, "points", Decimal("1.5"), "skill", 150),
        (FactKind.LEADER_MARK, MARK, "mark", "90", "leader_rating", 540),
    ],
)
def test_the_other_figure_counts(
    office: Desk, kind: FactKind, key: tuple[object, ...], field: str, value: object, indicator: str, then: int
) -> None:
    before = figure(office, "J001", indicator)
    put(office, kind, key, field, value)
    assert figure(office, "J001", indicator) == then != before


def test_both_figures_stand_with_reason_evidence_and_both_people(office: Desk) -> None:
    entry = put(office, FactKind.REVIEW, (ONE,), "substance", "55")
    substance, (told,) = review_of(office)
    assert substance == 55
    assert (told.field, told.imported, told.counts) == ("substance", "50", "55")
    assert (told.why, told.evidence, told.by, told.second, told.entry) == (WHY, PAPER, "周敏", "王芳", entry)
    held = office.cases.card(ONE).review
    assert held is not None
    assert held.source.cell("实体得分") == "B2"


def test_a_second_override_replaces_the_first_and_keeps_the_imported_figure(office: Desk) -> None:
    put(office, FactKind.REVIEW, (ONE,), "substance", "55")
    put(office, FactKind.REVIEW, (ONE,), "procedure", "40")
    put(office, FactKind.REVIEW, (ONE,), "substance", "57")
    _, told = review_of(office)
    assert {(each.field, each.imported, each.counts) for each in told} == {
        ("substance", "50", "57"),
        ("procedure", "38", "40"),
    }


def test_the_source_s_own_figure_put_again_lifts_the_override(office: Desk) -> None:
    before = figure(office, "J001", "quality")
    put(office, FactKind.REVIEW, (ONE,), "substance", "55")
    put(office, FactKind.REVIEW, (ONE,), "substance", "50")
    assert review_of(office) == (Decimal(50), ())
    assert figure(office, "J001", "quality") == before
    assert office.cases.card(ONE).review.source.cell("实体得分") == "B2"  # type: ignore[union-attr]


def test_the_same_source_figure_read_in_again_is_unchanged(office: Desk, read_in: Callable[..., int]) -> None:
    put(office, FactKind.REVIEW, (ONE,), "substance", "55")
    put(office, FactKind.EVENT, EVENT, "day", "2026-06-07")
    assert read_in(Kind.REVIEWS, REVIEWS, REVIEW) == 0
    assert read_in(Kind.EVENTS, EVENTS, CLAIM) == 0
    assert review_of(office)[0] == 55
    assert len(office.history.of_indicator(2026, "J001", "skill")) == 2


@pytest.mark.parametrize("replace", [False, True])
def test_a_new_source_figure_is_refused_and_the_window_named(
    office: Desk,
    read_in: Callable[..., int],
    replace: bool,
) -> None:
    put(office, FactKind.REVIEW, (ONE,), "substance", "55")
    with pytest.raises(FiguresOverridden) as told:
        read_in(Kind.REVIEWS, REVIEWS, (ONE, 51, 38, "合格"), replace=replace)
    (difference,) = told.value.differences
    assert (difference.old, difference.new) == ("50", "51")
    assert review_of(office)[0] == 55


def test_an_import_is_taken_back_only_when_no_override_rests_on_it(
    office: Desk, actor: Actor, read_in: Callable[..., int]
) -> None:
    entry = read_in(Kind.EVENTS, EVENTS, ("J002", "skill", "2026-05-06", 1, "讲课", "凭2"))
    key = ("J002", "skill", date(2026, 5, 6), "凭2", "讲课")
    by_hand = put(office, FactKind.EVENT, key, "points", "2")
    with pytest.raises(BuiltUpon) as told:
        office.imports.take_back(actor, entry, "读错了")
    assert told.value.later == {by_hand: "override.put"}
    put(office, FactKind.EVENT, key, "points", "1")
    office.imports.take_back(actor, entry, "读错了")
    assert figure(office, "J002", "skill") == 0


def test_what_belongs_to_the_case_is_overridden_for_all_its_handlers(office: Desk) -> None:
    put(office, FactKind.CASE_SHARE, (TWO, "J001"), "persons", "5")
    card = office.cases.card(TWO)
    assert [each.fact.persons for each in card.shares] == [5, 5]
    assert all(each.overridden for each in card.shares)


def test_a_day_may_move_the_event_into_another_month_and_not_onto_another_event(
    office: Desk, read_in: Callable[..., int]
) -> None:
    read_in(Kind.EVENTS, EVENTS, ("J001", "skill", "2026-06-07", 1, "发表论文", "凭1"))
    with pytest.raises(refused.OverrideTaken):
        put(office, FactKind.EVENT, EVENT, "day", "2026-06-07")
    put(office, FactKind.EVENT, EVENT, "day", "2026-06-08")


@pytest.mark.parametrize(
    ("kind", "key", "field", "value", "why"),
    [
        (FactKind.REVIEW, (ONE,), "substance", "61", "range"),
        (FactKind.REVIEW, (ONE,), "substance", "五十", "number"),
        (FactKind.REVIEW, (ONE,), "substance", "NaN", "number"),
        (FactKind.REVIEW, (ONE,), "substance", "50.123", "fine"),
        (FactKind.REVIEW, (ONE,), "grade", "瑕疵", "grade"),
        (FactKind.EVENT, EVENT, "points", "11", "range"),
        (FactKind.EVENT, EVENT, "day", "2026-02-30", "date"),
        (FactKind.EVENT, EVENT, "day", "2031-02-03", "year"),
        (FactKind.CASE_SHARE, (TWO, "J001"), "share", "0.8", "shares"),
        (FactKind.CASE_SHARE, (TWO, "J001"), "share", "0", "range"),
        (FactKind.CASE_SHARE, (TWO, "J001"), "persons", "1.5", "whole"),
        (FactKind.CASE_SHARE, (TWO, "J001"), "difficulty", "2.1", "range"),
        (FactKind.CASE_SHARE, (TWO, "J001"), "closed", "2025-12-31", "order"),
        (FactKind.LEADER_MARK, MARK, "mark", "101", "range"),
    ],
)
def test_what_the_field_cannot_hold_is_refused_with_what_it_can(
    office: Desk, kind: FactKind, key: tuple[object, ...], field: str, value: str, why: str
) -> None:
    with pytest.raises(refused.OverrideValueRefused) as told:
        put(office, kind, key, field, value)
    assert told.value.why == why


@pytest.mark.parametrize(
    ("kind", "key", "field", "values", "why"),
    [
        (
            FactKind.EVENT,
            ("J001", "skill", date(2026, 5, 6), "凭1", "发表论文"),
            "points",
            ("1e27", "1e400", "9" * 40, "9" * 30, "5_0", Decimal("sNaN")),
            "number",
        ),
        (FactKind.CASE_SHARE, (ONE, "J001"), "persons", ("1e999999", "nan", "5_0"), "number"),
        (FactKind.CASE_SHARE, (ONE, "J001"), "difficulty", ("1e400", Decimal("sNaN")), "number"),
        (FactKind.CASE_SHARE, (ONE, "J001"), "due", ("2026-W10-1", "9999-12-31", "0000-01-01"), "date"),
        (FactKind.CASE_SHARE, (ONE, "J001"), "closed", ("9999-12-31", date.max), "date"),
        (FactKind.CASE_SHARE, (ONE, "J001"), "closed", ("2150-01-01",), "year"),
    ],
)
def test_what_no_figure_can_be_is_refused_in_words(
    office: Desk, kind: FactKind, key: tuple[object, ...], field: str, values: tuple[object, ...], why: str
) -> None:
    for value in values:
        with pytest.raises(refused.OverrideValueRefused) as told:
            put(office, kind, key, field, value)
        assert told.value.why == why, value
        assert sentence(told.value)


def test_reason_evidence_and_a_second_person_are_asked_for(office: Desk, actor: Actor) -> None:
    def tried(why: str, evidence: str, second: Second | None) -> None:
        office.overrides.put(actor, FactKind.REVIEW, (ONE,), "substance", "55", why, evidence, second)

    for error, given in (
        (refused.OverrideWhyMissing, (" ", PAPER, SECOND)),
        (refused.OverrideEvidenceMissing, (WHY, "", SECOND)),
        (SecondNeeded, (WHY, PAPER, None)),
        (SecondIsFirst, (WHY, PAPER, Second(actor.name))),
    ):
        with pytest.raises(error):
            tried(*given)
    assert review_of(office) == (Decimal(50), ())


def test_only_imported_figures_that_differ_and_stand_are_overridden(office: Desk) -> None:
    with pytest.raises(refused.OverrideSame):
        put(office, FactKind.REVIEW, (ONE,), "substance", "50.0")
    with pytest.raises(refused.NothingToOverride):
        put(office, FactKind.REVIEW, (TWO,), "substance", "50")
    with pytest.raises(refused.NotOverridable):
        put(office, FactKind.REVIEW, (ONE,), "reviewer", "王五")


def test_what_another_changed_meanwhile_is_not_overridden_unseen(office: Desk, actor: Actor) -> None:
    seen = office.overrides.card(FactKind.REVIEW, (ONE,)).version
    put(office, FactKind.REVIEW, (ONE,), "substance", "55")
    with pytest.raises(refused.OverrideChanged):
        office.overrides.put(
            actor, FactKind.REVIEW, (ONE,), "substance", "56", WHY, PAPER, SECOND, seen=seen
        )  # fmt: skip


def test_an_acquittal_s_grade_is_not_overridden_downwards_before_its_cause_is_found(
    office: Desk, read_in: Callable[..., int]
) -> None:
    three = "演检刑诉〔2026〕3号"
    read_in(Kind.CASES, f"{CASES} 处理结果", (three, "审查起诉", "J001", "2026-01-05", "2026-03-02", 1, 1, "宣告无罪"))
    read_in(Kind.REVIEWS, REVIEWS, (three, 50, 38, "合格"))
    with pytest.raises(CauseMissing):
        put(office, FactKind.REVIEW, (three,), "grade", "不合格")
    with pytest.raises(CauseMissing):
        put(office, FactKind.REVIEW, (three,), "substance", "55")
    assert put(office, FactKind.REVIEW, (three,), "substance", "60")


def test_an_overridden_review_is_completed_and_stays_overridden(office: Desk, actor: Actor) -> None:
    put(office, FactKind.REVIEW, (ONE,), "substance", "55")
    office.evaluations.reply(actor, ONE, "无异议", date(2026, 6, 1), office.evaluations.card(ONE).version)
    assert [(each.imported, each.counts) for each in review_of(office)[1]] == [("50", "55")]
    put(office, FactKind.REVIEW, (ONE,), "substance", "56")
    assert [(each.imported, each.counts) for each in review_of(office)[1]] == [("50", "56")]
    assert office.evaluations.card(ONE).evaluation.fact.reply == "无异议"  # type: ignore[union-attr]


def test_the_explanation_the_sheet_and_the_history_show_both_figures(office: Desk) -> None:
    put(office, FactKind.REVIEW, (ONE,), "substance", "55")
    (quality,) = [each for each in office.scores.explain(2026, "J001").indicators if each.indicator == "quality"]
    (line,) = map(explanations.input_line, quality.inputs)
    for told in ("实体得分 导入 50，更正为 55", WHY, PAPER, "周敏", "王芳（第二人）"):
        assert told in line
    assert f"实体得分 导入 50，更正为 55（{PAPER}）" in basis(quality)
    newest, oldest = turns(office.history.of(FactKind.REVIEW, (ONE,)))
    assert "50 → 55" in newest.said
    assert reason(newest.touch) == f"{WHY}；凭据：{PAPER}；第二人：王芳"
    assert "实体得分 50" in oldest.said


def test_the_history_of_an_event_whose_day_was_overridden_goes_back_to_its_import(office: Desk) -> None:
    put(office, FactKind.EVENT, EVENT, "day", "2026-06-08")
    moved = ("J001", "skill", date(2026, 6, 8), "凭1", "发表论文")
    newest, oldest = turns(office.history.of(FactKind.EVENT, moved))
    assert newest.touch.verb == "override.put"
    assert oldest.touch.verb == "import"


def test_an_override_of_one_field_is_told_of_the_figures_it_decides_alone(office: Desk) -> None:
    put(office, FactKind.CASE_SHARE, (TWO, "J001"), "due", "2026-03-31")
    told = {
        each.indicator: [given for given in each.inputs if given.overridden]
        for each in office.scores.explain(2026, "J001").indicators
    }
    assert len(told["efficiency"]) == 1
    assert not told["quantity"]


def test_two_people_may_lower_what_a_month_published_and_a_new_version_says_so(office: Desk, actor: Actor) -> None:
    put(office, FactKind.EVENT, EVENT, "day", "2026-01-06")
    office.months.close(actor, 2026, 1, "试")
    office.months.publish(actor, 2026, 1)
    assert office.months.corrections(2026) == frozenset()
    put(office, FactKind.EVENT, ("J001", "skill", date(2026, 1, 6), "凭1", "发表论文"), "points", "1")
    assert office.months.corrections(2026) == {1}
    office.months.publish(actor, 2026, 1)
    assert office.months.strip(2026)[0].version == 2


def test_a_typed_event_that_an_import_replaced_and_two_people_overrode_keeps_its_number(
    office: Desk, actor: Actor, read_in: Callable[..., int], tmp_path: Path
) -> None:
    fields = {
        "code": "J001",
        "indicator": "skill",
        "day": "6-05",
        "voucher": "凭9",
        "reason": "获奖",
        "approver": "主任",
    }
    number = office.entry.enter(actor, 2026, 6, whole(**fields, points="1")).number
    row = {"工号": "J001", "指标": "skill", "日期": "2026-06-05", "分值": 2, "事由": "获奖", "凭证号": "凭9"}
    office.imports.carry_out(actor, Kind.EVENTS, workbook(tmp_path / "换.xlsx", [row]), 2026, replace=True)
    put(office, FactKind.EVENT, ("J001", "skill", date(2026, 6, 5), "凭9", "获奖"), "points", "1.5")
    (held,) = (each for each in office.entry.rows(2026, 6).rows if each.reason == "获奖")
    assert (held.number, held.points, held.overridden) == (number, Decimal("1.5"), Decimal(2))
