"""What was typed into a form is not thrown away without a question, and what is wrong in it is said once, in full."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from committee_desk.ui.common.dialogs import FIELD_HIGH, FormDialog
from committee_desk.ui.common.messages import Message
from committee_desk.ui.common.person_field import Named, PersonField
from committee_desk.ui.common.surfaces import Banner

LONG = (
    "熊鹏 已书面撤回对得分的异议（2026-异-002），不能以同一理由再次提出。有新的事实和理由的，请填写“新的事实和理由”；"
    * 2
)
Key = Qt.Key


@pytest.fixture
def form(qtbot: QtBot, stays: None) -> Iterator[FormDialog]:
    """A form of two fields, one filled in by the program, on the screen."""
    dialog = FormDialog(None, "登记", "登记")
    dialog.first, dialog.second = QLineEdit(), QLineEdit("范伟雪")  # type: ignore[attr-defined]
    dialog.add_row("理由", dialog.first, "照申请表填写")  # type: ignore[attr-defined]
    dialog.add_row("接收人", dialog.second)  # type: ignore[attr-defined]
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.first.setFocus()  # type: ignore[attr-defined]
    yield dialog
    dialog.done(0)
    dialog.deleteLater()


def answered(qtbot: QtBot, *keys: Key) -> list[str]:
    """Answers the question with these keys; what was asked."""
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, Message):
            asked.append("\n".join(each.text() for each in box.findChildren(QLabel)))
            for key in keys:
                qtbot.keyClick(box.focusWidget() or box, key)

    QTimer.singleShot(100, answer)
    return asked


def test_esc_in_an_untouched_form_leaves_it_at_once(form: FormDialog, qtbot: QtBot) -> None:
    form.second.setText("彭强涛")  # type: ignore[attr-defined] # the program's own doing
    qtbot.keyClick(form.focusWidget(), Key.Key_Escape)
    assert not form.isVisible()


def test_esc_after_typing_asks_and_stays_by_default_with_what_was_typed(form: FormDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.focusWidget(), "abc")
    asked = answered(qtbot, Key.Key_Return)
    qtbot.keyClick(form.focusWidget(), Key.Key_Escape)
    assert asked
    assert "填写的内容还没有保存" in asked[0]
    assert form.isVisible()
    assert form.first.text() == "abc"  # type: ignore[attr-defined]


def test_giving_up_what_was_typed_is_one_tab_and_one_enter_away(form: FormDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.focusWidget(), "abc")
    asked = answered(qtbot, Key.Key_Tab, Key.Key_Return)
    form.cancel.setFocus()
    qtbot.keyClick(form.cancel, Key.Key_Space)
    assert asked
    assert not form.isVisible()


def test_what_was_typed_and_taken_out_again_is_not_asked_about(form: FormDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.focusWidget(), "a")
    qtbot.keyClick(form.focusWidget(), Key.Key_Backspace)
    qtbot.keyClick(form.focusWidget(), Key.Key_Escape)
    assert not form.isVisible()


def shown(form: FormDialog) -> list[str]:
    return [each.text() for each in form.findChildren(QLabel) if each.isVisible() and each.text()]


def test_one_error_is_said_once_at_its_field_and_goes_when_the_field_changes(form: FormDialog, qtbot: QtBot) -> None:
    form.refuse_all([("请填写理由。", form.first)])  # type: ignore[attr-defined]
    qtbot.wait(50)
    assert shown(form).count("请填写理由。") == 1
    assert not form.findChildren(Banner)
    qtbot.keyClicks(form.focusWidget(), "a")
    assert "请填写理由。" not in shown(form)
    assert "照申请表填写" in shown(form)


def test_several_errors_stand_at_their_fields_under_one_banner_that_goes_with_the_last(
    form: FormDialog, qtbot: QtBot
) -> None:
    form.refuse_all([("请填写理由。", form.first), ("没有这个人。", form.second)])  # type: ignore[attr-defined]
    qtbot.wait(50)
    banner = "有 2 处要改正，每一处的原因写在该项下面。"
    assert {banner, "请填写理由。", "没有这个人。"} <= set(shown(form))
    qtbot.keyClicks(form.first, "a")  # type: ignore[attr-defined]
    qtbot.wait(50)
    assert {banner, "没有这个人。"} <= set(shown(form))
    qtbot.keyClicks(form.second, "a")  # type: ignore[attr-defined]
    qtbot.wait(50)
    assert banner not in shown(form)


def test_a_refusal_of_many_lines_is_seen_whole_in_a_form_as_high_as_the_screen(form: FormDialog, qtbot: QtBot) -> None:
    for at in range(30):
        form.add_row(f"第 {at} 项", QLineEdit())
    form.refuse(LONG)
    qtbot.wait(100)
    words = next(each for each in form.findChildren(QLabel) if each.text() == LONG)
    assert words.height() >= words.heightForWidth(words.width())
    assert words.heightForWidth(words.width()) > 3 * words.fontMetrics().lineSpacing()


def test_a_field_s_name_stands_beside_the_field_not_beside_its_hint(form: FormDialog, qtbot: QtBot) -> None:
    qtbot.wait(50)
    name = next(each for each in form.findChildren(QLabel) if each.text() == "理由")
    field = form.first  # type: ignore[attr-defined]
    top = field.mapTo(form, QPoint()).y()
    first_line = name.mapTo(form, QPoint(0, name.contentsMargins().top())).y()
    assert name.alignment() & Qt.AlignmentFlag.AlignTop
    assert abs(first_line + name.fontMetrics().lineSpacing() / 2 - (top + FIELD_HIGH / 2)) <= 4


def test_who_is_meant_stands_in_the_field_once_it_is_left(form: FormDialog, qtbot: QtBot) -> None:
    field = PersonField([Named("J005", "熊鹏", "第二检察部"), Named("J015", "朱康", "第一检察部")])
    form.add_row("申请人", field)
    qtbot.waitUntil(field.isVisible)
    field.setFocus()
    field.setText("xp")
    qtbot.keyClick(field, Key.Key_Backtab)
    assert field.text() == "熊鹏（J005）"
