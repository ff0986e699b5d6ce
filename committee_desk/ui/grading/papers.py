"""打印等次审议: form 7, the roll and form 12, looked at before they go to a printer or into a file."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from PySide6.QtWidgets import QComboBox

from committee_desk.ui.common.page import Page
from committee_desk.ui.common.paper.dialog import Paper as Drawn
from committee_desk.ui.common.paper.dialog import PaperDialog, fields_row
from committee_desk.ui.grading.rows import Line
from committee_desk.wording.language import tr


class Paper(Enum):
    """The papers of grading."""

    RANKING = "ranking"
    ROLL = "roll"
    REVIEW = "review"


def paper_name(paper: Paper) -> str:
    """What a paper is called."""
    return {
        Paper.RANKING: tr("考核得分汇总排名表"),
        Paper.ROLL: tr("等次建议名册"),
        Paper.REVIEW: tr("业务能力评审意见表"),
    }[paper]


class PapersDialog(PaperDialog):
    """Which paper above, its pages below, the ways out at the foot."""

    def __init__(self, page: Page, lines: Sequence[Line], first: Paper = Paper.RANKING, code: str = "") -> None:
        self.paper, self.person = QComboBox(), QComboBox()
        above = fields_row((tr("表"), self.paper), (tr("人员"), self.person))
        super().__init__(page.window(), page.place, page.desk, tr("打印等次审议"), above)
        self._page = page
        for each in Paper:
            self.paper.addItem(paper_name(each), each)
        for line in sorted(lines, key=lambda line: (not line.row.listed.review_required, line.order)):
            self.person.addItem(f"{line.code}　{line.row.listed.name}　{line.row.listed.department}", line.code)
        self.paper.setCurrentIndex(self.paper.findData(first))
        self.person.setCurrentIndex(max(0, self.person.findData(code)))
        self.paper.currentIndexChanged.connect(lambda _at: self.pick())
        self.person.currentIndexChanged.connect(lambda _at: self.pick())
        self.paper.setFocus()
        self.pick()

    def pick(self) -> None:
        """Draw the paper that is chosen."""
        chosen = Paper(self.paper.currentData())
        self.person.setEnabled(chosen is Paper.REVIEW)
        draw = self._drawing(chosen)
        if draw is None:
            self.show_refusal(tr("还没有可以评定的人。"))
            return
        name = f"{self._page.year}{paper_name(chosen)}"
        if chosen is Paper.REVIEW:
            name = f"{name}-{self.person.currentData()}"
        paper = Drawn(
            title=paper_name(chosen),
            file_name=name,
            draw=draw.seen,
            about=tr("打印或保存时记入日志。"),
            hand=draw.handed,
            why_not=self.place.no_writing,
        )
        self.show_paper(paper)

    def _drawing(self, chosen: Paper) -> "_Drawing | None":
        papers, actor, year = self.desk.grading_papers, self.place.actor, self._page.year
        code = self.person.currentData()
        if chosen is Paper.RANKING:
            return _Drawing(lambda: papers.preview_ranking(actor, year), lambda: papers.ranking(actor, year))
        if chosen is Paper.ROLL:
            return _Drawing(lambda: papers.preview_roll(actor, year), lambda: papers.roll(actor, year))
        if code is None:
            return None
        return _Drawing(lambda: papers.preview_review(actor, year, code), lambda: papers.review(actor, year, code))


class _Drawing(NamedTuple):
    """How a paper is drawn to be looked at, and how it is handed out, with its entry in the journal."""

    seen: Callable[[], bytes]
    handed: Callable[[], bytes]
