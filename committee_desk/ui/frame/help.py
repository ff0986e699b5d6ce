"""F1 and Ctrl+?: what the page is for, and every shortcut."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget

from committee_desk.ui.common.fitting import fit_dialog
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import button, label, link, scrolled
from committee_desk.wording.language import tr
from committee_desk.wording.limits import copy_limits, protection_limits, role_limits

WIDTH, AROUND, LIMITS_HEIGHT = 480, 130, 560
"""How wide the dialogs are, what stands above and below the list, how high the limits would stand."""


def show_help(parent: QWidget, page: Page | None) -> None:
    """A few sentences about the page."""
    title = page.title() if page else tr("欢迎")
    text = (page.help_text() if page else "") or tr(
        "左侧是一年考核的各个步骤，中间是当前页面，右侧是所选记录的详情。按 Ctrl+K 可以直接搜索人员、案件和命令。"
    )
    dialog = _dialog(parent, tr("帮助：{title}", title=title))
    column = dialog.layout()
    assert isinstance(column, QVBoxLayout)  # noqa: S101 - made so below
    column.addWidget(label(title, "h2"))
    column.addWidget(label(text, "", wrap=True, select=True))
    if page is not None and (keys := page_keys(page)):
        column.addWidget(label(tr("本页快捷键"), "h3"))
        column.addLayout(_list_of(keys))
    column.addWidget(limits_button(dialog), 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(label(tr("每个按钮的快捷键写在提示里；Ctrl+? 列出全部快捷键。"), "cap", wrap=True))
    _close(dialog, column)
    dialog.exec()


def page_keys(page: Page) -> dict[Shortcut, str]:
    """The keys that do something on this page, as its own commands name them."""
    found = {Shortcut.FILTER: Shortcut.FILTER.does()} if page.filter_field() is not None else {}
    return found | {each.key: each.title for each in page.commands() if each.key is not None}


def _list_of(keys: Mapping[Shortcut, str]) -> QGridLayout:
    """Each key with what it does."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    for row, (key, does) in enumerate(keys.items()):
        grid.addWidget(label(key.shown, "name"), row, 0)
        grid.addWidget(label(does, "sub", wrap=True), row, 1)
    grid.setColumnStretch(1, 1)
    return grid


def limits_button(dialog: QDialog) -> QPushButton:
    """The way on to what the program cannot guard against."""
    return link(tr("本程序防不住什么"), lambda: show_limits(dialog))


def show_limits(parent: QWidget) -> None:
    """What roles, protection and copies cannot do, said plainly."""
    title = tr("本程序防不住什么")
    dialog = _dialog(parent, title)
    column = dialog.layout()
    assert isinstance(column, QVBoxLayout)  # noqa: S101 - made so below
    column.addWidget(label(title, "h2"))
    content = QWidget()
    inner = QVBoxLayout(content)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(6)
    for name, said in (
        (tr("角色"), role_limits()),
        (tr("口令"), protection_limits()),
        (tr("备份"), copy_limits()),
    ):
        inner.addWidget(label(name, "h3"))
        for each in said:
            inner.addWidget(label(f"· {each}", "", wrap=True, select=True))
    inner.addStretch(1)
    area = scrolled(content, title)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll it
    column.addWidget(area, 1)
    _close(dialog, column)
    fit_dialog(dialog, QSize(WIDTH, LIMITS_HEIGHT))
    area.setFocus()
    dialog.exec()


def show_shortcuts(parent: QWidget) -> None:
    """All shortcuts, as the enum has them."""
    dialog = _dialog(parent, tr("全部快捷键"))
    column = dialog.layout()
    assert isinstance(column, QVBoxLayout)  # noqa: S101 - made so below
    column.addWidget(label(tr("全部快捷键"), "h2"))
    content = QWidget()
    content.setLayout(_list_of({key: key.does() for key in Shortcut}))
    area = scrolled(content, tr("全部快捷键"))
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows scroll it
    column.addWidget(area, 1)
    _close(dialog, column)
    fit_dialog(dialog, QSize(WIDTH, content.sizeHint().height() + AROUND))
    dialog.exec()


def _dialog(parent: QWidget, title: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setFixedWidth(WIDTH)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 20, 20, 16)
    column.setSpacing(12)
    return dialog


def _close(dialog: QDialog, column: QVBoxLayout) -> None:
    shut = button(tr("关闭"), dialog.accept, primary=True)
    column.addWidget(shut, 0, Qt.AlignmentFlag.AlignRight)
    shut.setFocus()
