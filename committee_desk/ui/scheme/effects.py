"""What a draft does to every person: those for whom something changes, before and after, and one row for the rest."""

from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QWidget

from committee_desk.domain.exact import figure
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scores import Grade, PersonScore
from committee_desk.services.scheme_views import EffectOnPerson, Effects
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.ui.common.list_dialog import ListDialog
from committee_desk.ui.common.surfaces import Banner, label
from committee_desk.ui.common.tables import ListTable
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.scheme_names import named
from committee_desk.wording.scores import status_outside

Row = EffectOnPerson
MOST_NAMES = 20
"""So many stand over the table."""


class EffectsDialog(ListDialog):
    """The table of changes; the quota and the places for 优秀 over it."""

    def __init__(self, parent: QWidget, memory: QSettings, found: Effects) -> None:
        super().__init__(parent, tr("对每个人的影响"), QSize(1040, 600))
        count = len(found.changed)
        said = tr_n("{count} 人的结果会变", "{count} 人的结果会变", count) if count else tr("没有人的结果会变")
        self.banner = Banner("warn" if _grades_move(found) else "info", said, _consequence(found))
        self.column.addWidget(self.banner)
        self.table: ListTable[Row] = ListTable(_spec(found), tr("对每个人的影响"), memory)
        self.table.set_rows(found.changed)
        self.column.addWidget(self.table, 1)
        self.why = label("", "sub", wrap=True, select=True)
        self.column.addWidget(self.why)
        schemes = (found.after, found.before)
        self.table.chosen.connect(lambda row: self.why.setText(_why(row, schemes) if row is not None else ""))
        self.rest = label(tr_n("其余 {count} 人不变", "其余 {count} 人不变", found.unchanged), "sub", wrap=True)
        self.column.addWidget(self.rest)
        self.rest.setVisible(bool(found.unchanged))
        self.add_foot(tr("按草稿实算，未采用前不影响任何人"))


def _grades_move(found: Effects) -> bool:
    return any(each.before.proposed_grade != each.after.proposed_grade for each in found.changed)


def _consequence(found: Effects) -> str:
    told = []
    if found.quota_before != found.quota_after:
        told.append(
            tr(
                "优秀名额由 {before} 名变为 {after} 名",
                before=found.quota_before.places,
                after=found.quota_after.places,
            )
        )
    excellent = Grade.EXCELLENT
    gains = [
        each.after.name
        for each in found.changed
        if each.after.proposed_grade == excellent != each.before.proposed_grade
    ]
    loses = [
        each.after.name
        for each in found.changed
        if each.before.proposed_grade == excellent != each.after.proposed_grade
    ]
    if gains:
        told.append(tr("新进优秀：{names}", names=_names(gains)))
    if loses:
        told.append(tr("不再是优秀：{names}", names=_names(loses)))
    return tr("；").join(told)


def _names(names: list[str]) -> str:
    """The names, the first ones where there are many: the table has them all."""
    shown = tr("、").join(names[:MOST_NAMES])
    return shown if len(names) <= MOST_NAMES else tr("{names}等 {count} 人", names=shown, count=len(names))


def _both(before: str, after: str) -> str:
    return after if before == after else f"{before} → {after}"


def _rank(person: PersonScore) -> str:
    return str(person.rank) if person.rank is not None else tr("不排")


def _grade(person: PersonScore) -> str:
    grade = person.proposed_grade
    return dictionary_word(str(grade)) if grade is not None else status_outside(person.status)


def _why(row: Row, schemes: tuple[Scheme, ...]) -> str:
    """The indicators that move, each with both figures."""
    said = []
    for indicator, old, new in row.indicators:
        known = next((each.name for scheme in schemes for each in scheme.indicators if each.id == indicator), indicator)
        before, after = (tr("无") if each is None else figure(each) for each in (old, new))
        said.append(f"{named(known)} {before} → {after}")
    return tr("；").join(said) or tr("名次随他人变动")


def _spec(found: Effects) -> TableSpec[Row]:
    schemes = (found.after, found.before)
    columns = (
        Column[Row]("name", tr("姓名"), lambda row: row.after.name, 90, style=Style.NAME, fits=True),
        Column[Row]("department", tr("部门"), lambda row: row.after.department, 110, style=Style.SUB, fits=True),
        Column[Row](
            "total",
            tr("总分"),
            lambda row: _both(figure(row.before.total), figure(row.after.total)),
            130,
            right=True,
            sort=lambda row: row.after.total,
            fits=True,
        ),
        Column[Row](
            "difference",
            tr("增减"),
            lambda row: _signed(row.after.total - row.before.total),
            70,
            right=True,
            sort=lambda row: row.after.total - row.before.total,
        ),
        Column[Row](
            "rank",
            tr("名次"),
            lambda row: _both(_rank(row.before), _rank(row.after)),
            80,
            right=True,
            sort=lambda row: row.after.rank,
            fits=True,
        ),
        Column[Row]("grade", tr("拟定等次"), lambda row: _both(_grade(row.before), _grade(row.after)), 130, fits=True),
        Column[Row](
            "why",
            tr("因为"),
            lambda row: _why(row, schemes),
            260,
            style=Style.SUB,
            tip=lambda row: _why(row, schemes),
            stretch=True,
        ),
    )
    return TableSpec("scheme-effects", columns, key=lambda row: row.after.code, sort_by="rank")


def _signed(hundredths: int) -> str:
    if not hundredths:
        return "0.00"
    return f"{'+' if hundredths > 0 else '−'}{figure(abs(hundredths))}"
