"""What the dialogs of 公示 share: an act is carried out once, a refusal lands in the field that it is about."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from committee_desk.domain.calendar import MINIMUM_DAYS
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services import typed_values
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.second import with_second_if_needed
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.services.changes import Change
    from committee_desk.services.second import Second
    from committee_desk.ui.common.page import Page

LONGEST, WIDTH, PAUSE = 200, 600, 200
Fields = Mapping[type[Exception], QWidget]


class TwoNames(QWidget):
    """The two people who were there."""

    def __init__(self, first: str = "", second: str = "") -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.first, self.second = QLineEdit(first), QLineEdit(second)
        for each, name in ((self.first, tr("第一人姓名")), (self.second, tr("第二人姓名"))):
            each.setMaxLength(60)
            each.setPlaceholderText(name)
            each.setAccessibleName(name)
            line.addWidget(each)
        self.setFocusProxy(self.first)

    @property
    def parts(self) -> tuple[QLineEdit, QLineEdit]:
        """Both fields."""
        return self.first, self.second

    def names(self) -> tuple[str, str]:
        """Both, as typed."""
        return self.first.text(), self.second.text()


class ActDialog(FormDialog):
    """A dialog of one act. `foresee` is what is said live of what the act will do."""

    def __init__(self, page: "Page", title: str, verb: str, *, width: int = WIDTH) -> None:
        super().__init__(page.window(), title, verb, width=width)
        self.page = page
        self.foreseen: QLabel | None = None
        self._tell: Callable[[], str] = lambda: ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.say_foreseen)

    def add_parts(self, name: str, field: QWidget, parts: Sequence[QLineEdit], hint: str = "") -> None:
        """A row of several fields: Enter goes from each to the next."""
        self.add_row(name, field, hint)
        self._fields.remove(field)
        self._fields.extend(parts)

    def _place_of(self, field: QWidget) -> int:
        """A row of several stands where its first field does."""
        within = (at for at, each in enumerate(self._fields) if each is field or field.isAncestorOf(each))
        return next(within, len(self._fields))

    def foresee(self, name: str, tell: Callable[[], str], *fields: QLineEdit) -> None:
        """A line that says what will follow, anew whenever one of the fields changes."""
        self._tell = tell
        self.foreseen = self.add_words(name, tell_or_why(tell))
        for each in fields:
            each.textChanged.connect(lambda _text: self._pause.start())

    def say_foreseen(self) -> None:
        """Say it anew."""
        if self.foreseen is not None:
            self.foreseen.setText(tell_or_why(self._tell))
            self.foreseen.setMinimumHeight(self.foreseen.heightForWidth(self.foreseen.width()))
            self.fit()

    def carry_out(
        self, act: str, command: "Callable[[Second | None], Change]", fields: Fields, otherwise: QWidget | None = None
    ) -> bool:
        """Do it, with a second person where one is needed; whether it was done. `act` names it to the second."""
        try:
            change = with_second_if_needed(self, self.page.desk, act, command)
        except (DeskError, Trouble) as error:
            self.say_refused(error, fields, otherwise)
            return False
        if change is None:
            return False
        self.page.place.changes.announce(change)
        return True

    def say_refused(self, error: DeskError | Trouble, fields: Fields, otherwise: QWidget | None = None) -> None:
        """The sentence above the form, and at the field that it is about."""
        field = next((field for kind, field in fields.items() if isinstance(error, kind)), None)
        if field is not None:
            self.refuse_all([(sentence(error), field)])
        else:
            self.refuse(sentence(error), otherwise)


def tell_or_why(tell: Callable[[], str]) -> str:
    """What is foreseen, or the sentence why nothing can be."""
    try:
        return tell()
    except (DeskError, Trouble) as error:
        return sentence(error)


def typed_count(text: str) -> int | None:
    """A number of days that was typed, in whatever width; None for anything else."""
    return typed_values.count(text)


def no_days() -> str:
    """What was typed is no number of days of a publication."""
    return tr("公示天数须是不小于 {least} 的整数，如 {least}。", least=MINIMUM_DAYS)


def reason_field() -> QLineEdit:
    """Where a reason is typed."""
    made = QLineEdit()
    made.setMaxLength(LONGEST)
    return made
