"""统计: what a round's marks ask of the committee: pictures, a sentence to every number, and what it looked into."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from committee_desk.domain.rater_statistics.findings import (
    NotComputable,
    Quartiles,
    RoundStatistics,
    Shift,
)
from committee_desk.ui.common.surfaces import Card, button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import HEADER_ROW, ROW
from committee_desk.ui.rounds.line_pictures import PeoplePicture, PersonBar, ShiftPicture, SignedShift
from committee_desk.ui.rounds.pictures import ClassPicture
from committee_desk.ui.rounds.reading import ReadStatistics
from committee_desk.ui.rounds.statistics_cards import Question, agreements, ballots, patterns, questions_spec
from committee_desk.ui.rounds.walked import Walked
from committee_desk.ui.system.cards_tab import CardsTab, row_of
from committee_desk.wording.language import tr
from committee_desk.wording.rater_statistics import (
    flag_words,
    person_words,
    severity_words,
    signed_agreement_words,
    spread_words,
)

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

FULL = 100


class StatisticsView(CardsTab):
    """Cards one under the other; `answer` records that the committee looked into the chosen question."""

    def __init__(self, page: "Page", answer: Callable[[], object]) -> None:
        super().__init__(page, tr("测评统计"))
        self.pictures: list[Walked] = []
        self.questions: ListTable[Question] = ListTable(questions_spec(), tr("提请委员会了解"), page.place.memory)
        self.questions.opened.connect(lambda _row: answer())
        self.look = button(tr("委员会已了解…"), answer, icon_name="clipboard-check")
        self.asked = Card(tr("提请委员会了解"))
        self.whole = label("", wrap=True, select=True)
        self.questions.chosen.connect(self._say_whole)
        self._none = label(tr("本轮统计没有提出问题。"), "sub")
        about = tr("统计只提出问题，不证明任何人不公正，也不改变任何得分；是否了解、怎样处理由委员会决定。")
        self.asked.body.addWidget(label(about, "sub", wrap=True))
        self.asked.body.addSpacing(8)
        self.asked.body.addWidget(self.questions)
        self.asked.body.addWidget(self._none)
        self.asked.body.addSpacing(6)
        self.asked.body.addWidget(self.whole)
        self.asked.body.addSpacing(8)
        self.asked.body.addLayout(row_of(self.look))
        self.nothing = label("", "sub", wrap=True)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.asked)
        self.column.addStretch(1)
        self._shown: list[Card] = []

    def show_nothing(self, why: str) -> None:
        """There are no statistics, and why."""
        self._clear()
        self.nothing.setText(why)
        self.nothing.show()
        self.asked.hide()
        self.questions.set_rows(())

    def show_statistics(self, read: ReadStatistics) -> None:
        """Paint and say these."""
        found = read.found
        self._clear()
        self.nothing.hide()
        self.asked.show()
        rows = [Question(each, flag_words(each, read.names), read.looks.get(each.name)) for each in found.flags]
        self.questions.setVisible(bool(rows))
        self._none.setVisible(not rows)
        self.look.setVisible(bool(rows))
        self.questions.setFixedHeight(HEADER_ROW + max(1, len(rows)) * ROW + 4)
        self.questions.set_rows(rows)
        if rows and self.questions.current() is None:
            self.questions.choose(rows[0].flag.name)
        self._say_whole(self.questions.current())
        for card in (
            self._spreads(found), self._people(found, read.names), agreements(found.agreements, self._page),
            ballots(found), self._severities(found, read.names), patterns(found, read.names),
        ):  # fmt: skip
            self._shown.append(card)
            self.column.insertWidget(self.column.count() - 1, card)

    def _say_whole(self, row: Question | None) -> None:
        """The chosen question in full, and what was decided."""
        told = row.look.decided if row is not None and row.look is not None else ""
        self.whole.setText("\n".join(each for each in (row.words if row is not None else "", told) if each))
        self.whole.setVisible(row is not None)

    def _clear(self) -> None:
        self.pictures = []
        for card in self._shown:
            self.column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._shown = []

    # -- cards -----------------------------------------------------------------------------------------------------

    def _spreads(self, found: RoundStatistics) -> Card:
        card = Card(tr("各票类评分的分布"))
        about = tr("结果中合并显示的票类，其评分不计入分布、离散程度和一致性：两种显示相比，会露出个别的票。")
        card.body.addWidget(label(about, "sub", wrap=True))
        held = [each.low for spread in found.spreads for each in spread.bars if each.number]
        low = max(0, min(FULL - 20, min(held, default=0) // 10 * 10))
        for each in found.spreads:
            card.body.addSpacing(6)
            card.body.addWidget(label(spread_words(each), "strong", wrap=True))
            if isinstance(each.quartiles, Quartiles):
                self._picture(
                    card, ClassPicture(each, low), tr("用左右方向键逐段查看；下面的框是中间一半评分，粗线是中位")
                )
        return card

    def _people(self, found: RoundStatistics, names: Mapping[str, str]) -> Card:
        card = Card(tr("各人评分的离散程度"))
        people = [
            PersonBar(
                names.get(each.code, each.code),
                None if isinstance(each.deviation, NotComputable) else each.deviation,
                person_words(names.get(each.code, each.code), each),
            )
            for each in found.people
        ]
        card.body.addWidget(
            label(tr("条越长，对这个人的评分越不一致。单独显示的各票类放在一起算，不显示单个评分。"), "sub", wrap=True)
        )
        picture = PeoplePicture(tr("各人评分的离散程度"), people)
        self._picture(card, picture, tr("用上下方向键逐人查看"))
        return card

    def _severities(self, found: RoundStatistics, names: Mapping[str, str]) -> Card:
        card = Card(tr("领导评价（署名）的宽严"))
        raters = [
            SignedShift(
                names.get(each.rater, each.rater),
                each.shift if isinstance(each.shift, Shift) else None,
                severity_words(names.get(each.rater, each.rater), each),
            )
            for each in found.signed.severities
        ]
        if not raters:
            card.body.addWidget(label(tr("没有署名的领导评价。"), "sub"))
            return card
        about = tr("点是该评价人比同评这些人的居中评分平均高多少分，横线是 95% 区间；跨过零线的说明不了宽严。")
        card.body.addWidget(label(about, "sub", wrap=True))
        self._picture(card, ShiftPicture(tr("领导评价的宽严"), raters), tr("用上下方向键逐人查看"))
        for words in (*(each.words for each in raters), signed_agreement_words(found.signed.agreement)):
            card.body.addWidget(label(words, "sub", wrap=True, select=True))
        return card

    def _picture(self, card: Card, picture: Walked, hint: str) -> None:
        said = label(hint, "cap", wrap=True)
        picture.walked.connect(said.setText)
        card.body.addSpacing(4)
        card.body.addWidget(picture)
        card.body.addWidget(said)
        self.pictures.append(picture)

    def first(self) -> QWidget:
        """Into the questions, else the first picture."""
        if self.questions.isVisibleTo(self):
            return self.questions
        return self.pictures[0] if self.pictures else self
