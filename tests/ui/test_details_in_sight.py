"""What stands in a page's details can be read: titles whole, both figures of an override, words inside their frames."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.history_views import FactKind
from committee_desk.services.report_views import ReportToKeep
from committee_desk.services.second import Second
from committee_desk.ui.ballots.page import BallotsPage
from committee_desk.ui.ballots.reports_tab import Show
from committee_desk.ui.cases.idle import IdleDialog
from committee_desk.ui.cases.page import CasesPage
from committee_desk.ui.common.fact_list import FACT, TWO_LINES, Fact
from committee_desk.ui.common.history_dialog import HistoryDialog
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.table_head import MARK_AIR, mark_place
from committee_desk.ui.frame.help import page_keys, show_help
from committee_desk.ui.home.timeline import Holiday, Timeline, usual_bars
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.page_list import PLACES
from tests.ui.answering import Answers, said

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]
SECOND = Second("王芳")
LONG = "案管系统把两件案件的评查表录串了，经案管办和承办人逐项核对纸质评查表后确认"


@pytest.fixture
def cases(sample_window: MainWindow, settled: Settled) -> CasesPage:
    page = sample_window.frame.lead_to("cases")
    settled(sample_window)
    assert isinstance(page, CasesPage)
    return page


def reviewed(cases: CasesPage) -> str:
    return next(row.number for row in cases.table.shown if row.grade is not None)


def test_an_override_in_the_case_card_says_both_figures_once_and_its_reason_whole(
    cases: CasesPage, sample_desk: Desk, actor: Actor, sample_window: MainWindow, settled: Settled
) -> None:
    number = reviewed(cases)
    fact = sample_desk.overrides.card(FactKind.REVIEW, (number,), None)
    sample_desk.overrides.put(
        actor, FactKind.REVIEW, (number,), "substance", "31.5", LONG, "演检案管〔2026〕3号", SECOND, year=None,
        seen=fact.version,
    )  # fmt: skip
    cases.read_again()
    cases.show_target(number)
    settled(sample_window)
    shown = cases.detail.facts
    item = next(shown.item(at) for at in range(shown.count()) if shown.item(at).text() == "更正 实体得分")
    told: Fact = item.data(FACT)
    assert told.right.endswith("→ 31.5")
    assert "31.5" not in told.more
    assert LONG in told.more
    assert shown.visualItemRect(item).height() > TWO_LINES


def test_the_title_of_a_case_has_the_panel_s_width_and_every_icon_stays_in_it(cases: CasesPage) -> None:
    cases.table.setFocus()
    cases.table.choose(reviewed(cases))
    panel = cases.detail
    panel.window().grab()
    assert panel.heading.width() > panel.width() * 0.7
    for each in (panel.evaluation, panel.overriding, panel.attachments, panel.history):
        box = QRect(each.tool.mapTo(panel, QPoint(0, 0)), each.tool.size())
        assert panel.rect().contains(box)
        assert box.top() > panel.heading.mapTo(panel, QPoint(0, panel.heading.height())).y()


def test_the_history_of_a_review_names_its_case(
    qtbot: QtBot, cases: CasesPage, sample_window: MainWindow, settled: Settled, answers: Ask
) -> None:
    number = reviewed(cases)
    cases.show_target(number)
    settled(sample_window)
    shown = cases.detail.facts
    shown.setCurrentRow(next(at for at in range(shown.count()) if shown.item(at).text() == "实体"))
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        assert isinstance(dialog, HistoryDialog)
        told.append(dialog.windowTitle())
        dialog.close()

    answers(answer)
    cases.detail.history.open()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [f"历史：{number} 实体"]


def test_the_list_of_quota_holders_without_cases_shows_its_last_column_whole(
    cases: CasesPage, sample_desk: Desk, qtbot: QtBot
) -> None:
    dialog = IdleDialog(cases, sample_desk.evaluations.missing(2026).idle)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.grab()
    assert dialog.table.horizontalScrollBar().maximum() == 0


def test_who_is_not_waited_for_is_counted_with_the_reason_and_the_counts_add_up(
    sample_window: MainWindow, settled: Settled
) -> None:
    page = sample_window.frame.lead_to("ballots", "reports")
    settled(sample_window)
    assert isinstance(page, BallotsPage)
    counted = {key: int(button.text().split()[-1]) for key, button in page.reports.tabs.buttons.items()}
    assert counted.pop(Show.ALL.value) == sum(counted.values())
    page.reports.pick(Show.APART.value)
    (alone,) = page.reports.table.shown
    page.reports.table.choose(alone.code)
    told: Fact = page.reports.panel.facts.item(0).data(FACT)
    assert (told.text, told.more) == ("无须提交", "领导成员由上级机关考核，述职不在本院收取")


def test_the_text_of_a_report_stays_inside_its_panel(
    sample_desk: Desk, actor: Actor, sample_window: MainWindow, settled: Settled
) -> None:
    sample_desk.reports.put(actor, 2026, ReportToKeep("J001", date(2026, 12, 20), "述职" * 200), None)
    page = sample_window.frame.lead_to("ballots", "reports")
    settled(sample_window)
    assert isinstance(page, BallotsPage)
    page.reports.table.choose("J001")
    sample_window.grab()
    panel = page.reports.panel
    box = QRect(panel.text.mapTo(panel, QPoint(0, 0)), panel.text.size())
    assert panel.text.isVisible()
    assert panel.rect().adjusted(16, 0, -16, -16).contains(box)


def test_the_mark_of_an_order_stands_right_of_its_heading_in_every_column() -> None:
    inner = QRect(8, 0, 40, 30)
    right = mark_place(inner, 26, Qt.AlignmentFlag.AlignRight)
    assert right.left() + MARK_AIR > inner.right()
    assert right.right() - MARK_AIR <= inner.right() + 8
    left = mark_place(inner, 26, Qt.AlignmentFlag.AlignLeft)
    assert left.left() > inner.left() + 26


@pytest.mark.parametrize("page_id", [each.id for each in PLACES if each.page])
def test_f1_lists_every_key_of_its_page(
    page_id: str, sample_window: MainWindow, settled: Settled, answers: Ask
) -> None:
    page = sample_window.frame.lead_to(page_id)
    settled(sample_window)
    told: list[str] = []

    def answer(dialog: QWidget) -> None:
        told.append(said(dialog))
        dialog.close()

    answers(answer)
    show_help(sample_window, page)
    keys = {each.key for each in page.commands() if each.key is not None}
    assert keys <= page_keys(page).keys()
    assert all(key.shown in told[0].splitlines() for key in keys)


def test_f1_on_the_ranking_names_the_override_and_the_filter(sample_window: MainWindow, settled: Settled) -> None:
    page = sample_window.frame.lead_to("ranking")
    settled(sample_window)
    assert page_keys(page).keys() >= {Shortcut.OVERRIDE, Shortcut.HISTORY, Shortcut.EXPORT, Shortcut.FILTER}


def test_words_beside_a_bar_stand_on_plain_ground(qtbot: QtBot) -> None:
    line = Timeline()
    qtbot.addWidget(line)
    line.resize(900, line.sizeHint().height())
    off = Holiday("春节", date(2027, 1, 20), date(2027, 4, 20))
    bars = usual_bars(2026, {})
    line.show_year(2026, date(2025, 1, 1), bars, (off,))
    outside = [line.room_of(bar) for bar in bars if not line._box(bar).contains(line.room_of(bar))]
    assert outside
    picture = line.grab().toImage()
    for room in outside:
        above = {picture.pixel(x, room.top() + 2) for x in range(room.left(), room.right())}
        assert len(above) == 1
