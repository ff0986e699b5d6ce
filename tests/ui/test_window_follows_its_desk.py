"""What stands round the pages follows the desk: soundness, head, who sits there, and what may not be done."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from committee_desk.bootstrap import open_desk
from committee_desk.domain.roles import Role, Way
from committee_desk.services.account_views import NewAccount, Welcome
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.views import StepState
from committee_desk.ui.common import perform
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.frame.rail_lines import DONE, UNTOUCHED, rail_lines
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.seat.notice import notice_of
from committee_desk.ui.seat.password import PasswordDialog
from committee_desk.ui.seat.sign_in import SignInDialog
from committee_desk.ui.system.page import SystemPage
from tests.services.seated_desks import first_accounts
from tests.storage.test_damaged_desks import break_page, pages_of
from tests.ui.answering import Answers

Settled = Callable[[MainWindow], None]
ZHOU, FAN = "fu he ren 1", "jing ban ren 2"


@pytest.fixture
def seated(window: MainWindow, sample_desk: Desk, actor: Actor, settled: Settled) -> Iterator[MainWindow]:
    """The window with 周敏 at the desk of the sample office."""
    accounts = [
        NewAccount("zhou", "周敏", (Role.REVIEWER,), ZHOU),
        NewAccount("fan", "范伟雪", (Role.OPERATOR,), FAN),
    ]
    first_accounts(sample_desk, actor, Way.PLAIN, accounts)
    sample_desk.seating.sign_in("zhou", ZHOU)
    window.show_desk(sample_desk, "people")
    window.show()
    settled(window)
    yield window
    if window.seating.lock_.dialog is not None:
        window.seating.lock_.dialog.deleteLater()


def standing(window: MainWindow) -> str:
    assert window.frame is not None
    return window.frame.status.head.said


# -- soundness and head ------------------------------------------------------------------------------------------------


@pytest.mark.breaks_the_desk
def test_the_status_bar_says_what_the_whole_check_found(
    system: Callable[[str], SystemPage], sample_window: MainWindow, sample_desk: Desk, settled: Settled
) -> None:
    frame = sample_window.frame
    assert frame is not None
    page = system("check")
    frame._check()
    settled(sample_window)
    assert frame.status.sound.said == "台账完好"
    for broken in pages_of(sample_desk.path, "reviews"):
        break_page(sample_desk.path, broken)
    page.check.check()
    settled(sample_window)
    assert frame.status.sound.said == ""
    assert "个问题" in frame.status.broken.said
    frame.lead_to("desk")
    frame.status.broken.click()
    assert page.tabs.currentWidget() is page.check


def test_the_head_follows_an_act_that_nobody_announced(
    seated: MainWindow, sample_desk: Desk, qtbot: QtBot, settled: Settled
) -> None:
    qtbot.waitUntil(lambda: standing(seated) != "")
    settled(seated)
    before = standing(seated)
    sample_desk.accounts.reset(sample_desk.seat.actor, "fan", "忘记密码")
    qtbot.waitUntil(lambda: standing(seated) != before)
    settled(seated)
    once = standing(seated)
    sample_desk.accounts.reset(sample_desk.seat.actor, "fan", "又忘了")
    qtbot.waitUntil(lambda: standing(seated) != once)
    settled(seated)
    assert seated.frame is not None
    assert "别处" not in seated.frame.status.message.text()


def test_who_may_not_see_the_journal_sees_when_it_was_saved(
    seated: MainWindow, sample_desk: Desk, qtbot: QtBot, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seated.place, "may", lambda right: right.value != "see_journal")
    assert seated.frame is not None
    seated.frame.status.saved.say("")
    seated.frame.read_state()
    settled(seated)
    qtbot.waitUntil(lambda: seated.frame is not None and "已保存" in seated.frame.status.saved.said)


# -- the lock and the seat ---------------------------------------------------------------------------------------------


def test_ctrl_l_locks_while_a_dialog_is_open(seated: MainWindow, qtbot: QtBot) -> None:
    dialog, field = FormDialog(seated, "加分", "记入"), QLineEdit()
    dialog.add_row("说明", field)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.focusWindow() is dialog.windowHandle())
    field.setText("写到一半")
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: seated.seating.lock_.closed)
    assert not field.isVisible()
    lock = seated.seating.lock_.dialog
    assert lock is not None
    lock.secret.setText(ZHOU)
    lock.confirm()
    assert not seated.seating.lock_.closed
    assert field.text() == "写到一半"
    dialog.reject()


def test_a_reading_that_meets_a_forced_change_of_password_puts_no_box_before_it(
    seated: MainWindow, sample_desk: Desk, settled: Settled
) -> None:
    given = sample_desk.accounts.reset(sample_desk.seat.actor, "fan", "忘记密码").password
    boxes = Answers([lambda box: box.close()], ProgressDialog)
    sample_desk.seating.sign_in("fan", given)
    assert seated.frame is not None
    page = seated.frame.pages.current
    page.read(lambda: sample_desk.people.roster(2026), lambda _rows: None, kind="meets a forced change")
    settled(seated)
    assert boxes.end() == 1, "no box opened"


def test_who_leaves_the_forced_change_leaves_a_cover_and_the_former_person_comes_back(
    seated: MainWindow, sample_desk: Desk, qtbot: QtBot, settled: Settled, answers: Callable[..., Answers]
) -> None:
    given = sample_desk.accounts.reset(sample_desk.seat.actor, "fan", "忘记密码").password

    def sign_in(box: object) -> None:
        assert isinstance(box, SignInDialog)
        box.login.setText("fan")
        box.password.setText(given)
        box.confirm()

    def leave(box: object) -> None:
        assert isinstance(box, PasswordDialog)
        qtbot.keyClick(box, Qt.Key.Key_Escape)

    answers(sign_in, leave)
    kept = seated.frame
    seated.seating.switch()
    lock = seated.seating.lock_.dialog
    assert lock is not None
    assert kept is not None
    assert not kept.isVisible()
    assert sample_desk.seat.session is None
    assert lock.login.text() == "zhou"
    lock.secret.setText(ZHOU)
    lock.confirm()
    qtbot.waitUntil(lambda: not seated.seating.lock_.closed, timeout=60_000)
    settled(seated)
    assert seated.frame is kept
    assert sample_desk.seat.session is not None
    assert sample_desk.seat.session.login == "zhou"


def test_the_notice_says_before_whom_to_tell_and_what_failed_as_second_person(
    seated: MainWindow, sample_desk: Desk
) -> None:
    told = Welcome("fan", "范伟雪", (Role.OPERATOR,), None, 3, (), None, must_change=False, refused_as_second=1)
    assert "此前有 2 次密码输错" in notice_of(told)
    assert "有 1 次以您的名义作第二人确认时密码输错" in notice_of(told)
    assert "管理员" not in notice_of(told)
    assert "告诉管理员" in notice_of(told, tells=True)


# -- a desk that is not to be written ----------------------------------------------------------------------------------


@pytest.mark.breaks_the_desk
def test_a_damaged_desk_invents_nothing_stacks_no_boxes_and_takes_no_import(
    window: MainWindow, sample_desk: Desk, settled: Settled, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    boxes: list[str] = []
    for show in ("show_refusal", "show_trouble"):
        monkeypatch.setattr(perform, show, lambda _parent, text: boxes.append(text))
    for broken in pages_of(sample_desk.path, "calendar_days"):
        break_page(sample_desk.path, broken)
    desk = open_desk(sample_desk.path)
    window.show_desk(desk, "desk")
    window.show()
    settled(window)
    frame = window.frame
    assert frame is not None
    frame._check()
    qtbot.waitUntil(lambda: window.place.no_writing != "")
    settled(window)
    page = frame.pages.current
    assert page is not None
    seen = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert any("工作台没有读出来" in each for each in seen)
    assert "待办与到期" not in seen
    assert boxes == []
    assert not page.import_button.isEnabled()  # type: ignore[attr-defined] # the page's own
    assert "已损坏" in page.import_button.toolTip()  # type: ignore[attr-defined]
    system = frame.lead_to("system", "backup")
    settled(window)
    assert not system.backup.now.isEnabled()  # type: ignore[attr-defined]
    assert "已损坏" in system.backup.now.toolTip()  # type: ignore[attr-defined]
    frame.lead_to("desk")
    qtbot.keyClick(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.activeModalWidget() is None
    window.close()


# -- rail, focus, small window -----------------------------------------------------------------------------------------


def test_a_step_of_others_is_barred_and_not_done() -> None:
    states = {"ranking": StepState("ranking", DONE, 3)}
    line = next(each for each in rail_lines(states, {"ranking"}) if each.place and each.place.id == "ranking")
    assert (line.state, line.owed, line.word) == (UNTOUCHED, 0, "您的角色不能查看")


def test_a_click_on_a_tab_of_the_system_leaves_the_focus_on_the_tabs(
    system: Callable[[str], SystemPage], qtbot: QtBot
) -> None:
    page = system("journal")
    bar = page.tabs.tabBar()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert page.tabs.currentIndex() == 1
    assert page.window().focusWidget() is bar


def test_esc_in_the_palette_gives_the_focus_back(sample_window: MainWindow, qtbot: QtBot) -> None:
    before = sample_window.focusWidget()
    assert before is not None
    sample_window.finding.open_palette()
    field = sample_window.focusWidget()
    assert field is not before
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert sample_window.focusWidget() is before


@pytest.mark.qt_log_ignore("grabbing")
def test_f10_opens_the_menu(sample_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = sample_window.frame
    assert frame is not None
    opened: list[bool] = []
    frame.top.menu_button.menu().aboutToShow.connect(lambda: (opened.append(True), _shut_soon(frame.top.menu_button)))
    qtbot.waitUntil(sample_window.isActiveWindow)
    qtbot.keyClick(sample_window, Qt.Key.Key_F10)
    assert opened


def _shut_soon(button: object) -> None:
    QTimer.singleShot(50, button.menu().close)  # type: ignore[attr-defined]


def test_a_small_window_still_says_who_sits_there(seated: MainWindow) -> None:
    seated.resize(683, 384)
    frame = seated.frame
    assert frame is not None
    frame.status.show_narrow(narrow=True)
    assert frame.status.who.isVisible()
    assert frame.status.who.said == "周敏"
    frame.status.show_narrow(narrow=False)
    assert frame.status.who.said == "周敏（复核）"


@pytest.mark.parametrize(("tab", "word"), [("accounts", "密码单"), ("backup", "第二文件夹"), ("check", "全面核查")])
def test_f1_on_the_system_page_speaks_of_the_tab_in_view(
    tab: str, word: str, system: Callable[[str], SystemPage]
) -> None:
    assert word in system(tab).help_text()
