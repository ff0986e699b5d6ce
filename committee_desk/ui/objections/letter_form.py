"""The form of a letter (情况反映): what it says, when it came, who took it, perhaps who wrote it and about whom."""

from collections.abc import Iterable
from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from committee_desk.domain.said import TooLongForField
from committee_desk.services.letter_views import Letter
from committee_desk.services.objection_refusals import (
    LetterEmpty,
    LetterNotApart,
    LetterReceivedWrong,
    LetterReceiverMissing,
)
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.person_field import Named, PersonField
from committee_desk.ui.objections.moment_field import MomentField, written
from committee_desk.ui.objections.refused_fields import name_of_field
from committee_desk.wording.language import tr

WIDE, HIGH = 560, 120
REFUSED_AT: dict[type[Exception], str] = {
    LetterEmpty: "letter",
    LetterReceiverMissing: "receiver",
    LetterNotApart: "receiver",
    LetterReceivedWrong: "received",
}


class LetterDialog(FormDialog):
    """One letter; without a sender it is anonymous."""

    def __init__(self, parent: QWidget, people: Iterable[Named], now: datetime, receiver: str) -> None:
        super().__init__(parent, tr("登记情况反映"), tr("登记情况反映"), width=WIDE)
        self._now = now
        self.explain(tr("匿名来信、不属于本人权利的意见登记在这里，留存核查，不按异议办理，也没有答复期限。"))
        self.received = MomentField(now)
        self.writer, self.receiver = QLineEdit(), QLineEdit(receiver)
        self.writer.setPlaceholderText(tr("留空即匿名"))
        self.about = PersonField(people)
        self.about.setPlaceholderText(tr("可以不填"))
        self.content = QPlainTextEdit()
        self.content.setMinimumHeight(HIGH)
        self.content.setTabChangesFocus(True)
        self.add_row(tr("收到时间"), self.received, tr("来信收到的时间，不是录入时间"))
        self.add_row(tr("来信人"), self.writer)
        self.add_row(tr("反映对象"), self.about, tr("姓名、工号或拼音首字母"))
        self.add_row(tr("内容"), self.content, tr("按 Tab 到下一项"))
        self.add_row(tr("接收人"), self.receiver)
        self.consequence.setText(tr("登记时编上本年度情况反映的号"))

    def letter(self) -> Letter | None:
        """What was typed; None after saying at each field what is wrong with it."""
        moment, person = self.received.moment, self.about.person
        wrong = self._wrong()
        if wrong or moment is None:
            self.refuse_all(wrong)
            return None
        return Letter(
            self.content.toPlainText(),
            moment,
            self.receiver.text(),
            self.writer.text(),
            person.code if person is not None else None,
        )

    def _wrong(self) -> list[tuple[str, QWidget]]:
        wrong: list[tuple[str, QWidget]] = []
        if self.received.moment is None:
            example = written(self._now)
            wrong.append((tr("收到时间不是时间。请填如 {example}。", example=example), self.received))
        if self.about.text().strip() and self.about.person is None:
            wrong.append((tr("人员中没有这个人，或有几人同名。请从列表中选择，或留空。"), self.about))
        if not self.content.toPlainText().strip():
            wrong.append((tr("没有填写内容。请照来信填写。"), self.content))
        if not self.receiver.text().strip():
            wrong.append((tr("没有填写接收人。"), self.receiver))
        return wrong

    def field_of(self, error: Exception) -> QWidget:
        """The field that a refusal is about."""
        by_name = {"letter": self.content, "receiver": self.receiver, "received": self.received, "sender": self.writer}
        at = name_of_field(error, REFUSED_AT) if isinstance(error, TooLongForField) else REFUSED_AT.get(type(error), "")
        return by_name.get(at, self.about)
