"""How a day stands in its cell of the window's calendar: its number beside its badge, tighter in less room."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont

from committee_desk.services.publication_views import DayKind, DayRole, ShownDay
from committee_desk.ui.common.theme import font, metrics
from committee_desk.wording.days import short
from committee_desk.wording.language import tr

BOLD, PLAIN = 500, 400
BADGE, BADGE_TIGHT, BADGE_FONT, ROUND_WORD = 18, 16, 11, 4
WIDEST_DAY, WIDEST_FIRST, MOST_DAYS = "30", date(2000, 12, 1), 20


class _Spacing(NamedTuple):
    """The room beside number and badge, and how large they are."""

    left: int
    between: int
    right: int
    badge: int
    number: int
    first: int


ROOMY, TIGHT = _Spacing(8, 1, 4, BADGE, 16, 13), _Spacing(4, 1, 2, BADGE_TIGHT, 14, 11)


class DayCell(NamedTuple):
    """Where a day's number and badge stand, in which font, and where its words do; `tight`: all of it is smaller."""

    text: str
    font: QFont
    number: QRect
    badge: QRect | None
    inner: QRect
    tight: bool


def badge_of(day: ShownDay) -> str:
    """The sign of a day off, or made up for, by a notice; nothing for other days."""
    return {DayKind.OFF: tr("休"), DayKind.MADE_UP: tr("班")}.get(day.kind, "")


def laid(box: QRect, day: ShownDay) -> DayCell:
    """The day laid out in its cell: nothing of it overlaps, from `least_wide` on."""
    tight = box.width() < _needed(ROOMY)
    spacing = TIGHT if tight else ROOMY
    sign, weight = badge_of(day), BOLD if day.role is DayRole.COUNTED else PLAIN
    text, size = str(day.day.day), spacing.number
    if day.day.day == 1 and not sign:
        text = short(day.day)
        fits = spacing.left + _wide(text, ROOMY.first, weight) < box.width()
        size = ROOMY.first if fits else TIGHT.first
    number = QRect(box.left() + spacing.left, box.top() + 4, _wide(text, size, weight), 20)
    wide = _badge_wide(sign, spacing)
    mark = QRect(box.right() + 1 - wide - spacing.right, box.top() + 5, wide, spacing.badge) if sign else None
    return DayCell(
        text, font(size, weight), number, mark, box.adjusted(spacing.left, 4, -1 if tight else -3, -2), tight
    )


def least_wide() -> int:
    """How wide a cell is at least: any day of a month with either sign, the first of any month, the count of days."""
    first = _wide(short(WIDEST_FIRST), TIGHT.first)
    counted = _wide(tr("第 {nth} 天", nth=MOST_DAYS), BADGE_FONT)
    return max(_needed(TIGHT), TIGHT.left + max(first, counted) + 1)


def _needed(spacing: _Spacing) -> int:
    """What the widest number and the wider sign need beside each other."""
    number = _wide(WIDEST_DAY, spacing.number)
    sign = max(_badge_wide(each, spacing) for each in (tr("休"), tr("班")))
    return spacing.left + number + spacing.between + sign + spacing.right


def _badge_wide(sign: str, spacing: _Spacing) -> int:
    return max(spacing.badge, _wide(sign, BADGE_FONT) + ROUND_WORD)


def _wide(text: str, size: int, weight: int = BOLD) -> int:
    return metrics(size, weight).horizontalAdvance(text)
