"""Decisions on places: what is left over, small categories counted as one, the consent to more than 20 %."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from committee_desk.domain.quota import APPROVED_PERCENT, LAW_PERCENT
from committee_desk.services.attachment_views import AttachedAlready, AttachmentRefused
from committee_desk.services.changes import Change
from committee_desk.services.grading_deciding import pool_subject
from committee_desk.services.grading_decision_refusals import (
    CategoryNotGraded,
    ConsentFileMissing,
    ConsentPercentWrong,
    NoLeftOver,
    PlacesNegative,
    PlacesUsed,
    PooledAlready,
    PoolOverfull,
    PoolTooSmall,
)
from committee_desk.services.grading_views import DecisionKind, GradingView
from committee_desk.services.meeting_views import MeetingRow
from committee_desk.ui.ballots.report_form import FileField
from committee_desk.ui.common.page import Page
from committee_desk.ui.grading.asking import DecisionForm
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr

MOST, LEAST_POOL = 999, 2


class LeftOverForm(DecisionForm):
    """A place of the office that no category's floor holds, for one category."""

    def __init__(self, page: Page, view: GradingView, meetings: Sequence[MeetingRow]) -> None:
        super().__init__(page, tr("分配余额名额"), meetings)
        office = view.office
        self._view = view
        self.explain(
            tr(
                "全院 {base} 人，优秀名额 {floor} 名；各类合计 {floors} 名，已分配余额 {assigned} 名，还剩 {left} 名。",
                base=office.base,
                floor=office.floor,
                floors=office.floors,
                assigned=office.assigned,
                left=office.left_over,
            )
        )
        self.category, self.places = QComboBox(), QSpinBox()
        for roll in view.rolls:
            self.category.addItem(dictionary_word(roll.category), roll.category)
        self.places.setRange(0, MOST)
        self.add_row(tr("分给"), self.category)
        self.add_row(tr("名额"), self.places, tr("该类别共分得几名余额；填 0 即收回"))
        self.add_meeting(_voted())
        self.add_paper(tr("决定文号"), reason=tr("可以不填"))
        self.meeting.setCurrentIndex(0)
        self.fields |= {
            NoLeftOver: self.places, PlacesNegative: self.places, PlacesUsed: self.places,
            CategoryNotGraded: self.category,
        }  # fmt: skip
        self.category.currentIndexChanged.connect(lambda _at: self._offer())
        self.places.valueChanged.connect(lambda _number: self._say())
        self._offer()

    def _offer(self) -> None:
        held = self._view.office.of(self.category.currentData())
        self.places.setValue(held.assigned or min(1, self._view.office.left_over))
        self._say()

    def _say(self) -> None:
        held = self._view.office.of(self.category.currentData())
        after = held.places - held.assigned + self.places.value()
        self.consequence.setText(
            tr(
                "{category}优秀名额由 {before} 名变为 {after} 名",
                category=self.category.currentText(),
                before=held.places,
                after=after,
            )
        )

    def decide(self) -> bool:
        """Record it."""
        day = self.paper_day()
        if day is None:
            return False
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        category = self.category.currentData()

        def command() -> Change:
            return desk.grading.assign_left_over(
                actor,
                year,
                category,
                self.places.value(),
                self.document.text(),
                day,
                self.reason.text(),
                self.meeting.number,
                seen=self.seen(str(category), self._view.seen(DecisionKind.LEFT_OVER, str(category))),
            )

        return self.carry_out(command)


class PoolForm(DecisionForm):
    """Categories counted as one; those without a number stay by themselves."""

    def __init__(self, page: Page, view: GradingView, meetings: Sequence[MeetingRow]) -> None:
        super().__init__(page, tr("合并计算名额"), meetings)
        self._view = view
        self.explain(tr("人数少、单独不足一个名额的类别，可以经决定合并计算。写上各类分得的名额，不合并的留空。"))
        self.places: dict[str, QLineEdit] = {}
        for roll in view.rolls:
            field = self.places[roll.category] = QLineEdit()
            field.setMaxLength(3)
            quota = roll.quota
            hint = tr("{base} 人，单独计算 {own} 名", base=quota.base, own=quota.own)
            if quota.pool:
                field.setText(str(quota.places - quota.assigned))
                hint = tr("{base} 人，已合并计算", base=quota.base)
            self.add_row(dictionary_word(roll.category), field, hint)
            field.textChanged.connect(lambda _text: self._say())
        self.add_meeting(_voted())
        self.add_paper(tr("决定文号"), reason=tr("可以不填"))
        self.meeting.setCurrentIndex(0)
        first: QWidget = next(iter(self.places.values()), self.document)
        self.fields |= dict.fromkeys((PoolTooSmall, PooledAlready, PoolOverfull, PlacesNegative, PlacesUsed), first)
        self._say()

    def _wanted(self) -> dict[str, str]:
        return {category: field.text().strip() for category, field in self.places.items() if field.text().strip()}

    def _say(self) -> None:
        if len(self._wanted()) < LEAST_POOL:
            self.consequence.setText(tr("先写两个类别"))
            return
        quotas = [self._view.office.of(category) for category in self._wanted()]
        floor = sum(each.base * each.percent for each in quotas) // 100
        self.consequence.setText(
            tr(
                "合并后共 {base} 人，优秀名额最多 {floor} 名（不足一名的舍去）",
                base=sum(each.base for each in quotas),
                floor=floor,
            )
        )

    def decide(self) -> bool:
        """Record it; what is no number is said at its field."""
        wanted = self._wanted()
        wrong: list[tuple[str, QWidget]] = [
            (tr("请填写名额数，如 1；不合并的留空。"), self.places[category])
            for category, text in wanted.items()
            if not (text.isascii() and text.isdigit())
        ]
        if len(wanted) < LEAST_POOL and not wrong:
            empty = next((each for each in self.places.values() if not each.text().strip()), self.document)
            wrong.append((tr("合并计算至少要两个类别。请先写上两个类别分得的名额。"), empty))
        day = self.paper_day(wrong)
        if day is None:
            return False
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        places = {category: int(text) for category, text in wanted.items()}
        pool = pool_subject(places)
        return self.carry_out(
            lambda: desk.grading.pool(
                actor,
                year,
                places,
                self.document.text(),
                day,
                self.reason.text(),
                self.meeting.number,
                seen=self.seen(pool, self._view.seen(DecisionKind.POOL, pool)),
            )
        )


class QuarterForm(DecisionForm):
    """The consent of the 公务员主管部门 to more than 20 %: number, date and file, none of them dispensable."""

    def __init__(self, page: Page, view: GradingView) -> None:
        super().__init__(page, tr("提高优秀比例的批复"), ())
        self._seen_first = view.seen(DecisionKind.QUARTER, "")
        self.explain(
            tr(
                "优秀一般不超过 {law}%；经同级公务员主管部门批复可提高，最多 {most}%。文号、日期和批复文件缺一不可。",
                law=LAW_PERCENT,
                most=APPROVED_PERCENT,
            )
        )
        self.percent = QSpinBox()
        self.percent.setRange(0, 100)
        self.percent.setSuffix(" %")
        self.percent.setValue(view.office.approval.percent if view.office.approval else APPROVED_PERCENT)
        self.file = FileField(tr("批复文件"))
        self.file.path.setPlaceholderText("")
        self.add_row(tr("优秀比例"), self.percent)
        self.preset = (self.percent,)
        self.add_paper(tr("批复文号"), tr("批复日期"))
        self.add_row(tr("批复文件"), self.file, tr("扫描件：PDF、PNG、JPEG，不超过 10 MB"))
        self.fields |= {
            **dict.fromkeys((ConsentFileMissing, AttachmentRefused, AttachedAlready), self.file),
            **dict.fromkeys((ConsentPercentWrong, PlacesUsed), self.percent),
        }
        self.consequence.setText(tr("登记后按批复的比例计算全院和各类的优秀名额"))

    def decide(self) -> bool:
        """Record it, with its file."""
        file = self.file.chosen()
        day = self.paper_day([(tr("请选择批复文件。"), self.file)] if file is None else [])
        if day is None:
            return False
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        try:
            return self.carry_out(
                lambda: desk.grading.allow_quarter(
                    actor,
                    year,
                    self.document.text(),
                    day,
                    file,
                    self.percent.value(),
                    seen=self.seen("", self._seen_first),
                )
            )
        except OSError:
            told = tr("找不到文件“{path}”，或没有权限读它。请重新选择。", path=file)
            self.refuse_all([(told, self.file)])
            return False


def subject_in_words(kind: DecisionKind, subject: str, names: dict[str, str]) -> str:
    """Whom or what a decision is about."""
    if kind is DecisionKind.INCOMPLETE:
        return names.get(subject, subject)
    return tr("、").join(dictionary_word(each) for each in subject.split("+") if each) or tr("全院")


def _voted() -> str:
    return tr("议程中须有该事项并已表决通过；不经会议的，写决定的文号")
