"""所缺: what the next step still lacks, who settles each, and the way there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from committee_desk.domain.course import Stage
from committee_desk.services.course_views import Lack
from committee_desk.services.grading_views import GradingView
from committee_desk.ui.common.surfaces import Banner, Card, label, link
from committee_desk.ui.system.cards_tab import CardsTab, emptied
from committee_desk.wording.course_lacks import lack_in_words, owed_by
from committee_desk.wording.courses import stage_name
from committee_desk.wording.language import tr, tr_n

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class LacksTab(CardsTab):
    """One line each; `lead` brings the user to the place that settles it."""

    def __init__(self, page: "Page", lead: Callable[[Lack], object]) -> None:
        super().__init__(page, tr("所缺"))
        self._lead = lead
        self.ways: list[QPushButton] = []
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(12)
        self.column.addWidget(self._list)
        self.column.addStretch(1)

    def show_view(self, view: GradingView) -> None:
        """Show what is missing."""
        emptied(self._lines)
        self.ways = []
        if not view.lacks:
            self._lines.addWidget(Banner("ok", *_nothing_missing(view.stage)))
            return
        count = len(view.lacks)
        head = (
            tr_n("提名前还差 {count} 项", "提名前还差 {count} 项", count)
            if view.stage is Stage.SCORING
            else tr_n("审议通过前还差 {count} 项", "审议通过前还差 {count} 项", count)
        )
        card = Card(head)
        for lack in view.lacks:
            card.body.addSpacing(8)
            card.body.addWidget(self._line(lack))
        self._lines.addWidget(card)

    def _line(self, lack: Lack) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(1)
        said = lack_in_words(lack)
        words.addWidget(label(said, wrap=True))
        words.addWidget(label(owed_by(lack), "cap", wrap=True))
        across.addLayout(words, 1)
        way = link(tr("去办"), lambda: self._lead(lack))
        way.setAccessibleName(tr("去办：{what}", what=said))
        across.addWidget(way)
        self.ways.append(way)
        return line

    def first(self) -> QWidget:
        """The first of them."""
        return self.ways[0] if self.ways else self


def _nothing_missing(stage: Stage) -> tuple[str, str]:
    if stage is Stage.SCORING:
        return tr("可以提名"), tr("提名后名册连同数据一起锁定版本，交委员会审议。")
    if stage is Stage.PROPOSED:
        return tr("可以提交表决"), tr("委员会就名册表决、会议结束并编定纪要后，即可审议通过。")
    return tr("名册已经通过"), tr("现在是“{stage}”，等次不再改动；确要改动的，先退回。", stage=stage_name(stage))
