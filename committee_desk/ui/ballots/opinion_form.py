"""The form of an opinion from outside: who gave it, as what, when, about whom, and its words."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from committee_desk.services.opinion_views import Giver, Opinion, OpinionRow
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.person_field import Named, PersonField
from committee_desk.wording.language import tr

HIGH, WIDE = 130, 620


def giver_word(giver: Giver) -> str:
    """Who is asked for an opinion."""
    return {
        Giver.DEPUTY: tr("人大代表"),
        Giver.CONSULTATIVE: tr("政协委员"),
        Giver.SUPERVISOR: tr("人民监督员"),
        Giver.FORMER_OFFICE: tr("原单位（外单位情况）"),
    }[giver]


class OpinionDialog(FormDialog):
    """One opinion; `held` is what stands there already."""

    def __init__(self, parent: QWidget, people: Iterable[Named], held: OpinionRow | None, today: str) -> None:
        title = tr("更正第 {number} 号意见", number=held.number) if held else tr("登记外部意见")
        super().__init__(parent, title, tr("保存"), width=WIDE)
        opinion = held.opinion if held else None
        self.explain(tr("供委员会评议时参考，不计入任何人的得分。"))
        self.giver = QLineEdit(opinion.giver if opinion else "")
        self.giver.setMaxLength(60)
        self.kind = QComboBox()
        for each in Giver:
            self.kind.addItem(giver_word(each), each)
        self.kind.setCurrentIndex(list(Giver).index(opinion.kind) if opinion else 0)
        self.day = DayField(tr("提出日期"), last=False, wide=True)
        self.day.setText(opinion.day.isoformat() if opinion else today)
        self.about = PersonField(people)
        self.about.setPlaceholderText(tr("留空即对本院工作"))
        if opinion and opinion.code:
            self.about.choose(opinion.code)
        self.words = QPlainTextEdit(opinion.opinion if opinion else "")
        self.words.setMinimumHeight(HIGH)
        self.words.setTabChangesFocus(True)
        self.voucher = QLineEdit((opinion.voucher or "") if opinion else "")
        self.voucher.setMaxLength(80)
        self.add_row(tr("提意见人"), self.giver)
        self.add_row(tr("身份"), self.kind)
        self.add_row(tr("提出日期"), self.day)
        self.add_row(tr("对谁"), self.about, tr("姓名、工号或拼音首字母；留空即对本院工作"))
        self.add_row(tr("意见"), self.words)
        self.add_row(tr("凭证号"), self.voucher, tr("来函或笔录的编号，可以不填"))
        self.consequence.setText(tr("保存即更正，原来的留在历史中") if held else tr("保存时编上本年度的号"))

    def opinion(self) -> Opinion | None:
        """What was typed; None after saying which field is wrong."""
        day, person = self.day.day, self.about.person
        if day is None:
            self.refuse(tr("提出日期不是日期。请填如 2026-11-05 的日期。"), self.day)
            return None
        if person is None and self.about.text().strip():
            said = (
                tr("有几人同名。请选择列表中带工号的一个。")
                if self.about.ambiguous
                else tr("人员中没有这个人。请从列表中选择，或留空。")
            )
            self.refuse(said, self.about)
            return None
        return Opinion(
            self.giver.text(),
            Giver(self.kind.currentData()),
            day,
            self.words.toPlainText(),
            person.code if person else None,
            self.voucher.text(),
        )
