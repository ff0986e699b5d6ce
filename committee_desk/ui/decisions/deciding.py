"""登记院党组决定: on whom, with which grade, who is left out and why; today's date large, and a second person."""

from collections.abc import Container
from typing import TYPE_CHECKING

from committee_desk.services.result_refusals import DecidedTogether, Missing, NobodyDecided, NotDecidable
from committee_desk.services.result_views import Decided, ResultsView
from committee_desk.ui.common.today_well import TodayWell
from committee_desk.ui.decisions.form import ResultForm, line
from committee_desk.ui.decisions.people_list import PeopleList, counted, left_out
from committee_desk.wording.days import dated
from committee_desk.wording.language import tr, tr_n

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

WIDE, LONGEST_NUMBER = 680, 60


class DecisionForm(ResultForm):
    """Those in `ticked` are chosen at first; the others on whom one can decide stand there, too."""

    def __init__(self, page: "Page", view: ResultsView, ticked: Container[str]) -> None:
        super().__init__(page, tr("登记院党组决定"), tr("登记决定…"), width=WIDE)
        able = [row for row in view.rows if row.decidable]
        self.form.addRow(TodayWell(self.today))
        self.document = line(longest=LONGEST_NUMBER)
        self.add_row(tr("决定文号"), self.document, tr("院党组决定的文号或会议纪要号"))
        self.day = self.add_day(tr("决定日期"), tr("院党组作出决定的日期，不是录入的日期"))
        self.people = PeopleList(able, ticked)
        self.add_row(tr("决定人员"), self.people, tr("等次照审议通过并已公示的；按空格勾选或取消"))
        self.foresee(tr("本次决定"), lambda: counted(self.people.chosen()))
        self.people.itemChanged.connect(lambda _item: self._follow())
        self.add_words(tr("不在其中"), left_out(view.rows))
        self.why = line()
        if any(row.renewed for row in able):
            self.add_row(tr("更改依据"), self.why, tr("有新的一版时必填：复核决定书或更正决定的编号"))
        self.note = line()
        self.add_row(tr("备注"), self.note, tr("可以不填"))
        self.typed_today = self.add_today()
        self.fields |= {"document": self.document, "reason": self.why, "note": self.note}
        self._follow()

    def _follow(self) -> None:
        chosen = self.people.chosen()
        self.why.setEnabled(any(row.renewed for row in chosen))
        self.say_foreseen()
        self.consequence.setText(
            tr_n(
                "生成 {count} 人的结果，锁定考核表，此后送达；下一步由第二人确认",
                "生成 {count} 人的结果，锁定考核表，此后送达；下一步由第二人确认",
                len(chosen),
            )
        )

    def decide(self) -> bool:
        """Record it."""
        if self.lacking(
            (self.day, tr("请填写院党组作出决定的日期，如 2026-03-05。")),
            (self.typed_today, tr("请填写今天的日期，如 2026-02-14。")),
            texts=(Missing.DOCUMENT,),
        ):
            return False
        chosen, day, today = self.people.chosen(), self.day.day, self.typed_today.day
        assert day is not None  # noqa: S101 - nothing lacks
        assert today is not None  # noqa: S101 - as above
        codes = tuple(row.code for row in chosen)
        wanted = Decided(day, self.document.text(), codes, self.note.text(), self.why.text())
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        act = tr(
            "登记院党组 {day}的决定“{document}”，{people}",
            day=dated(day),
            document=wanted.document.strip(),
            people=counted(chosen),
        )
        return self.carry_out(
            act,
            lambda second: desk.results.decide(actor, year, wanted, today, second),
            {NobodyDecided: self.people, NotDecidable: self.people, DecidedTogether: self.people},
            self.document,
        )
