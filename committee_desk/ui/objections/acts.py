"""What can be done with an objection: taken down, accepted, refused, routed, withdrawn, put right, the other told."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.objections import ObjectionMove
from committee_desk.services.account_refusals import SecondNeeded
from committee_desk.services.changes import Change
from committee_desk.services.objection_views import Filing, ObjectionRow
from committee_desk.services.objections import Registered
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.second import with_second_if_needed
from committee_desk.ui.objections.counter import CounterDialog
from committee_desk.ui.objections.papers import ObjectionSheets, of_objection
from committee_desk.wording.language import tr
from committee_desk.wording.objections import lasting, matter_names, move_act
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class ObjectionActs:
    """The acts of one page; each asks once and says what will happen to whom."""

    def __init__(self, page: "Page") -> None:
        self._page = page
        self.sheets = ObjectionSheets(page)

    # -- at the counter --------------------------------------------------------------------------------------------

    def register(self) -> int | None:
        """登记异议: take one down, route a late one at once, and show its receipt; its number."""
        page, desk, actor, year = self._page, self._page.desk, self._page.place.actor, self._page.year
        counter = page.perform(lambda: desk.objections.counter(year))
        if counter is None:
            return None
        if not counter.receiver and (rows := desk.objections.rows(year)):
            counter = counter.__class__(counter.notices, counter.objectors, counter.next_label, counter.now,
                                        rows[-1].held.receiver)  # fmt: skip
        dialog = CounterDialog(page, counter)
        done: list[Registered] = []

        def act(filing: Filing) -> None:
            done.append(desk.objections.register(actor, year, filing))
            page.place.changes.announce(done[0].change)

        if not dialog.run(lambda: dialog.attempt(act)):
            return None
        taken = done[0]
        self._route_at_once(taken)
        self._attach(taken, dialog)
        page.place.say(tr("异议 {label} 已登记", label=taken.label))
        self.sheets.receipt(taken.number, taken.label)
        return taken.number

    def _route_at_once(self, taken: Registered) -> None:
        """A late one has one way to go, and its receipt says so."""
        held = taken.held
        if held.in_time:
            return
        desk, actor, year = self._page.desk, self._page.place.actor, self._page.year
        late = lasting(held.minutes_late)

        def route() -> Change:
            seen = desk.objections.card(year, taken.number).row.held.entry
            return desk.objections.route(actor, year, taken.number, seen, tr("截止后收到，逾期 {late}", late=late))

        self._page.perform(route)

    def _attach(self, taken: Registered, dialog: CounterDialog) -> None:
        desk, actor, about = self._page.desk, self._page.place.actor, of_objection(self._page.year, taken.number)
        for scan in dialog.evidence.scans:
            self._page.perform(lambda path=scan.path: desk.attachments.keep(actor, about, path))  # type: ignore[misc]

    def correct(self, row: ObjectionRow) -> None:
        """更正登记: a slip of typing is put right with the reason."""
        page, desk, actor, year = self._page, self._page.desk, self._page.place.actor, self._page.year
        counter = page.perform(lambda: desk.objections.counter(year))
        if counter is None:
            return
        dialog = CounterDialog(page, counter, row.held)

        def act(filing: Filing) -> None:
            why, number, seen = dialog.why.text(), row.held.number, row.held.entry
            text = tr("更正 {label} 的收到时间，由此改变是否逾期", label=row.label)
            change = with_second_if_needed(
                dialog, desk, text,
                lambda second: desk.objections.correct(actor, year, number, filing, why, seen, second),
            )  # fmt: skip
            if change is None:
                raise SecondNeeded("objection.correct")
            page.place.changes.announce(change)

        if dialog.run(lambda: dialog.attempt(act)):
            page.place.say(tr("异议 {label} 已更正", label=row.label))

    # -- what becomes of it ----------------------------------------------------------------------------------------

    def move(self, row: ObjectionRow, move: ObjectionMove) -> None:
        """Accept, refuse, route or withdraw, after saying what that comes to."""
        desk, actor, year = self._page.desk, self._page.place.actor, self._page.year
        number, seen = row.held.number, row.held.entry
        if move is ObjectionMove.ACCEPT:
            self._ask(
                row, move, _accepting(row), "", lambda why: desk.objections.accept(actor, year, number, seen, why)
            )
        elif move is ObjectionMove.REFUSE:
            text = tr(
                "{label} {name} 对{matters}的异议不予受理。理由须告知本人；本人收到结果通知后仍可申请复核。",
                label=row.label, name=row.name, matters=matter_names(row.held.matters),
            )  # fmt: skip
            self._ask(row, move, text, tr("理由"), lambda why: desk.objections.refuse(actor, year, number, seen, why))
        elif move is ObjectionMove.ROUTE:
            late = lasting(row.held.minutes_late)
            text = tr(
                "{label} {name} 的异议逾期 {late}：不按公示期异议办理，留存，待发出结果通知后作为复核申请办理。",
                label=row.label, name=row.name, late=late,
            )  # fmt: skip
            self._ask(row, move, text, "", lambda why: desk.objections.route(actor, year, number, seen, why))
        else:
            text = tr(
                "{label} {name} 的异议撤回后不再办理，也不能以同一理由再次提出。撤回须有本人的书面申请。",
                label=row.label, name=row.name,
            )  # fmt: skip
            document = tr("撤回申请")
            self._ask(
                row, move, text, document, lambda paper: desk.objections.withdraw(actor, year, number, seen, paper)
            )

    def inform(self, row: ObjectionRow) -> None:
        """告知本人: how the person was told whose result is objected to."""
        desk, actor, year = self._page.desk, self._page.place.actor, self._page.year
        text = tr(
            "{other} 的结果被提出异议（{label}）。登记怎样告知了 {other}；告知书上不写异议人姓名。",
            other=row.other_name, label=row.label,
        )  # fmt: skip
        dialog = ActDialog(self._page, tr("告知 {name}", name=row.other_name), tr("登记已告知"), text)
        dialog.ask(tr("告知方式"), tr("如：2027-01-12 当面送达告知书"))
        number, seen = row.held.number, row.held.entry
        if dialog.carry_out(lambda how: desk.objections.inform_other(actor, year, number, seen, how)):
            self._page.place.say(tr("已登记：{name} 已被告知", name=row.other_name))

    def _ask(self, row: ObjectionRow, move: ObjectionMove, text: str, field: str, act: Callable[[str], Change]) -> None:
        title = tr("{act} {label}", act=move_act(move), label=row.label)
        dialog = ActDialog(self._page, title, move_act(move), text)
        hints = {
            ObjectionMove.REFUSE: tr("写进告知本人的理由，如：不是对考核结果的异议"),
            ObjectionMove.WITHDRAW: tr("书面申请的名称和日期，如：撤回申请 2027-01-13"),
        }
        if field:
            dialog.ask(field, hints[move])
        if dialog.carry_out(act):
            self._page.place.say(tr("异议 {label}：{act}", label=row.label, act=move_act(move)))


def _accepting(row: ObjectionRow) -> str:
    return tr(
        "受理 {label} {name} 对{matters}的异议，由考评委员会复核，{day} 前答复本人。",
        label=row.label, name=row.name, matters=matter_names(row.held.matters), day=row.held.answer_by.isoformat(),
    )  # fmt: skip


class ActDialog(FormDialog):
    """Says what an act will come to, asks for one text where it needs one, and says a refusal at it."""

    def __init__(self, page: "Page", title: str, verb: str, text: str) -> None:
        super().__init__(page.window(), title, verb)
        self._page = page
        self.explain(text)
        self.field: QLineEdit | None = None
        self.consequence.setText(tr("办理人和时间记入日志"))

    def ask(self, name: str, hint: str) -> None:
        """One text that the act needs."""
        self.field = QLineEdit()
        self.add_row(name, self.field, hint)

    def carry_out(self, act: Callable[[str], Change]) -> bool:
        """Until it is done or cancelled."""

        def attempt() -> bool:
            try:
                change = act(self.field.text() if self.field else "")
            except (DeskError, Trouble) as error:
                if self.field is not None:
                    self.refuse_all([(sentence(error), self.field)])
                else:
                    self.refuse(sentence(error))
                return False
            self._page.place.changes.announce(change)
            return True

        if self.field is None:
            self.verb.setFocus()
        return self.run(attempt)
