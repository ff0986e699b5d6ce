"""业务能力评审 (form 12): recorded before somebody at the bottom is graded."""

import re

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.changes import Change
from committee_desk.services.grading_decision_refusals import DecisionDayWrong
from committee_desk.services.grading_refusals import (
    NotOnRoll,
    ReviewerTwice,
    ReviewerUnclear,
    ReviewIncomplete,
    ReviewsKin,
    ReviewsSelf,
)
from committee_desk.services.grading_views import AbilityReview, Opinion, RollRow
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.page import Page
from committee_desk.ui.grading.asking import GradingForm
from committee_desk.wording.gradings import opinion_name
from committee_desk.wording.language import tr

BETWEEN = re.compile(r"[、，,;；]+")
HIGH = 96


class ReviewForm(GradingForm):
    """One person's ability review."""

    def __init__(self, page: Page, row: RollRow) -> None:
        super().__init__(page, tr("业务能力评审：{name}", name=row.listed.name), tr("登记评审"))
        self._row, held = row, row.review
        usual = tr("总分排在最后十分之一") if row.listed.review_required else ""
        self.selected = QLineEdit(held.selected if held else usual)
        self.reviewers = QLineEdit(tr("、").join(held.reviewers) if held else "")
        self.looked_at = QLineEdit(tr("、").join(held.looked_at) if held else "")
        self.findings = QPlainTextEdit(held.findings if held else "")
        self.findings.setTabChangesFocus(True)
        self.findings.setFixedHeight(HIGH)
        self.opinion = QComboBox()
        self.opinion.addItem(tr("请选择"), None)
        for each in Opinion:
            self.opinion.addItem(opinion_name(each), each)
        self.opinion.setCurrentIndex(self.opinion.findData(held.opinion) if held else 0)
        self.day = DayField(tr("评审日期"), last=False, wide=True)
        self.day.setText((held.day if held else page.now().date()).isoformat())
        for field, longest in ((self.selected, 120), (self.reviewers, 120), (self.looked_at, 200)):
            field.setMaxLength(longest)
        self.add_row(tr("列入评审的原因"), self.selected)
        self.add_row(tr("评审人员"), self.reviewers, tr("几个人的用顿号隔开；不能是本人或其亲属"))
        self.add_row(tr("评审内容"), self.looked_at, tr("看了什么，用顿号隔开，如：案卷、庭审、文书"))
        self.add_row(tr("评审意见"), self.opinion, tr("不胜任的，等次至多为基本称职"))
        self.add_row(tr("评审日期"), self.day)
        self.add_row(tr("情况记述"), self.findings, tr("写完按 Ctrl+Enter 登记"))
        self.fields = {DecisionDayWrong: self.day, NotOnRoll: self.selected}
        self.fields |= dict.fromkeys((ReviewsSelf, ReviewsKin, ReviewerUnclear, ReviewerTwice), self.reviewers)
        self.consequence.setText(
            tr("登记后可以确定{name}的等次；原来的评审意见留在历史中", name=row.listed.name)
            if held
            else tr("登记后可以确定{name}的等次", name=row.listed.name)
        )
        if not row.listed.review_required:
            self.explain(
                tr("{name}不在须评审之列，评审是自愿的；意见为不胜任的，等次同样至多为基本称职。", name=row.listed.name)
            )

    def record(self) -> bool:
        """Record it; everything that is missing is said at its field."""
        day, opinion = self.day.day, self.opinion.currentData()
        wrong: list[tuple[str, QWidget]] = []
        wrong += self.missing(
            (self.reviewers, tr("请填写评审人员。")),
            (self.looked_at, tr("请填写评审内容，如：案卷、庭审、文书。")),
        )
        if opinion is None:
            wrong.append((tr("请选择胜任或不胜任。"), self.opinion))
        if day is None:
            wrong.append((tr("请填写评审日期，如 2027-01-06。"), self.day))
        if not self.findings.toPlainText().strip():
            wrong.append((tr("请填写情况记述。"), self.findings))
        if wrong or day is None:
            self.refuse_all(wrong)
            return False
        review = AbilityReview(
            self._row.code,
            self.selected.text(),
            tuple(BETWEEN.split(self.reviewers.text())),
            tuple(BETWEEN.split(self.looked_at.text())),
            self.findings.toPlainText(),
            Opinion(opinion),
            day,
        )
        return self.carry_out(lambda: self.keep(review))

    def keep(self, review: AbilityReview) -> Change:
        """Where the review is recorded."""
        held = self._row.review
        seen = self.seen(self._row.listed.name, held.entry if held is not None else None)
        return self.page.desk.grading.review(self.page.place.actor, self.page.year, review, seen=seen)

    def field_of(self, error: DeskError | Trouble) -> QWidget | None:
        """The field that lacks something."""
        named = {"reviewers": self.reviewers, "looked_at": self.looked_at, "findings": self.findings}
        if isinstance(error, ReviewIncomplete):
            return named.get(error.field)
        return super().field_of(error)
