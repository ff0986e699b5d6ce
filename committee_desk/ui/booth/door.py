"""The door to the booth: a page asks for it, the window opens it and is given back locked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from committee_desk.ui.common.messages import ask
from committee_desk.ui.common.page import Workplace
from committee_desk.wording.language import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable

    from committee_desk.services.desk import Desk
    from committee_desk.ui.seat.seating import Seating


def open_booth(place: Workplace, year: int, number: int) -> None:
    """Ask the window to become the booth of that open round."""
    place.booth_wanted.emit(year, number)


class BoothDoor(QObject):
    """Stands in the window; what happens behind it loads when it is first opened."""

    def __init__(
        self, window: QMainWindow, place: Workplace, seating: "Seating", here: "Callable[[], Desk | None]"
    ) -> None:
        super().__init__(window)
        self._window, self._place, self._seating, self._here = window, place, seating, here
        place.booth_wanted.connect(self._open)

    def may_close(self) -> bool:
        """Ask before ballots of the booth, which are in memory alone, are lost with the window."""
        desk = self._here()
        if desk is None or "booth" not in vars(desk):  # nobody voted here since the desk was opened
            return True
        text = tr_n(
            "测评间还有 {count} 张票只在内存中，关闭后这些票作废，投票人的验证码恢复可用，要请他们再投一次。",
            "测评间还有 {count} 张票只在内存中，关闭后这些票作废，投票人的验证码恢复可用，要请他们再投一次。",
            waiting := desk.booth.waiting(),
        )
        return not waiting or ask(self._window, tr("测评间的票还没有写入"), text, tr("作废并关闭"), careful=True)

    def _open(self, year: int, number: int) -> None:
        from committee_desk.ui.booth.opening import open_for  # noqa: PLC0415 - a few days a year

        desk = self._here()
        if desk is not None and not self._seating.lock_.closed:
            open_for(self._window, self._place, self._seating, desk, (year, number))
