"""The cards of the statistics that hold words and tables: agreement, whole ballots, those who sign, the questions."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from committee_desk.domain.rater_statistics.findings import (
    Agreement,
    Flag,
    Icc,
    NotComputable,
    RoundStatistics,
)
from committee_desk.services.round_book import Look
from committee_desk.ui.common.chips import OK, WARN, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.surfaces import Card, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.ui.common.theme import HEADER_ROW, ROW
from committee_desk.wording.language import tr
from committee_desk.wording.rater_agreement import alpha_meaning, form_words, icc_words
from committee_desk.wording.rater_statistics import (
    agreement_words,
    alpha_words,
    circles_words,
    class_of,
    coefficient,
    far_words,
    reciprocity_words,
    straight_words,
)

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

FORMS = ("1,1", "1,k")


class Question(NamedTuple):
    """What the committee is asked, and what it decided where it looked."""

    flag: Flag
    words: str
    look: Look | None


def ballots(found: RoundStatistics) -> Card:
    """Straight-line and far ballots, as counts."""
    card = Card(tr("整张票"))
    for each in (straight_words(found.straight_lines), far_words(found.far_ballots)):
        card.body.addWidget(label(each, wrap=True, select=True))
    about = tr("只在关闭时从整张票上数一次，只留张数；不足 3 张的不显示，也找不到是哪一张。")
    card.body.addWidget(label(about, "cap", wrap=True))
    return card


def patterns(found: RoundStatistics, names: Mapping[str, str]) -> Card:
    """Returned marks and circles among those who sign."""
    card = Card(tr("署名评价中的互评"))
    for words in (
        reciprocity_words(found.signed.reciprocity, names), circles_words(found.signed.circles, names),
    ):  # fmt: skip
        card.body.addWidget(label(words, wrap=True, select=True))
    return card


def agreements(agreements: tuple[Agreement, ...], page: "Page") -> Card:
    """How well raters agree: a sentence a class, and every coefficient."""
    card = Card(tr("评分人看法是否一致"))
    for each in agreements:
        card.body.addWidget(label(agreement_words(each), wrap=True, select=True))
    table: ListTable[Agreement] = ListTable(_coefficients(), tr("一致性系数"), page.place.memory)
    table.setFixedHeight(HEADER_ROW + len(agreements) * ROW + 18)
    table.set_rows(agreements)
    card.body.addSpacing(8)
    card.body.addWidget(table)
    about = tr(
        "ICC 是组内相关系数：1 为完全一致，0 与随意打分无异；带 k 的是平均分的可靠程度，括号里是 95% 区间。"
        "α 是 Krippendorff 系数，意思相近。两种都只由各人名下拆开的评分算出，不看哪些评分出自同一张票。"
    )
    card.body.addSpacing(6)
    card.body.addWidget(label(about, "cap", wrap=True))
    return card


def _icc(each: Agreement, form: str) -> Icc | None:
    if isinstance(each.one_way, NotComputable):
        return None
    return next((icc for icc in each.one_way if icc.form == form), None)


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


def questions_spec() -> TableSpec[Question]:
    """The columns of the questions."""
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
