"""The prompt for passphrase or recovery code: hidden as a rule, to be seen where a long code must be compared."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.desk_file import RecoveryCodeMistyped, WrongPassphrase
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.welcome.passphrase import ask_passphrase
from tests.ui.answering import Answers

Ask = Callable[..., Answers]


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def seen(dialog: QWidget) -> bool:
    field = dialog.findChild(QLineEdit)
    assert field is not None
    return field.echoMode() is QLineEdit.EchoMode.Normal


def test_what_is_typed_is_hidden_until_it_is_asked_for(qtbot: QtBot, parent: QWidget, answers: Ask) -> None:
    found: list[bool] = []

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, FormDialog)
        found.append(seen(dialog))
        box = dialog.findChild(QCheckBox)
        assert box is not None
        qtbot.keyClicks(dialog.focusWidget(), "NAGW")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is box
        qtbot.keyClick(box, Qt.Key.Key_Space)
        found.append(seen(dialog))
        qtbot.keyClick(dialog.verb, Qt.Key.Key_Space)

    answers(act)
    assert ask_passphrase(parent, "考评.desk", WrongPassphrase(Path("考评.desk"))) == "NAGW"
    assert found == [False, True]


def test_a_mistyped_recovery_code_is_typed_again_where_it_can_be_seen(
    qtbot: QtBot, parent: QWidget, answers: Ask
) -> None:
    found: list[bool] = []

    def act(dialog: QWidget) -> None:
        found.append(seen(dialog))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(act)
    assert ask_passphrase(parent, "考评.desk", RecoveryCodeMistyped(Path("考评.desk"))) is None
    assert found == [True]
