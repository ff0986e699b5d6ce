"""关闭公示: today's date in large and typed, what follows for whom, and a second person."""

from typing import TYPE_CHECKING

from committee_desk.domain.publication import CHINA
from committee_desk.services.publication_refusals import DayNotConfirmed
from committee_desk.services.publication_views import VersionView
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.today_well import TodayWell
from committee_desk.ui.publication.form import ActDialog
from committee_desk.wording.days import dated
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.publications import cut_off_in_words

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class ClosingDialog(ActDialog):
    """No program can know a clock set forward: two people look at the date, and one of them types it."""

    def __init__(self, page: "Page", version: VersionView, objections: int) -> None:
        super().__init__(page, tr("关闭公示"), tr("关闭公示…"))
        self._version = version
        self.today = page.now().astimezone(CHINA).date()
        well = TodayWell(self.today)
        self.shown = well.shown
        self.form.addRow(well)
        names = len(version.effective.lines)
        came = tr_n("收到 {count} 件异议", "收到 {count} 件异议", objections) if objections else tr("没有收到异议")
        self.add_words(tr("公示"), tr(
            "第 {version} 版，{end}；{people}，{came}",
            version=version.version,
            end=cut_off_in_words(version.window),
            people=tr_n("{count} 人的等次", "{count} 人的等次", names),
            came=came,
        ))  # fmt: skip
        self.add_words(tr("关闭以后"), tr(
            "以后收到的异议登记为逾期，转结果通知后复核；公示书可以撤下。关闭不能撤销，要更正的须退回重新公示。"
        ))  # fmt: skip
        self.day = DayField(tr("今天的日期"), last=False, wide=True)
        self.add_row(tr("今天的日期"), self.day, tr("两人对照日历核对后，照样填写，如 2026-02-14"))
        self.consequence.setText(tr("下一步由第二人确认"))

    def close_it(self) -> bool:
        """Close the window with the date that was typed."""
        day = self.day.day
        if day is None:
            self.refuse_all([(tr("请填写今天的日期，如 2026-02-14。"), self.day)])
            return False
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        act = tr(
            "关闭 {year} 年度公示第 {version} 版，今天是 {day}",
            year=year,
            version=self._version.version,
            day=dated(day),
        )
        return self.carry_out(
            act,
            lambda second: desk.publication.close(actor, year, day, second),
            {DayNotConfirmed: self.day},
            self.day,
        )
