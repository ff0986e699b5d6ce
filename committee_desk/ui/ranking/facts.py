"""The facts row over the ranking: how many rank, the quota, who needs a review first, and the spread of totals."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from committee_desk.domain.scores import YearScores
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.surfaces import label
from committee_desk.ui.ranking.rows import PeopleRows
from committee_desk.ui.ranking.spread import SpreadStrip
from committee_desk.wording.language import tr

HEIGHT = 58


class Fact(QWidget):
    """One figure over its word."""

    def __init__(self, word: str, role: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 5, 0, 6)
        column.setSpacing(0)
        self._word = word
        self.figure: QLabel = label("", f"fact-{role}" if role else "fact")
        column.addWidget(self.figure)
        column.addWidget(label(word, "cap"))

    def show_number(self, number: int) -> None:
        """The figure; read together with its word."""
        self.figure.setText(str(number))
        self.setAccessibleName(f"{self._word} {number}")
        self.figure.setAccessibleName(f"{self._word} {number}")


class FactsRow(QFrame):
    """Five figures and the strip."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("r", "top")
        self.setFixedHeight(HEIGHT)
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 0, 20, 0)
        line.setSpacing(18)
        self.ranked = Fact(tr("参加排名"))
        self.base = Fact(tr("名额基数"))
        self.places = Fact(tr("优秀名额"), "accent")
        self.review = Fact(tr("须先评审"), "warn")
        self.others = Fact(tr("不参加排名"))
        for fact in (self.ranked, self.base, self.places, self.review, self.others):
            if fact is not self.ranked:
                line.addWidget(_divider())
            line.addWidget(fact)
        line.addSpacing(8)
        self.spread = SpreadStrip()
        line.addWidget(self.spread, 1)

    def show_scores(self, scores: YearScores, people: PeopleRows) -> None:
        """Count and draw."""
        tally = people.tally
        self.ranked.show_number(tally.ranked)
        self.base.show_number(scores.quota.base)
        self.places.show_number(scores.quota.places)
        self.review.show_number(tally.review)
        self.others.show_number(tally.everybody - tally.ranked)
        self.spread.show_people(people, line_between(people))


def line_between(people: PeopleRows) -> int | None:
    """Where to draw the quota line: midway between the last who got a place and the next who did not."""
    if people.tied:
        return people.in_order[people.tied[0]].score.total
    if people.last_given is None:
        return None
    last, after = people.in_order[people.last_given].score.total, people.last_given + 1
    following = people.in_order[after].score.total if after < people.tally.ranked else last - 200
    return (last + following) // 2


def _divider() -> QFrame:
    made = hairline(upright=True)
    made.setFixedHeight(34)
    return made
