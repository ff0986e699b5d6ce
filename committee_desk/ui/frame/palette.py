"""Ctrl+K: people by name or pinyin initials, cases, pages and what pages can do, in one list."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from committee_desk.services.views import Hit
from committee_desk.ui.common.icons import icon, paint_icon
from committee_desk.ui.common.page import Workplace, hairline
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.table_model import Index
from committee_desk.ui.common.theme import colour, font, metrics
from committee_desk.wording.language import tr

WIDTH, LINE, MOST, TYPING_PAUSE = 560, 36, 9, 60
ENTRY = Qt.ItemDataRole.UserRole
HIT_ICONS = {"person": "user", "case": "briefcase", "objection": "message-report"}


@dataclass(frozen=True)
class Entry:
    """A line of the palette and what it does."""

    title: str
    detail: str
    icon: str
    run: Callable[[], object]
    barred: str = ""
    """Why it cannot be done now: it is listed last, with the reason, and not run."""
    page: bool = False
    also: str = ""
    """What its button calls it, where that is another word: it is found by either."""


class SearchPalette(QFrame):
    """Type, arrow, Enter. Commands come from `commands`, people and cases from `find` on the worker."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it lists, and what each of it does
        self,
        parent: QWidget,
        place: Workplace,
        commands: Sequence[Entry],
        find: Callable[[str], tuple[Hit, ...]],
        open_hit: Callable[[Hit], object],
        bars: Callable[[], Mapping[str, str]] = dict,
    ) -> None:
        super().__init__(parent)
        self._bars, self._barred = bars, dict[str, str]()
        self._place, self._commands, self._find, self._open_hit = place, commands, find, open_hit
        self._asked = 0
        self.setAccessibleName(tr("搜索"))
        self.setObjectName("palette")
        self._before: QWidget | None = None
        """What had the focus, and gets it back."""
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("姓名或拼音首字母、工号、案号、异议编号、命令"))
        self.field.setAccessibleName(tr("搜索"))
        self.field.addAction(icon("search", "sub"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("搜索结果"))
        self.list.setItemDelegate(_EntryPainter(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(lambda _item: self.choose())
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_PAUSE)
        self._pause.timeout.connect(self._look)
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self.field.installEventFilter(self)
        self._show((), "")

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(8, 8, 8, 8)
        inner.addWidget(self.field)
        outer.addLayout(inner)
        outer.addWidget(hairline())
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        outer.addWidget(self.list)

    def open_under(self, bar: QWidget) -> None:
        """Show it under the search field of the top bar."""
        window = bar.window()
        self._before = window.focusWidget()
        wide = min(WIDTH, window.width() - 16)
        self.setFixedWidth(wide)
        self.move((window.width() - wide) // 2, 6)
        self.show()
        self.raise_()
        self.field.setFocus()

    def leave(self) -> None:
        """Go away without doing anything."""
        held = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.hide()
        if held and self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def _look(self) -> None:
        text = self.field.text().strip()
        self._asked += 1
        mine = self._asked
        if not text:
            self._show((), "")
            return

        def fetch() -> tuple[tuple[Hit, ...], list[Entry]]:
            self._barred = self._barred or dict(self._bars())
            return self._find(text), matching(_marked(self._commands, self._barred), text)

        def done(found: tuple[tuple[Hit, ...], list[Entry]]) -> None:
            if mine == self._asked and self.isVisible():
                self._show(found[0], text, found[1])

        self._place.worker.run(lambda _progress: fetch(), done, lambda error: tell_failure(self, error), owner=self)

    def _show(self, hits: tuple[Hit, ...], text: str, commands: Sequence[Entry] | None = None) -> None:
        commands = matching(_marked(self._commands, self._barred), "") if commands is None else commands
        found = [
            Entry(hit.title, hit.detail, HIT_ICONS.get(hit.kind, "chevron-right"), partial(self._open_hit, hit))
            for hit in hits
        ]
        self.list.clear()
        named = [each for each in commands if each.page and is_named(each, text)]
        for entry in [*named, *found, *(each for each in commands if each not in named)]:
            item = QListWidgetItem(entry.title)
            item.setData(ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.title} {beside(entry)}".strip())
            item.setToolTip(entry.barred)
            self.list.addItem(item)
        if not self.list.count():
            nothing = QListWidgetItem(tr("没有找到“{text}”", text=text))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(min(self.list.count(), MOST) * LINE + 2)
        self.adjustSize()

    def choose(self) -> None:
        """Do what the current line says."""
        item = self.list.currentItem()
        entry = item.data(ENTRY) if item is not None else None
        if isinstance(entry, Entry) and entry.barred:
            self._place.say(entry.barred)
        elif isinstance(entry, Entry):
            self.leave()
            entry.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the field keeps the focus; the last line does not wrap."""
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.leave()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.leave()
                return True
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                row = self.list.currentRow() + (1 if event.key() == Qt.Key.Key_Down else -1)
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                if self._pause.isActive():
                    self._pause.stop()
                    self._look()
                else:
                    self.choose()
                return True
        return super().eventFilter(watched, event)


def matching(entries: Sequence[Entry], text: str) -> list[Entry]:
    """The commands that hold every word, in their title or beside it, as written or by pinyin or its initials: the page
    of that very name first, then what can be done now, then what cannot."""
    words = text.casefold().split()
    letters = any(word.isascii() and word.isalnum() for word in words)
    found = [each for each in entries if all(word in _heard(each, letters=letters) for word in words)]
    return sorted(found, key=lambda each: (not (each.page and is_named(each, text)), bool(each.barred)))


def is_named(entry: Entry, text: str) -> bool:
    """Whether that is its very title, as written."""
    return entry.title.casefold() == "".join(text.split()).casefold() or entry.title.casefold() == text.casefold()


def beside(entry: Entry) -> str:
    """What stands beside the title: why it cannot be done, or where it belongs."""
    return tr("现在不能办：{why}", why=entry.barred) if entry.barred else entry.detail


def _marked(entries: Sequence[Entry], barred: Mapping[str, str]) -> list[Entry]:
    return [replace(each, barred=each.barred or barred.get(each.title, "")) for each in entries]


def _heard(entry: Entry, *, letters: bool) -> str:
    said = f"{entry.title} {entry.detail} {entry.also}".casefold()
    if not letters:
        return said
    from committee_desk.services.search import spoken  # noqa: PLC0415 - its dictionaries load when letters are typed

    names = ("".join(filter(str.isalnum, each)) for each in (entry.title, entry.also))
    return " ".join((said, *(sound for name in names if name for sound in spoken(name))))


class _EntryPainter(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect  # type: ignore[attr-defined] # missing in the stubs
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined] # missing in the stubs
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            painter.setFont(font(13))
            painter.setPen(colour("mut"))
            painter.drawText(box.adjusted(16, 0, -16, 0), int(Qt.AlignmentFlag.AlignVCenter), str(index.data()))
            return
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colour("sel"))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), colour("accent"))
        paint_icon(painter, entry.icon, "sub", QRectF(box.left() + 14, box.center().y() - 8, 16, 16))
        painter.setFont(font(14))
        painter.setPen(colour("mut" if entry.barred else "text"))
        inner = box.adjusted(40, 0, -14, 0)
        wide = metrics(14).horizontalAdvance(entry.title)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), entry.title)
        painter.setFont(font(12))
        painter.setPen(colour("sub"))
        room = inner.adjusted(wide + 12, 0, 0, 0)
        said = metrics(12).elidedText(beside(entry), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), said)
