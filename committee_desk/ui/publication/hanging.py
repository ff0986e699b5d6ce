"""登记撤下, 重新张贴 and 补照片: who was there, when, and how the window ends by it."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit

from committee_desk.domain.publication import NotHanging
from committee_desk.services.publication_hanging import in_its_time
from committee_desk.services.publication_refusals import (
    BoardIsAPlace,
    HangsThere,
    HangsThereNoMore,
    NoSuchPlace,
    PostedOutOfTime,
    TwoNamesNeeded,
)
from committee_desk.services.publication_views import HungNotice, PostingRow, TakenDown, VersionView, of_posting
from committee_desk.ui.ballots.report_form import FileField
from committee_desk.ui.objections.moment_field import MomentField
from committee_desk.ui.publication.form import ActDialog, TwoNames, reason_field
from committee_desk.wording.days import dated
from committee_desk.wording.language import tr
from committee_desk.wording.publications import cut_off_in_words, place_in_words, posting_in_words
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

LONGEST_PLACE = 60


def no_moment() -> str:
    """What was typed is no moment."""
    return tr("请填写日期和时刻，如 2026-02-09 09:10。")


def _out_of_time(what: str, moment: datetime, earliest: datetime, latest: datetime) -> str:
    """What recording that moment would be refused with; empty where it is possible."""
    try:
        in_its_time(what, moment, earliest, latest)
    except PostedOutOfTime as error:
        return sentence(error)
    return ""


class PlaceBox(QComboBox):
    """The places that an act can be about; one is chosen already where it is named."""

    def __init__(self, rows: Sequence[PostingRow], place: str) -> None:
        super().__init__()
        for row in rows:
            self.addItem(place_in_words(row), row.place)
        self.setCurrentIndex(max(0, self.findData(place)))

    @property
    def place(self) -> str:
        """The place as the notice names it."""
        return str(self.currentData())


class TakeDownDialog(ActDialog):
    """Taken down before its days are full, the notice must hang again: the new end is said before it is recorded."""

    def __init__(self, page: "Page", version: VersionView, place: str = "") -> None:
        super().__init__(page, tr("登记撤下"), tr("登记撤下"))
        self._version = version
        hanging = [each for each in version.postings if each.taken is None]
        self.place = PlaceBox(hanging, place)
        self.moment, self.by, self.why = MomentField(page.now()), TwoNames(), reason_field()
        self.add_row(tr("撤下地点"), self.place)
        self.add_row(tr("撤下时间"), self.moment, tr("实际撤下的时间，不是录入的时间；只写时刻的是今天"))
        self.add_parts(tr("撤下人"), self.by, self.by.parts, tr("两个人在场"))
        self.add_row(tr("原因"), self.why, tr("提前撤下的写明原因，如：墙面维修、风吹落"))
        self.foresee(tr("公示期变化"), self._foreseen, self.moment)
        self.place.currentIndexChanged.connect(lambda _at: self.say_foreseen())
        self.consequence.setText(tr("记入张贴记录和日志"))

    @property
    def early(self) -> bool:
        """Whether its days are not full at that moment."""
        moment = self.moment.moment
        return self._version.closing is None and moment is not None and moment < self._version.window.closes_at

    def _foreseen(self) -> str:
        moment, window = self.moment.moment, self._version.window
        if moment is None:
            return no_moment()
        row = next(each for each in self._version.postings if each.taken is None and each.place == self.place.place)
        if wrong := _out_of_time("taken", moment, row.posted, self.page.now()):
            return wrong
        if not self.early:
            return tr("公示期已满，撤下不改变公示期。")
        after = self.page.desk.publication.if_taken_down(self.page.year, self.place.place, moment)
        if after.last_day == window.last_day:
            return tr("公示期还没有满（{end}）。请在当天重新张贴并登记。", end=cut_off_in_words(window))
        return tr(
            "提前撤下：公示期还没有满（{end}）。须重新张贴，最早延长到 {after}；没有重新张贴以前不能关闭公示。",
            end=cut_off_in_words(window),
            after=tr("{day}{time}", day=dated(after.last_day), time=after.cut_off),
        )

    def carry(self) -> bool:
        """Record it."""
        moment = self.moment.moment
        if moment is None:
            self.refuse_all([(no_moment(), self.moment)])
            return False
        if self.early and not self.why.text().strip():
            self.refuse_all([(tr("提前撤下的，请写明原因。"), self.why)])
            return False
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        down = TakenDown(self.place.place, moment, self.by.names(), self.why.text())
        return self.carry_out(
            tr("登记撤下“{place}”的公示书", place=down.place),
            lambda _second: desk.publication.take_down(actor, year, down),
            {PostedOutOfTime: self.moment, TwoNamesNeeded: self.by, HangsThereNoMore: self.place,
             NoSuchPlace: self.place},
            self.by.first,
        )  # fmt: skip


class HangAgainDialog(ActDialog):
    """It hangs again: the window is longer by the days that it missed, and a supplementary notice says so."""

    def __init__(self, page: "Page", version: VersionView, place: str = "") -> None:
        super().__init__(page, tr("登记重新张贴"), tr("登记重新张贴"))
        self._version = version
        newest = {row.place: row for row in sorted(version.postings, key=lambda each: each.posted)}
        self._down = {each.place: each for each in newest.values() if each.taken is not None}
        self.place = PlaceBox(tuple(self._down.values()), place)
        self.moment, self.by = MomentField(page.now()), TwoNames()
        self.board, self.photo = QLineEdit(), QLineEdit()
        self._fill_as_before()
        for each in (self.board, self.photo):
            each.setMaxLength(LONGEST_PLACE)
        self.add_row(tr("张贴地点"), self.place)
        self.add_row(tr("张贴时间"), self.moment, tr("实际张贴的时间；只写时刻的是今天"))
        self.add_parts(tr("张贴人"), self.by, self.by.parts, tr("两个人在场"))
        self.add_row(tr("改贴到"), self.board, tr("原处不能再贴、改贴别处的才填"))
        self.add_row(tr("张贴照片编号"), self.photo, tr("可以以后再补"))
        self.foresee(tr("公示期变化"), self._foreseen, self.moment)
        self.place.currentIndexChanged.connect(lambda _at: self._show_place())
        self.consequence.setText(tr("公示期延长的，同时生成补充公告，请打印张贴"))

    def _focus_first(self) -> None:
        self.place.setFocus()  # the rest is filled in as it hung before: the place is what is said first

    def _fill_as_before(self) -> None:
        """Who hung it there the last time, and on which board."""
        before = self._down[self.place.place]
        for field, name in zip(self.by.parts, before.posted_by, strict=False):
            field.setText(name)
        self.board.setText(before.board)

    def _show_place(self) -> None:
        self._fill_as_before()
        self.say_foreseen()

    def _foreseen(self) -> str:
        moment, window = self.moment.moment, self._version.window
        if moment is None:
            return no_moment()
        before = self._down[self.place.place]
        if wrong := _out_of_time("posted", moment, before.taken or before.posted, self.page.now()):
            return wrong
        after = self.page.desk.publication.if_hung_again(self.page.year, self.place.place, moment)
        if after.last_day == window.last_day:
            return tr("不改变公示期：{end}。", end=cut_off_in_words(window))
        return tr(
            "公示期由 {before}延长到 {after}，并出补充公告。",
            before=dated(window.last_day),
            after=tr("{day}{time}", day=dated(after.last_day), time=after.cut_off),
        )

    def carry(self) -> bool:
        """Record it."""
        moment = self.moment.moment
        if moment is None:
            self.refuse_all([(no_moment(), self.moment)])
            return False
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        hung = HungNotice(self.place.place, moment, self.by.names(), self.photo.text(), self.board.text())
        return self.carry_out(
            tr("登记重新张贴“{place}”的公示书", place=hung.place),
            lambda _second: desk.publication.record_posting(actor, year, hung),
            {PostedOutOfTime: self.moment, TwoNamesNeeded: self.by, HangsThere: self.place, NotHanging: self.place,
             NoSuchPlace: self.place, BoardIsAPlace: self.board},
            self.by.first,
        )  # fmt: skip


class PhotoDialog(ActDialog):
    """The number of a posting's photo, and the picture itself where there is one."""

    def __init__(self, page: "Page", version: VersionView, place: str = "") -> None:
        super().__init__(page, tr("张贴照片"), tr("保存"))
        self._version = version
        newest = {row.place: row for row in sorted(version.postings, key=lambda each: each.posted)}
        self._rows = newest
        self.place = PlaceBox(tuple(newest.values()), place)
        self.number, self.file = QLineEdit(), FileField(tr("照片文件"))
        self.number.setMaxLength(LONGEST_PLACE)
        self.add_row(tr("张贴地点"), self.place)
        self.add_row(tr("张贴照片编号"), self.number, tr("照片存放处的编号，如：2026-照-014"))
        self.add_row(tr("照片文件"), self.file, tr("可以不选；PDF、PNG、JPEG，不超过 10 MB"))
        self.foresee(tr("各处张贴记录"), self._row_in_words)
        self.place.currentIndexChanged.connect(lambda _at: self._show_number())
        self.consequence.setText(tr("编号记入张贴记录；照片存入台账"))
        self._show_number()

    def _row_in_words(self) -> str:
        return posting_in_words(self._rows[self.place.place])

    def _show_number(self) -> None:
        self.number.setText(self._rows[self.place.place].photo)
        self.say_foreseen()

    def carry(self) -> bool:
        """Keep the file first, since it may be refused, then the number."""
        path, number, place = self.file.chosen(), self.number.text(), self.place.place
        if path is None and number.strip() == self._rows[place].photo:
            self.refuse_all([(tr("请填写照片编号，或选择照片文件。"), self.number)])
            return False
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        subject = of_posting(year, self._version.version, place)
        if path is not None and not self.carry_out(
            tr("张贴照片"), lambda _second: desk.attachments.keep(actor, subject, path), {}, self.file.path
        ):
            return False
        self.file.path.clear()  # it is kept: a refused number must not attach it twice
        return self.carry_out(
            tr("张贴照片"),
            lambda _second: desk.publication.add_photo(actor, year, place, number),
            {NoSuchPlace: self.place},
            self.number,
        )
