"""The acts on the month in view, in the head of the page: close, publish, open again, its published sheets."""

from typing import TYPE_CHECKING

from committee_desk.domain.months import MonthState, quarter_of
from committee_desk.domain.roles import Right
from committee_desk.ui.common.icons import icon
from committee_desk.ui.common.page import PageCommand
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.wording.days import month_name
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from committee_desk.ui.entry.page import EntryPage


class MonthActs:
    """The buttons, each said for the month in view."""

    def __init__(self, page: "EntryPage") -> None:
        self._page = page
        add = page.head.add_action
        self.import_ = add(tr("导入工作簿"), "file-import", page.import_, key=Shortcut.IMPORT, writes=True)
        self.sheets = add(tr("月度公布表"), "printer", self.versions, key=Shortcut.PRINT)
        self.again = add(tr("重新打开"), "lock-open", self.reopen)
        self.again.hide()
        self.main = add(tr("关账"), "lock", self._act, primary=True)
        self._act_now: Callable[[], None] = self.close

    def show_state(self) -> None:
        """What comes next for the month: closing, publishing, publishing a correction."""
        page = self._page
        if page.shown is None:
            return
        month, cell = month_name(page.scope.month), page.strip.cell
        state, corrected = cell.view.state, cell.corrected
        closes = state is MonthState.OPEN
        if closes:
            self._act_now, text, mark = self.close, tr("关账 {month}", month=month), "lock"
        else:
            text = tr("公布更正") if corrected else tr("公布 {month}", month=month)
            self._act_now, mark = self.publish, "speakerphone"
        self.main.setText(text)
        self.main.setAccessibleName(text)
        self.main.setIcon(icon(mark, "onfill", 16))
        right = Right.CLOSE_MONTH if closes else Right.PUBLISH_MONTH
        why = self._why_not(right, cell.view.future)
        done = state is MonthState.PUBLISHED and not corrected
        self.main.setVisible(not done)
        self.main.setEnabled(not why)
        self.main.setToolTip(why)
        self.main.setAccessibleDescription(why)
        self.again.setVisible(not closes and page.place.may(Right.CLOSE_MONTH) and not page.place.no_writing)
        self.again.setToolTip(tr("重新打开{month}，须说明理由", month=month))

    def _why_not(self, right: Right, future: bool) -> str:  # noqa: FBT001 - as the view says it
        if self._page.place.no_writing:
            return self._page.place.no_writing
        if not self._page.place.may(right):
            return tr("当前角色不能办理")
        return tr("本月还没有开始") if future else ""

    def _act(self) -> None:
        self._act_now()

    def close(self) -> None:
        """关账."""
        from committee_desk.ui.months.acts import close_month  # noqa: PLC0415 - once a month

        page = self._page
        if page.settled():
            left = page.not_accepted.of_the_month()
            close_month(page.window(), page.place, page.desk, page.year, page.scope.month, page.lead, left)

    def publish(self) -> None:
        """公布."""
        from committee_desk.ui.months.acts import publish_month  # noqa: PLC0415 - once a month

        page = self._page
        publish_month(page.window(), page.place, page.desk, page.year, page.scope.month)

    def reopen(self) -> None:
        """重新打开."""
        from committee_desk.ui.months.acts import reopen_month  # noqa: PLC0415 - hardly ever

        page = self._page
        reopen_month(page.window(), page.place, page.desk, page.year, page.scope.month)

    def versions(self) -> None:
        """月度公布表."""
        from committee_desk.ui.months.acts import show_versions  # noqa: PLC0415 - once a month

        page = self._page
        show_versions(page.window(), page.place, page.desk, page.year, page.scope.month)

    def explain(self) -> None:
        """个人月度得分说明 of whose row one stands in."""
        from committee_desk.ui.months.acts import explain_month  # noqa: PLC0415 - now and then

        page = self._page
        if not page.place.may(Right.SEE_SCORES):
            page.place.say(tr("当前角色不能查看得分"))
            return
        if page.side.sheet.settle():
            scope = page.scope
            explain_month(
                page.window(), page.place, page.desk, page.year, scope.month, scope.category, page.details.code
            )

    def grades(self) -> None:
        """平时考核等次 of the quarter that the month belongs to."""
        from committee_desk.ui.months.acts import grade_quarter  # noqa: PLC0415 - four times a year

        page = self._page
        if not page.place.may(Right.SEE_SCORES):
            page.place.say(tr("当前角色不能查看得分"))
            return
        if not page.desk.quarters.on():
            page.place.say(tr("平时考核等次没有启用，可在“系统”的“设置”中启用"))
            return
        grade_quarter(page.window(), page.place, page.desk, page.year, quarter_of(page.scope.month))

    def commands(self) -> tuple[PageCommand, ...]:
        """The same as commands of the page."""
        found = [
            PageCommand(tr("月度公布表"), self.versions, "printer"),
            PageCommand(tr("所选人员的本月得分说明"), self.explain, "report-analytics"),
            PageCommand(tr("平时考核等次…"), self.grades, "pencil"),
        ]
        if self.main.isEnabled() and not self.main.isHidden():
            found.append(PageCommand(tr("关账或公布本月"), self._act, "lock"))
        if not self.again.isHidden():
            found.append(PageCommand(tr("重新打开本月"), self.reopen, "lock-open"))
        return tuple(found)
