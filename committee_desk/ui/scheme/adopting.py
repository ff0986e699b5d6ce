"""Adopting a scheme: the committee's decision by number and date; what follows stands in the dialog's foot."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.scheme_changes import SchemeWarning
from committee_desk.services.scheme_refusals import AdoptedBeforeLast, AdoptedTooEarly, DoubtsNotAccepted
from committee_desk.services.scheme_views import Adoption
from committee_desk.ui.common.day_field import day_typed
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.surfaces import Banner
from committee_desk.wording.language import tr
from committee_desk.wording.said import quoted
from committee_desk.wording.saying import sentence
from committee_desk.wording.scheme_fields import doubt_in_words


class AdoptingDialog(FormDialog):
    """Decision, day, and why doubts are accepted where there are any."""

    def __init__(self, parent: QWidget, version: int, today: date, doubts: Sequence[SchemeWarning], note: str) -> None:
        super().__init__(parent, tr("采用考核方案"), tr("采用为第 {version} 版", version=version))
        self._doubts = doubts
        self.decision = QLineEdit()
        self.decision.setMaxLength(80)
        self.add_row(tr("决定文号"), self.decision, tr("考评委员会决定的文号，如“考评委〔2026〕1号”"))
        self.day = QLineEdit(today.isoformat())
        self.day.setMaxLength(11)
        self.add_row(tr("决定日期"), self.day, tr("如 2026-01-20"))
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        if doubts:
            said = "\n".join(map(doubt_in_words, doubts))
            self.form.insertRow(0, Banner("warn", tr("采用前请看这些提醒"), said))
            self.add_row(tr("仍采用的理由"), self.reason, tr("理由记入日志"))
        self.consequence.setText(tr("采用后锁定，再改就是新的一版；此前先自动备份。{note}", note=note))

    def ask(self, adopt: Callable[[Adoption], object]) -> bool:
        """Show it until the scheme is adopted or the dialog is cancelled; a refusal stands over the fields."""

        def act() -> bool:
            day = day_typed(self.day.text(), last=False)
            if not self.decision.text().strip():
                self.refuse(tr("请填写考评委员会决定的文号。"), self.decision)
            elif not self.day.text().strip():
                self.refuse(tr("请填写决定日期，如 2026-01-20。"), self.day)
            elif day is None:
                typed = quoted(self.day.text().strip())
                self.refuse(tr("“{day}”不是日期。请填写决定日期，如 2026-01-20。", day=typed), self.day)
            elif self._doubts and not self.reason.text().strip():
                self.refuse(tr("方案有提醒，请填写仍然采用的理由。"), self.reason)
            else:
                return self._adopted(adopt, Adoption(self.decision.text().strip(), day, self.reason.text().strip()))
            return False

        return self.run(act)

    def _adopted(self, adopt: Callable[[Adoption], object], adoption: Adoption) -> bool:
        try:
            adopt(adoption)
        except (DeskError, Trouble) as error:
            self.refuse(sentence(error), self._at_fault(error))
            return False
        return True

    def _at_fault(self, error: Exception) -> QLineEdit:
        """The field in which it is put right."""
        if isinstance(error, AdoptedTooEarly | AdoptedBeforeLast):
            return self.day
        return self.reason if isinstance(error, DoubtsNotAccepted) and self._doubts else self.decision
