"""等次审议 keeps to its room: cards as wide as each other, no list wider than a small window, choices never cut."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from committee_desk.domain.people import Category
from committee_desk.services.desk import Desk
from committee_desk.ui.grading.page import GradingPage
from committee_desk.ui.main_window import MainWindow
from tests.services.graded_desks import ASSISTANTS, Person, office, sixteen

SMALL, USUAL = (683, 384), (1366, 768)
ADMINISTRATIVE = str(list(Category)[2])


@pytest.fixture
def page(desk: Desk, tmp_path: Path, window: MainWindow, settled: Callable[[MainWindow], None]) -> GradingPage:
    """等次审议 of an office with three categories, the window as small as it may be."""
    more = [Person(f"{letter}{n:03}", "0", category)
            for letter, category in (("F", ASSISTANTS), ("G", ADMINISTRATIVE)) for n in range(1, 5)]  # fmt: skip
    office(desk, tmp_path, [*sixteen(), *more])
    window.show_desk(desk, "grading")
    window.resize(*SMALL)
    window.show()
    settled(window)
    assert window.frame is not None
    found = window.frame.lead_to("grading")
    assert isinstance(found, GradingPage)
    settled(window)
    return found


@pytest.mark.parametrize(("size", "lines"), [(USUAL, 1), (SMALL, 2)])
def test_the_cards_of_places_are_as_wide_as_each_other_and_stand_in_even_lines(
    page: GradingPage, settled: Callable[[MainWindow], None], size: tuple[int, int], lines: int
) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    page.tabs.setCurrentWidget(page.places)
    window.resize(*size)
    settled(window)
    boxes = [card.geometry() for card in page.places._shown]
    assert len(boxes) == 4
    widths = {box.width() for box in boxes}
    assert max(widths) - min(widths) <= 1
    tops = [box.top() for box in boxes]
    assert [tops.count(top) for top in sorted(set(tops))] == [4 // lines] * lines


def test_the_roll_is_no_wider_than_a_small_window_in_english(
    speak: Callable[[str], None], request: pytest.FixtureRequest, qtbot: QtBot
) -> None:
    speak("en")
    page: GradingPage = request.getfixturevalue("page")
    table = page.roll.table
    qtbot.waitUntil(lambda: len(table.shown) == 24)
    assert table.horizontalScrollBar().maximum() == 0
    assert page.roll.width() <= page.width()
