"""Hands on 等次审议: its lines and buttons by keyboard, forms filled in and confirmed, and a tie that was voted on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.committee import NEITHER
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.common.second import SecondDialog
from committee_desk.ui.grading.moving import ProposeForm
from committee_desk.ui.grading.page import GradingPage
from committee_desk.ui.grading.rows import grade_text
from committee_desk.ui.main_window import MainWindow
from tests.services.committee_hands import close, vote
from tests.services.graded_desks import held, tie_item
from tests.ui.answering import CTRL, Act, Answers, said, type_into

Settled = Callable[[MainWindow], None]
Ask = Callable[..., Answers]
Open = Callable[..., GradingPage]
EQUALS = ("J003", "J004")


def choose(page: GradingPage, code: str) -> None:
    page.roll.table.setFocus()
    assert page.roll.table.choose(code)


def enter(page: GradingPage, qtbot: QtBot, code: str, settled: Settled) -> None:
    """Enter on somebody's line, and wait for what follows."""
    choose(page, code)
    qtbot.keyClick(page.roll.table, Qt.Key.Key_Return)
    settled_page(page, settled)


def press(page: GradingPage, qtbot: QtBot, button: QWidget, settled: Settled) -> None:
    assert button.isVisible()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settled_page(page, settled)


def settled_page(page: GradingPage, settled: Settled) -> None:
    window = page.window()
    assert isinstance(window, MainWindow)
    settled(window)


def shown(page: GradingPage, code: str) -> tuple[str, str, str]:
    """Grade, flags and reason as the line says them."""
    found = next(each for each in page.roll.table.shown if each.code == code)
    return grade_text(found.row), "、".join(each.text for each in found.flags), found.row.listed.reason


def confirm(qtbot: QtBot, dialog: QWidget) -> None:
    qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return, CTRL)


def fill(qtbot: QtBot, dialog: QWidget, *texts: str) -> None:
    """Types each text over what stands in a field, with Enter between them; None goes on."""
    for text in texts:
        field = dialog.focusWidget()
        if text:
            if not isinstance(field, QComboBox):
                qtbot.keyClick(field, Qt.Key.Key_A, CTRL)
            type_into(qtbot, field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)


def refusal(dialog: QWidget, field: QWidget) -> str:
    """What is written beneath the field that the keyboard stands in."""
    assert dialog.focusWidget() is field or field.isAncestorOf(dialog.focusWidget())
    return field.accessibleDescription()


def vote_tie(desk: Desk, actor: Actor, *, up: str | None = "J004", document: str = "") -> int:
    """A meeting that voted on the equals: a place for one of them, or for none."""
    number = held(desk, actor, tie_item(EQUALS))
    for subject in (*EQUALS, NEITHER):
        ayes = 5 if subject == (up or NEITHER) else 0
        vote(desk, actor, number, ayes, 5 - ayes, item="平", subject=subject)
    if document:
        close(desk, actor, number, document)
    return number


def second(qtbot: QtBot) -> Act:
    """Somebody else confirms."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, SecondDialog)
        type_into(qtbot, dialog.name, "王芳")
        confirm(qtbot, dialog)

    return act


def confirmed(qtbot: QtBot, kind: type[QWidget], told: list[str]) -> Act:
    """Reads a form and confirms it."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, kind)
        told.append(said(dialog))
        confirm(qtbot, dialog)

    return act


def proposed(qtbot: QtBot, told: list[str]) -> Act:
    """Reads the form, confirms it without a reason, gives one and confirms again."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, ProposeForm)
        told.append(said(dialog))
        confirm(qtbot, dialog)
        assert refusal(dialog, dialog.why).endswith("确要现在提名的，请写明理由。")
        type_into(qtbot, dialog.focusWidget(), "各月已在院内网公布")
        confirm(qtbot, dialog)

    return act
