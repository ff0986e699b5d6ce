"""备份与恢复 by keys: copies with when and why, a copy on request, the second folder, restoring by two people."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.backup import Reason
from committee_desk.domain.roles import Right, Role, Way
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.ui.common.second import SecondDialog
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.seat.sign_in import SignInDialog
from committee_desk.ui.system.backup_tab import BackupTab
from committee_desk.ui.system.page import SystemPage
from committee_desk.ui.system.restoring import RestoreDialog
from tests.services.seated_desks import SECRET, account, add_account, first_accounts, sit
from tests.ui.answering import CTRL, Act, Answers, pressed, said, type_into, typed

Settled = Callable[[MainWindow], None]
System = Callable[[str], SystemPage]


@pytest.fixture
def copied(sample_desk: Desk) -> Path:
    """An automatic copy, after which the desk went on by one entry."""
    made = sample_desk.backup.automatic(Reason.OPENING)
    assert made.copy is not None
    sample_desk.settings.put(Actor("吴静"), "publication.cut_off", "18:00", "按新办法")
    return made.copy.path


@pytest.fixture
def backup(copied: Path, system: System) -> BackupTab:
    return system("backup").backup


def space(qtbot: QtBot, button: QWidget) -> None:
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def choose_file(monkeypatch: pytest.MonkeyPatch, way: str, path: Path) -> None:
    """The platform's own file dialog is not ours to press."""
    monkeypatch.setattr(QFileDialog, way, lambda *_: (str(path), ""))


def test_a_copy_is_listed_with_when_why_size_and_what_it_is_worth(backup: BackupTab) -> None:
    row = [column.text(backup.table.shown[0]) for column in backup.table.rows.spec.columns]
    assert row[0].startswith("2027-01-11 09:00")
    assert row[1] == "打开台账时"
    assert row[2].endswith(("KB", "MB"))
    assert row[3] == "核查通过"


def test_a_copy_on_request_goes_where_it_was_asked_for_and_is_journalled(
    qtbot: QtBot,
    backup: BackupTab,
    sample_desk: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answers: Callable[..., Answers],
) -> None:
    choose_file(monkeypatch, "getSaveFileName", tmp_path / "年底")
    told: list[str] = []
    answers(lambda dialog: (told.append(said(dialog)), qtbot.keyClick(dialog, Qt.Key.Key_Return)))
    space(qtbot, backup.now)
    assert (tmp_path / "年底.desk").is_file()
    assert "核查通过" in told[0]
    assert sample_desk.journal.rows(1)[0].verb == "backup.copy"


def test_the_preview_says_what_would_be_lost_and_whose_and_esc_leaves_the_desk_alone(
    qtbot: QtBot, backup: BackupTab, sample_desk: Desk, answers: Callable[..., Answers]
) -> None:
    before = sample_desk.journal.head()
    told: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, RestoreDialog)
        told.append(said(dialog))
        assert [row.actor for row in dialog.lost.shown] == ["吴静"]
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(look)
    backup.table.choose(backup.table.rows.spec.key(backup.table.shown[0]))
    space(qtbot, backup.chosen)
    assert "吴静 1 条" in told[0]
    assert "18:00 → " in told[0]
    assert sample_desk.journal.head() == before


def test_restoring_takes_a_reason_and_two_people(
    qtbot: QtBot,
    backup: BackupTab,
    sample_desk: Desk,
    sample_window: MainWindow,
    settled: Settled,
    answers: Callable[..., Answers],
) -> None:
    def go_on(dialog: QWidget) -> None:
        assert isinstance(dialog, RestoreDialog)
        space(qtbot, dialog.go_on)

    answers(go_on, typed(qtbot, "导错了工作簿"), typed(qtbot, "李复核"))
    backup.table.choose(backup.table.rows.spec.key(backup.table.shown[0]))
    backup.table.setFocus()
    qtbot.keyClick(backup.table, Qt.Key.Key_Return)
    settled(sample_window)
    assert sample_desk.settings.all()["publication.cut_off"] == "17:30"
    newest = sample_desk.journal.rows(1)[0]
    assert newest.why == "导错了工作簿"
    assert "李复核" in (newest.authority or "")


def test_the_first_person_cannot_be_the_second(
    qtbot: QtBot, backup: BackupTab, sample_desk: Desk, answers: Callable[..., Answers]
) -> None:
    before = sample_desk.journal.head()
    told: list[str] = []

    def name_oneself(dialog: QWidget) -> None:
        type_into(qtbot, dialog.focusWidget(), sample_desk.seat.actor.name)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        told.append(said(dialog))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(lambda dialog: space(qtbot, dialog.go_on), typed(qtbot, "导错了工作簿"), name_oneself)
    backup.table.choose(backup.table.rows.spec.key(backup.table.shown[0]))
    space(qtbot, backup.chosen)
    assert "不能是" in told[0]
    assert sample_desk.journal.head() == before


def test_a_mistyped_password_of_the_second_does_not_stop_a_restore_and_is_no_change_made_elsewhere(
    qtbot: QtBot, window: MainWindow, sample_desk: Desk, actor: Actor, settled: Settled, answers: Callable[..., Answers]
) -> None:
    first_accounts(sample_desk, actor, Way.PLAIN, [account(Role.REVIEWER), account(Role.OPERATOR)])
    made = sample_desk.backup.automatic(Reason.OPENING)
    assert made.copy is not None
    sit(sample_desk, Role.REVIEWER)
    sample_desk.settings.put(sample_desk.seat.actor, "publication.cut_off", "18:00", "按新办法")
    window.show_desk(sample_desk, "desk")
    window.show()
    settled(window)
    frame = window.frame
    assert frame is not None
    page = frame.lead_to("system", "backup")
    assert isinstance(page, SystemPage)
    settled(window)
    told: list[str] = []

    def mistype_and_mend(dialog: QWidget) -> None:
        assert isinstance(dialog, SecondDialog)
        type_into(qtbot, dialog.name, "operator")
        for password in ("bu dui 77 xx", SECRET):
            dialog.password.clear()
            type_into(qtbot, dialog.password, password)
            frame.look_for_changes()
            settled(window)
            qtbot.keyClick(dialog.password, Qt.Key.Key_Return, CTRL)
            if dialog.isVisible():  # what the restored desk shows then is its own announcement
                told.append(said(dialog))
                frame.look_for_changes()
                settled(window)

    spoken: list[str] = []
    window.place.said.connect(spoken.append)
    answers(lambda dialog: space(qtbot, dialog.go_on), typed(qtbot, "导错了工作簿"), mistype_and_mend)
    tab = page.backup
    tab.table.choose(made.copy.path)
    space(qtbot, tab.chosen)
    settled(window)
    assert "不对" in told[0]
    assert sample_desk.settings.all()["publication.cut_off"] == "17:30"
    assert not [each for each in spoken if "别处" in each]


def the_operator_confirms(dialog: QWidget) -> None:
    assert isinstance(dialog, SecondDialog)
    dialog.name.insert(Role.OPERATOR.value)
    dialog.password.insert(SECRET)
    dialog.confirm()


def restored_by_two(
    qtbot: QtBot, window: MainWindow, copy: Path, settled: Settled, answers: Callable[..., Answers], *then: Act
) -> None:
    """The copy put back in the window by who sits there and the operator."""
    assert window.frame is not None
    page = window.frame.lead_to("system", "backup")
    assert isinstance(page, SystemPage)
    settled(window)
    answers(lambda dialog: space(qtbot, dialog.go_on), typed(qtbot, "导错了"), the_operator_confirms, *then)
    page.backup.table.choose(copy)
    space(qtbot, page.backup.chosen)
    settled(window)


def test_who_has_no_account_in_the_copy_is_led_to_the_sign_in(
    qtbot: QtBot, window: MainWindow, sample_desk: Desk, actor: Actor, settled: Settled, answers: Callable[..., Answers]
) -> None:
    first_accounts(sample_desk, actor, Way.PLAIN, [account(Role.REVIEWER), account(Role.OPERATOR)])
    made = sample_desk.backup.automatic(Reason.OPENING)
    assert made.copy is not None
    newcomer = sit(sample_desk, Role.REVIEWER)
    add_account(sample_desk, newcomer, account(Role.REVIEWER, login="new", holder="钱新"))
    sample_desk.seating.sign_in("new", SECRET)
    window.show_desk(sample_desk, "desk")
    window.show()
    settled(window)

    def sign_in(dialog: QWidget) -> None:
        assert isinstance(dialog, SignInDialog)
        dialog.login.insert(Role.REVIEWER.value)
        dialog.password.insert(SECRET)
        dialog.confirm()

    restored_by_two(qtbot, window, made.copy.path, settled, answers, sign_in)
    assert window.place.actor.name == newcomer.name
    assert "钱新" not in said(window)


def test_a_copy_from_before_the_accounts_gives_everybody_everything(
    qtbot: QtBot, window: MainWindow, sample_desk: Desk, actor: Actor, settled: Settled, answers: Callable[..., Answers]
) -> None:
    made = sample_desk.backup.automatic(Reason.OPENING)
    assert made.copy is not None
    first_accounts(sample_desk, actor, Way.PLAIN, [account(Role.REVIEWER), account(Role.OPERATOR)])
    sit(sample_desk, Role.REVIEWER)
    window.show_desk(sample_desk, "desk")
    window.show()
    settled(window)
    restored_by_two(qtbot, window, made.copy.path, settled, answers)
    assert not sample_desk.seat.has_accounts
    assert window.place.actor == actor
    assert all(window.place.may(right) for right in Right)


def test_enter_presses_the_focused_button_of_the_preview_which_is_not_cancel_at_first(
    qtbot: QtBot, backup: BackupTab, answers: Callable[..., Answers]
) -> None:
    seen: list[bool] = []

    def enter(dialog: QWidget) -> None:
        assert isinstance(dialog, RestoreDialog)
        seen.append(dialog.focusWidget() is dialog.cancel)
        dialog.cancel.setFocus()
        qtbot.keyClick(dialog.cancel, Qt.Key.Key_Return)
        seen.append(dialog.isVisible())

    backup.table.choose(backup.table.rows.spec.key(backup.table.shown[0]))
    answers(enter)
    space(qtbot, backup.chosen)
    assert seen == [False, False]


def test_ctrl_enter_goes_on_from_the_preview(qtbot: QtBot, backup: BackupTab, answers: Callable[..., Answers]) -> None:
    seen: list[str] = []

    def confirm(dialog: QWidget) -> None:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return, CTRL)
        seen.append("open" if dialog.isVisible() else "gone on")
        dialog.close()

    backup.table.choose(backup.table.rows.spec.key(backup.table.shown[0]))
    answers(confirm, lambda dialog: (seen.append(said(dialog)), qtbot.keyClick(dialog, Qt.Key.Key_Escape)))
    space(qtbot, backup.chosen)
    assert seen[0] == "gone on"
    assert "将取代现在的台账" in seen[1]


def test_every_stop_of_tab_in_the_preview_is_a_table_or_a_button(
    qtbot: QtBot, backup: BackupTab, answers: Callable[..., Answers]
) -> None:
    stops: list[QWidget | None] = []

    def walk(dialog: QWidget) -> None:
        for _ in range(8):
            stops.append(dialog.focusWidget())
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    answers(walk)
    backup.table.choose(backup.table.rows.spec.key(backup.table.shown[0]))
    space(qtbot, backup.chosen)
    assert all(isinstance(each, ListTable | QPushButton) for each in stops)


def test_the_acts_of_the_copies_stand_in_one_row(backup: BackupTab) -> None:
    acts = (backup.now, backup.chosen, backup.from_file, backup.to_new)
    assert len({each.mapTo(backup, each.rect().topLeft()).y() for each in acts}) == 1


def test_the_second_folder_is_off_until_it_is_set_with_a_reason(
    qtbot: QtBot,
    backup: BackupTab,
    sample_desk: Desk,
    sample_window: MainWindow,
    tmp_path: Path,
    settled: Settled,
    answers: Callable[..., Answers],
) -> None:
    assert backup.second.text() == "没有设置"
    folder = tmp_path / "second"
    folder.mkdir()
    answers(typed(qtbot, str(folder), "另存一份"))
    space(qtbot, backup.change)
    settled(sample_window)
    assert backup.second.text() == str(folder)
    assert sample_desk.journal.rows(1)[0].why == "另存一份"


def test_a_folder_that_is_none_is_refused_in_the_dialog(
    qtbot: QtBot, backup: BackupTab, sample_desk: Desk, tmp_path: Path, answers: Callable[..., Answers]
) -> None:
    told: list[str] = []

    def type_wrong(dialog: QWidget) -> None:
        typed(qtbot, str(tmp_path / "none"), "另存一份")(dialog)
        told.append(said(dialog))
        pressed(qtbot, Qt.Key.Key_Escape)(dialog)

    answers(type_wrong)
    space(qtbot, backup.change)
    assert "none" in told[0]
    assert sample_desk.backup.second_folder() is None
