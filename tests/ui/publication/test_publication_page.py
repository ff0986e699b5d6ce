"""公示 in the window: what it says before approval, on small screens and read only, and where it leads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from committee_desk.domain.desk_file import ReadOnly
from committee_desk.ui.frame.palette import SearchPalette
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.publication.page import PublicationPage
from tests.services.publishing_hands import ACTOR, OTHER, moment
from tests.ui.answering import CTRL, type_into
from tests.ui.publication_hands import Seen, Settled


def test_before_approval_the_page_says_what_is_missing_and_leads_there(
    qtbot: QtBot, sample_window: MainWindow, settled: Settled
) -> None:
    frame = sample_window.frame
    assert frame is not None
    page = frame.lead_to("publication")
    settled(sample_window)
    assert isinstance(page, PublicationPage)
    told = "\n".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())
    assert "还没有可以公示的等次" in told
    assert "现在：计分中。" in told
    assert "2026 年度检察官的考核方案还没有经委员会通过" in told
    assert not page.print_button.isEnabled()
    assert page.print_button.toolTip() == "还没有张贴过公示书"
    page.focus_first()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
    settled(sample_window)
    assert frame.pages.current is not None
    assert frame.pages.current.page_id == "grading"


def test_a_desk_that_is_only_read_bars_what_writes_and_says_why(hanging: Seen) -> None:
    hanging.window.place.show_read_only(ReadOnly.DAMAGED)
    why = "台账已损坏，以只读方式打开，不能写入"
    assert not hanging.page.down_button.isEnabled()
    assert hanging.page.down_button.toolTip() == why
    assert hanging.page.entries["take_back"].toolTip() == why
    assert hanging.page.print_button.isEnabled()
    hanging.window.place.show_read_only(None)
    assert hanging.page.down_button.isEnabled()


def test_objections_are_taken_from_the_desk_beside_the_notice(hanging: Seen, monkeypatch: pytest.MonkeyPatch) -> None:
    came: list[bool] = []
    monkeypatch.setattr(hanging.page.receiving, "register", lambda: came.append(True))
    hanging.page.window_card.calendar.setFocus()
    hanging.window.activateWindow()
    hanging.qtbot.waitUntil(hanging.window.isActiveWindow)
    hanging.qtbot.keyClick(hanging.page.window_card.calendar, Qt.Key.Key_J, CTRL)
    assert came == [True]
    hanging.press(hanging.page.object_button)
    assert came == [True, True]


def test_a_small_screen_shows_the_cards_one_under_the_other_and_every_act_in_one_menu(hanging: Seen) -> None:
    hanging.window.resize(683, 384)
    hanging.settle()
    page = hanging.page
    assert page.window_card.geometry().bottom() < page.notice.geometry().top()
    assert page.notice.geometry().bottom() < page.receiving.geometry().top()
    assert page.head.minimumSizeHint().width() <= page.width()
    assert not page.down_button.isVisible()
    assert page.entries["take_down"].isEnabled()
    assert page.entries["print_notice"].isEnabled()


def test_an_earlier_version_is_looked_at_beside_the_one_that_hangs(qtbot: QtBot, hanging: Seen) -> None:
    hanging.office.desk.publication.take_back(ACTOR, 2025, "姓名印错", OTHER)
    hanging.office.post(moment("2026-02-24 09:10"))
    hanging.at("2026-02-24 10:00")
    assert "第 2 版，2月24日 09:10 张贴" in hanging.page.head.about.text()
    versions = hanging.page.notice.versions
    versions.setFocus()
    qtbot.keyClick(versions, Qt.Key.Key_Down)
    hanging.settle()
    assert versions.currentText() == "第 1 版"
    assert "这一版已撤回" in hanging.words
    assert "第 1 版，2月9日 09:10 张贴" in hanging.page.head.about.text()


def test_the_palette_puts_the_page_first_and_runs_nothing_that_cannot_be_done(qtbot: QtBot, hanging: Seen) -> None:
    hanging.window.frame.lead_to("desk")
    hanging.settle()
    hanging.window.finding.open_palette()
    palette = hanging.window.findChild(SearchPalette)
    assert palette is not None
    type_into(qtbot, palette.field, "公示")
    qtbot.waitUntil(lambda: "现在不能办" in shown(palette, palette.list.count() - 1))
    lines = [shown(palette, row) for row in range(palette.list.count())]
    assert lines[0] == "公示 页面"
    barred = ["现在不能办" in each for each in lines]
    assert barred == sorted(barred)
    (post,) = [row for row, each in enumerate(lines) if each.startswith("张贴公示…")]
    assert "审议通过、还没有张贴时才能张贴。现在：公示中" in lines[post]
    for _ in range(post):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    for _ in range(post):
        qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    hanging.settle()
    assert hanging.window.frame.pages.current is hanging.page


def shown(palette: SearchPalette, row: int) -> str:
    """A line of the palette as it is heard."""
    return str(palette.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole))
