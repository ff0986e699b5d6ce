"""What is done to a case's evaluation from its panel: evaluate, reply, withdraw, find the cause, print form 10."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.evaluations import Cause, CauseFinding
from committee_desk.domain.roles import Right
from committee_desk.services.changes import Change
from committee_desk.services.evaluation_views import EvaluationCard
from committee_desk.ui.cases.evaluation import EvaluationDialog
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.common.dialogs import FormDialog, ask_reason
from committee_desk.ui.common.page import PageCommand
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.person_field import Named
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import tool
from committee_desk.wording.evaluations import cause_name
from committee_desk.wording.language import standing_alone, tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

REPLY_HEIGHT = 96
R = TypeVar("R")


class EvaluationActs:
    """The acts on the chosen case's evaluation; `number` is that case's."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self.number = ""
        self.tool = tool(tr("评价"), "clipboard-check", self.evaluate, Shortcut.EVALUATE)

    def commands(self) -> tuple[PageCommand, ...]:
        """All of them, as the search palette lists them."""
        return (
            PageCommand(Shortcut.EVALUATE.does(), self.evaluate, "clipboard-check", Shortcut.EVALUATE),
            PageCommand(tr("登记承办人对评价的意见"), self.reply, "message-circle-exclamation"),
            PageCommand(tr("撤回案件评价"), self.withdraw, "arrow-back-up"),
            PageCommand(tr("无罪、免予刑事处罚案件的原因认定"), self.find_cause, "gavel"),
            PageCommand(tr("打印所选案件的评价表"), self.print_, "printer"),
        )

    def evaluate(self) -> None:
        """Type or complete the evaluation."""
        card = self._card(Right.ENTER_EVALUATIONS)
        if card is not None:
            roster = self._page.desk.people.roster(self._page.year)
            people = [Named(each.code, each.name, each.department) for each in roster]
            dialog = EvaluationDialog(self._page, card, people)
            dialog.run(dialog.carry_out)

    def reply(self) -> None:
        """What the handler says to the evaluation."""
        card = self._card(Right.ENTER_EVALUATIONS)
        if card is None:
            return
        if card.evaluation is None:
            self._page.place.say(tr("这个案件还没有评价，先录入评价"))
            return
        form = FormDialog(self._page.window(), tr("承办人意见：{number}", number=card.number), tr("保存意见"))
        text, day = QPlainTextEdit(card.evaluation.fact.reply or ""), DayField(tr("意见日期"), last=False)
        text.setTabChangesFocus(True)
        text.setFixedHeight(REPLY_HEIGHT)
        held = card.evaluation.fact.replied
        day.setText(held.isoformat() if held is not None else f"{self._page.now():%Y-%m-%d}")
        form.add_row(tr("意见"), text, tr("没有意见的写“无异议”"))
        form.add_row(tr("意见日期"), day)
        desk, actor = self._page.desk, self._page.place.actor
        self._run(form, lambda: desk.evaluations.reply(actor, card.number, text.toPlainText(), day.day, card.version))

    def withdraw(self) -> None:
        """Take back what was typed, with a reason."""
        card = self._card(Right.ENTER_EVALUATIONS)
        if card is None:
            return
        what = (
            tr("在这里补充的内容将撤回，导入的得分和等次不变。")
            if card.imported
            else tr("这份评价不再有效，记录仍保存在台账里。")
        )
        why = ask_reason(self._page.window(), tr("撤回案件评价"), what, tr("撤回"))
        if why is not None:
            desk, actor = self._page.desk, self._page.place.actor
            self._page.perform(lambda: desk.evaluations.withdraw(actor, card.number, why, card.version))

    def find_cause(self) -> None:
        """The committee's finding on an acquittal or exemption."""
        card = self._card(Right.FIND_CAUSE)
        if card is None:
            return
        if not card.asks_for_cause:
            self._page.place.say(tr("处理结果不是无罪或免予刑事处罚，不需要原因认定"))
            return
        form = FormDialog(self._page.window(), tr("原因认定：{number}", number=card.number), tr("保存认定"))
        form.explain(tr("处理结果：{outcome}。由考评委员会认定，只有失误可以扣分。", outcome=card.outcome))
        cause, decision, reason = QComboBox(), QLineEdit(), QLineEdit()
        for each in Cause:
            cause.addItem(standing_alone(cause_name(each)), each.value)
        day = DayField(tr("决定日期"), last=False)
        for field in (decision, reason):
            field.setMaxLength(200)
        form.add_row(tr("决定文号"), decision)
        form.add_row(tr("决定日期"), day)
        form.add_row(tr("原因"), cause)
        form.add_row(tr("理由"), reason)
        form.consequence.setText(tr("记入日志，并写在案件评价表上"))
        held = card.cause
        cause.setCurrentIndex(-1 if held is None else cause.findData(held.cause.value))
        if held is not None:
            decision.setText(held.decision)
            day.setText(held.day.isoformat())
            reason.setText(held.reason)
        desk, actor = self._page.desk, self._page.place.actor

        def find() -> Change | None:
            if cause.currentIndex() < 0:
                form.refuse(tr("请选择原因。"), cause)
                return None
            if day.day is None:
                form.refuse(tr("请填写决定日期，如 2026-03-05。"), day)
                return None
            found = Cause(str(cause.currentData()))
            finding = CauseFinding(card.number, found, decision.text(), day.day, reason.text())
            return desk.evaluations.find_cause(actor, finding, card.cause_version)

        self._run(form, find)

    def print_(self) -> None:
        """Form 10 of the case, looked at before it is printed or saved."""
        from committee_desk.ui.common.paper.dialog import Paper, show  # noqa: PLC0415 - when a paper is wanted

        place, number = self._page.place, self.number
        if not number:
            place.say(tr("先选中一个案件"))
            return
        desk, actor = self._page.desk, place.actor
        card = self._page.perform(lambda: desk.evaluations.card(number))
        if card is None:
            return
        if card.evaluation is None:
            place.say(tr("这个案件还没有评价，先录入评价"))
            return
        paper = Paper(
            title=tr("案件评价表 {number}", number=number),
            file_name=tr("{number} 案件评价表", number=number),
            draw=lambda: desk.evaluations.preview(actor, number),
            about=tr("打印或保存时记入日志。"),
            hand=lambda: desk.evaluations.draw(actor, number),
            why_not=place.no_writing,
        )
        show(self._page, paper)

    def _card(self, right: Right) -> EvaluationCard | None:
        """The chosen case as it is now, or a word on what stands in the way."""
        place = self._page.place
        if not self.number:
            place.say(tr("先选中一个案件"))
        elif place.no_writing:
            place.say(place.no_writing)
        elif not place.may(right):
            place.say(tr("当前角色不能作原因认定") if right is Right.FIND_CAUSE else tr("当前角色不能录入案件评价"))
        else:
            try:
                return self._page.desk.evaluations.card(self.number)
            except (DeskError, Trouble) as error:
                tell_failure(self._page, error)
        return None

    def _run(self, form: FormDialog, command: Callable[[], Change | None]) -> None:
        """Show the form until the command succeeded, or cancelled; refusals are said in it."""

        def act() -> bool:
            try:
                change = command()
            except (DeskError, Trouble) as error:
                form.refuse(sentence(error))
                return False
            self._page.place.changes.announce(change)
            return change is not None

        form.run(act)
