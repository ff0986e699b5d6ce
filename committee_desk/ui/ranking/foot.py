"""The pinned foot of the ranking: who is not ranked, grouped by what may be said of it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from committee_desk.domain.scores import Status
from committee_desk.ui.common.chips import NEUTRAL, WARN, Chip, ChipLabel
from committee_desk.ui.common.surfaces import label, link
from committee_desk.ui.ranking.rows import RankingRow
from committee_desk.wording.language import tr
from committee_desk.wording.scores import status_outside

HEIGHT, NAMED = 36, 4
_ORDER = (
    (Status.INCOMPLETE,),
    (Status.PENDING, Status.NO_GRADE, Status.SETTLED_APART),
    (Status.EXTERNAL,),
    (Status.LEFT,),
)


class Foot(QFrame):
    """Groups with their names; a name leads to the person."""

    def __init__(self, lead: Callable[[str], object], all_of_them: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("r", "foot")
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(tr("不参加排名"))
        self._lead, self._all = lead, all_of_them
        self._others: list[RankingRow] | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 0, 4, 0)
        line.setSpacing(12)
        line.addWidget(label(tr("不参加排名"), "sub"))
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._area.viewport().setAutoFillBackground(False)
        line.addWidget(self._area, 1)

    def show_people(self, others: list[RankingRow]) -> None:
        """Say who is not ranked; hidden when everybody is."""
        self.setVisible(bool(others))
        if others == self._others:
            return  # nobody stands here otherwise than before: their names need not be laid anew
        self._others = others
        inner = QWidget()
        line = QHBoxLayout(inner)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for statuses in _ORDER:
            group = [row for row in others if row.score.status in statuses]
            if group:
                kind = WARN if Status.INCOMPLETE in statuses else NEUTRAL
                line.addWidget(ChipLabel(Chip(status_outside(statuses[0]), kind)))
                self._add_names(line, group)
                line.addSpacing(12)
        line.addStretch(1)
        self._area.setWidget(inner)
        inner.setAutoFillBackground(False)  # setWidget turns it on

    def _add_names(self, line: QHBoxLayout, group: list[RankingRow]) -> None:
        for row in group[:NAMED]:
            line.addWidget(link(row.name, partial(self._lead, row.score.code)))
        if len(group) > NAMED:
            line.addWidget(link(tr("等 {count} 人", count=len(group)), self._all))
