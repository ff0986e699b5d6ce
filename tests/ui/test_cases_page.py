"""案件与评查 on the sample office: finding cases, and a case's facts."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from committee_desk.domain.cases import CaseShare
from committee_desk.services.views import CaseRow
from committee_desk.ui.cases.card import equivalent
from committee_desk.ui.cases.columns import Show, cases_spec, natural, state, wanted
from committee_desk.ui.cases.page import CasesPage
from committee_desk.ui.common.fact_list import FACT
from committee_desk.ui.common.table_cells import SIDE
from committee_desk.ui.common.theme import metrics
from committee_desk.ui.main_window import MainWindow
from tests.ui.invented import SCHEME, many_cases

Settled = Callable[[MainWindow], None]


@pytest.fixture
def cases(sample_window: MainWindow, settled: Settled) -> CasesPage:
    page = sample_window.frame.lead_to("cases")
    settled(sample_window)
    assert isinstance(page, CasesPage)
    return page


def row_with(**other: object) -> CaseRow:
    plain = {
        "number": "检〔2026〕1号",
        "title": "某案",
        "kind": "审查起诉",
        "department": "第一检察部",
        "handlers": ("某某",),
        "accepted": date(2026, 1, 5),
        "closed": date(2026, 3, 1),
        "due": date(2026, 3, 1),
        "persons": 1,
        "difficulty": None,
        "mark": Decimal(90),
        "grade": "合格",
    }
    return CaseRow(**(plain | other))


def test_case_numbers_are_ordered_as_people_count() -> None:
    assert sorted(["检〔2026〕10号", "检〔2026〕2号"], key=natural) == ["检〔2026〕2号", "检〔2026〕10号"]


def test_a_case_closed_on_its_last_day_is_not_late() -> None:
    assert not wanted(row_with(), Show.LATE)
    assert wanted(row_with(closed=date(2026, 3, 2)), Show.LATE)


def test_an_open_case_lacks_no_review() -> None:
    assert not wanted(row_with(closed=None, mark=None, grade=None), Show.UNREVIEWED)
    assert wanted(row_with(mark=None, grade=None), Show.UNREVIEWED)


def test_a_late_case_says_so_before_its_grade() -> None:
    chip = state(row_with(closed=date(2026, 3, 2)))
    assert chip is not None
    assert chip.text == "超期"


def test_the_equivalent_of_a_share_follows_the_scheme() -> None:
    share = CaseShare("1", "审查逮捕", "J1", date(2026, 1, 5), share=Decimal("0.5"), persons=4)
    assert equivalent(share, SCHEME) == Fraction(36, 100)


def test_round_marks_are_written_as_people_write_them() -> None:
    mark = next(column for column in cases_spec(str).columns if column.id == "mark")
    assert mark.text(row_with(mark=Decimal("9E+1"))) == "90"


def test_the_tabs_count_what_they_show(cases: CasesPage) -> None:
    for show in Show:
        cases._pick_tab(show.value)
        assert cases.tabs.buttons[show.value].text().split()[-1] == str(len(cases.table.shown))


def test_kind_department_and_text_filter_together(qtbot: QtBot, cases: CasesPage) -> None:
    cases.kinds.setCurrentText("审查逮捕")
    cases.departments.setCurrentText("第二检察部")
    cases.filter.setText("盗窃")
    assert cases.table.shown
    assert {(row.kind, row.department, "盗窃" in row.title) for row in cases.table.shown} == {
        ("审查逮捕", "第二检察部", True)
    }


def test_a_case_shows_its_handlers_and_its_review_with_their_cells(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled
) -> None:
    row = next(each for each in cases.table.shown if len(each.handlers) > 1 and each.grade)
    cases.show_target(row.number)
    settled(sample_window)
    qtbot.keyClick(cases.table, Qt.Key.Key_Return)
    facts = cases.detail.facts
    told = [facts.item(at).data(FACT) for at in range(facts.count())]
    assert next(fact.right for fact in told if fact.text == "承办人") == f"{len(row.handlers)} 人"
    facts.setCurrentRow(next(at for at, fact in enumerate(told) if fact.text == "实体"))
    settled(sample_window)
    assert cases.detail.source.place.text().startswith("评查.xlsx › Sheet1 › B")
    last = next(at for at in reversed(range(facts.count())) if told[at].origin is not None)
    facts.scrollToTop()
    cases.detail.source.hide()
    facts.setCurrentRow(last)
    settled(sample_window)
    assert facts.viewport().rect().contains(facts.visualItemRect(facts.item(last)))


def test_twenty_thousand_cases_are_one_list(cases: CasesPage) -> None:
    cases._take(many_cases(20_000))
    cases._pick_tab("open")
    assert len(cases.table.shown) == 2858
    cases.table.order("number", ascending=False)
    assert cases.table.shown[0].number == "检〔2026〕19999号"


def test_two_handlers_are_named_of_more_the_first_and_how_many() -> None:
    spec = cases_spec(lambda name: name)
    column = next(each for each in spec.columns if each.id == "handlers")
    assert column.text(row_with(handlers=("甲某", "乙某"))) == "甲某、乙某"
    many = row_with(handlers=("甲某", "乙某", "丙某"))
    assert (column.text(many), column.tip(many)) == ("甲某 等 3 人", "甲某、乙某、丙某")
    assert "丙某" in spec.find(many)


def test_two_handlers_stand_whole_in_their_column(cases: CasesPage) -> None:
    at = next(i for i, column in enumerate(cases.table.rows.spec.columns) if column.id == "handlers")
    room = cases.table.columnWidth(at) - 2 * SIDE
    shared = [row for row in cases.table.shown if len(row.handlers) == 2]
    assert shared
    assert max(metrics(14).horizontalAdvance("、".join(row.handlers)) for row in shared) <= room


def test_the_list_beside_its_details_scrolls_only_downwards_and_gives_columns_back_when_alone(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled
) -> None:
    due = next(i for i, column in enumerate(cases.table.rows.spec.columns) if column.id == "due")
    cases.show_detail(wanted=False)
    qtbot.waitUntil(lambda: not cases.table.isColumnHidden(due))
    cases.show_target(cases.table.shown[5].number)
    settled(sample_window)
    qtbot.waitUntil(lambda: cases.table.isColumnHidden(due))
    assert cases.detail.isVisible()
    assert cases.table.horizontalScrollBar().maximum() == 0
