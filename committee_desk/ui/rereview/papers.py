"""The papers of a re-review: 复核材料, 复核决定书 with its 送达回证, 告知书, the register."""

from typing import TYPE_CHECKING

from committee_desk.domain.roles import Right
from committee_desk.services.effect_views import InformingRow
from committee_desk.ui.rereview.reading import One
from committee_desk.ui.rereview.stops import paper_name
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from committee_desk.ui.common.page import Page


def show_review_register(page: "Page") -> None:
    """复核申诉台账 of the year, looked at before it is printed or saved."""
    from committee_desk.ui.common.paper.dialog import show_journalled  # noqa: PLC0415 - when a paper is wanted

    papers, actor, year = page.desk.result_papers, page.place.actor, page.year
    show_journalled(
        page,
        tr("{year} 年度复核申诉台账", year=year),
        lambda: papers.preview_review_register(actor, year),
        lambda: papers.review_register(actor, year),
    )


class RereviewSheets:
    """Each is looked at before it is printed or saved; what leaves is journalled."""

    def __init__(self, page: "Page") -> None:
        self._page = page

    def material(self, read: One) -> None:
        """复核材料, for the committee alone."""
        papers, actor, year, number = self._of(read)
        self._show(
            tr("复核材料 {label}", label=read.card.row.label),
            lambda: papers.preview_material(actor, year, number),
            lambda: papers.material(actor, year, number),
            tr("写有姓名和得分，只供考评委员会评议；打印或保存时记入日志。"),
        )

    def decision(self, read: One) -> None:
        """复核决定书 and 送达回证."""
        papers, actor, year, number = self._of(read)
        self._show(
            tr("{paper} {label}", paper=paper_name(read.card.row.held.kind), label=read.card.row.label),
            lambda: papers.preview_decision(actor, year, number),
            lambda: papers.decision(actor, year, number),
            tr("含送达回证，送达 {name}；打印或保存时记入日志。", name=read.card.row.name),
        )

    def informing(self, told: InformingRow) -> None:
        """告知书 of one person."""
        papers, actor, held = self._page.desk.result_papers, self._page.place.actor, told.held
        self._show(
            tr("告知书 {label} {name}", label=told.label, name=told.name),
            lambda: papers.preview_informing(actor, held.year, held.proceeding, held.code),
            lambda: papers.informing(actor, held.year, held.proceeding, held.code),
            tr("只写 {name} 本人的变动，不写其他人；打印或保存时记入日志。", name=told.name),
        )

    def register(self) -> None:
        """复核申诉台账 of the year."""
        show_review_register(self._page)

    def _of(self, read: One):  # type: ignore[no-untyped-def] # noqa: ANN202 - the papers, and which
        held = read.card.row.held
        return self._page.desk.result_papers, self._page.place.actor, held.year, held.number

    def _show(self, title: str, draw: "Callable[[], bytes]", hand: "Callable[[], bytes]", about: str) -> None:
        from committee_desk.ui.common.paper.dialog import Paper, show  # noqa: PLC0415 - when a paper is wanted

        show(self._page, Paper(title, title, draw, hand, about, self._page.place.why_not(Right.REREVIEW)))
