"""The forms of a term: appointed, corrected, ended."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from committee_desk.domain.committee import Member, MemberPost
from committee_desk.services.committee_views import (
    MemberOfTheDesk,
    MemberRow,
    MemberSitsAlready,
    MemberUnnamed,
    TermDecisionMissing,
    TermEndsBefore,
)
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.person_field import Named, PersonField
from committee_desk.wording.committee import member_post
from committee_desk.wording.language import tr

WIDE = 540


class MemberDialog(FormDialog):
    """A member's term; `held` is the one that is corrected, `first` the post that is offered."""

    def __init__(
        self, parent: QWidget, people: Iterable[Named], held: MemberRow | None, today: date, first: MemberPost
    ) -> None:
        super().__init__(parent, tr("更正委员任期") if held else tr("登记委员"), tr("保存"), width=WIDE)
        self.who, self.post = PersonField(people, strangers=True), QComboBox()
        for each in MemberPost:
            self.post.addItem(member_post(each), each.value)
        self.since, self.until = DayField(tr("起"), last=False, wide=True), DayField(tr("止"), last=True, wide=True)
        self.until.setPlaceholderText(tr("至今"))
        self.decision = QLineEdit()
        self.decision.setMaxLength(100)
        member = held.member if held else None
        self.since.setText((member.since if member else today).isoformat())
        self.post.setCurrentIndex(self.post.findData((member.post if member else first).value))
        if member is not None:
            self.until.setText(member.until.isoformat() if member.until else "")
            self.decision.setText(member.decision)
            if member.code:
                self.who.choose(member.code)
            else:
                self.who.setText(member.name)
        self.add_row(tr("委员"), self.who, tr("本院的人写姓名、工号或拼音首字母；院外的人写姓名"))
        self.add_row(tr("职务"), self.post, tr("主任由本院检察长担任（检察官法第四十条）"))
        self.add_row(tr("起"), self.since)
        self.add_row(tr("止"), self.until, tr("没有届满日的留空"))
        self.add_row(tr("决定文号"), self.decision, tr("任命或增补的决定"))
        self.consequence.setText(tr("原来的登记留在日志中") if held else tr("任期内的会议都计入应到人数"))

    def member(self) -> Member | None:
        """What was typed; None after saying what is not clear."""
        if self.who.ambiguous:
            self.refuse_all([(tr("有几人同名或首字母相同。请选择列表中带工号的一个。"), self.who)])
            return None
        wrong: list[tuple[str, QWidget]] = []
        if self.since.day is None:
            wrong.append((tr("开始日期不是日期。请填如 2026-01-01 的日期。"), self.since))
        if self.until.text().strip() and self.until.day is None:
            wrong.append((tr("截止日期不是日期。请填如 2026-12-31 的日期，或留空。"), self.until))
        if wrong or self.since.day is None:
            self.refuse_all(wrong)
            return None
        person = self.who.person
        name, code = (person.name, person.code) if person else (self.who.stranger, None)
        post = MemberPost(self.post.currentData())
        return Member(name, post, self.since.day, self.until.day, self.decision.text(), code)

    def field_of(self, error: Exception) -> QWidget:
        """The field in which a refusal belongs."""
        if isinstance(error, MemberUnnamed | MemberOfTheDesk | MemberSitsAlready):
            return self.who
        if isinstance(error, TermDecisionMissing):
            return self.decision
        return self.until if isinstance(error, TermEndsBefore) else self.since


class EndDialog(FormDialog):
    """The last day of a term, and by which decision."""

    def __init__(self, parent: QWidget, row: MemberRow, today: date) -> None:
        super().__init__(parent, tr("结束 {name} 的任期", name=row.member.name), tr("结束任期"), width=WIDE)
        self.until, self.decision = DayField(tr("最后一天"), last=True, wide=True), QLineEdit()
        self.until.setText(today.isoformat())
        self.decision.setMaxLength(100)
        self.add_row(tr("最后一天"), self.until, tr("这一天仍是委员"))
        self.add_row(tr("决定文号"), self.decision)
        since, post = row.member.since.isoformat(), member_post(row.member.post)
        self.consequence.setText(tr("{post}，{since} 起；以前的会议不受影响", post=post, since=since))

    def ending(self) -> tuple[date, str] | None:
        """The day and the decision; None after saying that the day is none."""
        if self.until.day is None:
            self.refuse_all([(tr("最后一天不是日期。请填如 2026-12-31 的日期。"), self.until)])
            return None
        return self.until.day, self.decision.text()

    def field_of(self, error: Exception) -> QWidget:
        """The field in which a refusal belongs."""
        return self.decision if isinstance(error, TermDecisionMissing) else self.until
