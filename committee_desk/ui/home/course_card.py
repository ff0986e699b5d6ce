"""The process of a year on 工作台: its line, and what the next step lacks, each line leading to where it is settled."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from committee_desk.services.course_views import CourseView
from committee_desk.services.views import Owed
from committee_desk.ui.common.surfaces import Card, label
from committee_desk.ui.home.course_strip import CourseStrip
from committee_desk.ui.home.owed_line import OwedLine
from committee_desk.wording.course_lacks import lack_in_words, owed_by
from committee_desk.wording.courses import move_name
from committee_desk.wording.language import tr, tr_n

SHOWN = 3
"""So many of the next step's lacks stand here; all of them on the page that takes the step."""


class CourseCard(Card):
    """Shown from the end of the year on, or once something was proposed."""

    def __init__(self, lead: Callable[[Owed], None]) -> None:
        super().__init__(tr("审议与公示流程"))
        self._lead = lead
        self.strip = CourseStrip()
        self._next = label("", "sub", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.body.addWidget(self.strip)
        self.body.addWidget(self._next)
        self.body.addLayout(self._lines)
        self.hide()

    def show_course(self, view: CourseView, today: date) -> None:
        """Show the year's process as it stands today."""
        self.strip.show_course(view)
        self._clear()
        step = view.next
        self._next.setVisible(step is not None)
        if step is not None:
            count = len(step.lacks)
            lacks = tr_n("还差 {count} 项", "还差 {count} 项", count) if count else tr("没有欠缺")
            self._next.setText(tr("下一步：{move}。{lacks}。", move=move_name(step.move), lacks=lacks))
            shown_lacks = step.lacks[:SHOWN]
            for at, lack in enumerate(shown_lacks):
                facts = {"title": lack_in_words(lack), "detail": owed_by(lack)}
                line = Owed("course_lack", lack.page, {**facts, "target": lack.target})
                to = lack.target if isinstance(lack.target, Owed) else line
                shown = OwedLine(line, today, last=at == len(shown_lacks) - 1, act=lambda each=to: self._lead(each))  # type: ignore[misc]
                self._lines.addWidget(shown)
                shown.show()
        self.setVisible(bool(view.taken) or today.year > view.year)

    def _clear(self) -> None:
        while self._lines.count():
            item = self._lines.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
