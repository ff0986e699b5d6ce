"""登记送达: how the notice reached the person, since when they know, by whom; what it starts is said before."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from committee_desk.domain.results import PROVED, Means
from committee_desk.services.result_views import ResultRow, Served
from committee_desk.ui.decisions.form import GoOn, ResultForm, line, no_day
from committee_desk.ui.publication.form import TwoNames
from committee_desk.wording.days import dated
from committee_desk.wording.language import tr
from committee_desk.wording.results import decided_grade, means_name, remedy_name

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

LONGEST_NAME = 60


class ServeForm(ResultForm):
    """`like` is what was typed of the person before; `following` is whose turn is next."""

    def __init__(self, page: "Page", row: ResultRow, like: Served | None = None, following: str = "") -> None:
        super().__init__(page, tr("登记送达：{name}", name=row.name), tr("登记送达"))
        assert row.result is not None  # noqa: S101 - only a decided result is served
        self._row, self._result = row, row.result
        self.explain(tr("{code}，{department}，等次：{grade}", code=row.code, department=row.department,
                        grade=decided_grade(row.result.grade)))  # fmt: skip
        if row.outdated:
            self.explain(
                tr(
                    "委员会已将等次变更为{grade}，院党组尚未作新的决定：送达的是原决定的通知书，新的决定须另行送达。",
                    grade=decided_grade(row.grade),
                )
            )
        self.means = QComboBox()
        for each in Means:
            self.means.addItem(means_name(each), each)
        self.means.setCurrentIndex(self.means.findData(like.means if like else Means.DIRECT))
        self.add_row(tr("送达方式"), self.means, tr("本人拒收的，留置送达，须有两名见证人"))
        self.known = self.add_day(
            tr("本人知道之日"), tr("收到通知书的那一天，不是录入的日期；次日起计算救济期限"),
            like.known if like else self.today,
        )  # fmt: skip
        self.by = line(like.served_by if like else "", LONGEST_NAME)
        self.add_row(tr("送达人姓名"), self.by)
        self.witnesses = TwoNames()
        not_these = tr("留置送达时填写，不能是本人、亲属、送达人")
        self.add_parts(tr("见证人"), self.witnesses, self.witnesses.parts, not_these)
        self.proof = line()
        self.add_row(tr("送达证明"), self.proof)
        self.foresee(tr("救济期限"), self._foreseen, self.known)
        self.go_on = GoOn(following)
        self.form.addRow(self.go_on)
        self.follow(self.go_on)
        self.fields |= {"served_by": self.by, "witnesses": self.witnesses, "proof": self.proof}
        self.means.currentIndexChanged.connect(lambda _at: self._follow())
        self.consequence.setText(tr("生成结果通知书编号，救济期限由此起算"))
        self._follow()

    @property
    def _chosen(self) -> Means:
        return Means(self.means.currentData())

    def _follow(self) -> None:
        """Witnesses stand by when it is left; a proof is needed of what came by post or otherwise."""
        self.witnesses.setEnabled(self._chosen is Means.LEFT)
        needed = self._chosen in PROVED
        self.hint(self.proof, tr("必填：回执号、往来函电等") if needed else tr("可以不填，如送达回证编号"))

    def _foreseen(self) -> str:
        known = self.known.day
        if known is None:
            return no_day(self.known, tr("请填写本人知道之日，如 2026-03-05。"))
        named = self.page.desk.results.remedies(self.page.year, self._row.code, known)
        if not named:
            return tr("这个等次没有复核、申诉（公务员法第九十五条），通知书写明可以交书面意见。")
        return "\n".join(
            tr("{remedy}：至 {day}止，向{organ}提出", remedy=remedy_name(each.remedy), day=dated(each.last_day),
               organ=each.organ)
            for each in named
        )  # fmt: skip

    def typed(self) -> Served:
        """What stands in the fields; witnesses where they stand by."""
        names = self.witnesses.names() if self._chosen is Means.LEFT else ()
        return Served(self._chosen, self.known.day or self.today, self.by.text(), names, self.proof.text())

    def serve(self) -> bool:
        """Record it; everything that stands against it is said at once."""
        desk, actor, year, row, served = self.page.desk, self.page.place.actor, self.page.year, self._row, self.typed()
        wrong = self.wrong_in(desk.results.serving_faults(year, row.code, self._result.version, served))
        if self.known.day is None:
            wrong = [(no_day(self.known, tr("请填写本人知道之日，如 2026-03-05。")), self.known), *wrong]
        if wrong:
            self.refuse_all(wrong)
            return False
        return self.carry_out(
            tr("登记{name}的结果通知书送达", name=row.name),
            lambda _second: desk.results.serve(actor, year, row.code, self._result.version, served, row.entry),
            {},
            self.by,
        )
