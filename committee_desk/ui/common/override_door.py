"""The way to 更正导入值: an icon, a shortcut and a line of Ctrl+K. The dialog loads when it is asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from committee_desk.domain.roles import Right
from committee_desk.ui.common.history import Recorded
from committee_desk.ui.common.page import PageCommand
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import tool
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class OverrideDoor:
    """The way from what is chosen in a detail panel to overriding it: an icon there, a shortcut, a line of Ctrl+K."""

    def __init__(self, page: "Page", asked: Callable[[], Recorded | None]) -> None:
        self._page, self._asked = page, asked
        self.tool = tool(tr("更正导入值"), "writing-sign", self.open, Shortcut.OVERRIDE)

    def open(self) -> None:
        """Ask for the other figure, or say what must be chosen first."""
        asked = self._asked()
        if asked is None:
            self._page.place.say(tr("先在右侧选中一项，再更正它"))
        elif not self._page.place.may(Right.OVERRIDE):
            self._page.place.say(tr("当前角色不能更正导入值"))
        else:
            from committee_desk.ui.common.overriding import override_figure  # noqa: PLC0415 - see above

            override_figure(self._page, asked)

    def command(self) -> PageCommand:
        """The same as one of the page's commands."""
        return PageCommand(Shortcut.OVERRIDE.does(), self.open, "writing-sign", Shortcut.OVERRIDE)
