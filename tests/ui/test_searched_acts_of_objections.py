"""Ctrl+K carries out what can be done with the chosen objection, or says why it cannot be done."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.objections import ObjectionState
from committee_desk.ui.frame.acts import entries
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.objections.page import ObjectionsPage
from tests.services.posted_notices import CLERK, YEAR, PostedOffice, at, posted_office
from tests.ui.answering import Answers, said
from tests.ui.objection_hands import before_objections, confirm

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]


@pytest.fixture
def office(tmp_path: Path, template_sample_desk: Path) -> PostedOffice:
    """A notice hangs since Monday 11 January 2027; one objection has come."""
    made = posted_office(tmp_path / "考评.desk", template_sample_desk, at(11, 10))
    made.clock.now = at(12, 10)
    made.desk.objections.register(CLERK, YEAR, made.file())
    return made


@pytest.fixture
def page(office: PostedOffice, window: MainWindow, settled: Settled, qtbot: QtBot) -> ObjectionsPage:
    return before_objections(office, window, settled, qtbot)


def search(window: MainWindow, title: str) -> None:
    """The act as Ctrl+K carries it out."""
    assert window.frame is not None
    next(each for each in entries(window.frame) if each.title == title).run()


def status(window: MainWindow) -> str:
    assert window.frame is not None
    return window.frame.status.message.text()


def test_the_chosen_objection_is_accepted_and_then_says_why_not_again(
    page: ObjectionsPage, window: MainWindow, settled: Settled, qtbot: QtBot, office: PostedOffice, answers: Ask
) -> None:
    page.objections.choose(1)
    settled(window)
    told: list[str] = []

    def accept(dialog: QWidget) -> None:
        told.append(said(dialog))
        confirm(qtbot, dialog)

    answers(accept)
    page.tabs.setCurrentWidget(page.letters)
    settled(window)
    search(window, "受理异议")
    qtbot.waitUntil(lambda: bool(told))
    settled(window)
    assert page.tab is page.objections
    assert "受理 2026-异-001" in told[0]
    assert office.desk.objections.card(YEAR, 1).row.state is ObjectionState.ACCEPTED
    search(window, "受理异议")
    qtbot.waitUntil(lambda: status(window) == "2026-异-001：已受理，不能再办“受理异议”")
    search(window, "打印异议告知书")
    qtbot.waitUntil(lambda: status(window) == "2026-异-001 不是对他人结果的异议，没有告知书")
    search(window, "登记已告知被异议人")
    qtbot.waitUntil(lambda: status(window) == "2026-异-001 没有要告知而还没有告知的人")


@pytest.mark.parametrize("title", ["受理异议", "打印异议回执", "打印异议人的个人得分说明"])
def test_while_none_is_chosen_that_is_said(
    page: ObjectionsPage, window: MainWindow, settled: Settled, qtbot: QtBot, title: str
) -> None:
    page.objections.filter.setText("没有这个人")
    settled(window)
    search(window, title)
    qtbot.waitUntil(lambda: status(window) == "先选中一件异议")
    settled(window)


def test_a_paper_of_the_chosen_objection_is_looked_at(
    page: ObjectionsPage, window: MainWindow, settled: Settled, qtbot: QtBot, answers: Ask
) -> None:
    page.objections.choose(1)
    settled(window)
    looked: list[str] = []

    def look(dialog: QWidget) -> None:
        looked.append(dialog.windowTitle())
        dialog.close()

    answers(look, look)
    search(window, "打印异议回执")
    qtbot.waitUntil(lambda: len(looked) == 1)
    settled(window)
    search(window, "打印异议人的个人得分说明")
    qtbot.waitUntil(lambda: len(looked) == 2)
    settled(window)
    assert looked[0].startswith("回执 2026-异-001")
    assert looked[1].startswith("个人得分说明")
