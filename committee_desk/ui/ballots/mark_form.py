"""The form of a leader's mark: who marks, how much, why. Enter goes on, and after saving to the next person."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from committee_desk.domain.leading import LeaderKind
from committee_desk.domain.names import spelt
from committee_desk.services.mark_views import HeldMark, Leader, MarkRow
from committee_desk.services.typed_values import number
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import plain

LONGEST_REASON = 500


class MarkDialog(FormDialog):
    """One mark for one person. `chosen` is the leader whose mark is typed."""

    def __init__(self, parent: QWidget, row: MarkRow, chosen: Leader | None) -> None:
        super().__init__(parent, tr("领导评价：{name}", name=row.name), tr("保存"))
        self.row = row
        self.explain(_about(row))
        self.rater = QComboBox()
        for each in row.may:
            self.rater.addItem(f"{each.name}（{kind_word(each.kind)}）", each.code)
        self.rater.setCurrentIndex(max(0, self.rater.findData(chosen.code) if chosen else 0))
        self.mark, self.reason = QLineEdit(), QLineEdit()
        self.mark.setPlaceholderText(tr("0 至 100"))
        self.reason.setMaxLength(LONGEST_REASON)
        self.add_row(tr("评价人"), self.rater)
        self.add_row(tr("得分"), self.mark, tr("0 至 100 分，最多两位小数；清空即取消"))
        self.add_row(tr("理由"), self.reason, tr("必须填写，与得分一起保存"))
        self.rater.currentIndexChanged.connect(lambda _at: self._show_held())
        self._show_held()

    @property
    def leader(self) -> str:
        """The code of who marks."""
        return str(self.rater.currentData() or "")

    @property
    def held(self) -> HeldMark | None:
        """The mark that this leader gave already."""
        return next((each.held for each in self.row.marks if each.held.rater_code == self.leader), None)

    def typed(self) -> Decimal | None:
        """The mark as it was typed; ValueError for what is no number."""
        text = spelt(self.mark.text()).replace("。", ".")
        if not text:
            return None
        mark = number(text)
        if mark is None:
            raise ValueError
        return mark

    def focus_mark(self) -> None:
        """Work starts at the mark."""
        self.mark.setFocus()
        self.mark.selectAll()

    def _show_held(self) -> None:
        held = self.held
        self.mark.setText(plain(held.mark) if held else "")
        self.reason.setText(held.reason if held else "")
        said = tr("已录 {mark} 分，保存即更正，原来的留在历史中", mark=plain(held.mark)) if held else ""
        self.consequence.setText(said or tr("保存后到下一个待评的人"))

    def run(self, act: Callable[[], bool]) -> bool:
        """Show it with the focus in the mark."""
        self._focus_first = self.focus_mark  # type: ignore[method-assign]
        return super().run(act)


def kind_word(kind: LeaderKind) -> str:
    """As what somebody marks."""
    return {
        LeaderKind.IN_CHARGE: tr("分管领导"),
        LeaderKind.CHIEF: tr("检察长"),
        LeaderKind.HEAD: tr("部门负责人"),
    }[kind]


def _about(row: MarkRow) -> str:
    words = [row.code, row.department, row.post]
    if len(row.departments) > 1:
        words.append(tr("年内由{before}调入，由年末所在部门的分管领导评价", before=row.departments[-2]))
    return " · ".join(word for word in words if word)
