"""人员 on the sample office: the roster, its filters, and a person's facts down to the cell."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.roles import Right
from committee_desk.services.desk import Desk
from committee_desk.ui.common.fact_list import FACT
from committee_desk.ui.common.import_request import ImportRequest
from committee_desk.ui.common.page import Workplace
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.people.page import PeoplePage

Settled = Callable[[MainWindow], None]


@pytest.fixture
def people(sample_window: MainWindow, settled: Settled) -> PeoplePage:
    page = sample_window.frame.lead_to("people")
    settled(sample_window)
    assert isinstance(page, PeoplePage)
    return page


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


def facts_of(page: PeoplePage) -> list[str]:
    return [page.detail.facts.item(row).data(FACT).text for row in range(page.detail.facts.count())]


def test_decisions_are_shown_only_once_they_were_opened_and_the_journal_says_by_whom(
    qtbot: QtBot, people: PeoplePage, sample_window: MainWindow, sample_desk: Desk, settled: Settled
) -> None:
    people.show_target("J016")
    settled(sample_window)
    assert "立案未结" not in "".join(facts_of(people))
    assert "未打开" in facts_of(people)
    before = sample_desk.journal.head().entries
    people.detail.open_standing.setFocus()
    press(qtbot, people.detail.open_standing, Qt.Key.Key_Space)
    assert "立案未结" in facts_of(people)
    opened = sample_desk.journal.rows(1)[0]
    assert (opened.seq, opened.verb, opened.subject) == (before + 1, "standing.open", "J016")


def test_what_was_opened_of_one_person_is_closed_again_with_the_next(
    qtbot: QtBot, people: PeoplePage, sample_window: MainWindow, settled: Settled
) -> None:
    for code in ("J016", "J001", "J016"):
        people.show_target(code)
        settled(sample_window)
        if code == "J016" and people.detail.open_standing.isVisible():
            assert "未打开" in facts_of(people)
            press(qtbot, people.detail.open_standing, Qt.Key.Key_Space)
    people.show_target("J001")
    settled(sample_window)
    people.show_target("J016")
    settled(sample_window)
    assert "未打开" in facts_of(people)


def test_the_roster_gives_no_reason_away(people: PeoplePage) -> None:
    notes = {people.table.rows.spec.columns[-2].text(row) for row in people.table.shown if row.standing}
    assert notes == {"另行确定"}


def test_who_may_not_see_decisions_reads_the_same_of_everybody(
    people: PeoplePage, sample_window: MainWindow, settled: Settled, place: Workplace
) -> None:
    place._rights = frozenset(Right) - {Right.SEE_SANCTIONS}
    for code in ("J016", "J001"):
        people.show_target(code)
        settled(sample_window)
        assert facts_of(people)[-1] == "另行确定"
        assert not people.detail.open_standing.isVisible()


def test_a_transfer_shows_both_stays(people: PeoplePage, sample_window: MainWindow, settled: Settled) -> None:
    people.show_target("J005")
    settled(sample_window)
    assert people.detail.facts.item(0).data(FACT).right == "2 段"
    assert facts_of(people)[1:3] == ["第二检察部", "第一检察部"]


def test_a_fact_opens_its_cell_by_keyboard_alone(
    qtbot: QtBot, people: PeoplePage, sample_window: MainWindow, settled: Settled
) -> None:
    people.show_target("J013")
    settled(sample_window)
    press(qtbot, people.table, Qt.Key.Key_Return)
    settled(sample_window)
    assert sample_window.focusWidget() is people.detail.facts
    assert people.detail.source.place.text() == "人员.xlsx › Sheet1 › F14,L14,M14"
    cells = people.detail.source.cells.model()
    assert cells.index(*cells.place()).data() == "第一检察部"


def test_departments_and_categories_filter_together(people: PeoplePage) -> None:
    people.departments.setCurrentText("第三检察部")
    people.categories.setCurrentText("检察辅助人员")
    assert {(row.department, row.category.value) for row in people.table.shown} == {("第三检察部", "检察辅助人员")}
    people.categories.setCurrentIndex(0)
    assert {row.category.value for row in people.table.shown} == {"检察官", "检察辅助人员"}


def test_a_person_who_is_filtered_away_is_found_all_the_same(people: PeoplePage) -> None:
    people.departments.setCurrentText("第三检察部")
    people.show_target("J001")
    assert people.table.current().code == "J001"


def test_escape_closes_the_detail(
    qtbot: QtBot, people: PeoplePage, sample_window: MainWindow, settled: Settled
) -> None:
    people.show_target("J001")
    settled(sample_window)
    assert people.detail.isVisible()
    press(qtbot, people.detail.facts, Qt.Key.Key_Escape)
    assert not people.detail.isVisible()


def test_an_empty_roster_asks_for_its_workbook(qtbot: QtBot, place: Workplace, desk: Desk) -> None:
    page = PeoplePage(place)
    qtbot.addWidget(page)
    page.show()
    page.set_desk(desk, 2026)
    qtbot.waitUntil(lambda: not place.worker.busy)
    wishes: list[ImportRequest] = []
    place.import_wanted.connect(wishes.append)
    press(qtbot, page.empty.button, Qt.Key.Key_Space)
    assert wishes == [ImportRequest("people")]
