"""案件评价 by keyboard: marks, grade, reviewer, items, findings; an imported one is completed and its figures stay."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from committee_desk.domain.cases import Review
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.evaluations import FULL, ITEMS, Evaluation, Item, finding_typed, item_typed, lost_on
from committee_desk.services.evaluation_views import EvaluationCard, EvaluationRefused, ItemsDisagree
from committee_desk.services.typed_values import number
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.person_field import Named, PersonField
from committee_desk.ui.common.surfaces import label
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.evaluations import side_name
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import plain
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

WIDTH, LABELS, FINDINGS_HEIGHT = 660, 112, 76


class EvaluationDialog(FormDialog):
    """One case's evaluation. Whatever is wrong is said at one press, each at its field."""

    def __init__(self, page: "Page", card: EvaluationCard, people: Iterable[Named] = ()) -> None:
        super().__init__(
            page.window(), tr("案件评价：{number}", number=card.number), tr("保存评价"), width=WIDTH, labels=LABELS
        )
        self._page, self._card = page, card
        handlers = tr("、").join(min(each.names, default=each.code) for each in card.handlers)
        self.explain(
            tr("{title}，承办：{handlers}", title=card.title or card.number, handlers=handlers)
            + (tr("。得分、等次、评查人等是导入的，这里只补充项目和情况") if card.imported else "")
        )
        self.marks = {side: QLineEdit() for side in FULL}
        self.grade = QComboBox()
        for grade, points in card.grades.items():
            self.grade.addItem(_grade_words(grade, points), grade)
        self.reviewer, self.note = PersonField(people, strangers=True), QLineEdit()
        self.outside = QCheckBox(tr("院外评查人或案管办"))
        self.reviewed = DayField(tr("评查日期"), last=False)
        self._wrong: list[tuple[str, QWidget]] = []
        self.items = {(side, name): QLineEdit() for side, names in ITEMS.items() for name in names}
        self.findings = QPlainTextEdit()
        self.findings.setTabChangesFocus(True)
        self.findings.setFixedHeight(FINDINGS_HEIGHT)
        self._lay_out()
        self._fill()
        self.consequence.setText(
            tr("得分和等次不变，记入日志") if card.imported else tr("立即计入承办人的办案质量得分，记入日志")
        )

    def _lay_out(self) -> None:
        for side, most in FULL.items():
            hint = tr("0 至 {most}；不填则按下面的扣分算出", most=plain(most))
            self.add_row(tr("{side}得分", side=side_name(side)), self.marks[side], "" if self._card.imported else hint)
        self.add_row(tr("评查等次"), self.grade)
        hint = "" if self._card.imported else tr("姓名、工号或拼音首字母；不能是本案承办人")
        self.add_row(tr("评查人"), self.reviewer, hint)
        self.form.addRow("", self.outside)
        self.add_row(tr("评查日期"), self.reviewed)
        self.add_row(tr("说明"), self.note)
        self.form.addRow(label(tr("各项扣分：先写分数，再写说明，如 2 证据目录不全；没有扣分的空着"), "cap", wrap=True))
        for side, names in ITEMS.items():
            self.form.addRow(label(tr("{side}扣分", side=side_name(side)), "name"))
            for name in names:
                self.add_row(dictionary_word(name), self.items[side, name])
        self.add_row(tr("流程监控"), self.findings, tr("一行一条，可先写监控文书号，如 流监〔2026〕3号 超期告知"))
        for field in (self.reviewer, self.note, *self.items.values()):
            field.setMaxLength(200)

    def _fill(self) -> None:
        held = self._card.evaluation
        if held is None:
            self.grade.setCurrentIndex(-1)
            self.reviewed.setText(f"{self._page.now():%Y-%m-%d}")
            return
        review = held.fact.review
        for side, field in self.marks.items():
            field.setText(plain(getattr(review, side)))
        if self.grade.findData(review.grade) < 0:  # of an older dictionary
            self.grade.addItem(dictionary_word(review.grade), review.grade)
        self.grade.setCurrentIndex(self.grade.findData(review.grade))
        self.reviewer.setText(review.reviewer or "")
        self.outside.setChecked(bool(self.reviewer.stranger))
        self.reviewed.setText(review.reviewed.isoformat() if review.reviewed else "")
        self.note.setText(review.note or "")
        for item in held.fact.items:
            if (item.side, item.name) in self.items:
                self.items[item.side, item.name].setText(f"{plain(item.lost)} {item.note}".strip())
        self.findings.setPlainText("\n".join(f"{each.number} {each.text}".strip() for each in held.fact.findings))
        if self._card.imported:
            for widget in (*self.marks.values(), self.grade, self.reviewer, self.outside, self.reviewed, self.note):
                widget.setEnabled(False)

    def carry_out(self) -> bool:
        """Keep it; all that is wrong is said here at once, each at its field."""
        desk, actor, seen = self._page.desk, self._page.place.actor, self._card.version
        self._wrong = []
        evaluation = self._evaluation()
        try:
            for fault in desk.evaluations.faults(evaluation):
                self._add_fault(fault)
            if self._wrong:
                self.refuse_all(self._wrong)
                return False
            change = desk.evaluations.enter(actor, evaluation, seen)
        except (DeskError, Trouble) as error:
            field = self._field_of(error)
            if field is None:
                self.refuse(sentence(error))
            else:
                self.refuse_all([*self._wrong, (sentence(error), field)])
            return False
        self._page.place.changes.announce(change)
        return True

    def _add_fault(self, fault: EvaluationRefused) -> None:
        """What the desk finds wrong, unless the form knows better of the same field what is wrong with it."""
        field = self._field_of(fault)
        if field is None:  # of the case itself, not of anything typed
            raise fault
        known = {each for _, each in self._wrong}
        if isinstance(fault, ItemsDisagree):  # figures that are none come to no sum
            known |= {
                self.marks[side] for (side, _), each in self.items.items() if side == fault.field and each in known
            }
        if field not in known:
            self._wrong.append((sentence(fault), field))

    def _evaluation(self) -> Evaluation:
        """What was typed; of what says nothing, which is noted as wrong, something harmless."""
        items = self._items()
        findings = tuple(finding_typed(line) for line in self.findings.toPlainText().splitlines() if line.strip())
        held = self._card.evaluation
        if self._card.imported and held is not None:
            return held.fact._replace(items=items, findings=findings)
        marks = {side: self._mark_of(side, items) for side in self.marks}
        if self.grade.currentIndex() < 0:
            self._wrong.append((tr("请选择评查等次。"), self.grade))
        if self.reviewed.text().strip() and self.reviewed.day is None:
            text = self.reviewed.text()
            self._wrong.append((tr("评查日期“{text}”不是日期，应如 2026-03-05。", text=text), self.reviewed))
        review = Review(
            self._card.number,
            marks["substance"],
            marks["procedure"],
            str(self.grade.currentData()),
            self.reviewed.day,
            self._reviewer(),
            self.note.text(),
        )
        return Evaluation(review, items, findings)

    def _items(self) -> tuple[Item, ...]:
        found = []
        for (side, name), field in self.items.items():
            text = field.text().strip()
            read = item_typed(side, name, text)
            if read is not None:
                found.append(read)
            elif text:
                said = tr("“{name}”要先写扣分，再写说明，如 2 证据目录不全。", name=dictionary_word(name))
                self._wrong.append((said, field))
        held = self._card.evaluation
        kept = () if held is None else tuple(i for i in held.fact.items if (i.side, i.name) not in self.items)
        return (*found, *kept)

    def _reviewer(self) -> str:
        """The reviewer's name; a name of nobody here only where somebody from outside is meant."""
        person, stranger = self.reviewer.person, self.reviewer.stranger
        if person is not None:
            return person.name
        if self.reviewer.ambiguous:
            self._wrong.append((tr("有几人同名或首字母相同。请选择列表中带工号的一个。"), self.reviewer))
        elif stranger and not self.outside.isChecked():
            near = tr("、").join(each.shown for each in self.reviewer.near())
            said = tr("本院没有“{name}”。院外评查人或案管办，请勾选下面的一项。", name=stranger)
            said += tr("名字相近的：{names}。", names=near) if near else ""
            self._wrong.append((said, self.reviewer))
        return stranger

    def _mark_of(self, side: str, items: tuple[Item, ...]) -> Decimal:
        """What was typed, or what the items leave of the whole."""
        field = self.marks[side]
        text = field.text().strip()
        left = FULL[side] - lost_on(side, items)
        if not text and any(item.side == side for item in items):
            return left
        mark = number(text)
        if mark is None:
            what = tr("{side}得分“{text}”不是数字。", side=side_name(side), text=text)
            self._wrong.append((what if text else tr("请填写{side}得分。", side=side_name(side)), field))
        return left if mark is None else mark

    def _field_of(self, error: Exception) -> QWidget | None:
        """Where the desk's refusal belongs: an item's own line where it names one."""
        name = error.field if isinstance(error, EvaluationRefused) else ""
        item = getattr(error, "item", "")
        own = next((field for (_, each), field in self.items.items() if each == item), None)
        fields: dict[str, QWidget] = {
            **self.marks,
            "grade": self.grade,
            "reviewer": self.reviewer,
            "reviewed": self.reviewed,
            "items": own or next(iter(self.items.values())),
        }
        return fields.get(name)


def _grade_words(grade: str, points: Decimal) -> str:
    if not points:
        return dictionary_word(grade)
    sign = "+" if points > 0 else "−"
    return tr("{grade}（{points} 分）", grade=dictionary_word(grade), points=f"{sign}{abs(points):f}")
