"""The wizard of a new desk: Enter leads through it, back keeps what was typed, nothing is written before the end."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.bootstrap import new_desk as founding
from committee_desk.bootstrap import unfit_place
from committee_desk.domain.journal import groups
from committee_desk.domain.roles import Way
from committee_desk.paths import resource
from committee_desk.services.access import Access
from committee_desk.services.actor import pc_user
from committee_desk.services.desk import Desk
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.messages import Message
from committee_desk.ui.system.account_forms import FirstAccountsDialog
from committee_desk.ui.welcome.new_desk import NewDeskDialog

CONFIRM = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
OFFICE, PASSPHRASE = "云川县人民检察院", "春江水暖鸭先知 2026"


def said(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def real(path: Path, office: str, year: int, *, passphrase: str | None) -> Desk:
    return founding(path, office, year, pc_user(), passphrase=passphrase, access=Access.WINDOW)


@pytest.fixture
def wizard(qtbot: QtBot, tmp_path: Path) -> NewDeskDialog:
    dialog = NewDeskDialog(None)
    qtbot.addWidget(dialog)
    dialog.folder.setText(str(tmp_path))
    dialog.sheet.setChecked(False)
    return dialog


def press(qtbot: QtBot, dialog: FormDialog) -> None:
    """Ctrl+Enter."""
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, *CONFIRM)


def enter(dialog: QWidget, text: str = "") -> None:
    """Type into the field that has the focus, then Enter."""
    field = dialog.focusWidget()
    if text:
        QTest.keyClicks(field, text) if text.isascii() else field.insert(text)  # type: ignore[attr-defined]
    QTest.keyClick(field, Qt.Key.Key_Return)


def going_through(wizard: NewDeskDialog, act: Callable[[], None]) -> Desk | None:
    """Act in the wizard while it is shown; what it founded."""

    def acting() -> None:
        try:
            act()
        finally:
            if wizard.isVisible():
                wizard.reject()

    QTimer.singleShot(50, acting)
    return wizard.found(real)


def test_all_that_is_wrong_with_a_step_is_said_at_once(qtbot: QtBot, wizard: NewDeskDialog) -> None:
    def act() -> None:
        wizard.year.selectAll()
        qtbot.keyClicks(wizard.year, "1999")
        press(qtbot, wizard)
        assert wizard.year.value() == 1999
        qtbot.waitUntil(lambda: "请填写单位名称。" in said(wizard))
        assert "年度 1999 不能使用" in said(wizard)
        assert wizard.focusWidget() is wizard.office
        qtbot.waitUntil(lambda: not overlapping(wizard))

    assert going_through(wizard, act) is None


def overlapping(dialog: NewDeskDialog) -> list[tuple[str, str]]:
    """Pairs of labels and fields drawn over each other."""
    shown = [each for each in [*dialog.findChildren(QLabel), dialog.year] if each.isVisible() and each.height()]
    places = [(each, each.rect().translated(each.mapTo(dialog, each.rect().topLeft()))) for each in shown]
    found = [
        (str(one), str(other))
        for at, (one, place) in enumerate(places)
        for other, its in places[at + 1 :]
        if place.intersects(its) and not one.isAncestorOf(other) and not other.isAncestorOf(one)
    ]
    squeezed = [(str(each), "") for each in shown if each.height() < each.heightForWidth(each.width())]
    return found + squeezed


def test_a_file_that_exists_is_refused_in_the_field_of_its_name(
    qtbot: QtBot, wizard: NewDeskDialog, tmp_path: Path
) -> None:
    (tmp_path / f"{OFFICE}.desk").write_text("something else")

    def act() -> None:
        wizard.office.insert(OFFICE)
        assert wizard.file.text() == f"{OFFICE}.desk"
        press(qtbot, wizard)
        qtbot.waitUntil(lambda: f"“{tmp_path / (OFFICE + '.desk')}”已经存在" in said(wizard))
        assert wizard.focusWidget() is wizard.file
        wizard.file.setText("另一本")
        assert wizard.path == tmp_path / "另一本.desk"
        wizard.office.setText("某院")
        assert wizard.file.text() == "另一本"

    assert going_through(wizard, act) is None
    assert (tmp_path / f"{OFFICE}.desk").read_text() == "something else"


def test_enter_alone_leads_through_to_a_protected_desk_with_accounts(
    qtbot: QtBot, wizard: NewDeskDialog, tmp_path: Path
) -> None:
    def act() -> None:
        enter(wizard, OFFICE)
        for _ in ("year", "file", "folder", "next"):
            enter(wizard)
        assert wizard.at == 1
        enter(wizard, PASSPHRASE)
        enter(wizard, PASSPHRASE)
        for _ in ("not declined", "next"):
            enter(wizard)
        assert wizard.at == 2
        for text in ("周敏", "zhoumin", "fu he ren 1", "fu he ren 1", "范伟雪", "fan", "jing ban 2", "jing ban 2"):
            enter(wizard, text)
        enter(wizard)
        assert wizard.at == 3
        for _ in ("no certificate now", "next"):
            enter(wizard)
        assert wizard.at == 4
        assert "范伟雪（经办）" in said(wizard)
        assert "签章证书：以后制作" in said(wizard)
        assert list(tmp_path.iterdir()) == []
        enter(wizard)

    desk = going_through(wizard, act)
    assert desk is not None
    with desk:
        assert desk.identity().protected
        assert desk.seat.has_accounts
        assert desk.seat.way is Way.PLAIN
        assert desk.seating.sign_in("zhoumin", "fu he ren 1").holder == "周敏"


def test_a_passphrase_is_declined_only_by_saying_so(qtbot: QtBot, wizard: NewDeskDialog) -> None:
    def act() -> None:
        wizard.office.insert(OFFICE)
        press(qtbot, wizard)
        press(qtbot, wizard)
        assert wizard.at == 1
        qtbot.waitUntil(lambda: "请设口令" in said(wizard))
        wizard.open_file.setFocus()
        qtbot.keyClick(wizard.open_file, Qt.Key.Key_Space)
        press(qtbot, wizard)
        assert wizard.at == 2
        wizard.accounts.none.setChecked(True)
        press(qtbot, wizard)
        press(qtbot, wizard)
        assert "不设口令，不加密" in said(wizard)
        press(qtbot, wizard)

    desk = going_through(wizard, act)
    assert desk is not None
    with desk:
        assert not desk.identity().protected
        assert not desk.seat.has_accounts


def test_back_keeps_what_was_typed_and_cancel_leaves_no_file(
    qtbot: QtBot, wizard: NewDeskDialog, tmp_path: Path
) -> None:
    def act() -> None:
        wizard.office.insert(OFFICE)
        press(qtbot, wizard)
        wizard.passphrase.setText(PASSPHRASE)
        qtbot.mouseClick(wizard.back, Qt.MouseButton.LeftButton)
        assert (wizard.at, wizard.office.text()) == (0, OFFICE)
        press(qtbot, wizard)
        assert wizard.passphrase.text() == PASSPHRASE
        qtbot.keyClick(wizard, Qt.Key.Key_Escape)

    assert going_through(wizard, act) is None
    assert list(tmp_path.iterdir()) == []


def test_the_certificate_of_the_office_is_made_with_the_desk_before_a_second_person(
    qtbot: QtBot, wizard: NewDeskDialog
) -> None:
    told: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, Message):
            QTimer.singleShot(20, read)
            return
        told.append(said(dialog))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    def act() -> None:
        wizard.office.insert(OFFICE)
        press(qtbot, wizard)
        wizard.open_file.setChecked(True)
        press(qtbot, wizard)
        wizard.accounts.none.setChecked(True)
        press(qtbot, wizard)
        assert wizard.at == 3
        qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Space)
        enter(wizard)
        for text in ("spring river seal", "spring river moon"):
            enter(wizard, text)
        press(qtbot, wizard)
        qtbot.waitUntil(lambda: "两次输入的签章口令不一致" in said(wizard))
        assert "请填写第二人" in said(wizard)
        assert wizard.focusWidget() is wizard.certificate.again
        wizard.certificate.again.selectAll()
        for text in ("spring river seal", "王芳"):
            enter(wizard, text)
        enter(wizard)
        assert "签章证书：现在制作，第二人 王芳" in said(wizard)
        read()
        enter(wizard)

    desk = going_through(wizard, act)
    assert desk is not None
    with desk:
        view = desk.certificates.view()
        assert view.seal is not None
        assert view.seal.countersigned == "王芳"
        assert view.trusted
        assert view.anchor is not None
        assert groups(view.anchor.fingerprint)[:39] in told[0]


def test_three_powers_are_three_people(qtbot: QtBot, wizard: NewDeskDialog) -> None:
    def act() -> None:
        wizard.office.insert(OFFICE)
        press(qtbot, wizard)
        wizard.open_file.setChecked(True)
        press(qtbot, wizard)
        wizard.accounts.strict.setChecked(True)
        for line, (holder, login) in zip(
            wizard.accounts.lines, (("周敏", "a"), ("周敏", "b"), ("范伟雪", "b")), strict=False
        ):
            for field, text in zip(line.fields, (holder, login, "kou ling 9", "kou ling 9"), strict=True):
                field.setText(text)
        press(qtbot, wizard)
        assert wizard.at == 2
        qtbot.waitUntil(lambda: "周敏列了两次" in said(wizard))
        assert "登录名“b”用了两次" in said(wizard)

    assert going_through(wizard, act) is None


@pytest.mark.parametrize("secretary", [False, True])
def test_the_summary_says_when_nobody_but_the_administrator_could_confirm(
    qtbot: QtBot, wizard: NewDeskDialog, secretary: bool
) -> None:
    def act() -> None:
        wizard.office.insert(OFFICE)
        press(qtbot, wizard)
        wizard.open_file.setChecked(True)
        press(qtbot, wizard)
        wizard.accounts.strict.setChecked(True)
        names = (("周敏", "a"), ("李强", "b"), ("范伟雪", "c"), ("孙丽", "d"))
        for line, (holder, login) in list(zip(wizard.accounts.lines, names, strict=True))[: 3 + secretary]:
            for field, text in zip(line.fields, (holder, login, "kou ling 9", "kou ling 9"), strict=True):
                field.setText(text)
        press(qtbot, wizard)
        press(qtbot, wizard)
        assert wizard.at == 4
        assert ("能作第二人确认的只有管理员" in said(wizard)) is not secretary

    assert going_through(wizard, act) is None


def test_a_folder_that_another_program_copies_elsewhere_is_refused_in_the_first_step(
    qtbot: QtBot, tmp_path: Path
) -> None:
    wizard = NewDeskDialog(None, unfit_place)
    qtbot.addWidget(wizard)
    folder = tmp_path / "我的坚果云"
    folder.mkdir()

    def act() -> None:
        wizard.office.insert(OFFICE)
        wizard.folder.setText(str(folder))
        press(qtbot, wizard)
        assert wizard.at == 0
        qtbot.waitUntil(lambda: "坚果云" in said(wizard) and "同步" in said(wizard))
        wizard.folder.setText(str(tmp_path))
        press(qtbot, wizard)
        assert wizard.at == 1
        assert "不加密" not in wizard.consequence.text()

    assert going_through(wizard, act) is None


def test_the_folder_that_is_proposed_is_there(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _which: str(tmp_path / "Documents"))
    wizard = NewDeskDialog(None)
    qtbot.addWidget(wizard)
    assert Path(wizard.folder.text()).is_dir()


@pytest.mark.parametrize("way", ["plain", "strict", "none"])
def test_the_wizard_fits_a_small_screen(qtbot: QtBot, wizard: NewDeskDialog, way: str) -> None:
    getattr(wizard.accounts, way).setChecked(True)
    wizard.show()
    wizard.show_step(2)
    room = QApplication.primaryScreen().availableGeometry()
    assert wizard.height() <= room.height()
    assert wizard.verb.isVisible()


def test_a_wizard_of_one_step_counts_none(qtbot: QtBot) -> None:
    dialog = FirstAccountsDialog(None)  # type: ignore[arg-type] # stands alone here
    qtbot.addWidget(dialog)
    dialog.show_step(0)
    assert dialog.where.text() == "工作方式和账号"


def test_enter_comes_to_a_filled_field_with_its_text_selected(qtbot: QtBot, wizard: NewDeskDialog) -> None:
    def act() -> None:
        wizard.office.insert(OFFICE)
        wizard.year.setFocus()
        enter(wizard)
        assert wizard.focusWidget() is wizard.file
        assert wizard.file.selectedText() == wizard.file.text() != ""

    assert going_through(wizard, act) is None


def test_a_character_that_no_file_name_may_have_is_refused_and_not_dropped(qtbot: QtBot, wizard: NewDeskDialog) -> None:
    def act() -> None:
        wizard.office.insert(OFFICE)
        wizard.file.setText("考评/2026?")
        press(qtbot, wizard)
        assert wizard.at == 0
        QApplication.processEvents()  # a banner is seen once it was laid out
        assert "/ ?" in said(wizard)
        assert wizard.focusWidget() is wizard.file

    assert going_through(wizard, act) is None


def test_shift_tab_comes_back_to_the_way_that_is_chosen(qtbot: QtBot, wizard: NewDeskDialog) -> None:
    def act() -> None:
        wizard.show_step(2)
        wizard.accounts.strict.setChecked(True)
        wizard.accounts.lines[0].holder.setFocus()
        qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Backtab)
        assert wizard.focusWidget() is wizard.accounts.strict
        qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Tab)
        assert wizard.focusWidget() is wizard.accounts.lines[0].holder

    assert going_through(wizard, act) is None


def test_the_focus_frames_a_radio_button() -> None:
    sheet = resource("style", "window.qss").read_text(encoding="utf-8")
    assert "QRadioButton:focus { border-color: $accent; }" in sheet
