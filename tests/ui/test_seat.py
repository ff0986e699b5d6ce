"""Who sits at the desk: signing in, changing over, the lock and what it keeps."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.desk_file import WrongPassphrase
from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_views import NewAccount
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.settings import IDLE_MINUTES
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.second import ask_second
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.doors import Doors
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.seat.lock import LockDialog
from committee_desk.ui.seat.password import PasswordDialog
from committee_desk.ui.seat.sign_in import SignInDialog
from tests.services.seated_desks import first_accounts

Settled = Callable[[MainWindow], None]
ZHOU, FAN = "fu he ren 1", "jing ban ren 2"


@pytest.fixture
def staffed(sample_desk: Desk, actor: Actor) -> Desk:
    """The sample office with 周敏 as 复核 and 范伟雪 as 经办."""
    return first_accounts(
        sample_desk,
        actor,
        Way.PLAIN,
        [
            NewAccount("zhou", "周敏", (Role.REVIEWER,), ZHOU),
            NewAccount("fan", "范伟雪", (Role.OPERATOR,), FAN),
        ],
    )


@pytest.fixture
def seated(window: MainWindow, staffed: Desk, settled: Settled) -> Iterator[MainWindow]:
    """The window with 周敏 at the desk."""
    staffed.seating.sign_in("zhou", ZHOU)
    window.show_desk(staffed, "people")
    window.show()
    settled(window)
    yield window
    if window.seating.lock_.dialog is not None:
        window.seating.lock_.dialog.deleteLater()


def words(widget: QWidget) -> str:
    """All that a screen reader finds in a window."""

    def read(node: QAccessibleInterface | None) -> Iterator[str]:
        if node is None:
            return
        yield node.text(QAccessible.Text.Name)
        yield node.text(QAccessible.Text.Value)
        for at in range(node.childCount()):
            yield from read(node.child(at))

    return "\n".join(read(QAccessible.queryAccessibleInterface(widget)))


def said(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def type_into(field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.clear()
    QTest.keyClicks(field, text)


def lock(window: MainWindow) -> LockDialog:
    """Ctrl+L."""
    action = next(each for each in window.actions() if each.shortcut() == Shortcut.LOCK.keys)
    action.trigger()
    dialog = window.seating.lock_.dialog
    assert dialog is not None
    return dialog


def unlock(dialog: LockDialog, login: str, secret: str) -> None:
    """Type and press Ctrl+Enter."""
    type_into(dialog.login, login)
    type_into(dialog.secret, secret)
    dialog.confirm()


def soon(act: Callable[[], None]) -> None:
    QTimer.singleShot(50, act)


# -- sitting down ------------------------------------------------------------------------------------------------------


def test_a_desk_with_accounts_opens_to_who_signs_in(
    window: MainWindow, staffed: Desk, settled: Settled, tmp_path: Path
) -> None:
    window.ways_in.open = lambda _path: staffed  # type: ignore[method-assign]

    def sign() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SignInDialog)
        type_into(dialog.login, "fan")
        type_into(dialog.password, "wrong one")
        dialog.confirm()
        assert dialog.login.text() == "fan"
        assert dialog.isVisible()
        type_into(dialog.password, FAN)
        soon(hear)
        dialog.confirm()

    def hear() -> None:
        notice = QApplication.activeModalWidget()
        told.append(said(notice))
        notice.accept()  # type: ignore[attr-defined]

    told: list[str] = []
    soon(sign)
    assert window.open_file(tmp_path / "x.desk")
    settled(window)
    assert "1 次密码输错" in told[0]
    assert window.place.actor == Actor("范伟雪", "operator")
    assert window.frame is not None
    assert window.frame.status.who.said == "范伟雪（经办）"


def test_who_cancels_the_sign_in_sees_nothing_and_holds_nothing(
    window: MainWindow, staffed: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.ways_in.open = lambda _path: staffed  # type: ignore[method-assign]
    closed: list[bool] = []
    monkeypatch.setattr(staffed, "close", lambda: closed.append(True))
    soon(lambda: QApplication.activeModalWidget().reject())  # type: ignore[attr-defined]
    assert not window.open_file(tmp_path / "x.desk")
    assert window.frame is None
    assert closed == [True]


def test_a_reset_password_is_changed_before_anything_else_and_the_owner_hears_of_it(
    window: MainWindow, staffed: Desk, tmp_path: Path, settled: Settled
) -> None:
    staffed.seating.sign_in("zhou", ZHOU)
    given = staffed.accounts.reset(staffed.seat.actor, "fan", "忘记口令")
    staffed.seating.sign_out()
    window.ways_in.open = lambda _path: staffed  # type: ignore[method-assign]
    heard: list[str] = []

    def hear() -> None:
        notice = QApplication.activeModalWidget()
        heard.append(said(notice))
        assert isinstance(notice, QDialog)
        notice.accept()

    def change() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PasswordDialog)
        type_into(dialog.new, "wo zi ji de 3")
        type_into(dialog.again, "wo zi ji de 3")
        soon(hear)
        dialog.confirm()

    def sign() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SignInDialog)
        type_into(dialog.login, "fan")
        type_into(dialog.password, given.password)
        soon(change)
        dialog.confirm()

    soon(sign)
    assert window.open_file(tmp_path / "x.desk")
    settled(window)
    assert "周敏" in heard[0]
    assert "重置了这个账号的密码" in heard[0]
    staffed.seating.verify("wo zi ji de 3")


# -- the lock ----------------------------------------------------------------------------------------------------------


def test_a_lock_leaves_no_word_of_the_desk_on_screen_title_or_accessibility_bus(seated: MainWindow) -> None:
    assert "演练县" in seated.windowTitle()
    assert "演练县" in words(seated)
    dialog = lock(seated)
    assert "演练县" not in seated.windowTitle() + dialog.windowTitle()
    assert "演练县" not in words(seated)
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible() and "演练县" in words(each)] == []
    unlock(dialog, "zhou", ZHOU)
    assert "演练县" in seated.windowTitle()
    assert "演练县" in words(seated)


def test_half_typed_input_an_open_dialog_and_its_selection_stand_after_the_lock(
    seated: MainWindow, qtbot: QtBot
) -> None:
    form = FormDialog(seated, "改一改", "保存")
    field = QLineEdit()
    form.add_row("理由", field)
    stood: list[object] = []

    def act() -> None:
        field.setFocus()
        field.insert("写了一半")
        field.setSelection(1, 2)
        dialog = lock(seated)
        assert "写了一半" not in words(form)
        assert form.windowTitle() != "改一改"
        assert form.isVisible()
        unlock(dialog, "zhou", "not the one")
        assert "写了一半" not in words(form)
        unlock(dialog, "zhou", ZHOU)
        qtbot.waitUntil(field.isVisible)
        stood.extend([form.windowTitle(), field.text(), field.selectedText(), form.focusWidget() is field])
        form.reject()

    soon(act)
    form.run(lambda: True)
    assert stood == ["改一改", "写了一半", "了一", True]


def test_what_opens_while_locked_is_covered_and_does_not_bar_the_lock(seated: MainWindow, qtbot: QtBot) -> None:
    dialog = lock(seated)
    late = QDialog(seated)
    late.setWindowTitle("样例已导入")
    QVBoxLayout(late).addWidget(QLabel("李检察官"))
    late.open()
    late.activateWindow()
    qtbot.waitUntil(lambda: late.windowTitle() != "样例已导入")
    qtbot.waitUntil(dialog.isVisible)
    assert QApplication.activeModalWidget() is dialog
    assert "李检察官" not in words(late)
    unlock(dialog, "zhou", ZHOU)
    assert late.windowTitle() == "样例已导入"
    assert "李检察官" in words(late)
    late.reject()


def test_another_person_signs_in_at_the_lock_and_the_first_finds_their_typing_again(
    seated: MainWindow, staffed: Desk, settled: Settled, qtbot: QtBot
) -> None:
    assert seated.frame is not None
    first = seated.frame
    half = first.pages.page("people").filter_field()
    assert half is not None
    half.insert("半个字")
    unlock(lock(seated), "fan", FAN)
    settled(seated)
    assert seated.frame is not first
    assert seated.place.actor.name == "范伟雪"
    assert "半个字" not in words(seated)
    unlock(lock(seated), "zhou", ZHOU)
    settled(seated)
    assert seated.frame is first
    assert half.text() == "半个字"
    assert seated.place.actor == staffed.seat.actor


def test_nobody_s_touch_for_as_long_as_set_locks(
    seated: MainWindow, staffed: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    staffed.settings.put(staffed.seat.actor, IDLE_MINUTES, "3", "县院规定")
    seated.seating.sit(staffed)
    watch = seated.seating.watch
    assert watch.seconds == 180
    now = watch._now()
    monkeypatch.setattr(watch, "_now", lambda: (now[0] + 100, now[1] + 100))
    watch.look()
    assert not seated.seating.lock_.closed
    monkeypatch.setattr(watch, "_now", lambda: (now[0] + 100, now[1] + 200))
    watch.look()
    assert seated.seating.lock_.closed


def test_a_desk_without_account_or_passphrase_says_that_it_cannot_be_locked(
    sample_window: MainWindow, qtbot: QtBot
) -> None:
    assert sample_window.frame is not None
    sample_window.seating.lock()
    assert not sample_window.seating.lock_.closed
    assert "锁不住" in sample_window.frame.status.message.text()


def test_a_protected_desk_without_accounts_is_unlocked_by_its_passphrase(
    sample_window: MainWindow, sample_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def passphrase(path: Path, given: str) -> None:
        tried.append(given)
        if given != "春江水暖":
            raise WrongPassphrase(path)

    monkeypatch.setattr(sample_window.seating, "can_lock", lambda _desk: True)
    doors = sample_window.doors
    monkeypatch.setattr(
        sample_window.seating,
        "_doors",
        Doors(doors.open_desk, doors.new_desk, doors.make_demo, doors.self_check, passphrase),
    )
    dialog = lock(sample_window)
    dialog.secret.insert("不对")
    dialog.confirm()
    assert sample_window.seating.lock_.closed
    dialog.secret.insert("春江水暖")
    dialog.confirm()
    assert not sample_window.seating.lock_.closed
    assert tried == ["不对", "春江水暖"]


# -- the second person -------------------------------------------------------------------------------------------------


def test_the_second_person_is_asked_for_with_the_act_and_cannot_be_the_first(
    sample_window: MainWindow, sample_desk: Desk, qtbot: QtBot
) -> None:
    seen: list[str] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        first = sample_desk.seat.actor.name
        name = next(each for each in dialog.findChildren(QLineEdit) if each.isVisible())
        name.insert(first)
        dialog.confirm()
        qtbot.waitUntil(lambda: "不能是" in said(dialog))
        seen.append(said(dialog))
        name.setText("范伟雪")
        dialog.confirm()

    soon(act)
    second = ask_second(sample_window, sample_desk, "取消本台账的口令保护")
    assert "须两人办理的事项：取消本台账的口令保护" in seen[0]
    assert second is not None
    assert second.name == "范伟雪"
