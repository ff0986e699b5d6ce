"""Automatic copies of the desk in the window: when it was opened, without waiting, and before it is let go of."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from committee_desk.domain.backup import Reason
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.ui.common.perform import tell_failure
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from committee_desk.services.backup_views import AutomaticCopy
    from committee_desk.services.desk import Desk
    from committee_desk.ui.common.page import Page, Workplace

ONCE_PAINTED = 500
"""Milliseconds after the first page was read: it is painted and the rail's states are read before."""
AT_THE_LATEST = 2000
"""Milliseconds after opening, should the first page be gone before it was read."""


class Keeping:
    """Knows the desk that this window opened: only that one is copied when it is closed."""

    def __init__(self, window: "QWidget", place: "Workplace") -> None:
        self._window, self._place = window, place
        self._desk: Desk | None = None
        self._to_copy: Desk | None = None

    def opened(self, desk: "Desk", first: "Page | None") -> None:
        """Copy it on the worker while work begins: behind what is being waited for, the first page and the rail."""
        self._desk = self._to_copy = desk
        if first is None:
            self._copy(desk)
            return
        first.when_read(lambda: self._copy_in(ONCE_PAINTED, desk))
        self._copy_in(AT_THE_LATEST, desk)

    def _copy_in(self, milliseconds: int, desk: "Desk") -> None:
        QTimer.singleShot(milliseconds, self._window, lambda: self._copy(desk))

    def _copy(self, desk: "Desk") -> None:
        if desk is not self._to_copy:
            return
        self._to_copy = None
        self._place.worker.run(
            lambda tell: desk.backup.automatic(Reason.OPENING, tell), self._say, self._failed, owner=self._window
        )

    def closing(self, desk: "Desk") -> None:
        """Copy it where anything changed; stopping or failing closes it all the same."""
        if desk is not self._desk:
            return
        from committee_desk.ui.common.progress import ProgressDialog  # noqa: PLC0415 - not needed at start

        self._desk = self._to_copy = None
        dialog = ProgressDialog(self._window, tr("正在备份，随后关闭"))
        dialog.carry_out(self._place.worker, lambda tell: desk.backup.automatic(Reason.CLOSING, tell))

    def _say(self, made: "AutomaticCopy") -> None:
        if made.second_failed is not None:
            self._place.say(tr("第二文件夹没有备份：{why}", why=sentence(made.second_failed)))

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, DeskError | Trouble):
            self._place.say(tr("没有自动备份：{why}", why=sentence(error)))
        else:
            tell_failure(self._window, error)
