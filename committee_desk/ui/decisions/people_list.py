"""Whom a decision is about: everybody on whom one can decide, with the grade, each with a box for the space bar."""

from collections.abc import Container, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from committee_desk.domain.scores import Grade
from committee_desk.services.result_views import ResultRow
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.results import bar_of, decided_grade

ROW = int(Qt.ItemDataRole.UserRole)
LINE, LEAST, MOST = 22, 2, 7
NAMED = 4
"""So many people are named for one reason; of the others it says how many they are."""


class PeopleList(QListWidget):
    """The boxes of those in `ticked` are down at first."""

    def __init__(self, rows: Sequence[ResultRow], ticked: Container[str]) -> None:
        super().__init__()
        for row in rows:
            item = QListWidgetItem(_said(row))
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked if row.code in ticked else Qt.CheckState.Unchecked)
            item.setData(ROW, row)
            self.addItem(item)
        self.setCurrentRow(0)
        self.ensurePolished()
        line = self.sizeHintForRow(0) if rows else LINE
        self.setFixedHeight(line * min(MOST, max(LEAST, len(rows))) + 2 * self.frameWidth())

    def chosen(self) -> tuple[ResultRow, ...]:
        """Whose boxes are down."""
        items = (self.item(at) for at in range(self.count()))
        return tuple(item.data(ROW) for item in items if item.checkState() is Qt.CheckState.Checked)


def _said(row: ResultRow) -> str:
    told = tr("{name}（{code}）　{department}　{grade}", name=row.name, code=row.code, department=row.department,
              grade=decided_grade(row.grade))  # fmt: skip
    if row.result is None or not row.renewed:
        return told
    return tr("{told}（原为{grade}，作第 {version} 版）", told=told, grade=decided_grade(row.result.grade),
              version=row.result.version + 1)  # fmt: skip


def counted(rows: Sequence[ResultRow]) -> str:
    """How many people with which grade: 17 人：优秀 3、称职 14."""
    grades: list[Grade | None] = [*Grade, None]
    found = [(grade, sum(row.grade is grade for row in rows)) for grade in grades]
    each = tr("、").join(
        tr("{grade} {count}", grade=decided_grade(grade), count=count) for grade, count in found if count
    )
    people = tr_n("{count} 人", "{count} 人", len(rows))
    return tr("{people}：{grades}", people=people, grades=each) if rows else tr("没有勾选任何人")


def left_out(rows: Sequence[ResultRow]) -> str:
    """On whom nobody can decide now, by the reason; and on how many it was decided already."""
    reasons: dict[str, list[str]] = {}
    for row in rows:
        if row.barred is not None:
            reasons.setdefault(bar_of(row.barred), []).append(row.name)
    told = [tr("{names}：{why}", names=_names(names), why=why) for why, names in reasons.items()]
    if settled := sum(row.barred is None and not row.decidable for row in rows):
        told.append(tr_n("另有 {count} 人已有决定，没有变动", "另有 {count} 人已有决定，没有变动", settled))
    return "\n".join(told) or tr("没有")


def _names(names: Sequence[str]) -> str:
    said = tr("、").join(names[:NAMED])
    return said if len(names) <= NAMED else tr("{names}等 {count} 人", names=said, count=len(names))
