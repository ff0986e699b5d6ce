"""历次名册: every version of the year's lists, which of them holds, and how many it gave which grade."""

from collections import Counter

from PySide6.QtCore import QSize

from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.scores import Grade
from committee_desk.services.grading_views import ListVersion
from committee_desk.ui.common.chips import NEUTRAL, OK, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.list_dialog import ListDialog
from committee_desk.ui.common.page import Page
from committee_desk.ui.common.tables import ListTable
from committee_desk.wording.language import tr
from committee_desk.wording.scores import grade_in_words

SIZE = QSize(1080, 420)


class VersionsDialog(ListDialog):
    """The versions, the newest above."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.window(), tr("历次名册：{year} 年度", year=page.year), SIZE)
        self.table: ListTable[ListVersion] = ListTable(_spec(), tr("历次名册"), page.place.memory)
        self.column.addWidget(self.table, 1)
        self.add_foot(tr("每一版都留存，连同指纹；退回的不再有效"))
        rows = page.perform(lambda: page.desk.grading.lists(page.year)) or ()
        self.table.set_rows(rows)
        if rows:
            self.table.choose(_key(rows[-1]))
        self.table.setFocus()


def _spec() -> TableSpec[ListVersion]:
    return TableSpec(
        id="grade-lists",
        columns=(
            Column("at", tr("时间"), lambda row: f"{row.at:%Y-%m-%d %H:%M}", 130, sort=lambda row: row.at),
            Column("stage", tr("名册"), _stage, 90, style=Style.NAME, fits=True),
            Column("version", tr("版本"), lambda row: str(row.list.version), 52, right=True,
                   sort=lambda row: row.list.version),
            Column("grades", tr("等次"), _grades, 220, stretch=True, tip=_grades),
            Column("meeting", tr("会议"), _meeting, 90, style=Style.SUB, fits=True),
            Column("by", tr("经手人"), lambda row: row.by, 70, style=Style.SUB, fits=True),
            Column("holds", tr("状态"), lambda row: _state(row).text, 80, chip=_state, fits=True),
            Column("fingerprint", tr("数据指纹"), lambda row: row.list.fingerprint[:8], 76, style=Style.SUB,
                   tip=lambda row: row.list.fingerprint),
            Column("why", tr("理由"), lambda row: row.why, 120, style=Style.SUB, spare=True, tip=lambda row: row.why),
        ),
        key=_key,
        sort_by="at",
        ascending=False,
        dim=lambda row: not row.holds,
    )  # fmt: skip


def _key(row: ListVersion) -> tuple[str, int]:
    return str(row.list.stage), row.list.version


def _stage(row: ListVersion) -> str:
    return tr("等次建议") if row.list.stage is ListStage.PROPOSED else tr("审议通过的等次")


def _grades(row: ListVersion) -> str:
    counted = Counter(each.grade for each in row.list.people)
    told = (
        tr("{grade} {count} 人", grade=grade_in_words(each), count=counted[each]) for each in Grade if counted[each]
    )
    return tr("，").join(told)


def _meeting(row: ListVersion) -> str:
    return tr("第 {number} 次会议", number=row.meeting) if row.meeting is not None else ""


def _state(row: ListVersion) -> Chip:
    return Chip(tr("有效"), OK, "check") if row.holds else Chip(tr("不再有效"), NEUTRAL, "x")
