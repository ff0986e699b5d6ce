"""The booth: one rater after the other at this PC, nothing of the desk in reach, and a locked desk afterwards."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.roles import Role, Way
from committee_desk.domain.rounds import RoundKind
from committee_desk.services.account_views import NewAccount
from committee_desk.services.actor import Actor
from committee_desk.services.booth_views import RaterCode
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.ui.booth.ballot_screen import UNTOUCHED
from committee_desk.ui.booth.door import open_booth
from committee_desk.ui.booth.window import BoothWindow
from committee_desk.ui.common.messages import Message
from committee_desk.ui.main_window import MainWindow
from committee_desk.ui.slips.line import HIGH, SlipLine
from committee_desk.wording.language import CHINESE, ENGLISH, use_language
from tests.imports.workbooks import read, workbook
from tests.services.seated_desks import SECRET, first_accounts
from tests.ui.answering import Answers, typed
from tests.ui.open_rounds import YEAR, opened_round, with_people

Key, Ctrl, Alt = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
WORD = "leave4me"
Settled = Callable[[MainWindow], None]


class Rater:
    """Somebody in the booth, with an envelope."""

    def __init__(self, window: MainWindow) -> None:
        booth = window.seating.lock_.booth
        assert isinstance(booth, BoothWindow)
        self.booth = booth

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.booth.focusWidget() or self.booth, key, held)
        QApplication.processEvents()

    def keys(self, text: str) -> None:
        for each in text:
            QTest.keyClicks(self.booth.focusWidget(), each)
        QApplication.processEvents()

    def enters(self, code: str) -> None:
        self.booth.code.code.clear()
        self.keys(code)
        self.key(Key.Key_Return)

    def marks(self, *marks: str) -> None:
        for mark in marks:
            self.keys(mark)
            if mark != "-":
                self.key(Key.Key_Return)

    @property
    def lines(self) -> tuple[SlipLine, ...]:
        return tuple(each for each in self.booth.findChildren(SlipLine) if each.isVisible())

    @property
    def said(self) -> str:
        words = [each.text() for each in self.booth.findChildren(QLabel) if each.isVisible()]
        words += [each.text() for each in self.booth.findChildren(QPushButton) if each.isVisible()]
        return "\n".join([*words, *(each.told for each in self.lines)])


@pytest.fixture
def office(desk: Desk, actor: Actor) -> Desk:
    """The sample office's people."""
    return with_people(desk, actor)


@pytest.fixture
def voting(
    window: MainWindow, office: Desk, actor: Actor, settled: Settled, qtbot: QtBot, qapp: QApplication
) -> Iterator[Callable[..., Rater]]:
    """The window, become the booth of an open round."""

    def opened(kind: RoundKind = RoundKind.SCORE, cap: int | None = None) -> Rater:
        number = opened_round(office, actor, kind, cap)
        window.show_desk(office, "ballots")
        window.show()
        settled(window)
        Answers([typed(qtbot, WORD, WORD)], Message)
        open_booth(window.place, YEAR, number)
        qtbot.waitUntil(lambda: window.seating.lock_.booth is not None)
        return Rater(window)

    yield opened
    lock = window.seating.lock_
    if isinstance(lock.booth, BoothWindow):
        lock.booth.fence.lift()
        lock.booth.hide()
        lock.booth.deleteLater()
        lock.booth = None
    if lock.dialog is not None:
        lock.dialog.deleteLater()


@pytest.fixture
def envelopes(office: Desk, actor: Actor) -> Callable[[BallotClass], list[RaterCode]]:
    """The codes of a class, as envelopes bear them; its raters who are rated first."""

    def of(ballot_class: BallotClass) -> list[RaterCode]:
        made = office.booth.make_codes(actor, YEAR, 1).codes
        rated = {each.participant.code for each in office.rounds.card(YEAR, 1).rated}
        mine = [each for each in made if each.ballot_class is ballot_class]
        return sorted(mine, key=lambda each: each.person not in rated)

    return of


# -- voting ------------------------------------------------------------------------------------------------------------


def test_a_rater_votes_looks_it_over_and_reads_when_the_ballot_is_written(
    voting: Callable[..., Rater], envelopes: Callable[[BallotClass], list[RaterCode]], office: Desk
) -> None:
    rater, mine = voting(), envelopes(BallotClass.C)[0]
    rater.enters(mine.code)
    (own,) = [each for each in rater.lines if not each.open]
    assert (own.rated.code, own.told) == (mine.person, "本人，不评自己")
    assert own.field.isHidden()
    rater.marks("85", "-", *["90"] * (len(rater.lines) - 3))
    rater.key(Key.Key_Return)
    assert "请看一遍" in rater.said
    assert [each.told for each in rater.lines if each is not own][:3] == ["85", "弃权", "90"]
    assert "已评 17 人，弃权 1 人，空白 0 人" in rater.said
    rater.key(Key.Key_Return)
    assert "谢谢，您的票已经投出" in rater.said
    assert "等到 10 张时任意抽出 5 张一起写入，其余接着等；都投完或者本轮计票时，全部一起写入" in rater.said
    assert "写入以前如果电脑断电或程序中断，等着的票（每个票类最多 9 张）就没有了" in rater.said
    assert office.booth.waiting() == 1
    rater.key(Key.Key_Return)
    rater.enters(mine.code)
    assert "这个验证码已经投过票" in rater.said
    assert not rater.lines


def test_grades_are_buttons_with_one_key_each(
    voting: Callable[..., Rater], envelopes: Callable[[BallotClass], list[RaterCode]], office: Desk
) -> None:
    rater, mine = voting(RoundKind.GRADE), envelopes(BallotClass.C)[0]
    rater.enters(mine.code)
    rater.keys("12345" + "2" * (len(rater.lines) - 6))
    assert rater.booth.focusWidget() is rater.booth.ballot.go  # type: ignore[union-attr]
    rater.key(Key.Key_Return)
    told = [each.told for each in rater.lines if each.rated.code != mine.person]
    assert told[:6] == ["优秀", "称职", "基本称职", "不称职", "弃权", "称职"]
    rater.key(Key.Key_Return)
    assert office.booth.waiting() == 1


def test_what_would_make_the_ballot_invalid_is_said_before_it_is_cast(
    voting: Callable[..., Rater], envelopes: Callable[[BallotClass], list[RaterCode]], office: Desk
) -> None:
    rater, mine = voting(cap=2), envelopes(BallotClass.C)[0]
    rater.enters(mine.code)
    assert "打 85 分及以上算优秀，最多 2 人" in rater.said
    open_lines = len(rater.lines) - 1
    for _ in range(open_lines):
        rater.key(Key.Key_Return)
    rater.key(Key.Key_Return)
    assert "空白超过一半，这样的票无效" in rater.said
    assert rater.booth.focusWidget() is rater.lines[0].field
    rater.marks(*["95"] * open_lines)
    rater.key(Key.Key_Return)
    assert "评为优秀的有 18 人，每票最多 2 人" in rater.said
    assert office.booth.waiting() == 0


def test_a_ballot_that_was_left_is_nowhere_and_its_code_stays_good(
    voting: Callable[..., Rater], envelopes: Callable[[BallotClass], list[RaterCode]], office: Desk
) -> None:
    rater, mine = voting(), envelopes(BallotClass.C)[0]
    rater.enters(mine.code)
    rater.marks("85")
    ballot = rater.booth.ballot
    assert ballot is not None
    assert (ballot._untouched.isActive(), ballot._untouched.interval()) == (True, UNTOUCHED)
    ballot._untouched.timeout.emit()  # nobody touched it for ten minutes
    QApplication.processEvents()
    assert not rater.lines
    assert rater.booth.code.code.text() == ""
    rater.enters(mine.code)
    assert {each.field.value for each in rater.lines if each.open} == {""}
    assert office.booth.waiting() == 0


# -- whose line it is --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", [CHINESE, ENGLISH])
def test_whose_line_it_is_reads_whole_on_a_small_screen(
    voting: Callable[..., Rater], envelopes: Callable[[BallotClass], list[RaterCode]], language: str
) -> None:
    """1366×768 at 200 % is half of that for the program."""
    use_language(language)
    try:
        rater, mine = voting(RoundKind.GRADE), envelopes(BallotClass.C)[0]
        rater.booth.showNormal()
        rater.booth.resize(683, 384)
        rater.enters(mine.code)
        QApplication.processEvents()
        assert [each.rated.name for each in rater.lines if not each.reads_whole] == []
        for each in rater.lines:
            assert each.open == each.field.isVisible()
            assert not each.open or each.rect().contains(each.field.geometry())
            assert each.open or each.height() == HIGH
        rater.keys("2" * (len(rater.lines) - 1))
        rater.key(Key.Key_Return)
        assert all(not each.open for each in rater.lines)
        assert [each.rated.name for each in rater.lines if not each.reads_whole] == []
    finally:
        use_language(CHINESE)


def test_two_of_one_name_in_one_department_bear_their_numbers(
    voting: Callable[..., Rater],
    envelopes: Callable[[BallotClass], list[RaterCode]],
    office: Desk,
    tmp_path: Path,
) -> None:
    rows = [{"工号": f"J90{at}", "姓名": "张三", "部门": "第一检察部", "人员类别": "检察官"} for at in (1, 2)]
    read(office, Kind.PEOPLE, workbook(tmp_path / "同名.xlsx", rows))
    rater, mine = voting(), envelopes(BallotClass.C)[0]
    rater.enters(mine.code)
    names = [each.rated.name for each in rater.lines]
    assert {"张三（J901）", "张三（J902）"} <= set(names)
    assert all("（" not in name for name in names if "张三" not in name)


# -- nothing of the desk is reached ------------------------------------------------------------------------------------


def test_no_key_leads_out_of_the_booth(voting: Callable[..., Rater], window: MainWindow, qapp: QApplication) -> None:
    rater = voting()
    page = window.frame.pages.current if window.frame else None
    for key, held in (
        *((getattr(Key, f"Key_{letter}"), Ctrl) for letter in "KQLONPFHIE"),
        (Key.Key_PageDown, Ctrl), (Key.Key_PageUp, Ctrl), (Key.Key_W, Ctrl), (Key.Key_F4, Alt),
        *((getattr(Key, f"Key_F{at}"), Qt.KeyboardModifier.NoModifier) for at in (1, 5, 6, 10, 11)),
        (Key.Key_Escape, Qt.KeyboardModifier.NoModifier), (Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
    ):  # fmt: skip
        rater.key(key, held)
        assert rater.booth.isVisible()
        assert QApplication.activePopupWidget() is None
        others = [each for each in QApplication.topLevelWidgets() if each.isVisible() and isinstance(each, QDialog)]
        assert others == [rater.booth]
    rater.booth.close()
    window.close()
    assert rater.booth.isVisible()
    assert window.frame is not None
    assert window.frame.pages.current is page
    assert not window.frame.isVisible()
    assert "演练县" not in window.windowTitle()


def test_neither_menu_nor_tooltip_opens_and_nothing_is_copied_or_pasted(
    voting: Callable[..., Rater], envelopes: Callable[[BallotClass], list[RaterCode]], qapp: QApplication
) -> None:
    rater, mine = voting(), envelopes(BallotClass.C)[0]
    qapp.clipboard().setText("台账的内容")
    rater.key(Key.Key_V, Ctrl)
    assert rater.booth.code.code.text() == ""
    rater.enters(mine.code)
    rater.keys("87")
    field = rater.booth.focusWidget()
    assert field is not None
    rater.key(Key.Key_A, Ctrl)
    field.selectAll()  # type: ignore[attr-defined]
    rater.key(Key.Key_C, Ctrl)
    assert qapp.clipboard().text() == "台账的内容"
    _send_menu_and_tip(field)
    _send_menu_and_tip(rater.lines[0])
    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]
    assert not QToolTip.isVisible()


def _send_menu_and_tip(widget: QWidget) -> None:
    at = QPoint(3, 3)
    QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at)))
    QApplication.sendEvent(widget, QHelpEvent(QHelpEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    QApplication.processEvents()


# -- leaving -----------------------------------------------------------------------------------------------------------


def test_the_leaving_word_ends_the_booth_and_the_desk_is_locked(
    voting: Callable[..., Rater], window: MainWindow
) -> None:
    rater = voting()
    rater.key(Key.Key_Tab)
    rater.key(Key.Key_Tab)
    rater.key(Key.Key_Return)
    assert "请输入打开测评间时定的离开口令" in rater.said
    rater.keys("guessed")
    rater.key(Key.Key_Return)
    assert "离开口令不对" in rater.said
    rater.keys(WORD)
    rater.key(Key.Key_Return)
    lock = window.seating.lock_
    assert lock.booth is None
    assert lock.dialog is not None
    assert lock.dialog.isVisible()
    assert window.frame is not None
    assert not window.frame.isVisible()
    lock.dialog.secret.setText("guessed")
    lock.dialog.confirm()
    assert lock.closed
    lock.dialog.secret.setText(WORD)
    lock.dialog.confirm()
    assert not lock.closed
    assert window.frame.isVisible()


def test_with_accounts_the_password_of_who_opened_it_ends_the_booth(
    window: MainWindow, office: Desk, actor: Actor, settled: Settled, qtbot: QtBot
) -> None:
    number = opened_round(office, actor)
    accounts = [
        NewAccount("zhou", "周敏", (Role.REVIEWER,), SECRET),
        NewAccount("fan", "范伟雪", (Role.OPERATOR,), SECRET),
    ]
    first_accounts(office, actor, Way.PLAIN, accounts)
    office.seating.sign_in("fan", SECRET)
    window.show_desk(office, "ballots")
    window.show()
    settled(window)
    Answers([lambda dialog: qtbot.keyClick(dialog, Key.Key_Return, Ctrl)], Message)
    open_booth(window.place, YEAR, number)
    qtbot.waitUntil(lambda: window.seating.lock_.booth is not None)
    rater = Rater(window)
    rater.booth._show(rater.booth.leaving)
    assert "请输入范伟雪的密码" in rater.said
    rater.keys("guessed")
    rater.key(Key.Key_Return)
    assert rater.booth.isVisible()
    rater.booth.leaving.key.setText(SECRET)
    rater.key(Key.Key_Return)
    dialog = window.seating.lock_.dialog
    assert dialog is not None
    assert dialog.login.text() == "fan"
    dialog.secret.setText(SECRET)
    dialog.confirm()
    assert not window.seating.lock_.closed


def test_the_window_asks_before_waiting_ballots_are_lost_with_it(
    voting: Callable[..., Rater],
    envelopes: Callable[[BallotClass], list[RaterCode]],
    window: MainWindow,
    office: Desk,
    qtbot: QtBot,
) -> None:
    rater, mine = voting(), envelopes(BallotClass.C)[0]
    assert window.booth.may_close()
    rater.enters(mine.code)
    rater.marks(*["90"] * (len(rater.lines) - 1))
    rater.key(Key.Key_Return)
    rater.key(Key.Key_Return)
    rater.booth.fence.lift()
    window.seating.leave_booth(lambda word: word == WORD)
    lock = window.seating.lock_
    assert lock.dialog is not None
    lock.dialog.secret.setText(WORD)
    lock.dialog.confirm()
    qtbot.waitUntil(window.isActiveWindow)
    heard: list[str] = []

    def stay(dialog: QWidget) -> None:
        heard.append(dialog.accessibleDescription())
        dialog.reject()  # type: ignore[attr-defined]

    Answers([stay], type(None))  # type: ignore[arg-type]
    window.close()
    assert window.isVisible()
    assert heard[0].startswith("测评间还有 1 张票只在内存中，关闭后这些票作废")
    assert office.booth.waiting() == 1
