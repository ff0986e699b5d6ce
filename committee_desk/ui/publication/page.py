"""公示: the window's calendar, the notice and where it hangs, the desk that takes objections."""

from datetime import date
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from committee_desk.domain.course import Stage
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.publication import CHINA
from committee_desk.domain.roles import Right
from committee_desk.services.changes import Topic
from committee_desk.services.desk import Desk
from committee_desk.services.page_pictures import PagePicture
from committee_desk.services.publication_views import NoticePlan, PublicationView, VersionView, of_posting
from committee_desk.ui.cases.attachments import AttachmentsDialog
from committee_desk.ui.common.icons import icon
from committee_desk.ui.common.page import Page, PageCommand, Workplace
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.common.surfaces import scrolled
from committee_desk.ui.common.theme import GAP, PAGE_MARGIN
from committee_desk.ui.objections.receiving import ReceivingPanel
from committee_desk.ui.publication.acts import PublicationActs
from committee_desk.ui.publication.banners import PageBanners
from committee_desk.ui.publication.empty import BeforePosting
from committee_desk.ui.publication.notice_card import NoticeCard
from committee_desk.ui.publication.reading import PageRead, read_page, version_in_view
from committee_desk.ui.publication.window_card import WindowCard
from committee_desk.wording.language import tr
from committee_desk.wording.publications import posted_in_words
from committee_desk.wording.saying import sentence

PAUSE, NARROW_BELOW, LEAST_HIGH = 150, 860, 560
IN_MENU = ("post", "take_down", "photo", "photos", "hang_again", "lengthen", "recount", "correct", "close", "take_back",
           "publish_again", "print_notice", "print_record", "print_note")  # fmt: skip


class PublicationPage(Page):
    """Three cards beside each other; in a narrow window one under the other."""

    page_id: ClassVar[str] = "publication"
    icon_name: ClassVar[str] = "speakerphone"
    topics: ClassVar[frozenset[Topic]] = frozenset(
        {Topic.PUBLICATION, Topic.COURSE, Topic.OBJECTIONS, Topic.CALENDAR, Topic.GRADES, Topic.ATTACHMENTS}
    )

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.view: PublicationView | None = None
        self.shown: VersionView | None = None
        self._held: PageRead | None = None
        self._picked: int | None = None
        self.typed_plan: NoticePlan | None = None
        """What was typed of a notice that is not posted yet."""
        self.acts = PublicationActs(self)
        settle = {
            "recount": (tr("补充公告…"), self.acts.recount),
            "post_again": (tr("登记重新张贴…"), self.acts.hang_again),
            "calendar": (tr("导入放假安排"), lambda: self.go.emit("system", tr("日历"))),
            "take_down": (tr("登记撤下…"), self.acts.take_down),
        }
        self.window_card = WindowCard(settle)
        self.notice = NoticeCard(self.acts, self._pick)
        self.receiving = ReceivingPanel(self)
        self.before = BeforePosting(self.go.emit, self.acts.post)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(PAUSE)
        self._late.timeout.connect(self._draw)
        self.notice.picture.resized.connect(self._late.start)
        self._banners = PageBanners(self.go.emit, self.acts.post)
        self._buttons()
        self._lay_out()
        self.follow_rights(self._say_possible)

    @classmethod
    def title(cls) -> str:
        """公示."""
        return tr("公示")

    def _buttons(self) -> None:
        offered = self.acts.offered()
        self.print_button = self.head.add_action(tr("打印公示书"), "printer", self.acts.zoom, key=Shortcut.PRINT)
        self.down_button = self.head.add_action(tr("登记撤下"), "clipboard-check", self.acts.take_down)
        self.more = self.head.add_action(tr("更多"), "dots", lambda: None)
        menu = QMenu(self.more)
        menu.setToolTipsVisible(True)
        self.entries = {name: menu.addAction(icon(offered[name].icon, "sub", 16), offered[name].title)
                        for name in IN_MENU}  # fmt: skip
        for name, entry in self.entries.items():
            entry.triggered.connect(lambda _on=False, name=name: self.acts.offered()[name].run())
        self.more.setMenu(menu)
        self.post_button = self.head.add_action(tr("张贴公示…"), "speakerphone", self.acts.post, primary=True)
        self.close_button = self.head.add_action(tr("关闭公示…"), "lock", self.acts.close, primary=True)
        self.object_button = self.head.add_action(
            Shortcut.OBJECT.does(), "plus", self.register, primary=True, key=Shortcut.OBJECT
        )

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._content.setProperty("r", "win")
        column = QVBoxLayout(self._content)
        column.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        column.setSpacing(GAP)
        column.addLayout(self._banners)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(GAP)
        for card, share in ((self.window_card, 40), (self.notice, 32), (self.receiving, 38)):
            self._across.addWidget(card, share)
        column.addLayout(self._across, 1)
        self._area = scrolled(self._content, self.title())
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self.before, 1)
        self._area.hide()
        self.before.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the cards stand under each other, each as high as it needs."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside each other where all of them have room for what they say now: the page never scrolls sideways."""
        cards = [each for each in (self.window_card, self.notice, self.receiving) if not each.isHidden()]
        needed = 2 * PAGE_MARGIN + sum(each.minimumSizeHint().width() + GAP for each in cards) - GAP
        room = self.width() - self._area.verticalScrollBar().sizeHint().width()
        narrow = room < needed or self.width() < NARROW_BELOW
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._across.setDirection(way)
        for each in (self.print_button, self.down_button):  # both stand among the further acts, too
            each.setVisible(not narrow)
        self.notice.picture.setMinimumHeight(400 if narrow else 200)
        self.receiving.setMinimumHeight(420 if narrow else 0)

    # -- reading ---------------------------------------------------------------------------------------------------

    def set_desk(self, desk: Desk, year: int) -> None:
        """Another desk or year shows its newest version."""
        self._picked = self.typed_plan = None
        super().set_desk(desk, year)

    def refresh(self) -> None:
        """Read the publication, what the next step lacks, and the days off."""
        desk, year, sees_files = self.desk, self.year, self.place.may(Right.SEE_CASES)
        self.read(lambda: read_page(desk, year, sees_files=sees_files), self._take)
        if self.place.may(Right.SEE_OBJECTIONS):
            self.receiving.refresh()

    def _take(self, held: PageRead) -> None:
        self._held, self.view = held, held.view
        self._show()

    def _pick(self, version: int) -> None:
        self._picked = version
        self._show()

    def _show(self) -> None:
        held = self._held
        if held is None:
            return
        view = held.view
        self.shown = version_in_view(view, self._picked)
        self.before.setVisible(self.shown is None)
        self._area.setVisible(self.shown is not None)
        self.receiving.setVisible(self.place.may(Right.SEE_OBJECTIONS))
        self._say_possible()
        if self.shown is None:
            self.head.say(tr("{year} 年度", year=self.year))
            self.before.show_stage(view.stage, held.lacks)
            return
        self.head.say(posted_in_words(self.shown))
        self._banners.show_read(held)
        today = date.min if held.behind is not None else view.now.astimezone(CHINA).date()
        best = held.at_best if self.shown is view.current else None
        self.window_card.show_version(view, self.shown, held.listed, today, best)
        photos = {place: count for (version, place), count in held.photos.items() if version == self.shown.version}
        photo_barred = self.acts.barred("photo", view)
        if self.shown is not view.current:
            photo_barred = tr("这一版已不在公示")
        self.notice.show_version(self.shown, view.versions, photos, photo_barred)
        self._arrange()
        self._late.start()

    def _draw(self) -> None:
        """The notice's first page, as sharp as its place."""
        version = self.shown
        if version is None or not self.isVisible():
            return
        desk, actor, year, dots = self.desk, self.place.actor, self.year, self.notice.picture.dots_an_inch()
        name = tr("公示书 第 {version} 版", version=version.version)

        def fetch() -> tuple[PagePicture, ...]:
            return desk.sheets.pages(desk.publication.preview_notice(actor, year, version.version), dots)

        self.read(fetch, lambda pages: self.notice.picture.show_pages(name, pages), kind="notice", failed=self._undrawn)

    def _undrawn(self, error: BaseException) -> None:
        if isinstance(error, DeskError | Trouble):
            self.notice.picture.show_words(sentence(error))
        else:
            tell_failure(self, error)

    # -- acts ------------------------------------------------------------------------------------------------------

    def _say_possible(self) -> None:
        """Bar what cannot be done, with the reason; of the three acts that lead on, the one of this stage stands."""
        view = self.view
        self.head.allow(self.print_button, self.acts.barred("print_notice", view))
        self.head.allow(self.down_button, self.acts.barred("take_down", view))
        for name, entry in self.entries.items():
            why = self.acts.barred(name, view)
            entry.setEnabled(not why)
            entry.setToolTip(why or entry.text())
        running = view is not None and view.stage is Stage.PUBLISHED
        approved = view is not None and view.stage is Stage.APPROVED
        ready = view is not None and view.may_close
        self.post_button.setVisible(approved and self.shown is not None)
        self.close_button.setVisible(running and ready)
        self.object_button.setVisible(self.shown is not None and not ready and not approved)
        self.head.allow(self.post_button, self.acts.barred("post", view))
        self.head.allow(self.close_button, self.acts.barred("close", view))
        self.head.allow(self.object_button, self.place.why_not(Right.TAKE_OBJECTIONS))
        self.before.post.setEnabled(not (why := self.acts.barred("post", view)))
        self.before.post.setToolTip(why)

    def register(self) -> None:
        """登记异议, at the desk at the right."""
        if why := self.place.why_not(Right.TAKE_OBJECTIONS):
            self.place.say(why)
        elif self.shown is None:
            self.place.say(tr("还没有张贴过公示书，没有可以提出异议的公示"))
        else:
            self.receiving.register()

    def look_at_photos(self, version: VersionView) -> None:
        """The photos of the first place that has any, else of the first."""
        photos = self._held.photos if self._held is not None else {}
        places = [row.place for row in version.postings]
        place = next((each for each in places if photos.get((version.version, each))), places[0])
        AttachmentsDialog(self, of_posting(self.year, version.version, place), place).exec()

    def print_(self) -> None:
        """Ctrl+P: the notice in view."""
        self.acts.zoom()

    def commands(self) -> tuple[PageCommand, ...]:
        """Every act of the publication, and the counter."""
        return (*self.acts.commands(), PageCommand(Shortcut.OBJECT.does(), self.register, "plus", Shortcut.OBJECT))

    def show_target(self, key: object) -> None:
        """A line of 工作台 leads to the version in force; a number to that version."""
        self._picked = key if isinstance(key, int) else None
        self._show()

    def help_text(self) -> str:
        """What 公示 shows."""
        return tr(
            "左边是公示期：哪几天计入、为什么、几点截止；用方向键在日历里逐日查看。"
            "中间是公示书和张贴记录，按 Enter 放大，可存为 PDF 或打印。右边是异议受理台。"
            "公示书在各处贴好后，由两人登记张贴；提前撤下的须重新张贴，缺的天数顺延，另出补充公告。"
            "放假安排有变动的，按新日历重新计算，公示期只延长、不缩短。截止以后由两人核对当天日期，才能关闭。"
            "常用的地点、截止时刻、受理处在“系统”的“设置”中填写。"
        )

    def focus_first(self) -> None:
        """Where work starts: the calendar, or what leads to it."""
        if self.shown is not None:
            self.window_card.calendar.setFocus()
        elif self.before.post.isVisible():
            self.before.post.setFocus()
        else:
            self.before.lead.setFocus()
