"""人员 on the sample office: the roster, its filters, and a person's facts down to the cell."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

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


def test_reasons_stand_here(people: PeoplePage, sample_window: MainWindow, settled: Settled) -> None:
    people.show_target("J016")
    settled(sample_window)
    assert "立案未结" in facts_of(people)


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
