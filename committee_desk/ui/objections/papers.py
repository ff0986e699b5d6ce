"""The papers of the counter: form 4, its receipt, what the other person is told, 个人得分说明, 异议台账."""

from typing import TYPE_CHECKING

from committee_desk.domain.roles import Right
from committee_desk.services.objection_views import ObjectionRow
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from committee_desk.ui.common.page import Page


def of_objection(year: int, number: int) -> str:
    """How an objection is named as the subject of an attachment."""
    return f"objection:{year}:{number}"


def of_letter(year: int, number: int) -> str:
    """The same for a letter."""
    return f"letter:{year}:{number}"


class ObjectionSheets:
    """Each is looked at before it is printed or saved."""

    def __init__(self, page: "Page") -> None:
        self._page = page

    def receipt(self, number: int, label: str) -> None:
        """回执, handed to who came."""
        from committee_desk.ui.common.paper.dialog import Paper, show  # noqa: PLC0415 - when a paper is wanted

        papers, actor, year = self._page.desk.objection_papers, self._page.place.actor, self._page.year
        paper = Paper(
            title=tr("回执 {label}", label=label),
            file_name=tr("{label} 回执", label=label),
            draw=lambda: papers.preview_receipt(actor, year, number),
            about=tr("交给申请人；打印或保存时记入日志。"),
            hand=lambda: papers.receipt(actor, year, number),
            why_not=self._page.place.why_not(Right.TAKE_OBJECTIONS),
        )
        show(self._page, paper)

    def own_score(self, code: str, name: str) -> None:
        """个人得分说明, for the person at the counter alone."""
        from committee_desk.ui.common.paper.dialog import Paper, show  # noqa: PLC0415 - as above

        papers, actor, year = self._page.desk.objection_papers, self._page.place.actor, self._page.year
        paper = Paper(
            title=tr("个人得分说明：{name}", name=name),
            file_name=tr("{code} {name} {year} 年度得分说明", code=code, name=name, year=year),
            draw=lambda: papers.preview_own_score(actor, year, code),
            about=tr("只有本人的得分，只交给 {name} 本人；打印或保存时记入日志。", name=name),
            hand=lambda: papers.own_score(actor, year, code),
            why_not=self._page.place.why_not(Right.TAKE_OBJECTIONS),
        )
        show(self._page, paper)

    def form(self, number: int | None = None, label: str = "") -> None:
        """异议申请表: of one objection, or the blank that lies at the counter."""
        papers, actor, year = self._page.desk.objection_papers, self._page.place.actor, self._page.year
        title = tr("异议申请表 {label}", label=label) if label else tr("空白异议申请表")
        self._look(title, lambda: papers.preview_form(actor, year, number), lambda: papers.form(actor, year, number))

    def told(self, row: ObjectionRow) -> None:
        """告知书, for whom an objection is about."""
        papers, actor, year = self._page.desk.objection_papers, self._page.place.actor, self._page.year
        title, number = tr("告知书 {label}", label=row.label), row.held.number
        self._look(title, lambda: papers.preview_told(actor, year, number), lambda: papers.told(actor, year, number))

    def register(self) -> None:
        """异议台账."""
        papers, actor, year = self._page.desk.objection_papers, self._page.place.actor, self._page.year
        self._look(
            tr("{year} 年度异议台账", year=year),
            lambda: papers.preview_register(actor, year),
            lambda: papers.register(actor, year),
        )

    def scans(self, subject: str, name: str) -> None:
        """Evidence as pictures."""
        from committee_desk.ui.cases.attachments import AttachmentsDialog  # noqa: PLC0415 - as above

        AttachmentsDialog(self._page, subject, name).exec()

    def _look(self, title: str, draw: "Callable[[], bytes]", hand: "Callable[[], bytes]") -> None:
        from committee_desk.ui.common.paper.dialog import show_journalled  # noqa: PLC0415 - as above

        show_journalled(self._page, title, draw, hand)
