"""The shortcuts of the whole window: wherever the focus is, the page in view carries them out."""

from collections.abc import Callable

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QMainWindow

from committee_desk.ui.common.import_request import ImportRequest
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.wording.language import tr

Where = Callable[[], Page | None]


class WindowKeys:
    """`here` gives the page in view, None when there is none."""

    def __init__(self, window: QMainWindow, here: Where) -> None:
        self._here = here
        for key, act in (
            (Shortcut.FILTER, self._filter),
            (Shortcut.IMPORT, self._import),
            (Shortcut.EXPORT, self._export),
            (Shortcut.PRINT, self._print),
            (Shortcut.HISTORY, self._history),
            (Shortcut.EVALUATE, self._evaluate),
            (Shortcut.OVERRIDE, self._override),
            (Shortcut.OBJECT, self._object),
            (Shortcut.BATCH, self._batch),
        ):
            QShortcut(key.keys, window, act)

    def _filter(self) -> None:
        page = self._here()
        if page is None:
            return
        field = page.filter_field()
        if field is not None:
            field.take_focus()
        else:
            page.place.say(tr("本页没有可以筛选的表"))

    def _import(self) -> None:
        page = self._here()
        if page is not None and not _run(page, Shortcut.IMPORT):
            page.place.import_wanted.emit(ImportRequest())

    def _export(self) -> None:
        page = self._here()
        if page is not None and not _run(page, Shortcut.EXPORT):
            page.place.say(tr("本页没有可以导出的内容"))

    def _print(self) -> None:
        page = self._here()
        if page is not None:
            page.print_()

    def _history(self) -> None:
        page = self._here()
        if page is not None and not _run(page, Shortcut.HISTORY):
            page.place.say(tr("本页没有可以看历史的内容"))

    def _evaluate(self) -> None:
        page = self._here()
        if page is not None and not _run(page, Shortcut.EVALUATE):
            page.place.say(tr("本页没有可以评价的案件"))

    def _override(self) -> None:
        page = self._here()
        if page is not None and not _run(page, Shortcut.OVERRIDE):
            page.place.say(tr("本页没有可以更正的导入值"))

    def _object(self) -> None:
        page = self._here()
        if page is not None and not _run(page, Shortcut.OBJECT):
            page.place.say(tr("在“异议与复核”页登记异议"))

    def _batch(self) -> None:
        page = self._here()
        if page is not None and not _run(page, Shortcut.BATCH):
            page.place.say(tr("本页没有批次"))


def _run(page: Page, key: Shortcut) -> bool:
    command = next((each for each in page.commands() if each.key is key), None)
    if command is not None:
        command.run()
    return command is not None
