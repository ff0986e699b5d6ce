"""What the forms of 决定与送达 share: a refusal lands in the field that it names; today's date is typed."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.publication import CHINA
from committee_desk.domain.said import TooLongForField
from committee_desk.services.publication_refusals import DayNotConfirmed
from committee_desk.services.result_refusals import (
    DecisionIncomplete,
    Missing,
    NotDecidable,
    OldVersion,
    ResultChanged,
    ResultDayWrong,
    ResultStands,
    SameDocument,
    ServerUnfit,
    WitnessUnfit,
)
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.publication.form import ActDialog, Fields
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

LONGEST = 200
_MOVED_ON = (NotDecidable, OldVersion, ResultChanged, ResultStands)
"""Somebody else went on with it meanwhile."""
_ALWAYS_AT: dict[type[Exception], str] = {
    SameDocument: "document", WitnessUnfit: "witnesses", ServerUnfit: "served_by", DayNotConfirmed: "today"
}  # fmt: skip


class ResultForm(ActDialog):
    """`fields` says by name where what is refused belongs: document, day, people, reason, witnesses, proof."""

    def __init__(self, page: "Page", title: str, verb: str, *, width: int = 600) -> None:
        super().__init__(page, title, verb, width=width)
        self.fields: dict[str, QWidget] = {}
        self.today = page.now().astimezone(CHINA).date()

    def say_refused(self, error: DeskError | Trouble, fields: Fields, otherwise: QWidget | None = None) -> None:
        """At the field that the refusal names."""
        if isinstance(error, _MOVED_ON):
            self.page.read_again()  # it is shown behind the form as it stands now
        field = self.fields.get(_named_by(error))
        super().say_refused(error, {type(error): field} if field is not None else fields, otherwise)

    def add_day(self, name: str, hint: str, day: date | None = None) -> DayField:
        """A day of what is recorded."""
        made = DayField(name, last=False, wide=True)
        made.setText(day.isoformat() if day is not None else "")
        self.add_row(name, made, hint)
        self.fields["day"] = made
        return made

    def add_today(self) -> DayField:
        """Today's date, typed as both people read it above."""
        made = DayField(tr("今天的日期"), last=False, wide=True)
        self.add_row(tr("今天的日期"), made, tr("两人对照日历核对后，照样填写，如 2026-02-14"))
        self.fields["today"] = made
        return made

    def wrong_in(self, faults: Iterable[DeskError]) -> list[tuple[str, QWidget]]:
        """What is refused, each with the field that it names."""
        return [(sentence(each), self.fields.get(_named_by(each), self.verb)) for each in faults]

    def lacking(self, *days: tuple[DayField, str], texts: Iterable[Missing] = ()) -> bool:
        """Whether a day or a text that cannot be done without is missing; each is then said at its field."""
        wrong: list[tuple[str, QWidget]] = [(no_day(field, said), field) for field, said in days if field.day is None]
        for missing in texts:
            at = self.fields[missing]
            if isinstance(at, QLineEdit) and not at.text().strip():
                wrong.append((sentence(DecisionIncomplete(missing)), at))
        if wrong:
            self.refuse_all(wrong)
        return bool(wrong)


def no_day(field: DayField, missing: str) -> str:
    """What is wrong with a field for a day: nothing stands there, or what is no day of the calendar."""
    text = field.text().strip()
    return tr("“{text}”不是日期。请填如 2026-03-05 的日期。", text=text) if text else missing


def line(text: str = "", longest: int = LONGEST) -> QLineEdit:
    """A field of one line."""
    made = QLineEdit(text)
    made.setMaxLength(longest)
    return made


def _named_by(error: Exception) -> str:
    if isinstance(error, DecisionIncomplete):
        return error.missing
    if isinstance(error, TooLongForField):
        return error.field
    if isinstance(error, ResultDayWrong):
        return "day"
    return _ALWAYS_AT.get(type(error), "")


class GoOn(QCheckBox):
    """Whether the form of the next person opens once this one is recorded; there is none without a name."""

    def __init__(self, following: str) -> None:
        super().__init__(tr("登记后接着办下一人：{name}", name=following))
        self.setAccessibleName(self.text())
        self.setChecked(bool(following))
        self.setVisible(bool(following))
