"""The window as the page shows it: how far it is, its calendar, and why these days count."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from committee_desk.domain.calendar import CalendarDay
from committee_desk.services.publication_views import PublicationOwed, PublicationView, VersionView
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.surfaces import Card, label, link
from committee_desk.ui.common.theme import colour
from committee_desk.ui.common.wrapping import JOINER
from committee_desk.ui.publication.calendar_view import WindowCalendar
from committee_desk.ui.publication.days import picture_of
from committee_desk.wording.days import month_name
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.publications import (
    Reason,
    counted_so_far,
    cut_off_in_words,
    heading,
    owed_in_words,
    reasons,
)

Acts = Mapping[str, tuple[str, Callable[[], object]]]
KEY, DAYS_WIDE = 14, 82


class Key(QWidget):
    """A small sample of how a day is painted."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(QSize(KEY + 2, KEY))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, hatching or ring."""
        painter, box = QPainter(self), QRect(0, 1, KEY, KEY - 2)
        ring = self._kind == "today"
        ground = {"gone": "fill", "to_come": "accentbg", "off": "off", "weekend": "off", "lost": "warnbg"}
        painter.fillRect(box, colour(ground.get(self._kind, "surface")))
        if self._kind == "off":
            painter.fillRect(box, QBrush(colour("line"), Qt.BrushStyle.BDiagPattern))
        painter.setPen(QPen(colour("text" if ring else "line"), 2 if ring else 1))
        painter.drawRect(box.adjusted(1, 1, -1, -1) if ring else box.adjusted(0, 0, -1, -1))
        painter.end()


class WindowCard(Card):
    """Everything about the window of the version in view. `acts` settle what it is owed, by the kind of that."""

    def __init__(self, acts: Acts) -> None:
        super().__init__()
        self.setAccessibleName(tr("公示期与理由"))
        self._acts = acts
        self.large, self.until = label("", "title"), label("", "sub", wrap=True)
        self.month, self.counted = label("", "name"), label("", "cap")
        self.calendar = WindowCalendar()
        self.why_title = label("", "h3")
        self._why = QGridLayout()
        self._banners = QVBoxLayout()
        self._lay_out()

    def _lay_out(self) -> None:
        top, left, right = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        top.setSpacing(10)
        left.setSpacing(3)
        right.setSpacing(5)
        left.addWidget(self.large)
        left.addWidget(self.until)
        for each in (self.month, self.counted):
            right.addWidget(each, 0, Qt.AlignmentFlag.AlignRight)
        top.addLayout(left, 1)
        top.addLayout(right)
        self.body.addLayout(top)
        self._banners.setSpacing(6)
        self.body.addLayout(self._banners)
        self.body.addSpacing(8)
        self.body.addWidget(self.calendar, 1)
        self.body.addSpacing(8)
        self.body.addLayout(_legend())
        self.body.addSpacing(10)
        self.body.addWidget(hairline())
        self.body.addSpacing(8)
        self.body.addWidget(self.why_title)
        self._why.setVerticalSpacing(5)
        self._why.setHorizontalSpacing(8)
        self._why.setColumnStretch(1, 1)
        self._why.setContentsMargins(0, 8, 0, 0)
        self.body.addLayout(self._why)
        self.body.addStretch(0)

    def show_version(
        self,
        view: PublicationView,
        version: VersionView,
        listed: Mapping[date, CalendarDay],
        today: date,
        at_best: VersionView | None = None,
    ) -> None:
        """Show this version's window. `at_best`: it came down too early; so it will end if it hangs again now.

        `today` is the first of all days while the clock is wrong: nothing is counted from it then.
        """
        window = (at_best or version).window
        wrong_clock = today == date.min and version.closing is None and version.held.taken_back is None
        self.large.setText(tr("电脑时间有误") if wrong_clock else heading(view, version))
        end = cut_off_in_words(window, version.days if at_best is None else at_best.days)
        until = tr("等待重新张贴，最早 {end}", end=end) if at_best is not None else end
        self.until.setText(until[:-1] + JOINER + until[-1:])  # its last character begins no line
        last = window.last_day
        self.month.setText(tr("{year}年{month}", year=last.year, month=month_name(last.month)))
        self.counted.setText("" if wrong_clock else counted_so_far(at_best or version, view.now))
        self.calendar.show_days(picture_of(window, (at_best or version).days, listed, today))
        count = len(window.counted)
        self.why_title.setText(tr_n("为什么是这 {count} 天", "为什么是这 {count} 天", count))
        self._show_owed(view.owed if version is view.current else ())
        _empty(self._why)
        for row, reason in enumerate(reasons(at_best or version)):
            self._add_reason(row, reason)

    def _add_reason(self, row: int, reason: Reason) -> None:
        days, why = label(reason.days, "name"), label(reason.why, "warn" if reason.lost else "sub", wrap=True)
        days.setMinimumWidth(DAYS_WIDE)
        self._why.addWidget(days, row, 0, Qt.AlignmentFlag.AlignTop)
        self._why.addWidget(why, row, 1)

    def _show_owed(self, owed: tuple[PublicationOwed, ...]) -> None:
        _empty(self._banners)
        said: dict[str, list[PublicationOwed]] = {}
        for each in owed:
            if each.kind != "close":  # the page's first act says that
                said.setdefault(each.kind, []).append(each)
        for kind, several in said.items():
            self._banners.addWidget(_Owed(several, self._acts[kind]))
        self._banners.setContentsMargins(0, 8 if said else 0, 0, 0)


class _Owed(QFrame):
    """What a publication is owed, of one kind, with the act that settles it below; in a narrow card its words wrap."""

    def __init__(self, owed: Sequence[PublicationOwed], act: tuple[str, Callable[[], object]]) -> None:
        super().__init__()
        strong, plain = owed_in_words(owed)
        self.setProperty("r", "banner-info" if owed[0].kind == "take_down" else "banner-warn")
        self.setAccessibleName(strong)
        self.setAccessibleDescription(plain)
        column = QVBoxLayout(self)
        column.setContentsMargins(13, 8, 12, 6)
        column.setSpacing(2)
        column.addWidget(label(strong, "name", wrap=True))
        column.addWidget(label(plain, "sub", wrap=True))
        column.addWidget(link(*act), 0, Qt.AlignmentFlag.AlignLeft)


def _legend() -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(5)
    keys = (("gone", tr("已计")), ("to_come", tr("将计")), ("off", tr("法定休假")), ("weekend", tr("周末")),
            ("today", tr("今天")))  # fmt: skip
    for kind, word in keys:
        line.addWidget(Key(kind))
        line.addWidget(label(word, "cap"))
        line.addSpacing(9)
    line.addStretch(1)
    return line


def _empty(layout: QGridLayout | QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item is not None and (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
