"""更换承办人: others in the place of those who examine; and how a field that names an examiner is read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.names import spelt
from committee_desk.services.proceeding_refusals import ExaminerBarred, ExaminerTwice, ExaminerUnclear
from committee_desk.ui.common.person_field import Named, PersonField
from committee_desk.ui.publication.form import Fields
from committee_desk.ui.rereview.form import RereviewForm
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.domain.proceeding_kept import Proceeding
    from committee_desk.ui.common.page import Page

WIDE, EXAMINERS = 660, 3


class AppointDialog(RereviewForm):
    """更换承办人: others in the place of those who examine; who stays keeps the declaration."""

    def __init__(self, page: "Page", held: "Proceeding", people: Sequence[Named]) -> None:
        super().__init__(page, tr("更换承办人 {label}", label=held.label), tr("更换"), held.entry, width=WIDE)
        now = [each.code or each.name for each in held.examiners]
        self.examiners = [PersonField(people, strangers=True) for _ in range(EXAMINERS)]
        codes = {each.code for each in people}
        for field, name in zip(self.examiners, now, strict=False):
            field.choose(name) if name in codes else field.setText(name)
        self.why = QLineEdit()
        self.why.setMaxLength(200)
        for at, field in enumerate(self.examiners, start=1):
            self.add_row(tr("承办人 {at}", at=at), field)
        self.add_row(tr("理由"), self.why, tr("如：原承办人调离；查明事实中发现须回避"))
        if held.findings:
            self.explain(
                tr("事实已经查明：更换后由新的承办人重新查明，原查明的事实和复核意见不再有效，留在办理过程中。")
            )
        self.consequence.setText(tr("新的承办人须签回避声明"))

    def names(self) -> tuple[str, ...]:
        """Who is to examine, as typed."""
        return tuple(each for each in map(typed, self.examiners) if each)

    def say_refused(self, error: DeskError | Trouble, fields: Fields, otherwise: QWidget | None = None) -> None:
        """An examiner who may not is refused where the name stands."""
        if isinstance(error, ExaminerBarred | ExaminerTwice | ExaminerUnclear):
            at = [each for each in self.examiners if means(each, error.name)]
            fields = {**fields, type(error): at[-1] if at else self.examiners[0]}
        super().say_refused(error, fields, otherwise)


def typed(field: PersonField) -> str:
    """Who was typed, as the desk reads it."""
    person = field.person
    return person.shown if person is not None else field.text().strip()


def means(field: PersonField, name: str) -> bool:
    """Whether a refusal that names somebody is about that field."""
    given = spelt(typed(field))
    return bool(given) and (given in spelt(name) or spelt(name) in given)
