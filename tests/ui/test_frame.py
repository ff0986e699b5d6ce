"""The frame: rail, pages, search, top and status bar."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from committee_desk.services.desk import Desk
from committee_desk.services.views import StepState
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.theme import RAIL_EN, RAIL_ZH, metrics
from committee_desk.ui.frame.palette import SearchPalette
from committee_desk.ui.frame.rail import Rail
from committee_desk.ui.frame.rail_lines import rail_lines
from committee_desk.ui.frame.rail_paint import TITLE, words_that_fit
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.page_list import PLACES

Settled = Callable[[MainWindow], None]


def test_the_rail_shows_the_year_s_steps_in_order() -> None:
    titles = [line.title for line in rail_lines({})]
    start = titles.index("年度流程") + 1
    steps = [
        "方案",
        "案件与评查",
        "评分录入",
        "测评",
        "汇总排名",
        "等次审议",
        "公示",
        "异议与复核",
        "决定与送达",
        "结果运用",
    ]
    assert titles[start : start + 10] == steps


def test_steps_that_come_later_take_no_click_and_no_focus(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    later = QAccessible.queryAccessibleInterface(rail.items["rewards"])
    assert later.text(QAccessible.Text.Name) == "结果运用，后续版本提供"
    assert later.state().disabled  # type: ignore[attr-defined] # missing in the stubs


def test_a_step_says_its_state_and_what_is_owed(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.show_states({"ranking": StepState("ranking", "blocked", 2)})
    assert rail.items["ranking"].accessibleName() == "汇总排名，受阻，欠 2 项"


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_place_is_named_whole_beside_its_state_and_a_count(speak: Callable[[str], None], tongue: str) -> None:
    """In English the word of the state gives way to 决定与送达; the mark before it tells the state all the same."""
    speak(tongue)
    wide = RAIL_ZH if tongue == "zh" else RAIL_EN
    states = {each.id: StepState(each.id, "going", 35) for each in PLACES}
    for line in rail_lines(states):
        if line.place is not None and not line.absent:
            beside = 14 + (5 + metrics(12, 500).horizontalAdvance("35") + 11 if line.owed else 0)
            shown = words_that_fit(line, wide - 1 - beside - TITLE, 500)
            assert shown.title == line.title
            assert bool(shown.word) is (line.owed > 0 and line.title != "Decision and notice"), line.title


def test_a_robot_s_press_on_the_rail_opens_the_page(sample_window: MainWindow, qtbot: QtBot) -> None:
    frame = sample_window.frame
    assert frame is not None
    item = QAccessible.queryAccessibleInterface(frame.rail.items["people"])
    assert "Press" in item.actionInterface().actionNames()
    item.actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: frame.pages.current is not None and frame.pages.current.page_id == "people")


def test_the_arrow_keys_pass_over_headings_and_later_steps(qtbot: QtBot) -> None:
    rail = Rail()
    qtbot.addWidget(rail)
    rail.resize(204, 700)
    rail.show()
    rail.choose("desk")
    with qtbot.waitSignal(rail.led) as led:
        qtbot.keyClick(rail.items["desk"], Qt.Key.Key_Down)
    assert led.args == ["scheme"]


@pytest.mark.parametrize("page", [each.id for each in PLACES if each.page])
def test_every_place_of_the_rail_leads_to_its_page(sample_window: MainWindow, page: str, settled: Settled) -> None:
    frame = sample_window.frame
    assert frame is not None
    frame.lead_to(page)
    settled(sample_window)
    assert frame.pages.current is not None
    assert frame.pages.current.page_id == page
    assert frame.rail.chosen == page


def test_ctrl_page_down_steps_through_the_pages(sample_window: MainWindow, qtbot: QtBot) -> None:
    frame = sample_window.frame
    assert frame is not None
    qtbot.keyClick(frame, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: frame.pages.current is not None and frame.pages.current.page_id == "scheme")


def _palette(window: MainWindow) -> SearchPalette:
    window.finding.open_palette()
    found = window.findChild(SearchPalette)
    assert found is not None
    return found


def test_search_finds_people_by_pinyin_initials_and_leads_to_them(
    sample_window: MainWindow, sample_desk: Desk, qtbot: QtBot
) -> None:
    wanted = sample_desk.people.roster(2026)[0]
    hits = sample_desk.search(wanted.name, 2026)
    assert hits[0].key == wanted.code
    palette = _palette(sample_window)
    palette.field.setText(wanted.name)
    qtbot.waitUntil(lambda: (palette.list.item(0) and palette.list.item(0).text()) == wanted.name)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    frame = sample_window.frame
    assert frame is not None
    qtbot.waitUntil(lambda: frame.pages.current is not None and frame.pages.current.page_id == "people")


def test_search_lists_commands_by_their_words(sample_window: MainWindow, qtbot: QtBot) -> None:
    palette = _palette(sample_window)
    palette.field.setText("深色")
    qtbot.waitUntil(lambda: palette.list.count() == 1 and palette.list.item(0).text() == "外观：深色")
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_the_bars_name_office_year_journal_and_missing_passphrase(sample_window: MainWindow, qtbot: QtBot) -> None:
    frame = sample_window.frame
    assert frame is not None
    assert frame.top.office.text() == "演练县人民检察院"
    assert frame.top.year.text() == "2026 年度"
    assert frame.status.open_desk.isVisibleTo(frame)
    qtbot.waitUntil(lambda: "日志" in frame.status.head.said)


def test_no_shortcut_is_taken_twice() -> None:
    keys = [each.value for each in Shortcut]
    assert len(keys) == len(set(keys))


def test_a_narrow_window_keeps_the_rail_s_marks_and_its_pages(sample_window: MainWindow, qtbot: QtBot) -> None:
    sample_window.resize(683, 384)
    frame = sample_window.frame
    assert frame is not None
    assert sample_window.width() == 683
    assert frame.rail.width() < 60
    qtbot.waitUntil(lambda: frame.pages.stack.width() > 500)


def test_changing_the_look_keeps_the_page(sample_window: MainWindow, settled: Settled) -> None:
    assert sample_window.frame is not None
    sample_window.frame.lead_to("system")
    sample_window.choose_look("dark")
    settled(sample_window)
    assert sample_window.frame.pages.current is not None
    assert sample_window.frame.pages.current.page_id == "system"
    sample_window.choose_look("light")
    settled(sample_window)
