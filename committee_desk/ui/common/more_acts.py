"""The button 更多: a menu with every act, each with the reason where it is barred."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from PySide6.QtWidgets import QMenu, QToolButton

from committee_desk.ui.common.icons import icon
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class Named(Protocol):
    """What a menu says of an act."""

    @property
    def title(self) -> str:
        """Its words."""
        ...

    @property
    def icon(self) -> str:
        """Its icon."""
        ...


OneAct = TypeVar("OneAct", bound=Named)


class MoreActs(QToolButton, Generic[OneAct]):
    """Stands beside the button of the act that is next; `offered` are the acts in their order."""

    def __init__(
        self, name: str, acts: Iterable[OneAct], carry_out: Callable[[OneAct], object], *, dialogs: bool = False
    ) -> None:
        """`dialogs`: every act asks something first, so that its words end with 「…」."""
        super().__init__()
        self.setText(tr("更多"))
        self.setAccessibleName(name)
        self.setProperty("k", "button")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self.offered: list[tuple[QAction, OneAct]] = []
        for act in acts:
            words = tr("{act}…", act=act.title) if dialogs else act.title
            action = menu.addAction(icon(act.icon, "text", 16), words)
            action.triggered.connect(lambda _=False, act=act: carry_out(act))
            self.offered.append((action, act))
        self.setMenu(menu)

    def bar(self, why_not: Callable[[OneAct], str]) -> None:
        """Bar what cannot be done now; `why_not` is empty where it can."""
        for action, act in self.offered:
            why = why_not(act)
            action.setEnabled(not why)
            action.setToolTip(why or act.title)
