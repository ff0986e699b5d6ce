"""公示 before anything hangs: what is missing, each line leading to where it is settled; or that it can be posted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from committee_desk.domain.course import Stage
from committee_desk.services.course_views import Lack
from committee_desk.ui.common.icons import pixmap
from committee_desk.ui.common.surfaces import button, label, link
from committee_desk.wording.course_lacks import lack_in_words, owing_name
from committee_desk.wording.courses import stage_name
from committee_desk.wording.language import tr, tr_n

WIDE, MOST = 560, 6


class BeforePosting(QWidget):
    """`go(page, target)` leads to where a line is settled, `post` opens the dialog of posting."""

    def __init__(self, go: Callable[[str, object], object], post: Callable[[], object]) -> None:
        super().__init__()
        self._go = go
        outer, inner = QHBoxLayout(self), QVBoxLayout()
        outer.addStretch(1)
        holder = QWidget()
        holder.setFixedWidth(WIDE)
        holder.setLayout(inner)
        outer.addWidget(holder)
        outer.addStretch(1)
        inner.setSpacing(8)
        inner.addStretch(2)
        shape = QLabel()
        shape.setPixmap(pixmap("speakerphone", "mut", 32))
        self.title, self.text = label("", "h3"), label("", "sub", wrap=True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(shape, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addWidget(self.text)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        inner.addLayout(self._list)
        inner.addSpacing(8)
        self.lead: QPushButton = button(tr("到等次审议"), lambda: go("grading", None), primary=True)
        self.post: QPushButton = button(tr("张贴公示…"), post, primary=True)
        for each in (self.lead, self.post):
            inner.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addStretch(3)
        self.lines: list[QWidget] = []

    def show_stage(self, stage: Stage, lacks: tuple[Lack, ...]) -> None:
        """Say how far the year is and what its next step lacks."""
        approved = stage is Stage.APPROVED
        self.title.setText(tr("等次已审议通过，可以张贴公示") if approved else tr("还没有可以公示的等次"))
        self.text.setText(
            tr("先打印公示书、在各处张贴好，再登记张贴的时间、地点和两名张贴人；登记后从下一个工作日起计算公示期。")
            if approved
            else tr("公示的是委员会审议通过的等次。现在：{stage}。", stage=stage_name(stage))
        )
        self.lead.setVisible(not approved)
        self.post.setVisible(approved)
        while self._list.count():
            item = self._list.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.lines = [self._line(each) for each in lacks[:MOST]]
        if lacks:
            head = tr_n("下一步还缺 {count} 项", "下一步还缺 {count} 项", len(lacks))
            self._list.addWidget(label(head, "name"))
        for line in self.lines:
            self._list.addWidget(line)
        if len(lacks) > MOST:
            self._list.addWidget(label(tr("等，其余见“等次审议”"), "cap"))

    def _line(self, lack: Lack) -> QWidget:
        line, words = QWidget(), lack_in_words(lack)
        across, down = QHBoxLayout(line), QVBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(1)
        down.addWidget(label(words, "", wrap=True))
        down.addWidget(label(tr("由{who}办", who=owing_name(lack.owes)), "cap"))
        across.addLayout(down, 1)
        there = link(tr("去办"), lambda: self._go(lack.page, lack.target))
        there.setAccessibleName(tr("去办：{what}", what=words))
        there.setVisible(lack.page != "publication")
        across.addWidget(there, 0, Qt.AlignmentFlag.AlignTop)
        return line
