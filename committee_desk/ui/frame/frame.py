"""The frame of an open desk: top bar, rail, pages, detail panel, status bar."""

from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.roles import Right
from committee_desk.services.changes import Change, Topic
from committee_desk.services.desk import Desk
from committee_desk.services.views import DeskIdentity, Head, Overview
from committee_desk.ui.common.page import Page, Workplace, hairline
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.frame.banners import Banners
from committee_desk.ui.frame.beside import Beside, enter_panel, focus_of
from committee_desk.ui.frame.pages import Pages
from committee_desk.ui.frame.rail import Rail
from committee_desk.ui.frame.status_bar import StatusBar
from committee_desk.ui.frame.top_bar import Deadline, TopBar
from committee_desk.ui.page_list import HOME, PLACES, place
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

NARROW_BELOW = 1000
AFTER_THE_PAGE = 400
"""Milliseconds: the page is read and painted first, then the rail's states."""
CHECKED_AFTER = 1500
"""And when all of it stands, whether the desk is sound."""
LOOK_EVERY = 1000
"""How often is asked whether the file was written since."""


class Frame(QWidget):
    """Everything round the pages of an open desk. `search_wanted` asks for the palette."""

    search_wanted = Signal()

    def __init__(self, place: Workplace, menu: QMenu) -> None:
        super().__init__()
        self.place = place
        self.desk: Desk | None = None
        self.year = 0
        self._head: Head | None = None
        self._saved: datetime | None = None
        """When the last change of this window was saved: what stands there for who may not see the journal."""
        self._stamp: tuple[int, int] | None = None
        self.top, self.rail, self.status = TopBar(menu), Rail(), StatusBar()
        self.pages = Pages(place, self)
        self.split = Beside(self.pages, place.memory)
        self.details = self.split.details
        self.banners = Banners(lambda: self.lead_to("system", "backup"), self._salvage)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(hairline(upright=True))
        middle.addWidget(self.split, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.top)
        outer.addWidget(hairline())
        outer.addWidget(self.banners)
        outer.addLayout(middle, 1)
        outer.addWidget(hairline())
        outer.addWidget(self.status)

    def _connect(self) -> None:
        self.rail.led.connect(self.lead_to)
        self.rail.entered.connect(self.enter)
        self.pages.go.connect(self.lead_to)
        self.top.search_wanted.connect(self.search_wanted)
        self.top.year_chosen.connect(self._change_year)
        self.top.next_year_wanted.connect(self._open_next_year)
        self.place.said.connect(self.status.pass_on)
        self.status.head_wanted.connect(self._show_head)
        self.status.check_wanted.connect(lambda: self.lead_to("system", "check"))
        self.place.changes.happened.connect(self._hear)
        self.place.checked.connect(self.status.show_checked)
        self.place.damage_met.connect(self._show_identity)
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look_at_file)
        self._looking.start(LOOK_EVERY)
        for key, act in (
            (Shortcut.NEXT_PAGE, lambda: self._step(1)),
            (Shortcut.PREVIOUS_PAGE, lambda: self._step(-1)),
            (Shortcut.NEXT_AREA, self._next_area),
            (Shortcut.REFRESH, self._read_again),
            (Shortcut.MENU, self.top.menu_button.showMenu),
        ):
            QShortcut(key.keys, self, act)

    # -- desk and year ---------------------------------------------------------------------------------------------

    def set_desk(self, desk: Desk, year: int, known: DeskIdentity | None = None) -> None:
        """Show this desk and year; `known` is whose desk it is, where that was just read."""
        self.desk, self.year, self._head, self._stamp = desk, year, None, _stamp_of(desk)
        identity = known or desk.identity()
        self.top.show_desk(identity, identity.years, year)
        self._show(identity)
        self.rail.bar(self.barred())
        self.pages.set_desk(desk, year)
        QTimer.singleShot(AFTER_THE_PAGE, self.read_state)
        QTimer.singleShot(CHECKED_AFTER, self, self._check)

    def _show_identity(self) -> None:
        """Who is at the desk, and what keeps it from being worked on."""
        if self.desk is not None:
            self._show(self.desk.identity())

    def _show(self, identity: DeskIdentity) -> None:
        self.place.show_read_only(identity.read_only)
        self.status.show_desk(self.place, identity)
        self.banners.show_desk(identity)

    def rest(self) -> None:
        """Stay as it is, reading and hearing nothing, while somebody else sits at the desk."""
        self.desk = None

    def wake(self, desk: Desk) -> None:
        """Whoever left it is back."""
        self.desk = desk
        self._show_identity()
        self.read_state()

    def _change_year(self, year: int) -> None:
        if self.desk is not None:
            self.set_desk(self.desk, year)

    def _open_next_year(self) -> None:
        from committee_desk.ui.frame.next_year import open_next_year  # noqa: PLC0415 - once a year

        if self.desk is not None and (year := open_next_year(self, self.place, self.desk)) is not None:
            self._change_year(year)

    def read_state(self) -> None:
        """Read the rail's states, the next deadline and the journal's head again, on the worker."""
        desk, year = self.desk, self.year
        if desk is None:
            return
        sees_journal = self.place.may(Right.SEE_JOURNAL)

        def fetch() -> tuple[Overview, Head, datetime | None, Deadline]:
            from committee_desk.ui.frame.deadline import next_deadline  # noqa: PLC0415 - after the page

            overview = desk.overview(year, desk.clock().date())
            newest = desk.journal.rows(1) if sees_journal else ()
            return overview, desk.journal.head(), newest[0].at if newest else None, next_deadline(desk, overview)

        self.place.worker.run(
            lambda _progress: fetch(),
            lambda found: self._show_state(year, *found),
            self._reading_failed,
            owner=self,
        )

    def _check(self) -> None:
        """Look through the desk once it stands, and say whether it is sound."""
        desk = self.desk
        if desk is not None:
            self.place.worker.run(
                lambda _progress: desk.check.quick(),
                lambda report: self._show_checked(desk, len(report.problems)),
                self._reading_failed,
                owner=self,
            )

    def _show_checked(self, desk: Desk, problems: int) -> None:
        self.status.show_checked(problems)
        if desk.read_only is not None and desk is self.desk:  # the check may have found broken pages
            self._show_identity()

    def _salvage(self) -> None:
        from committee_desk.ui.frame.salvage import salvage  # noqa: PLC0415 - hardly ever

        if self.desk is not None:
            salvage(self, self.place, self.desk)

    def _show_head(self) -> None:
        from committee_desk.ui.frame.head_dialog import HeadDialog  # noqa: PLC0415 - not needed at start

        if self._head is not None:
            HeadDialog(self, self._head).exec()

    def expect_own_entry(self) -> None:
        """The lock wrote an entry of its own: a head that moved by it is nobody else's doing."""
        self._head = None
        self.read_state()

    def _look_at_file(self) -> None:
        """Whoever wrote the file, here or elsewhere, moved the journal's head."""
        if self.desk is None or self._head is None or self.place.worker.busy:
            return
        stamp = _stamp_of(self.desk)
        if stamp is not None and stamp != self._stamp:
            self._stamp = stamp
            self.look_for_changes()

    def look_for_changes(self) -> None:
        """Ask whether somebody changed the desk in another window or program; read everything again then."""
        desk = self.desk
        if desk is not None and self._head is not None and not self.place.worker.busy:
            known, me = self._head, self.place.actor.name
            sees_journal = self.place.may(Right.SEE_JOURNAL)

            def fetch() -> tuple[Head, bool, bool]:
                head = desk.journal.head()
                newest = desk.journal.rows(1) if sees_journal and head != known else ()
                return head, desk.journal.unmoved_since(known), any(each.actor != me for each in newest)

            self.place.worker.run(
                lambda _progress: fetch(), lambda found: self._compare(*found), self._reading_failed, owner=self
            )

    def _compare(self, head: Head, unmoved: bool, elsewhere: bool) -> None:  # noqa: FBT001 - as the worker answers
        self.status.show_sound()
        if self._head is not None and head != self._head:
            if unmoved:  # a password was mistyped, here or elsewhere: nothing on any page is another
                self.expect_own_entry()
                return
            self._head = head
            if elsewhere:
                self.place.say(tr("别处改动了这本台账，已重新读取"))
            self.place.changes.announce(Change.of(*Topic))

    def _reading_failed(self, error: BaseException) -> None:
        self.place.tell_failed_reading(self, error)
        if isinstance(error, DeskError | Trouble):
            self.status.show_unsound(sentence(error))

    def _show_state(
        self, year: int, overview: Overview, head: Head, newest: datetime | None, deadline: Deadline
    ) -> None:
        if year != self.year:
            return
        self._head = head
        self.rail.show_states({step.page: step for step in overview.steps})
        self.status.show_head(head, newest or self._saved or self._written())
        self.top.show_deadline(*deadline)

    def _written(self) -> datetime | None:
        """When the file was written last, for who neither changed anything here nor may see the journal."""
        stamp = _stamp_of(self.desk) if self.desk is not None else None
        return datetime.fromtimestamp(stamp[0] / 1e9).astimezone() if stamp is not None else None

    def _hear(self, change: Change) -> None:
        if change.entry is not None and self.desk is not None:
            self._saved = self.desk.clock()
        if Topic.SETTINGS in change.topics:  # with it the protection may be another
            self._show_identity()
        self.read_state()

    # -- leading ---------------------------------------------------------------------------------------------------

    def barred(self) -> frozenset[str]:
        """The pages that are not for who sits at the desk."""
        return frozenset(each.id for each in PLACES if not self.place.may(each.right))

    def lead_to(self, page_id: str, key: object = None) -> Page:
        """Show that page, and that record on it; the one in view where who sits here may not see that page."""
        if page_id in self.barred():
            self.place.say(tr("您的角色不能查看“{page}”", page=place(page_id).title()))
            return self.pages.current or self.lead_to(HOME)
        page = self.pages.page(page_id)
        if self.pages.current is not page:
            self.pages.lead_to(page_id)
            self.rail.choose(page_id)
            self.place.memory.setValue("page", page_id)
        if key is not None:
            page.show_target(key)
        if not self.rail.holds_focus():
            page.take_focus()
        return page

    def enter(self, page_id: str) -> None:
        """Show that page and go into it, as after a press on the rail."""
        self.lead_to(page_id).take_focus()

    def lead_to_last(self) -> None:
        """Show the page where work was left."""
        wanted = str(self.place.memory.value("page", HOME))
        known = {each.id for each in PLACES if each.page} - self.barred()
        self.lead_to(wanted if wanted in known else HOME)

    def _step(self, by: int) -> None:
        ids = [each.id for each in PLACES if each.page and each.id not in self.barred()]
        now = self.pages.current.page_id if self.pages.current else HOME
        self.lead_to(ids[(ids.index(now) + by) % len(ids)])

    def _next_area(self) -> None:
        page, detail = self.pages.current, self.split.panel
        if self.rail.holds_focus() and page is not None:
            page.take_focus()
        elif detail is not None and not detail.isAncestorOf(focus_of(self)):
            enter_panel(detail)
        elif self.split.narrow and detail is None and page is not None and page.detail_open:
            self.split.open_instead()
        else:
            self.rail.take_focus()

    def _read_again(self) -> None:
        if self.pages.current is not None:
            self.pages.current.read_again()
        self.read_state()

    # -- detail panel ----------------------------------------------------------------------------------------------

    def _close_detail(self) -> None:
        if self.pages.current is not None and self.pages.current.detail_open:
            self.pages.current.show_detail(wanted=False)
            self.pages.current.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that nothing nearer wanted closes the detail; as a shortcut it would be taken from fields."""
        if Shortcut.CLOSE_DETAIL.pressed_by(event):
            self._close_detail()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to marks alone in the rail when there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW
        self.split.show_narrow(narrow=narrow)
        self.rail.show_narrow(narrow=narrow)
        self.status.show_narrow(narrow=narrow)
        self.top.show_narrow(narrow=narrow)


def _stamp_of(desk: Desk) -> tuple[int, int] | None:
    """What tells that the file was written; None where it is not there."""
    try:
        found = desk.path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
