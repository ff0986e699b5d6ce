"""The notice in the middle of the page: how it looks on paper, where it hangs, and what hangs beside it."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from committee_desk.services.publication_views import NoteRow, PostingRow, VersionView
from committee_desk.ui.common.chips import ACCENT, NEUTRAL, OK, WARN, Chip, ChipLabel
from committee_desk.ui.common.icons import pixmap
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.surfaces import Card, label, link, tool
from committee_desk.ui.publication.picture import NoticePicture
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.publications import note_in_words, place_in_words, posting_in_words


class NoticeActs(Protocol):
    """What can be done from the card."""

    def zoom(self) -> None:
        """The paper in full."""

    def photo(self, place: str = "") -> None:
        """The photo of a posting: its number, and its file."""

    def print_note(self, number: int = 0) -> None:
        """A supplementary notice or a correction note."""


def state_chip(version: VersionView) -> Chip:
    """Whether it hangs."""
    hanging = sum(each.taken is None for each in version.postings)
    if version.held.taken_back is not None:
        return Chip(tr("已撤回"), NEUTRAL, "arrow-back-up", version.held.why)
    if version.closing is not None and not hanging:
        return Chip(tr("已撤下"), NEUTRAL, "check")
    if version.closing is not None:
        return Chip(tr("已关闭"), OK, "check", tr("公示已关闭，还没有撤下"))
    places = {each.place for each in version.postings}
    if hanging < len(places):
        return Chip(tr("有撤下的"), WARN, "alert-triangle", tr("有的地点撤下了，还没有重新张贴"))
    return Chip(tr("已张贴"), ACCENT)


class NoticeCard(Card):
    """`picked(version)` asks for another version; the posting record stands below the paper."""

    def __init__(self, acts: NoticeActs, picked: Callable[[int], object]) -> None:
        super().__init__(tr("公示书（表三）"))
        self._acts = acts
        self.chip = ChipLabel()
        self.versions = QComboBox()
        self.versions.setAccessibleName(tr("公示书的版本"))
        self.versions.activated.connect(lambda _at: picked(int(self.versions.currentData())))
        self.zoom = tool(tr("放大"), "zoom-in", acts.zoom)
        self.line.insertWidget(1, self.chip)
        self.line.addWidget(self.versions)
        self.line.addWidget(self.zoom)
        self.picture = NoticePicture()
        self.picture.opened.connect(acts.zoom)
        self.body.addSpacing(6)
        self.body.addWidget(self.picture, 1)
        self.body.addSpacing(10)
        self.body.addWidget(hairline())
        self.body.addSpacing(8)
        self.body.addWidget(label(tr("各处张贴记录"), "h3"))
        self.body.addSpacing(4)
        self.record = QVBoxLayout()
        self.record.setSpacing(6)
        self.body.addLayout(self.record)
        self.lines: list[QWidget] = []

    def show_version(
        self, version: VersionView, versions: tuple[VersionView, ...], photos: Mapping[str, int], barred: str
    ) -> None:
        """Show where this version hung; `photos` counts the files of each place, `barred` says why nothing can be
        added."""
        self.chip.show_chip(state_chip(version))
        self._offer(version, versions)
        for old in self.lines:
            self.record.removeWidget(old)
            old.hide()
            old.deleteLater()
        newest = {row.place: row for row in sorted(version.postings, key=lambda each: each.posted)}
        self.lines = [
            self._posting(row, photos.get(row.place, 0), barred if row is newest[row.place] else "", newest)
            for row in version.postings
        ]
        self.lines += [self._note(note) for note in version.notes]
        for each in self.lines:
            self.record.addWidget(each)

    def _offer(self, version: VersionView, versions: tuple[VersionView, ...]) -> None:
        self.versions.clear()
        for each in reversed(versions):
            self.versions.addItem(tr("第 {version} 版", version=each.version), each.version)
        self.versions.setCurrentIndex(self.versions.findData(version.version))
        self.versions.setVisible(len(versions) > 1)

    def _posting(self, row: PostingRow, photos: int, barred: str, newest: Mapping[str, PostingRow]) -> QWidget:
        """One span at one place: a tick where it is proved by a photo, else what is missing."""
        proved = bool(row.photo) or photos > 0
        hangs = row.taken is None
        mark = ("circle-check", "ok") if hangs and proved else ("alert-circle", "bad") if hangs else ("circle-x", "mut")
        words = tr_n("照片 {count} 张", "照片 {count} 张", photos) if photos else tr("照片 {number}", number=row.photo)
        act: QPushButton | QLabel | None = None
        if newest[row.place] is row:
            act = link(words if proved else tr("补照片编号"), lambda: self._acts.photo(row.place))
            act.setAccessibleName(tr("{place}：{what}", place=row.place, what=act.text()))
            act.setToolTip(tr("照片编号 {number}", number=row.photo) if row.photo else "")
            if barred and not proved:
                act.setEnabled(False)
                act.setToolTip(barred)
        elif proved:
            act = label(words, "cap")
        return _line(mark, place_in_words(row), posting_in_words(row), act)

    def _note(self, note: NoteRow) -> QWidget:
        what, told = note_in_words(note)
        act = link(tr("打印"), lambda: self._acts.print_note(note.number))
        act.setAccessibleName(tr("打印{what}", what=what))
        return _line(("file-text", "accent"), what, told, act)


def _line(mark: tuple[str, str], strong: str, plain: str, act: QWidget | None) -> QWidget:
    line = QWidget()
    across, words = QHBoxLayout(line), QVBoxLayout()
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(8)
    words.setSpacing(1)
    shape = QLabel()
    shape.setPixmap(pixmap(*mark, 16))
    across.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
    words.addWidget(label(strong, "name", wrap=True))
    words.addWidget(label(plain, "cap", wrap=True))
    across.addLayout(words, 1)
    if act is not None:
        across.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
    line.setAccessibleName(strong)
    line.setAccessibleDescription(plain)
    return line
