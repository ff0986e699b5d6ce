"""What 评分录入 shows besides texts: its panel again after Esc, drafts by their pencil, columns as wide as the room."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from committee_desk.domain.months import MonthState
from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.entry_refusals import LedgerOfAnotherCategory, NoSuchLedger, PointsBeyond
from committee_desk.services.entry_views import MarkTyped
from committee_desk.services.month_views import MonthView
from committee_desk.ui.common.sheet.source import Refused, State
from committee_desk.ui.common.theme import DARK_LOOK, LIGHT_LOOK, colour
from committee_desk.ui.entry.fixes import Ways, outcome_of
from committee_desk.ui.entry.month_strip import MonthCell, MonthStrip
from committee_desk.ui.entry.page import EntryPage
from committee_desk.ui.main_window import MainWindow
from tests.ui.answering import said
from tests.ui.entry_hands import Hands

Settled = Callable[[MainWindow], None]
Key = Qt.Key


def test_the_panel_that_was_closed_is_opened_again_by_its_button(entry: EntryPage, hands: Hands, qtbot: QtBot) -> None:
    entry.show_detail(wanted=False)
    hands.rest()
    assert not entry.panel.isVisible()
    qtbot.mouseClick(entry.tools.detail, Qt.MouseButton.LeftButton)
    hands.rest()
    assert entry.panel.isVisible()


def test_a_draft_shows_its_pencil_beside_an_imported_event_and_in_a_closed_month(
    entry: EntryPage, hands: Hands, sample_desk: Desk
) -> None:
    rows = sample_desk.entry.rows(2026, 1).rows
    row = next(each for each in rows if not each.typed and each.code and each.indicator)
    assert row.code is not None
    assert row.indicator is not None
    sample_desk.entry.mark(Actor("张三"), 2026, 1, MarkTyped(row.code, row.indicator, "-0.5"))
    entry.show_target(1)
    hands.rest()
    source = entry.by_person.source
    assert source is not None
    cell = source.cell(row.code, row.indicator)
    assert (cell.mark, cell.state) == ("pencil", State.DRAFT)
    sample_desk.months.close(Actor("张三"), 2026, 1, "试关账")
    entry.read_again()
    hands.rest()
    source = entry.by_person.source
    assert source is not None
    cell = source.cell(row.code, row.indicator)
    assert (cell.mark, cell.state) == ("pencil", State.CLOSED)
    assert "草稿" in cell.why
    assert "已关账，仍缺" in said(entry.panel)


def test_the_columns_take_the_room_that_there_is_with_and_without_the_panel(entry: EntryPage, hands: Hands) -> None:
    for wanted in (False, True, False):
        entry.show_detail(wanted=wanted)
        hands.rest()
        view = entry.by_event.sheet.view
        assert sum(view.columnWidth(at) for at in range(len(view.rows.columns))) == view.viewport().width()


def test_the_ledgers_share_the_room_that_is_left(by_person: EntryPage, hands: Hands) -> None:
    by_person.show_detail(wanted=False)
    hands.rest()
    view = by_person.side.sheet.view
    widths = [view.columnWidth(at) for at in range(2, 9)]
    assert max(widths) - min(widths) < 20
    assert min(widths) > 80


def test_keys_lead_to_both_ways_of_typing_and_to_the_months_beside(
    entry: EntryPage, hands: Hands, sample_window: MainWindow
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    hands.key(Key.Key_2, control)
    assert entry.side is entry.by_person
    hands.key(Key.Key_Left, control | Qt.KeyboardModifier.AltModifier)
    hands.rest()
    assert entry.scope.month == 11
    hands.key(Key.Key_Right, control | Qt.KeyboardModifier.AltModifier)
    hands.rest()
    assert entry.scope.month == 12
    again = EntryPage(sample_window.place)
    again.set_desk(entry.desk, 2026)
    assert again.side is again.by_person
    hands.key(Key.Key_1, control)
    assert entry.side is entry.by_event
    again.deleteLater()


def test_the_first_cell_of_the_grid_is_the_first_that_takes_a_mark(by_person: EntryPage, hands: Hands) -> None:
    hands.key(Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hands.key(Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    current, source = by_person.side.sheet.current(), by_person.by_person.source
    assert current is not None
    assert source is not None
    assert current == (source.keys()[0], source.grid.columns[0].indicator)


@pytest.mark.parametrize(("spoken", "low"), [("zh", False), ("zh", True), ("en", False), ("en", True)])
def test_every_month_says_its_state_in_a_whole_word(
    speak: Callable[[str], None], qtbot: QtBot, spoken: str, low: bool
) -> None:
    speak(spoken)
    strip = MonthStrip()
    qtbot.addWidget(strip)
    strip.show_low(low=low)
    strip.resize(818, strip.height())  # the panel open at 1366
    states = [
        MonthCell(MonthView(1, MonthState.PUBLISHED)),
        MonthCell(MonthView(2, MonthState.PUBLISHED), corrected=True),
        MonthCell(MonthView(3, MonthState.CLOSED)),
        MonthCell(MonthView(4, MonthState.CLOSED, reopened=True)),
        MonthCell(MonthView(5, MonthState.OPEN, reopened=True)),
        MonthCell(MonthView(6, MonthState.OPEN)),
        *(MonthCell(MonthView(month, MonthState.OPEN, future=True)) for month in range(7, 13)),
    ]
    strip.show_months(states)
    for cell in states:
        assert strip.written(cell.month)[0] == cell.word != ""


def test_callouts_name_ledgers_as_the_columns_do(speak: Callable[[str], None]) -> None:
    speak("en")
    ways = Ways(lambda _number: None, lambda: None, lambda _number: None)
    unknown = outcome_of(NoSuchLedger("x", ("办案效果", "司法技能")), ways)
    assert isinstance(unknown, Refused)
    assert "Effect" in unknown.sentence
    assert [fix.words for fix in unknown.fixes] == ["Effect", "Skill"]
    beyond = outcome_of(PointsBeyond(Decimal(99), "办案效果", 8), ways)
    assert isinstance(beyond, Refused)
    elsewhere = outcome_of(LedgerOfAnotherCategory("办案效果", Category.PROSECUTOR, "F001"), ways)
    assert isinstance(elsewhere, Refused)
    for each in (unknown, beyond, elsewhere):
        assert "Effect" in each.sentence
        assert "办案效果" not in each.sentence


@pytest.mark.parametrize("look", [LIGHT_LOOK, DARK_LOOK])
def test_text_and_icon_of_a_primary_button_under_the_mouse_stand_on_the_same_ground(
    entry: EntryPage, sample_window: MainWindow, settled: Settled, look: str
) -> None:
    sample_window.choose_look(look)
    settled(sample_window)
    assert sample_window.frame is not None
    page = sample_window.frame.pages.current
    assert isinstance(page, EntryPage)
    button = page.month_acts.main
    drawn = QStyleOptionButton()
    button.initStyleOption(drawn)
    drawn.state |= QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus  # type: ignore[attr-defined] # untold by the stubs
    picture = QImage(button.size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    button.style().drawControl(QStyle.ControlElement.CE_PushButton, drawn, painter, button)
    painter.end()
    assert picture.pixelColor(8, picture.height() // 2) == colour("fill")
