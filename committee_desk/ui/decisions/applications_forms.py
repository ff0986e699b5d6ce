"""What becomes of a 复核 or 申诉: accepted, refused, withdrawn, its time lengthened, what the higher organ decided."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.publication import CHINA
from committee_desk.domain.remedies import APPEAL_DECIDED, APPEAL_EXTENSION, ApplicationState, Remedy
from committee_desk.domain.said import TooLongForField
from committee_desk.services.application_refusals import (
    AcceptanceDayOutside,
    AnswerDayOutside,
    ApplicationChanged,
    ApplicationIncomplete,
    ApplicationInTime,
    ApplicationLate,
)
from committee_desk.ui.common.day_field import DayField
from committee_desk.ui.decisions.form import line, no_day
from committee_desk.ui.publication.form import ActDialog, Fields
from committee_desk.wording.days import dated
from committee_desk.wording.language import tr
from committee_desk.wording.proceedings import application_state
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from committee_desk.services.application_views import ApplicationRow, Offered
    from committee_desk.services.changes import Change
    from committee_desk.ui.common.page import Page

_AT: dict[type[Exception], str] = {ApplicationInTime: "outcome", AnswerDayOutside: "day", AcceptanceDayOutside: "day"}


class ApplicationForm(ActDialog):
    """A form about one application: `seen` is the entry of what its reader saw, renewed once a change was said."""

    def __init__(self, page: "Page", row: "ApplicationRow", title: str, verb: str) -> None:
        super().__init__(page, title, verb)
        self.row, self.seen = row, row.held.entry
        self.fields: dict[str, QWidget] = {}
        self.consequence.setText(tr("办理人和时间记入日志"))

    def add_line(self, kind: str, name: str, hint: str, text: str = "") -> QLineEdit:
        """A field of one line; what is refused of that kind lands there."""
        made = line(text)
        self.add_row(name, made, hint)
        self.fields[kind] = made
        return made

    def act(self, command: "Callable[[int], Change]") -> bool:
        """Do it as seen; whether it was done."""
        self.clear_refusal()
        return self.carry_out("", lambda _second: command(self.seen), {})

    def say_refused(self, error: DeskError | Trouble, fields: Fields, otherwise: QWidget | None = None) -> None:
        """At the field that it names; what somebody else changed is said once, and then done on what stands now."""
        if isinstance(error, ApplicationChanged):
            self.seen = error.now.entry
            self.page.read_again()
            self.refuse(sentence(error), otherwise)
            return
        named = error.field if isinstance(error, ApplicationIncomplete | TooLongForField) else _AT.get(type(error), "")
        field = self.fields.get(named)
        super().say_refused(error, {type(error): field} if field is not None else fields, otherwise)


class AcceptForm(ApplicationForm):
    """受理."""

    def __init__(self, page: "Page", row: "ApplicationRow") -> None:
        super().__init__(page, row, tr("受理 {label}", label=row.label), tr("受理申请"))
        held = row.held
        self.day: DayField | None = None
        if held.kind is Remedy.APPEAL:
            text = tr("登记{organ}受理{name}的申诉。原结果不停止执行；从受理起 {days} 日内作出处理决定。",
                      organ=held.organ, name=row.name, days=APPEAL_DECIDED)  # fmt: skip
            self.day = self._add_day()
        else:
            text = tr("受理{name}的复核申请，由考评委员会复核，{day}前作出决定。原结果不停止执行，也不因申请而加重。",
                      name=row.name, day=dated(held.due))  # fmt: skip
        self.explain(text)
        self.verb.setFocus()

    def _add_day(self) -> DayField:
        made = DayField(tr("受理日期"), last=False, wide=True)
        made.setText(self.page.now().astimezone(CHINA).date().isoformat())
        self.add_row(tr("受理日期"), made, tr("受理机关决定受理的日期，不是录入的日期"))
        self.fields["day"] = made
        return made

    def accept_it(self) -> bool:
        """Record it; of a 申诉 on the day that was typed."""
        desk, actor, held = self.page.desk, self.page.place.actor, self.row.held
        if self.day is None:
            return self.act(lambda seen: desk.applications.accept(actor, held.year, held.number, seen))
        if (day := self.day.day) is None:
            self.refuse_all([(no_day(self.day, tr("请填写受理日期，如 2027-03-05。")), self.day)])
            return False
        return self.act(lambda seen: desk.applications.accept(actor, held.year, held.number, seen, day))


class RefuseForm(ApplicationForm):
    """不予受理: a late one says so itself; of one in time the reason is needed."""

    def __init__(self, page: "Page", row: "ApplicationRow") -> None:
        super().__init__(page, row, tr("不予受理 {label}", label=row.label), tr("不予受理"))
        held, came = row.held, row.held.received.astimezone(CHINA).date()
        if held.in_time:
            self.explain(tr("{name}的申请在期限内提出，不予受理的理由须书面告知本人。", name=row.name))
            reason = ""
        else:
            self.explain(sentence(ApplicationLate(row.label, came, held.last_day)))
            reason = tr("{received} 收到，期限 {last_day} 已过", received=came, last_day=held.last_day)
        self.why = self.add_line("outcome", tr("理由"), tr("写进告知本人的不予受理通知"), reason)

    def refuse_it(self) -> bool:
        """Do it."""
        desk, actor, held = self.page.desk, self.page.place.actor, self.row.held
        why = self.why.text()
        return self.act(lambda seen: desk.applications.refuse(actor, held.year, held.number, seen, why))


class WithdrawForm(ApplicationForm):
    """撤回: by who applied, in writing."""

    def __init__(self, page: "Page", row: "ApplicationRow") -> None:
        super().__init__(page, row, tr("登记撤回 {label}", label=row.label), tr("登记撤回"))
        self.explain(tr("撤回须有{name}本人的书面申请；期限以内仍可再次提出。", name=row.name))
        self.document = self.add_line("document", tr("书面申请"), tr("名称和日期，如：撤回申请 2027-01-25"))
        if row.proceeding_label:
            self.consequence.setText(tr("正在进行的复核 {label} 随之终止", label=row.proceeding_label))

    def withdraw(self) -> bool:
        """Do it."""
        desk, actor, held = self.page.desk, self.page.place.actor, self.row.held
        paper = self.document.text()
        return self.act(lambda seen: desk.applications.withdraw(actor, held.year, held.number, seen, paper))


class ExtendForm(ApplicationForm):
    """延长: the organ that examines a 申诉 took 30 days more, by its own paper."""

    def __init__(self, page: "Page", row: "ApplicationRow") -> None:
        super().__init__(page, row, tr("延长决定期限 {label}", label=row.label), tr("登记延长"))
        self.explain(
            tr("案情复杂的，{organ}可以延长一次，不超过 {days} 日（公务员法第九十六条）。现在的决定期限是 {day}。",
               organ=row.held.organ, days=APPEAL_EXTENSION, day=dated(row.held.due))
        )  # fmt: skip
        self.document = self.add_line("document", tr("延长的文书"), tr("文号和日期，如：云川检诉延〔2027〕2号"))

    def extend(self) -> bool:
        """Do it."""
        desk, actor, held = self.page.desk, self.page.place.actor, self.row.held
        paper = self.document.text()
        return self.act(lambda seen: desk.applications.extend(actor, held.year, held.number, seen, paper))


class AnswerForm(ApplicationForm):
    """申诉处理决定: 维持 or 变更, by which paper of which day; a change is carried out by a proceeding of its own."""

    def __init__(self, page: "Page", row: "ApplicationRow") -> None:
        super().__init__(page, row, tr("登记申诉处理决定 {label}", label=row.label), tr("登记决定"))
        self.explain(tr("{organ}对{name}申诉的处理决定，照决定书填写。", organ=row.held.organ, name=row.name))
        self.state = QComboBox()
        for each in (ApplicationState.UPHELD, ApplicationState.CHANGED):
            self.state.addItem(application_state(each), each)
        widen(self.state)
        self.add_row(tr("决定"), self.state)
        self.document = self.add_line("document", tr("决定书文号"), tr("如：云川市检申决〔2027〕5号"))
        self.day = DayField(tr("决定日期"), last=False, wide=True)
        self.day.setText(page.now().astimezone(CHINA).date().isoformat())
        self.add_row(tr("决定日期"), self.day, tr("决定书上的日期，不是录入的日期"))
        self.fields["day"] = self.day
        self.outcome = self.add_line("outcome", tr("决定内容"), tr("如：撤销不称职等次，改为基本称职"))
        self.fields["note"] = self.outcome
        self.state.currentIndexChanged.connect(lambda _at: self._follow())
        self._follow()

    @property
    def changed(self) -> bool:
        """Whether the organ changed the result."""
        return ApplicationState(self.state.currentData()) is ApplicationState.CHANGED

    def _follow(self) -> None:
        upheld = tr("申诉办结，结果不变")
        changed = tr("登记后立项执行：经委员会、院党组按决定重新作出结果")
        self.consequence.setText(changed if self.changed else upheld)
        self.fit()

    def answer(self) -> bool:
        """Record it."""
        wrong: list[tuple[str, QWidget]] = [
            (sentence(ApplicationIncomplete(name)), field)
            for name, field in (("document", self.document), ("outcome", self.outcome))
            if not field.text().strip()
        ]
        day = self.day.day
        if day is None:
            wrong.append((no_day(self.day, tr("请填写决定日期，如 2027-03-05。")), self.day))
        if wrong or day is None:
            self.refuse_all(wrong)
            return False
        desk, actor, held = self.page.desk, self.page.place.actor, self.row.held
        paper, told, changed = self.document.text(), self.outcome.text(), self.changed
        return self.act(
            lambda seen: desk.applications.answer(
                actor, held.year, held.number, seen, changed=changed, document=paper, day=day, outcome=told
            )
        )


class TakeOverForm(ActDialog):
    """接转: a late objection goes on as 复核, once its author knows of the result."""

    def __init__(self, page: "Page", offered: "tuple[Offered, ...]", receiver: str) -> None:
        super().__init__(page, tr("接转逾期异议"), tr("接转为复核申请"))
        self.explain(tr("公示期满后收到的异议，本人收到结果通知书以后作为复核申请办理，不需重新提出。"))
        self.number: int | None = None
        self._offered = {each.number: each for each in offered}
        self.which = QComboBox()
        for each in offered:
            self.which.addItem(f"{each.label}　{each.name}", each.number)
        widen(self.which)
        self.add_row(tr("逾期异议"), self.which)
        self.receiver = line(receiver, 60)
        self.add_row(tr("接收人"), self.receiver, tr("办理接转的人"))
        self.which.currentIndexChanged.connect(lambda _at: self._follow())
        self._follow()

    @property
    def chosen(self) -> "Offered":
        """The objection in the field."""
        return self._offered[int(self.which.currentData())]

    def _follow(self) -> None:
        told = self.chosen
        self.hint(self.which, tr("事实和理由：{words}", words=told.grounds))
        self.consequence.setText(tr("按知道结果之日收到计，不逾期（期限至 {day}）", day=told.last_day))
        self.fit()

    def take_over(self) -> bool:
        """Do it."""
        self.clear_refusal()
        desk, actor, year, told = self.page.desk, self.page.place.actor, self.page.year, self.chosen
        receiver = self.receiver.text()

        def act() -> "Change":
            taken = desk.applications.take_over(actor, year, told.number, receiver)
            self.number = taken.number
            return taken.change

        return self.carry_out("", lambda _second: act(), {DeskError: self.receiver})


def widen(choice: QComboBox) -> None:
    """A choice is as wide as the other fields, whatever it holds."""
    choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
