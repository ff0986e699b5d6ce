"""What is done with a re-review, each act through its form; everything is asked once and says what will follow."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from committee_desk.domain.committee import AgendaItem, ItemKind, MeetingState
from committee_desk.domain.proceedings import OWN_MOTION, Motion, ProceedingState
from committee_desk.domain.roles import Right
from committee_desk.domain.said import TooLongForField
from committee_desk.services.proceeding_refusals import ReasonsMissing
from committee_desk.ui.common.dialogs import ask_reason
from committee_desk.ui.common.person_field import Named
from committee_desk.ui.rereview.appointing import AppointDialog
from committee_desk.ui.rereview.deciding import DecideDialog
from committee_desk.ui.rereview.finding import FindDialog
from committee_desk.ui.rereview.form import people_named
from committee_desk.ui.rereview.informing import InformingDialog
from committee_desk.ui.rereview.opening import OpenDialog
from committee_desk.ui.rereview.papers import RereviewSheets
from committee_desk.ui.rereview.reading import Foreseen, One, Source
from committee_desk.ui.rereview.recording import DeclareDialog, HearDialog, MotionDialog
from committee_desk.ui.rereview.serving import ServeDialog
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


class RereviewActs:
    """The acts of one page; `show` brings a proceeding into view once it was opened."""

    def __init__(self, page: "Page", show: Callable[[int], None]) -> None:
        self._page, self._show = page, show
        self.sheets = RereviewSheets(page)

    # -- opening ---------------------------------------------------------------------------------------------------

    def open(self, waiting: Sequence[Source], chosen: Source | None = None) -> None:
        """立项复核 of one of the papers that wait."""
        if waiting:
            self._open(waiting, chosen)

    def correct(self) -> None:
        """立项更正 of the committee's own motion."""
        self._open((), None)

    def _open(self, waiting: Sequence[Source], chosen: Source | None) -> None:
        page = self._page
        people = page.perform(lambda: _people(page))
        if people is None:
            return
        dialog = OpenDialog(page, people, waiting, chosen)
        if dialog.run(dialog.carry) and dialog.opened is not None:
            opened = dialog.opened
            page.place.say(tr("{label} 已立项", label=opened.label))
            page.when_read(lambda: self._show(opened.number))

    def appoint(self, read: One) -> None:
        """更换承办人."""
        page, held = self._page, read.card.row.held
        desk, actor = page.desk, page.place.actor
        dialog = AppointDialog(page, held, people_named(read.card.names))

        def carry() -> bool:
            return dialog.act(
                lambda seen: desk.proceedings.appoint(
                    actor, held.year, held.number, dialog.names(), dialog.why.text(), seen
                ),
                {ReasonsMissing: dialog.why, TooLongForField: dialog.why},
                dialog.examiners[-1],
            )

        if dialog.run(carry):
            page.place.say(tr("{label} 的承办人已更换", label=held.label))

    # -- examining -------------------------------------------------------------------------------------------------

    def declare(self, read: One) -> None:
        """回避声明."""
        dialog = DeclareDialog(self._page, read)
        if dialog.run(dialog.carry):
            self._page.place.say(tr("回避声明已登记"))

    def find(self, read: One) -> None:
        """查明事实."""
        dialog = FindDialog(self._page, read)
        if dialog.run(dialog.carry):
            self._page.place.say(tr("查明的事实已保存"))

    def hear(self, read: One) -> None:
        """听取意见."""
        held = read.card.row.held
        dialog = HearDialog(self._page, read, held.hearings[-1].by if held.hearings else "")
        if dialog.run(dialog.carry):
            self._page.place.say(tr("听取意见已登记"))

    def review(self, read: One, shown: Foreseen) -> None:
        """业务能力评审 of whoever the change brings to the bottom, one after the other."""
        held, code = read.card.row.held, shown.effects.reviews[0]
        mine = shown.effects.of(code)
        if mine is None or mine.after is None:
            return
        from committee_desk.ui.rereview.ability import AbilityForm  # noqa: PLC0415 - seldom

        form = AbilityForm(self._page, mine.after, held.number)
        if form.run(form.record):
            self._page.place.say(tr("{name}的评审意见已登记", name=mine.name))

    def lay(self, read: One, shown: Foreseen | None) -> None:
        """复核意见."""
        dialog = MotionDialog(self._page, read, shown.effects if shown is not None else None)
        if dialog.run(dialog.carry):
            self._page.place.say(tr("复核意见已提出，可以提请委员会表决"))

    # -- the committee ---------------------------------------------------------------------------------------------

    def call(self, read: One, shown: Foreseen | None) -> None:
        """提请委员会表决: to the meeting that has it, or to a notice with the item filled in."""
        meeting = read.meeting
        if meeting is not None and meeting.held.state is not MeetingState.CLOSED:
            self._page.go.emit("grading", meeting.held.number)
            return
        self._page.go.emit("grading", items_of(read, shown))

    def decide(self, read: One, shown: Foreseen | None) -> None:
        """登记委员会决定."""
        page, held = self._page, read.card.row.held
        meetings = page.perform(lambda: page.desk.meetings.rows(held.year))
        if meetings is None:
            return
        dialog = DecideDialog(page, read, shown, meetings)
        if dialog.run(dialog.carry):
            changed = held.motion is Motion.CHANGE
            done = tr("{label} 已决定变更，请送达并逐人告知", label=held.label)
            page.place.say(done if changed else tr("{label} 已决定维持，请送达", label=held.label))

    # -- afterwards ------------------------------------------------------------------------------------------------

    def serve(self, read: One) -> None:
        """送达."""
        dialog = ServeDialog(self._page, read)
        if dialog.run(dialog.carry):
            self._page.place.say(tr("送达已登记"))

    def tell(self, read: One) -> None:
        """告知受影响的人."""
        held = read.card.row.held
        title = tr("告知受影响的人 {label}", label=held.label)
        InformingDialog(self._page, held.year, held.number, title).exec()

    def withdraw(self, read: One) -> None:
        """终止更正."""
        page, held = self._page, read.card.row.held
        text = tr("终止 {label} 后不再办理，名册、得分都不变；已登记的各项留存。", label=held.label)
        why = ask_reason(page.window(), tr("终止更正 {label}", label=held.label), text, tr("终止这件更正"))
        if why is not None:
            desk, actor = page.desk, page.place.actor
            page.perform(lambda: desk.proceedings.withdraw(actor, held.year, held.number, why, held.entry))

    def papers(self, read: One) -> None:
        """The papers that this one has by now, in a menu; one alone opens at once."""
        decided = read.card.row.state in {ProceedingState.UPHELD, ProceedingState.CHANGED}
        menu = QMenu(self._page)
        if decided:
            menu.addAction(tr("决定书和送达回证…"), lambda: self.sheets.decision(read))
        menu.addAction(tr("复核材料…"), lambda: self.sheets.material(read))
        if read.told:
            menu.addAction(tr("逐人告知…"), lambda: self.tell(read))
        menu.addAction(tr("复核申诉台账…"), self.sheets.register)
        focused = self._page.window().focusWidget()
        at = focused.mapToGlobal(focused.rect().bottomLeft()) if focused is not None else QCursor.pos()
        menu.setActiveAction(menu.actions()[0])
        menu.exec(at)


def items_of(read: One, shown: Foreseen | None) -> tuple[AgendaItem, ...]:
    """What the committee votes on: the motion, about everybody whom it regrades, and each tie that it opens."""
    held = read.card.row.held
    changing = held.motion is Motion.CHANGE and shown is not None
    about = dict.fromkeys((held.code, held.about, *(shown.effects.regraded if changing and shown else ())))
    name = read.card.row.about_name
    what = tr("{label} {name}更正", label=held.label, name=name)
    title = what if held.kind in OWN_MOTION else tr("{label} {name}复核", label=held.label, name=name)
    items = [AgendaItem("", ItemKind.REVIEW, title, tuple(about))]
    for tie in shown.effects.ties if changing and shown else ():
        words = tr("{category}优秀名额处平票的取舍", category=dictionary_word(tie.category))
        items.append(AgendaItem("", ItemKind.TIE, words, tie.equals))
    return tuple(items)


def _people(page: "Page") -> list[Named]:
    """Everybody of the year: with departments for who may see people, else as the list in force has them."""
    if page.place.may(Right.SEE_PEOPLE):
        return [Named(each.code, each.name, each.department) for each in page.desk.people.roster(page.year)]
    listed = page.desk.grading.in_force(page.year)
    return [Named(each.code, each.name, each.department) for each in listed.people] if listed else []
