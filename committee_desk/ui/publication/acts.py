"""The acts of 公示: each opens its dialog, or says why it cannot be done now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shiboken6 import isValid

from committee_desk.domain.course import Move
from committee_desk.domain.roles import Right
from committee_desk.services.publication_views import PublicationView, VersionView
from committee_desk.ui.common.messages import show_refusal
from committee_desk.ui.common.page import PageCommand
from committee_desk.ui.common.paper.dialog import show
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.publication.changing import CorrectDialog, GoingBackDialog, LengthenDialog, RecountDialog
from committee_desk.ui.publication.closing import ClosingDialog
from committee_desk.ui.publication.hanging import HangAgainDialog, PhotoDialog, TakeDownDialog
from committee_desk.ui.publication.papers import note, notice, record
from committee_desk.ui.publication.possible import why_not
from committee_desk.ui.publication.posting import PostDialog
from committee_desk.wording.course_lacks import lack_in_words
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.publication.page import PublicationPage


@dataclass(frozen=True, slots=True)
class Offered:
    """An act as menu and palette name it, with the right that it needs; without one, reading is enough."""

    title: str
    icon: str
    run: Callable[[], None]
    right: Right | None = Right.PUBLISH_GRADES
    key: Shortcut | None = None


def titles() -> Mapping[str, str]:
    """What the acts are called, by name."""
    return {
        "post": tr("张贴公示…"),
        "photo": tr("登记张贴照片…"),
        "take_down": tr("登记撤下…"),
        "hang_again": tr("登记重新张贴…"),
        "lengthen": tr("延长公示…"),
        "recount": tr("补充公告：按新日历重新计算…"),
        "correct": tr("更正说明…"),
        "close": tr("关闭公示…"),
        "take_back": tr("撤回公示…"),
        "publish_again": tr("退回重新公示…"),
        "print_notice": tr("打印公示书"),
        "print_record": tr("打印张贴记录"),
        "print_note": tr("打印补充公告、更正说明"),
        "photos": tr("看张贴照片"),
    }


class PublicationActs:
    """Looked up anew at every press: another window may have gone on."""

    def __init__(self, page: "PublicationPage") -> None:
        self._page = page

    def offered(self) -> Mapping[str, Offered]:
        """All of them, by name, in the order of the year."""
        named = titles()
        return {
            "post": Offered(named["post"], "speakerphone", self.post),
            "photo": Offered(named["photo"], "file-plus", self.photo),
            "take_down": Offered(named["take_down"], "clipboard-check", self.take_down),
            "hang_again": Offered(named["hang_again"], "clipboard-plus", self.hang_again),
            "lengthen": Offered(named["lengthen"], "calendar-plus", self.lengthen),
            "recount": Offered(named["recount"], "calendar-time", self.recount),
            "correct": Offered(named["correct"], "pencil", self.correct),
            "close": Offered(named["close"], "lock", self.close),
            "take_back": Offered(named["take_back"], "arrow-back-up", self.take_back, Right.GO_BACK),
            "publish_again": Offered(named["publish_again"], "arrow-back-up", self.publish_again, Right.GO_BACK),
            "print_notice": Offered(named["print_notice"], "printer", self.zoom, None, Shortcut.PRINT),
            "print_record": Offered(named["print_record"], "printer", self.print_record, None),
            "print_note": Offered(named["print_note"], "printer", self.print_note, None),
            "photos": Offered(named["photos"], "eye", self.look_at_photos, Right.SEE_CASES),
        }

    def barred(self, name: str, view: PublicationView | None) -> str:
        """Why it cannot be done now: who sits here, how the desk is open, how far the year is."""
        right, place = self.offered()[name].right, self._page.place
        by_right = place.why_not(right) if right is not None and right is not Right.SEE_CASES else ""
        return by_right or why_not(name, view, self._page.shown)

    def commands(self) -> tuple[PageCommand, ...]:
        """As the search palette lists them."""
        view = self._page.view
        return tuple(
            PageCommand(each.title, each.run, each.icon, each.key, self.barred(name, view))
            for name, each in self.offered().items()
        )

    # -- hanging ---------------------------------------------------------------------------------------------------

    def post(self) -> None:
        """张贴公示."""
        view = self._ready("post")
        if view is None:
            return
        desk, year = self._page.desk, self._page.year
        plan = self._page.typed_plan or self._page.perform(lambda: desk.publication.plan(year))
        if plan is None:
            return
        dialog = PostDialog(self._page, plan, view)
        posted = dialog.run(dialog.post)
        self._page.typed_plan = None if posted else dialog.plan()  # the paper is printed and hung in between
        self._done(posted, tr("公示已张贴，开始计算公示期"))

    def photo(self, place: str = "") -> None:
        """The number of a photo, and its file."""
        version = self._version("photo")
        if version is not None:
            dialog = PhotoDialog(self._page, version, place)
            self._done(dialog.run(dialog.carry), tr("张贴照片已登记"))

    def take_down(self) -> None:
        """登记撤下."""
        version = self._version("take_down")
        if version is not None:
            dialog = TakeDownDialog(self._page, version)
            self._done(dialog.run(dialog.carry), tr("撤下已登记"))

    def hang_again(self) -> None:
        """登记重新张贴."""
        version = self._version("hang_again")
        if version is not None:
            dialog = HangAgainDialog(self._page, version)
            self._done(dialog.run(dialog.carry), tr("重新张贴已登记；有补充公告的，请打印张贴"))

    # -- the window ------------------------------------------------------------------------------------------------

    def lengthen(self) -> None:
        """延长."""
        version = self._version("lengthen")
        if version is not None:
            dialog = LengthenDialog(self._page, version)
            self._done(dialog.run(dialog.carry), tr("公示期已延长，请打印补充公告并张贴"))

    def recount(self) -> None:
        """The supplementary notice for a calendar that changed."""
        view = self._ready("recount")
        if view is not None and view.current is not None:
            end = next((each.day for each in view.owed if each.kind == "recount"), None)
            dialog = RecountDialog(self._page, view.current, end)
            self._done(dialog.run(dialog.carry), tr("公示期已重新计算，请打印补充公告并张贴"))

    def correct(self) -> None:
        """更正说明."""
        version = self._version("correct")
        if version is not None:
            dialog = CorrectDialog(self._page, version)
            self._done(dialog.run(dialog.carry), tr("更正说明已生成，请打印张贴"))

    def close(self) -> None:
        """关闭公示: what stands against it is said first."""
        version = self._version("close")
        if version is None:
            return
        desk, year, number = self._page.desk, self._page.year, version.version
        lacks = self._page.perform(lambda: desk.course.lacks(year, Move.CLOSE))
        if lacks is None:
            return
        if lacks:
            show_refusal(self._page.window(), "\n".join(lack_in_words(each) for each in lacks))
            return
        came = self._page.perform(lambda: [row for row in desk.objections.rows(year) if row.held.version == number])
        if came is not None:
            dialog = ClosingDialog(self._page, version, len(came))
            self._done(dialog.run(dialog.close_it), tr("公示已关闭"))

    # -- going back ------------------------------------------------------------------------------------------------

    def take_back(self) -> None:
        """撤回公示."""
        version = self._version("take_back")
        if version is not None:
            dialog = GoingBackDialog(self._page, version, closed=False)
            self._done(dialog.run(dialog.carry), tr("公示已撤回"))

    def publish_again(self) -> None:
        """退回重新公示."""
        version = self._version("publish_again")
        if version is not None:
            dialog = GoingBackDialog(self._page, version, closed=True)
            self._done(dialog.run(dialog.carry), tr("已退回，可以张贴新的一版"))

    # -- paper -----------------------------------------------------------------------------------------------------

    def zoom(self) -> None:
        """The notice in view in full, with the ways out."""
        version = self._in_view("print_notice")
        if version is None:
            return
        show(self._page, notice(self._page, version.version))

    def print_record(self) -> None:
        """The posting record of the version in view."""
        version = self._in_view("print_record")
        if version is None:
            return
        show(self._page, record(self._page, version.version))

    def print_note(self, number: int = 0) -> None:
        """A supplementary notice or a correction note; the newest where none is named."""
        version = self._in_view("print_note")
        if version is None:
            return
        found = next((each for each in version.notes if each.number == number), version.notes[-1])
        show(self._page, note(self._page, version.version, found))

    def look_at_photos(self) -> None:
        """The photos of the postings of the version in view."""
        version = self._in_view("photos")
        if version is not None:
            self._page.look_at_photos(version)

    # -- what they share -------------------------------------------------------------------------------------------

    def _ready(self, name: str) -> PublicationView | None:
        """The publication as it is now; None where the act cannot be done, which the user has then been told."""
        desk, year = self._page.desk, self._page.year
        if barred := self.barred(name, None):
            self._page.place.say(barred)
            return None
        view = self._page.perform(lambda: desk.publication.view(year))
        if view is not None and (why := why_not(name, view, self._page.shown)):
            show_refusal(self._page.window(), why)
            return None
        return view

    def _version(self, name: str) -> VersionView | None:
        view = self._ready(name)
        return view.current if view is not None else None

    def _in_view(self, name: str) -> VersionView | None:
        """The version in view, for what only reads."""
        if why := why_not(name, self._page.view, self._page.shown):
            self._page.place.say(why)
            return None
        return self._page.shown

    def _done(self, done: bool, said: str) -> None:  # noqa: FBT001 - what the dialog answered
        """Say so; where the button that was pressed is gone, work goes on where it starts."""
        if not done:
            return
        page, held = self._page, self._page.window().focusWidget()
        page.place.say(said)
        page.when_read(lambda: None if held is not None and isValid(held) and held.isVisible() else page.focus_first())
