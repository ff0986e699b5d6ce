"""The ballot: its lines are marked, looked over once more, and cast. It can be left, and the code stays good."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.rounds import RoundKind
from committee_desk.domain.scores import Grade
from committee_desk.services.booth_views import BoothBallot
from committee_desk.services.slip_reading import ABSTAINED
from committee_desk.ui.booth.ballot_form import BallotForm
from committee_desk.ui.common.surfaces import Banner, button, label
from committee_desk.ui.slips.slots import column_of
from committee_desk.ui.system.cards_tab import emptied
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.numbers import plain
from committee_desk.wording.rounds import ballot_class_name
from committee_desk.wording.saying import sentence

UNTOUCHED = 10 * 60_000
"""Milliseconds: a ballot that nobody touches for so long does not lie open for the next one to read."""


class BallotScreen(QWidget):
    """`cast(lines)` from the review; `given_up` where the rater leaves."""

    cast = Signal(object)
    given_up = Signal()

    def __init__(self, ballot: BoothBallot, check: Callable[[dict[str, str]], None]) -> None:
        super().__init__()
        self._check, self._reviewing = check, False
        self.ballot = ballot
        self.form = BallotForm(ballot)
        self.heading = label(ballot.title, "title", wrap=True)
        self.about = label("", "sub", wrap=True)
        self.said = label("", "name", wrap=True)
        self._banner = column_of(margin=0)
        self.leave = button(tr("不投了，离开"), self.given_up.emit)
        self.back = button(tr("返回修改"), self._change)
        self.go = button("", self._go, primary=True)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.leave)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.go)
        column = column_of(self.heading, self.about)
        column.addLayout(self._banner)
        column.addWidget(self.form, 1)
        column.addLayout(foot)
        self.setLayout(column)
        self.form.done.connect(self.go.setFocus)
        self.form.touched.connect(self._touched)
        self._untouched = QTimer(self)
        self._untouched.setSingleShot(True)
        self._untouched.timeout.connect(self.given_up)
        self._change()

    # -- marking and looking over ----------------------------------------------------------------------------------

    def _change(self) -> None:
        """Mark the lines."""
        values = self.form.values if self._reviewing is False else self._values
        self._reviewing = False
        self.form.put(values)
        self.about.setText(how_to(self.ballot))
        self.said.setText("")
        self.back.hide()
        self._name_go(tr("看一遍，再投"))
        self._touched()
        self.form.start()

    def _go(self) -> None:
        if self._reviewing:
            self.cast.emit(self._values)
        elif self.form.checked():
            self._review()

    def _review(self) -> None:
        self._values = self.form.values
        try:
            self._check(self._values)
        except (DeskError, Trouble) as error:
            self.refuse(sentence(error))
            return
        self._touched()
        self._reviewing = True
        own = [each.rated.code for each in self.ballot.lines if each.own]
        self.form.show_only(self._values)
        for line in self.form.lines:
            if line.rated.code in own:
                line.settle(tr("本人，不评自己"))
        self.about.setText(tr("请看一遍。投出以后不能更改。"))
        self.said.setText(self._counts())
        self.back.show()
        self._name_go(tr("投票"))
        self.go.setFocus()

    def _counts(self) -> str:
        values = tuple(self._values.values())
        blank = sum(1 for each in values if not each)
        abstained = values.count(ABSTAINED)
        excellent = values.count(str(Grade.EXCELLENT))
        marked = len(values) - blank - abstained
        words = [tr("已评 {count} 人", count=marked), tr("弃权 {count} 人", count=abstained),
                 tr("空白 {count} 人", count=blank)]  # fmt: skip
        if self.ballot.kind is RoundKind.GRADE:
            words.insert(1, tr("其中优秀 {count} 人", count=excellent))
        return tr("，").join(words)

    def _name_go(self, text: str) -> None:
        self.go.setText(text)
        self.go.setAccessibleName(text)

    def refuse(self, why: str) -> None:
        """Say above the lines why the ballot cannot be cast so."""
        self._touched()
        self._banner.addWidget(Banner("bad", why))
        if self._reviewing:
            self.go.setFocus()
        else:
            self.form.resume()

    def _touched(self) -> None:
        emptied(self._banner)
        self._untouched.start(UNTOUCHED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Who looks over a long ballot scrolls it by the arrows."""
        if not self._reviewing or not self.form.scrolled_by(event):
            super().keyPressEvent(event)

    def take_focus(self) -> None:
        """Into the first line."""
        self.form.start()


def how_to(ballot: BoothBallot) -> str:
    """How the ballot is marked."""
    grade = ballot.kind is RoundKind.GRADE
    words = [ballot_class_name(ballot.ballot_class)]
    words.append(
        tr("每人选一个等次：按 1 至 4，弃权按 5，或者用鼠标点。不选就是空白。")
        if grade
        else tr("每人打 0 至 100 分，按 Enter 到下一人；弃权按“-”，不填就是空白。")
    )
    words.append(tr("空白超过一半的票无效。"))
    if (most := ballot.most_excellent) is not None:
        words.append(
            tr_n("最多评 {count} 人优秀。", "最多评 {count} 人优秀。", most)
            if grade
            else tr_n(
                "打 {mark} 分及以上算优秀，最多 {count} 人。",
                "打 {mark} 分及以上算优秀，最多 {count} 人。",
                most,
                mark=plain(ballot.excellent_from),
            )
        )
    return "　".join(words)
