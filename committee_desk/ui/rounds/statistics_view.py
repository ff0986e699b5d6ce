"""统计: what a round's marks ask of the committee: pictures, a sentence to every number, and what it looked into."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from committee_desk.domain.rater_statistics.findings import (
    Agreement,
    Flag,
    Icc,
    NotComputable,
    Quartiles,
    RoundStatistics,
    Shift,
)
from committee_desk.services.round_book import Look
from committee_desk.ui.common.chips import OK, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.surfaces import Card, button, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import HEADER_ROW, ROW
from committee_desk.ui.rounds.pictures import ClassPicture, PeoplePicture, PersonBar, ShiftPicture, SignedShift, Walked
from committee_desk.ui.rounds.reading import ReadStatistics
from committee_desk.ui.system.cards_tab import CardsTab, row_of
from committee_desk.wording.language import tr
from committee_desk.wording.rater_agreement import alpha_meaning, form_words, icc_words
from committee_desk.wording.rater_statistics import (
    agreement_words,
    alpha_words,
    circles_words,
    class_of,
    coefficient,
    far_words,
    flag_words,
    person_words,
    reciprocity_words,
    severity_words,
    spread_words,
    straight_words,
)

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

FORMS = ("1,1", "1,k", "2,1", "2,k", "3,1", "3,k")
FULL = 100


class Question(NamedTuple):
    """What the committee is asked, and what it decided where it looked."""

    flag: Flag
    words: str
    look: Look | None


class StatisticsView(CardsTab):
    """Cards one under the other; `answer` records that the committee looked into the chosen question."""

    def __init__(self, page: "Page", answer: Callable[[], object]) -> None:
        super().__init__(page, tr("测评统计"))
        self.pictures: list[Walked] = []
        self.questions: ListTable[Question] = ListTable(_questions(), tr("提请委员会了解"), page.place.memory)
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
            self._spreads(found), self._people(found, read.names), _agreements(found.agreements, self._page),
            _ballots(found), self._severities(found, read.names), _patterns(found, read.names),
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
            label(tr("条越长，对这个人的评分越不一致。各票类合并计算，不显示单个评分。"), "sub", wrap=True)
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
        for each in raters:
            card.body.addWidget(label(each.words, "sub", wrap=True, select=True))
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


def _ballots(found: RoundStatistics) -> Card:
    card = Card(tr("整张票"))
    for each in (straight_words(found.straight_lines), far_words(found.far_ballots)):
        card.body.addWidget(label(each, wrap=True, select=True))
    about = tr("只在关闭时从整张票上数一次，只留张数；不足 3 张的不显示，也找不到是哪一张。")
    card.body.addWidget(label(about, "cap", wrap=True))
    return card


def _patterns(found: RoundStatistics, names: Mapping[str, str]) -> Card:
    card = Card(tr("署名评价中的互评"))
    for words in (
        reciprocity_words(found.signed.reciprocity, names), circles_words(found.signed.circles, names),
    ):  # fmt: skip
        card.body.addWidget(label(words, wrap=True, select=True))
    return card


def _agreements(agreements: tuple[Agreement, ...], page: "Page") -> Card:
    card = Card(tr("评分人看法是否一致"))
    for each in agreements:
        card.body.addWidget(label(agreement_words(each), wrap=True, select=True))
    table: ListTable[Agreement] = ListTable(_coefficients(), tr("一致性系数"), page.place.memory)
    table.setFixedHeight(HEADER_ROW + len(agreements) * ROW + 18)
    table.set_rows(agreements)
    card.body.addSpacing(8)
    card.body.addWidget(table)
    about = tr(
        "ICC 是组内相关系数：1 为完全一致，0 与随意打分无异；带 k 的是平均分的可靠程度，括号里是 95% 区间；"
        "2、3 两种只用逐人都评了分的整票。α 是 Krippendorff 系数，意思相近。"
    )
    card.body.addSpacing(6)
    card.body.addWidget(label(about, "cap", wrap=True))
    return card


def _icc(each: Agreement, form: str) -> Icc | None:
    held: dict[str, Icc] = {}
    for forms in (each.one_way, each.two_way):
        if not isinstance(forms, NotComputable):
            held |= {icc.form: icc for icc in forms}
    return held.get(form)


def _form(form: str) -> Column[Agreement]:
    def said(each: Agreement) -> str:
        icc = _icc(each, form)
        return icc_words(icc) if icc is not None else ""

    return Column(form, f"ICC({form})", lambda each: coefficient(_icc(each, form)), 64, fits=True, tip=said,
                  hint=form_words(form))  # fmt: skip


def _coefficients() -> TableSpec[Agreement]:
    return TableSpec(
        id="round-agreement",
        columns=(
            Column("class", tr("票类"), lambda each: class_of(each.ballot_class), 64, style=Style.NAME,
                   sort=lambda each: each.ballot_class or "Z", fits=True),
            *map(_form, FORMS),
            Column("alpha", "α", lambda each: alpha_words(each.alpha), 60, stretch=True,
                   tip=lambda each: alpha_meaning(each.alpha)),
        ),
        key=lambda each: each.ballot_class,
        sort_by="class",
    )  # fmt: skip


def _state(row: Question) -> Chip:
    if row.look is None:
        return Chip(tr("待了解"), WARN, "help")
    return Chip(tr("委员会已了解"), OK, "check", row.look.decided)


def _questions() -> TableSpec[Question]:
    return TableSpec(
        id="round-questions",
        columns=(
            Column("asked", tr("提出的问题"), lambda row: row.words, 240, style=Style.NAME, stretch=True,
                   tip=lambda row: row.words),
            Column("state", tr("状态"), lambda row: _state(row).text, 100, chip=_state, fits=True),
            Column("by", tr("谁了解的"), lambda row: row.look.looked_by if row.look else "", 80, style=Style.SUB,
                   fits=True),
            Column("day", tr("日期"), lambda row: row.look.day.isoformat() if row.look else "", 90, style=Style.SUB,
                   spare=True),
            Column("decided", tr("处理"), lambda row: row.look.decided if row.look else "", 150, spare=True,
                   tip=lambda row: row.look.decided if row.look else ""),
        ),
        key=lambda row: row.flag.name,
        sort_by="asked",
    )  # fmt: skip
