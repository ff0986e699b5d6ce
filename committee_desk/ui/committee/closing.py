"""结束会议: the number of the minutes and what they say; from then on the meeting is only read."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from committee_desk.services.meeting_refusals import MinutesNumberMissing, MinutesNumberTaken
from committee_desk.services.meeting_views import MeetingView
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.wording.committee import question_title
from committee_desk.wording.language import tr, tr_n

WIDE, HIGH, SHOWN = 600, 140, 5


class CloseDialog(FormDialog):
    """Names what was not voted on before it asks for the number."""

    def __init__(self, parent: QWidget, view: MeetingView) -> None:
        held = view.row.held
        super().__init__(parent, tr("结束第 {number} 次会议", number=held.number), tr("结束会议"), width=WIDE)
        open_ = [question_title(each) for each in view.questions if each.vote is None]
        if open_:
            names = tr("；").join(open_[:SHOWN])
            told = tr_n("还有 {count} 项没有表决：{names}", "还有 {count} 项没有表决：{names}", len(open_), names=names)
            self.explain(told)
        self.document, self.minutes = QLineEdit(held.document), QPlainTextEdit(held.minutes)
        self.document.setMaxLength(100)
        self.document.setPlaceholderText(tr("如：检考委〔2027〕1号"))
        self.minutes.setFixedHeight(HIGH)
        self.minutes.setTabChangesFocus(True)
        self.add_row(tr("纪要编号"), self.document, tr("等次建议和平票的决定以此为依据"))
        self.add_row(tr("会议记录"), self.minutes, tr("讨论的要点；到会、回避和表决自动写入，可以不填"))
        self.consequence.setText(tr("结束后只供阅读；重新打开须写明理由"))

    def field_of(self, error: Exception) -> QWidget:
        """The field in which a refusal belongs."""
        return self.document if isinstance(error, MinutesNumberMissing | MinutesNumberTaken) else self.minutes
