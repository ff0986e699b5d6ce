"""The list of each category in the window: chosen by keyboard, opened down, printed, and led to from elsewhere."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from committee_desk.bootstrap import open_desk
from committee_desk.domain.people import Category
from committee_desk.services.desk import Desk
from committee_desk.ui.home.owed_line import OwedLine
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.printing.page import PrintPage
from committee_desk.ui.ranking.page import RankingPage
from tests.conftest import frozen_clock

Settled = Callable[[MainWindow], None]
RELEASED = Path(__file__).parents[1] / "data" / "released"


@pytest.fixture
def ranking(qtbot: QtBot, sample_window: MainWindow, settled: Settled) -> RankingPage:
    page = sample_window.frame.lead_to("ranking")
    settled(sample_window)
    assert isinstance(page, RankingPage)
    return page


def _codes(page: RankingPage) -> list[str]:
    return [row.score.code for row in page._table.shown]


def test_arrow_down_in_the_drop_down_shows_the_assistants(
    qtbot: QtBot, ranking: RankingPage, sample_window: MainWindow, settled: Settled
) -> None:
    before = _codes(ranking)
    assert all(code.startswith("J") for code in before)
    ranking.category.setFocus()
    qtbot.keyClick(ranking.category, Qt.Key.Key_Down)
    settled(sample_window)
    assert ranking.category.currentText() == "检察辅助人员"
    assistants = {each.code for each in ranking.desk.scores.year(2026, Category.ASSISTANT).people}
    assert assistants
    assert set(_codes(ranking)) == assistants
    assert "检察辅助人员年度考核方案" in ranking.head.about.text()
    qtbot.keyClick(ranking.category, Qt.Key.Key_Up)
    settled(sample_window)
    assert _codes(ranking) == before


def test_a_person_of_another_list_is_found_and_explained_there(
    qtbot: QtBot, ranking: RankingPage, sample_window: MainWindow, settled: Settled
) -> None:
    (person, *_) = ranking.desk.scores.year(2026, Category.ADMINISTRATIVE).people
    ranking.show_target(person.code)
    qtbot.waitUntil(lambda: ranking.category.category is Category.ADMINISTRATIVE)
    settled(sample_window)
    assert ranking._table.current().score.code == person.code
    tree = ranking._person.view.tree
    parts = [tree.node(tree.index(row, 0)).text for row in range(tree.rowCount())]
    assert [part for part in parts if "业绩" in part]


def test_printing_from_the_ranking_leads_to_that_person_s_sheet(
    qtbot: QtBot, ranking: RankingPage, sample_window: MainWindow, settled: Settled
) -> None:
    (person, *_) = ranking.desk.scores.year(2026, Category.ASSISTANT).people
    ranking.show_target(person.code)
    qtbot.waitUntil(lambda: ranking.category.category is Category.ASSISTANT)
    settled(sample_window)
    ranking.print_()
    settled(sample_window)
    page = sample_window.frame.lead_to("print")
    settled(sample_window)
    assert isinstance(page, PrintPage)
    assert page.category.category is Category.ASSISTANT
    assert page.table.current().score.code == person.code
    qtbot.waitUntil(lambda: page.preview.accessibleName() == f"预览：{person.name}")


@pytest.fixture
def older_desk(tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "旧.desk"
    shutil.copyfile(RELEASED / "0002.desk", path)
    desk = open_desk(path, clock=frozen_clock)
    yield desk
    desk.close()


def test_an_older_year_offers_the_shipped_scheme_where_one_is_missing(
    qtbot: QtBot, window: MainWindow, older_desk: Desk, settled: Settled
) -> None:
    window.show_desk(older_desk, "desk")
    window.show()
    settled(window)
    page = window.frame.lead_to("ranking")
    settled(window)
    assert isinstance(page, RankingPage)
    qtbot.keyClick(page.category, Qt.Key.Key_Down)
    settled(window)
    (button,) = [each for each in page.findChildren(QPushButton) if each.text() == "取用自带方案"]
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settled(window)
    assert older_desk.scores.categories(2026) == tuple(Category)
    assert "检察辅助人员年度考核方案" in page.head.about.text()


def test_a_line_of_the_first_page_leads_to_the_list_it_is_about(
    qtbot: QtBot, window: MainWindow, older_desk: Desk, settled: Settled
) -> None:
    window.show_desk(older_desk, "desk")
    window.show()
    settled(window)
    (line, *_) = [each for each in window.findChildren(OwedLine) if "还没有考核方案" in each.accessibleName()]
    category = next(each for each in Category if str(each) in line.accessibleName())
    qtbot.keyClick(line, Qt.Key.Key_Space)
    settled(window)
    page = window.frame.lead_to("ranking")
    settled(window)
    assert isinstance(page, RankingPage)
    assert page.category.category is category
