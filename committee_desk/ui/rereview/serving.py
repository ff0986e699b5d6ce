"""The short forms after a decision on re-review: how it was served, and that somebody was told whom it moved."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.results import PROVED, Means
from committee_desk.domain.said import TooLongForField
from committee_desk.services.effect_refusals import (
    HowToldMissing,
    ToldOutOfTime,
)
from committee_desk.services.effect_views import InformingRow
from committee_desk.services.objection_refusals import ReceiverIsKin, ReceiverIsObjector
from committee_desk.services.proceeding_refusals import (
    DayOutsideProceeding,
    ServedBadly,
)
from committee_desk.services.proceeding_views import Serving
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.publication.form import Fields, TwoNames
from committee_desk.ui.rereview.form import RereviewForm, no_day
from committee_desk.ui.rereview.reading import One
from committee_desk.ui.rereview.stops import paper_name
from committee_desk.wording.language import tr
from committee_desk.wording.results import means_name

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class ServeDialog(RereviewForm):
    """送达回证 of the decision."""

    def __init__(self, page: "Page", read: One) -> None:
        held, name = read.card.row.held, read.card.row.name
        paper = paper_name(held.kind)
        super().__init__(page, tr("送达{paper} {label}", paper=paper, label=held.label), tr("登记送达"), held.entry)
        self._held = held
        said = (
            tr("把 {document} 送达 {name}。不服复核决定的申诉期限从送达起算。", document=held.document, name=name)
            if read.card.appealable
            else tr("把 {document} 送达 {name}。", document=held.document, name=name)
        )
        self.explain(said)
        self.day, self.means = DayField(tr("送达日期"), last=False, wide=True), QComboBox()
        self.day.setText(page.now().date().isoformat())
        for each in Means:
            self.means.addItem(means_name(each), each.value)
        self.by, self.witnesses, self.proof = QLineEdit(), TwoNames(), QLineEdit()
        for line in (self.by, self.proof):
            line.setMaxLength(100)
        self.add_row(tr("送达日期"), self.day)
        self.add_row(tr("送达方式"), self.means)
        self.add_row(tr("由谁送达"), self.by)
        self.add_parts(tr("见证人"), self.witnesses, self.witnesses.parts, tr("本人拒收、留置送达的，两名见证人"))
        self.add_row(tr("送达凭证"), self.proof, tr("邮寄和其他方式须有：邮件单号、签收记录等"))
        self.means.currentIndexChanged.connect(lambda _at: self._follow())
        self._follow()
        self.consequence.setText(tr("写进送达回证，记入日志"))

    def _follow(self) -> None:
        """Only what the way of serving needs can be filled in."""
        means = Means(self.means.currentData())
        self.witnesses.setEnabled(means is Means.LEFT)
        self.proof.setEnabled(means in PROVED)

    def carry(self) -> bool:
        """Record it."""
        if (day := self.day.day) is None:
            self.refuse_all([(no_day(tr("送达日期")), self.day)])
            return False
        means = Means(self.means.currentData())
        witnesses = tuple(filter(str.strip, self.witnesses.names())) if means is Means.LEFT else ()
        serving = Serving(day, means, self.by.text(), witnesses, self.proof.text() if means in PROVED else "")
        desk, actor, held = self.page.desk, self.page.place.actor, self._held
        return self.act(
            lambda seen: desk.proceedings.serve(actor, held.year, held.number, serving, seen),
            {DayOutsideProceeding: self.day},
            self.by,
        )

    def say_refused(self, error: DeskError | Trouble, fields: Fields, otherwise: QWidget | None = None) -> None:
        """What serving lacks is said where it is."""
        lacking = {"server": self.by, "witnesses": self.witnesses, "proof": self.proof}
        if isinstance(error, ServedBadly):
            fields = {**fields, ServedBadly: lacking[error.lacks]}
        elif isinstance(error, ReceiverIsKin | ReceiverIsObjector):
            witness = error.name in {each.strip() for each in self.witnesses.names()}
            fields = {**fields, type(error): self.witnesses if witness else self.by}
        super().say_refused(error, fields, otherwise)


class ToldDialog(RereviewForm):
    """How somebody whom the decision moved was told of it."""

    def __init__(self, page: "Page", told: InformingRow) -> None:
        super().__init__(page, tr("告知 {name}", name=told.name), tr("登记已告知"))
        self._told = told
        self.explain(tr("{label} 的决定改变了 {name} 的得分、名次或等次。告知书上只写本人的变动。", label=told.label,
                        name=told.name))  # fmt: skip
        self.how, self.day = QLineEdit(), DayField(tr("告知日期"), last=False, wide=True)
        self.how.setMaxLength(100)
        self.day.setText(page.now().date().isoformat())
        self.add_row(tr("告知方式"), self.how, tr("如：当面送达告知书"))
        self.add_row(tr("告知日期"), self.day)
        self.consequence.setText(tr("办理人和时间记入日志"))

    def carry(self) -> bool:
        """Record it."""
        if (day := self.day.day) is None:
            self.refuse_all([(no_day(tr("告知日期")), self.day)])
            return False
        held, desk, actor, how = self._told.held, self.page.desk, self.page.place.actor, self.how.text()
        return self.act(
            lambda _seen: desk.effects.told(actor, held.year, held.proceeding, held.code, how, day),
            {HowToldMissing: self.how, ToldOutOfTime: self.day, TooLongForField: self.how},
            self.how,
        )
