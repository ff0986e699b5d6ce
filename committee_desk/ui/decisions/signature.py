"""登记签字: 同意, 有异议 or 拒签 with two who saw it; the scan of the signed sheet beside it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.results import Opinion
from committee_desk.services.result_views import ResultRow, Signed, of_signature
from committee_desk.ui.ballots.report_form import FileField
from committee_desk.ui.decisions.form import GoOn, ResultForm, line, no_day
from committee_desk.ui.publication.form import TwoNames
from committee_desk.wording.language import tr
from committee_desk.wording.results import decided_grade, opinion_name
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from committee_desk.ui.common.page import Page


class SignForm(ResultForm):
    """`following` is whose turn is next."""

    def __init__(self, page: "Page", row: ResultRow, like: Signed | None = None, following: str = "") -> None:
        super().__init__(page, tr("登记签字：{name}", name=row.name), tr("登记签字"))
        assert row.result is not None  # noqa: S101 - only a decided result is signed
        self._row, self._result = row, row.result
        self.explain(tr("{code}，{department}，等次：{grade}", code=row.code, department=row.department,
                        grade=decided_grade(row.result.grade)))  # fmt: skip
        self.opinion = QComboBox()
        for each in Opinion:
            if row.delivery is not None or each is Opinion.REFUSED:
                self.opinion.addItem(opinion_name(each), each)
        self.add_row(tr("本人意见"), self.opinion)
        known = row.delivery.known if row.delivery is not None else None
        self.day = self.add_day(
            tr("签字日期"), tr("纸面上的日期；拒绝签字的，填拒签当天"),
            max(like.day, known or like.day) if like else self.today,
        )  # fmt: skip
        self.witnesses = TwoNames()
        self.add_parts(tr("见证人"), self.witnesses, self.witnesses.parts, tr("拒绝签字时填写，不能是本人或亲属"))
        self.note = line()
        self.add_row(tr("情况说明"), self.note, tr("可以不填；有异议的写明意见，拒签的写明经过"))
        self.scan = FileField(tr("签字扫描件"))
        self.add_row(tr("签字扫描件"), self.scan, tr("可以以后再补；PDF、PNG、JPEG，不超过 10 MB"))
        self.go_on = GoOn(following)
        self.form.addRow(self.go_on)
        self.follow(self.go_on)
        self.fields |= {"witnesses": self.witnesses, "note": self.note}
        self.opinion.currentIndexChanged.connect(lambda _at: self._follow())
        self._follow()

    @property
    def _chosen(self) -> Opinion:
        return Opinion(self.opinion.currentData())

    def _follow(self) -> None:
        refused = self._chosen is Opinion.REFUSED
        self.witnesses.setEnabled(refused)
        if refused and self._row.delivery is None:
            said = tr("同时登记留置送达，救济期限由此起算")
        elif refused:
            said = tr("拒签由见证人证明，不影响结果的效力")
        elif self._chosen is Opinion.DISAGREE:
            said = tr("签有异议不停止执行；本人可以申请复核")
        else:
            said = tr("本人可以申请复核的期限不变")
        self.consequence.setText(said)

    def typed(self) -> Signed:
        """What stands in the fields; witnesses where they stand by."""
        names = self.witnesses.names() if self._chosen is Opinion.REFUSED else ()
        return Signed(self._chosen, self.day.day or self.today, names, self.note.text())

    def sign(self) -> bool:
        """Say at once all that stands against it and its scan; record the signature, then keep the scan beside it."""
        desk, actor, year, row, signed = self.page.desk, self.page.place.actor, self.page.year, self._row, self.typed()
        path, version = self.scan.chosen(), self._result.version
        wrong = self.wrong_in(desk.results.signing_faults(actor, year, row.code, version, signed))
        if self.day.day is None:
            wrong = [(no_day(self.day, tr("请填写签字日期，如 2026-03-05。")), self.day), *wrong]
        wrong += self._wrong_scan(path)
        if wrong:
            self.refuse_all(wrong)
            return False
        done = self.carry_out(
            tr("登记{name}的签字", name=row.name),
            lambda _second: desk.results.sign(actor, year, row.code, version, signed, row.entry),
            {},
            self.day,
        )
        if done and path is not None:
            self.page.perform(lambda: desk.attachments.keep(actor, of_signature(year, row.code, version), path))
        return done

    def _wrong_scan(self, path: "Path | None") -> list[tuple[str, QWidget]]:
        """Why the chosen file could not be kept as the scan."""
        if path is not None:
            try:
                self.page.desk.attachments.judge(path)
            except (DeskError, Trouble) as error:
                return [(sentence(error), self.scan)]
        return []
