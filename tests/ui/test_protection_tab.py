"""保护 by keys: setting, changing and lifting the passphrase; what protection does not do stands beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.bootstrap import open_desk
from committee_desk.domain.desk_file import PassphraseNeeded, ReadOnly
from committee_desk.services.desk import Desk
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.system.page import SystemPage
from committee_desk.ui.system.protection_tab import ProtectionTab
from committee_desk.wording.limits import protection_limits
from tests.conftest import frozen_clock
from tests.ui.answering import Answers, pressed, said, typed

Settled = Callable[[MainWindow], None]
System = Callable[[str], SystemPage]
FIRST, THEN = "spring river moon", "autumn river moon"


@pytest.fixture
def protection(system: System) -> ProtectionTab:
    return system("protection").protection


def shown(tab: ProtectionTab) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in tab.findChildren(QLabel) if label.isVisible())


def space(qtbot: QtBot, button: QWidget) -> None:
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def opens(path: Path, passphrase: str | None) -> Desk:
    return open_desk(path, passphrase=passphrase, clock=frozen_clock)


@pytest.mark.breaks_the_desk  # the desk is sound, but nobody checks it without its passphrase
def test_a_passphrase_is_set_changed_and_lifted_by_keys(
    qtbot: QtBot,
    protection: ProtectionTab,
    sample_desk: Desk,
    sample_window: MainWindow,
    settled: Settled,
    answers: Callable[..., Answers],
) -> None:
    path, notice = sample_desk.identity().path, pressed(qtbot, Qt.Key.Key_Return)
    lies_open = sample_window.frame.status.open_desk
    assert lies_open.said == "未加密"
    assert "台账没有加密" in shown(protection)
    answers(typed(qtbot, FIRST, FIRST), notice)
    space(qtbot, protection.protect)
    settled(sample_window)
    assert "台账已加密" in shown(protection)
    assert lies_open.said == ""
    with pytest.raises(PassphraseNeeded):
        opens(path, None)
    answers(typed(qtbot, FIRST, THEN, THEN), notice)
    space(qtbot, protection.rekey)
    settled(sample_window)
    assert opens(path, THEN).journal.rows(1)[0].verb == "protection.rekey"
    answers(typed(qtbot, THEN), typed(qtbot, "李复核"), notice)
    space(qtbot, protection.lift)
    settled(sample_window)
    assert "台账没有加密" in shown(protection)
    assert lies_open.said == "未加密"
    assert "李复核" in (opens(path, None).journal.rows(1)[0].authority or "")


def test_two_different_new_passphrases_are_refused_in_the_dialog(
    qtbot: QtBot, protection: ProtectionTab, sample_desk: Desk, answers: Callable[..., Answers]
) -> None:
    told: list[str] = []

    def mistype(dialog: QWidget) -> None:
        typed(qtbot, FIRST, THEN)(dialog)
        told.append(said(dialog))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(mistype)
    space(qtbot, protection.protect)
    assert "不一样" in told[0]
    assert not sample_desk.identity().protected


def test_what_protection_does_not_do_stands_on_the_page(protection: ProtectionTab) -> None:
    for each in protection_limits():
        assert each in shown(protection)
    assert not protection.sheet.isEnabled()


@pytest.mark.breaks_the_desk  # the desk is sound, but nobody checks it without its passphrase
@pytest.mark.parametrize("act", ["lift", "sheet"])
def test_a_wrong_passphrase_is_refused_in_the_dialog_with_the_field_selected(
    qtbot: QtBot,
    protection: ProtectionTab,
    sample_desk: Desk,
    sample_window: MainWindow,
    settled: Settled,
    answers: Callable[..., Answers],
    act: str,
) -> None:
    answers(typed(qtbot, FIRST, FIRST), pressed(qtbot, Qt.Key.Key_Return))
    space(qtbot, protection.protect)
    settled(sample_window)
    told: list[tuple[bool, str, str]] = []

    def mistype(dialog: QWidget) -> None:
        typed(qtbot, THEN)(dialog)
        field = dialog.focusWidget()
        assert isinstance(field, QLineEdit)
        told.append((dialog.isVisible(), said(dialog), field.selectedText()))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(mistype)
    space(qtbot, getattr(protection, act))
    settled(sample_window)
    visible, sentence, selected = told[0]
    assert visible
    assert "口令打不开" in sentence
    assert len(selected) == len(THEN)
    assert sample_desk.identity().protected


def test_no_act_of_protection_is_offered_on_a_desk_that_is_only_read(
    protection: ProtectionTab, sample_window: MainWindow
) -> None:
    assert protection.protect.isEnabled()
    sample_window.place.show_read_only(ReadOnly.MEDIUM)
    assert not protection.protect.isEnabled()
    assert "只读" in protection.protect.toolTip()
