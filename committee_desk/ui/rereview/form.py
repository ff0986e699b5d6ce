"""What the forms of a re-review share: a refusal lands in its field, and what others changed meanwhile is said."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.proceeding_refusals import ProceedingChanged
from committee_desk.ui.common.person_field import Named
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.publication.form import ActDialog, Fields
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.services.changes import Change
    from committee_desk.services.second import Second
    from committee_desk.ui.common.page import Page

WIDE, WORDS_HIGH = 600, 84


class RereviewForm(ActDialog):
    """A form about one proceeding: `seen` is the entry of what its reader saw, renewed once a change was said."""

    def __init__(self, page: "Page", title: str, verb: str, seen: int = 0, *, width: int = WIDE) -> None:
        super().__init__(page, title, verb, width=width)
        self.seen = seen

    def act(
        self,
        command: "Callable[[int], Change]",
        fields: Fields,
        otherwise: QWidget | None = None,
    ) -> bool:
        """Do it as seen; whether it was done."""
        return self.act_for_two("", lambda _second, seen: command(seen), fields, otherwise)

    def act_for_two(
        self,
        words: str,
        command: "Callable[[Second | None, int], Change]",
        fields: Fields,
        otherwise: QWidget | None = None,
    ) -> bool:
        """The same where a second person may be asked for; `words` name the act."""
        self.clear_refusal()
        return self.carry_out(words, lambda second: command(second, self.seen), fields, otherwise)

    def away(self, title: str, command: "Callable[[], Change]") -> "Change":
        """Do what scores a whole year beside the window, which says so meanwhile; refusals are raised as ever."""
        over = QApplication.activeModalWidget() or self
        work = ProgressDialog(over, title, stoppable=False)
        done = work.carry_out(self.page.place.worker, lambda _tell: command(), asks=(DeskError, Trouble))
        return cast("Change", done)  # None after a bug, which was told: the form then stays

    def say_refused(self, error: DeskError | Trouble, fields: Fields, otherwise: QWidget | None = None) -> None:
        """What somebody else changed is said once; confirmed again it is done on what stands now."""
        if isinstance(error, ProceedingChanged):
            self.seen = error.now.entry
            self.refuse(sentence(error), otherwise)
            return
        super().say_refused(error, fields, otherwise)

    def missing(self, *needed: tuple[QWidget, str, str]) -> bool:
        """Say at each field that is empty what it asks for; whether any is: field, what stands in it, what to say."""
        wrong: list[tuple[str, QWidget]] = [(said, field) for field, text, said in needed if not text.strip()]
        if wrong:
            self.refuse_all(wrong)
        return bool(wrong)


def words_field(text: str = "", high: int = WORDS_HIGH) -> QPlainTextEdit:
    """Where a few lines are written; Tab goes on."""
    made = QPlainTextEdit(text)
    made.setMinimumHeight(high)
    made.setMaximumHeight(high + 40)
    made.setTabChangesFocus(True)
    return made


def framed(listed: QWidget) -> QFrame:
    """A list with an edge around it, like any other field."""
    made = QFrame()
    made.setProperty("r", "well")
    inside = QVBoxLayout(made)
    inside.setContentsMargins(2, 2, 2, 2)
    inside.addWidget(listed)
    made.setFocusProxy(listed)
    return made


def people_named(names: Mapping[str, str]) -> list[Named]:
    """Everybody of the year, as a field offers them."""
    return [Named(code, name, "") for code, name in names.items()]


def no_day(what: str) -> str:
    """What was typed is no day."""
    return tr("{what}不是日期。请填如 2027-01-14 的日期。", what=what)
