"""延长, 补充公告, 更正说明, 撤回 and 重新公示: each says what it changes for whom before it is done."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from committee_desk.domain.calendar import TooFewDays
from committee_desk.domain.notice import NothingCorrected, Slip, SlipTouchesResult
from committee_desk.services.publication_refusals import PublicationReasonMissing, WindowNeverShortens
from committee_desk.services.publication_views import VersionView
from committee_desk.ui.publication.form import LONGEST, ActDialog, no_days, reason_field, typed_count
from committee_desk.wording.days import dated
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.publications import cut_off_in_words, slip_name, window_in_words

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

NAMED = 8


class LengthenDialog(ActDialog):
    """More days, never fewer."""

    def __init__(self, page: "Page", version: VersionView) -> None:
        super().__init__(page, tr("延长公示"), tr("延长公示"))
        self._version = version
        self.days, self.why = QLineEdit(str(len(version.window.counted) + 1)), reason_field()
        self.days.setMaxLength(3)
        self.add_words(tr("现在"), window_in_words(version.window))
        self.add_row(tr("公示天数"), self.days, tr("共几个工作日；只能比现在多"))
        self.add_row(tr("理由"), self.why, tr("印在补充公告上，并记入日志"))
        self.foresee(tr("延长以后"), self._foreseen, self.days)
        self.consequence.setText(tr("同时生成补充公告，请打印张贴"))

    def _foreseen(self) -> str:
        days = typed_count(self.days.text())
        if days is None:
            return no_days()
        if days <= len(self._version.window.counted):
            return tr("天数没有增加，公示期不变。")
        return window_in_words(self.page.desk.publication.if_lengthened(self.page.year, days))

    def carry(self) -> bool:
        """Lengthen it."""
        days = typed_count(self.days.text())
        if days is None:
            self.refuse_all([(no_days(), self.days)])
            return False
        desk, actor, year, why = self.page.desk, self.page.place.actor, self.page.year, self.why.text()
        return self.carry_out(
            tr("延长 {year} 年度公示到 {days} 个工作日，理由：{why}", year=year, days=days, why=why),
            lambda second: desk.publication.lengthen(actor, year, days, why, second),
            {WindowNeverShortens: self.days, TooFewDays: self.days, PublicationReasonMissing: self.why},
            self.days,
        )


class RecountDialog(ActDialog):
    """The calendar changed: the window ends later, and a supplementary notice says so. It never ends sooner."""

    def __init__(self, page: "Page", version: VersionView, end: date | None) -> None:
        super().__init__(page, tr("补充公告：放假安排变动"), tr("重新计算"))
        self.add_words(tr("现在"), window_in_words(version.window))
        after = tr("到 {after}届满", after=dated(end)) if end is not None else tr("不变")
        self.add_words(tr("重新计算后"), after)
        later = end is not None and end > version.window.last_day
        self.add_words(tr("以后"), tr(
            "公示期顺延，已张贴的公示书继续张贴；旁边加贴补充公告，原来的和补充的都留存。"
        ) if later else tr("截止日期不变，不出补充公告。"))  # fmt: skip
        self.consequence.setText(tr("按台账现在的日历计算；公示期只延长，不缩短"))

    def carry(self) -> bool:
        """Count it anew."""
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        return self.carry_out(
            tr("按新日历重新计算公示期"), lambda _second: desk.publication.recount_calendar(actor, year), {}
        )


class CorrectDialog(ActDialog):
    """A slip that touches no person, no result and no day."""

    def __init__(self, page: "Page", version: VersionView) -> None:
        super().__init__(page, tr("更正说明"), tr("张贴更正说明…"))
        self._notice = version.effective
        self.explain(tr("只改笔误。涉及人员、等次、得分或公示时间的，要撤回公示，改后重新公示。"))
        self.slip, self.after, self.why = QComboBox(), QLineEdit(), reason_field()
        for each in Slip:
            self.slip.addItem(slip_name(each), each.value)
        self.after.setMaxLength(LONGEST)
        self.add_row(tr("更正哪一处"), self.slip)
        self.foresee(tr("公示书上"), self._before)
        self.add_row(tr("更正后"), self.after)
        self.add_row(tr("理由"), self.why, tr("记入日志"))
        self.slip.currentIndexChanged.connect(lambda _at: self.say_foreseen())
        self.consequence.setText(tr("公示书本身不变，旁边加贴更正说明；公示期不变"))

    def _before(self) -> str:
        return self._notice.value_of(Slip(self.slip.currentData())) or tr("未写")

    def carry(self) -> bool:
        """Keep the note."""
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        what, after, why = str(self.slip.currentData()), self.after.text(), self.why.text()
        return self.carry_out(
            tr("更正 {year} 年度公示书的{what}为“{after}”", year=year, what=self.slip.currentText(), after=after),
            lambda second: desk.publication.correct_slip(actor, year, what, after, why, second),
            {SlipTouchesResult: self.after, NothingCorrected: self.after, PublicationReasonMissing: self.why},
            self.after,
        )


class GoingBackDialog(ActDialog):
    """Taking the notice back, or opening the way to a new one: a reason, and a second person."""

    def __init__(self, page: "Page", version: VersionView, *, closed: bool) -> None:
        title = tr("退回重新公示") if closed else tr("撤回公示")
        super().__init__(page, title, tr("退回…") if closed else tr("撤回公示…"))
        self._closed, self._version = closed, version
        people = tr_n("{count} 人", "{count} 人", len(version.effective.lines))
        self.add_words(tr("公示"), tr(
            "第 {version} 版，{people}，{end}",
            version=version.version,
            people=people,
            end=cut_off_in_words(version.window),
        ))  # fmt: skip
        self.add_words(tr("以后"), self._what_follows())
        self.why = reason_field()
        self.add_row(tr("理由"), self.why, tr("写明哪里有误；理由记入日志"))
        self.consequence.setText(tr("下一步由第二人确认"))

    def _what_follows(self) -> str:
        if self._closed:
            return tr(
                "年度回到“委员会已审议通过”。可以退回审议改等次，再张贴新的一版：等次或公示内容有变化的人，重新计满整个公示期；"
                "其余的人不变。原来的一版留存。"
            )
        return tr(
            "这一版在各处记为撤下，公示期作废，年度回到“委员会已审议通过”。重新张贴时出新的一版，公示期从头计算；"
            "原来的一版和已收到的异议留存。"
        )

    def carry(self) -> bool:
        """Go back."""
        desk, actor, year, why = self.page.desk, self.page.place.actor, self.page.year, self.why.text()
        facts = {"year": year, "version": self._version.version, "why": why}
        if self._closed:
            act = tr("退回 {year} 年度第 {version} 版公示，重新公示，理由：{why}", **facts)
            verb = desk.publication.publish_again
        else:
            act = tr("撤回 {year} 年度第 {version} 版公示，理由：{why}", **facts)
            verb = desk.publication.take_back
        return self.carry_out(
            act, lambda second: verb(actor, year, why, second), {PublicationReasonMissing: self.why}, self.why
        )
