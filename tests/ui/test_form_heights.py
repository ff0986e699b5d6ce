"""A form is as high as its rows need, with a consequence in its foot or without."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from committee_desk.ui.common.dialogs import FormDialog


@pytest.mark.parametrize("consequence", ["", "理由记入日志"])
def test_no_row_of_a_short_form_has_to_be_scrolled_to(qtbot: QtBot, consequence: str) -> None:
    form = FormDialog(None, "口令", "打开")
    qtbot.addWidget(form)
    form.explain("考评.desk 已加密，请输入口令。")
    form.add_row("口令", QLineEdit(), "忘记口令时，可以输入打印保存的恢复码")
    form.consequence.setText(consequence)
    form.show()
    qtbot.waitUntil(lambda: form._area.height() >= form._content.sizeHint().height())
    assert not form._area.verticalScrollBar().isVisible()


def test_words_that_wrap_get_the_height_of_their_lines(qtbot: QtBot) -> None:
    form = FormDialog(None, "结转新年度", "结转")
    qtbot.addWidget(form)
    words = form.add_words("人员", "年初在册 20 人；部门、亲属关系和分管按日期自然延续，" * 4)
    short = form.add_words("日历", "日历中还没有 2027 年的放假通知，发布后请导入。")
    form.show()
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()) > 40)
    assert short.height() >= short.heightForWidth(short.width())
    qtbot.waitUntil(lambda: not form._area.verticalScrollBar().isVisible())
