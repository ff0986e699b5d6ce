"""The date of this PC, so large that nobody overlooks a wrong one: above the acts that two people date together."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from committee_desk.ui.common.surfaces import label
from committee_desk.wording.days import dated, weekday
from committee_desk.wording.language import CHINESE, language, tr


class TodayWell(QFrame):
    """`shown` is the date as it stands there: 2026年2月14日　周六."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setProperty("r", "well")
        column = QVBoxLayout(self)
        self.shown = label(f"{large(today)}　{weekday(today)}", "figure")
        self.shown.setAccessibleName(tr("这台电脑的日期：{day}", day=dated(today)))
        column.addWidget(label(tr("这台电脑的日期"), "cap"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignHCenter)


def large(day: date) -> str:
    """A day so that nobody overlooks it: 2026年2月14日; in English 2026-02-14, as it is asked to be typed."""
    if language() != CHINESE:
        return day.isoformat()
    return tr("{year}年{month}月{day}日", year=day.year, month=day.month, day=day.day)
