"""归档: what it still lacks; once nothing, today's date in large and typed, what follows, and a second person."""

from typing import TYPE_CHECKING

from committee_desk.services.result_views import ResultsView
from committee_desk.ui.common.today_well import TodayWell
from committee_desk.ui.decisions.form import ResultForm
from committee_desk.ui.decisions.people_list import counted
from committee_desk.wording.days import dated
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class ArchiveForm(ResultForm):
    """Two people look at the date, and one of them types it."""

    def __init__(self, page: "Page", view: ResultsView) -> None:
        super().__init__(page, tr("归档"), tr("归档…"))
        self.form.addRow(TodayWell(self.today))
        self.add_words(tr("归档的结果"), counted(view.rows))
        self.add_words(
            tr("归档以后"),
            tr("本年度的得分、名单、决定、送达和签字都不能再改。本人仍可在期限内申请复核；更正须经复核或更正程序。"),
        )
        self.typed_today = self.add_today()
        self.consequence.setText(tr("归档前自动备份；下一步由第二人确认"))

    def archive(self) -> bool:
        """Archive with the date that was typed."""
        if self.lacking((self.typed_today, tr("请填写今天的日期，如 2026-02-14。"))):
            return False
        desk, actor, year, day = self.page.desk, self.page.place.actor, self.page.year, self.typed_today.day
        assert day is not None  # noqa: S101 - nothing lacks
        act = tr("将 {year} 年度归档，今天是 {day}", year=year, day=dated(day))
        return self.carry_out(
            act, lambda second: desk.results.archive(actor, year, day, second), {}, self.typed_today
        )  # fmt: skip
