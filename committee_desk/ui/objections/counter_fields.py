"""The fields of the counter's dialog, from top to bottom, and what stood in them when a slip is put right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from committee_desk.domain.roles import Right
from committee_desk.services.objection_views import Counter, HeldObjection
from committee_desk.ui.common.chips import ChipLabel
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.person_field import Named, PersonField
from committee_desk.ui.objections.counter_words import notice_word, what_is_wrong
from committee_desk.ui.objections.evidence_field import EvidenceField, Found
from committee_desk.ui.objections.matter_boxes import MatterBoxes
from committee_desk.ui.objections.moment_field import MomentField, written
from committee_desk.wording.language import CHINESE, language, tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

WIDE_ZH, WIDE_EN, GROUNDS_HIGH = 560, 664, 96


class CounterFields(FormDialog):
    """With `held` the objection whose slip is put right, which asks why and takes no scans."""

    def __init__(self, page: "Page", counter: Counter, held: HeldObjection | None) -> None:
        title = tr("更正登记 {label}", label=held.label) if held else tr("登记异议")
        wide = WIDE_ZH if language() == CHINESE else WIDE_EN
        super().__init__(page.window(), title, tr("保存更正") if held else tr("登记并打印回执"), width=wide)
        self._page, self._counter, self._held = page, counter, held
        self._make_fields()
        self._lay_out()

    def _make_fields(self) -> None:
        counter, place = self._counter, self._page.place
        people = [Named(each.code, each.name, each.department) for each in counter.objectors]
        listed = counter.notices[0].codes.union(*(each.codes for each in counter.notices))
        self.person = PersonField(people)
        self.received = MomentField(counter.now)
        self.chip = ChipLabel()
        self.version = QComboBox()
        for notice in counter.notices:
            self.version.addItem(notice_word(notice), notice.version)
        self.matters = MatterBoxes()
        self.other = PersonField([each for each in people if each.code in listed])
        self.grounds, self.request = QPlainTextEdit(), QLineEdit()
        self.grounds.setFixedHeight(GROUNDS_HIGH)
        self.grounds.setTabChangesFocus(True)
        self.new_facts = QLineEdit()
        self.evidence = EvidenceField(
            self._page.desk.attachments.judge, self._read_scans, why_no_scans=place.why_not(Right.ATTACH)
        )
        self.evidence.changed.connect(self._scans_changed)
        self.evidence.add.setVisible(self._held is None)
        self.signed = QCheckBox(tr("申请表有本人签字"))
        self.signed.setChecked(True)
        self.receiver = QLineEdit(counter.receiver)
        self.answer_by = DayField(tr("答复期限"), last=False, wide=True)
        self.why = QLineEdit()

    def _lay_out(self) -> None:
        moment = QWidget()
        line = QHBoxLayout(moment)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.received, 1)
        line.addWidget(self.chip)
        moment.setFocusProxy(self.received)
        self.moment = moment
        self.add_row(tr("申请人"), self.person, tr("姓名、工号或拼音首字母"))
        self.add_row(tr("收到时间"), moment, tr("纸面收到的时间，不是录入时间"))
        self.received.setAccessibleName(tr("收到时间"))
        self.add_row(tr("针对"), self.version)
        self.add_row(tr("申请事项"), self.matters, tr("按 1 至 5 勾选，可以多选"))
        self.add_row(tr("他人姓名"), self.other, tr("对谁的结果有异议；告知其本人时不写异议人"))
        self.add_row(tr("事实和理由"), self.grounds, tr("照申请表填写；按 Tab 到下一项"))
        self.add_row(tr("新的事实和理由"), self.new_facts, tr("撤回后再次提出的，写明有什么新的"))
        self.add_row(tr("请求"), self.request)
        self.add_row(tr("证据"), self.evidence)
        self.add_row("", self.signed)
        self.signed.setAccessibleName(self.signed.text())
        self.add_row(tr("接收人"), self.receiver)
        self.add_row(tr("答复期限"), self.answer_by, tr("该年的放假通知还没有导入，请自行推算后填写"))
        self.add_row(tr("更正理由"), self.why, tr("理由记入日志，原来登记的内容留在历史中"))
        for named in (self.person, self.other):
            self.check(named, lambda named=named: what_is_wrong(named) if named.text().strip() else "")  # type: ignore[misc]
        for hidden in (self.other, self.new_facts, self.answer_by):
            self._show_row(hidden, shown=False)
        self._show_row(self.why, shown=self._held is not None)

    def _fill(self, held: HeldObjection) -> None:
        self.person.choose(held.code)
        self.received.setText(written(held.received))
        self.version.setCurrentIndex(max(0, self.version.findData(held.version)))
        for matter, box in self.matters.boxes.items():
            box.setChecked(matter in held.matters)
        if held.other:
            self.other.choose(held.other)
        self.grounds.setPlainText(held.grounds)
        self.request.setText(held.request)
        self.evidence.words.setText(held.evidence)
        self.signed.setChecked(held.signed)
        self.receiver.setText(held.receiver)
        self.new_facts.setText(held.new_facts)
        self._show_row(self.new_facts, shown=bool(held.new_facts))

    def _show_row(self, field: QWidget, *, shown: bool) -> None:
        for at in range(self.form.rowCount()):
            item = self.form.itemAt(at, self.form.ItemRole.FieldRole)
            column = item.layout() if item is not None else None
            if column is not None and column.indexOf(field) >= 0:
                self.form.setRowVisible(at, shown)
        self.fit()

    # -- scans -----------------------------------------------------------------------------------------------------

    def _read_scans(self, judge: Callable[[], tuple[Found, ...]], show: Callable[[tuple[Found, ...]], None]) -> None:
        self._page.read(judge, show, kind="scans", failed=self._scans_unread)

    def _scans_unread(self, error: BaseException) -> None:
        self.evidence.let_go()
        self._page.place.tell_failed_reading(self, error)

    def _scans_changed(self) -> None:
        self.unmark(self.evidence)
        QTimer.singleShot(0, self, self.fit)
