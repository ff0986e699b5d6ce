"""人员.xlsx: one row for each stay in a department."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from committee_desk.domain.people import Category, Stay
from committee_desk.services.imports import cells
from committee_desk.services.imports.batch import Batch, Held, Known, Subject, check_order, keys_of
from committee_desk.services.imports.grid import Field, Grid
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.problems import Why
from committee_desk.services.imports.table import Cell

_category = cells.one_of(*Category)
_yes_or_no = cells.one_of("是", "否", "TRUE", "FALSE")


class People(Subject):
    """Stays: the same code twice is a transfer, and stays of one person never overlap."""

    kind: ClassVar = Kind.PEOPLE
    fact: ClassVar = Stay
    key: ClassVar = ("code", "department", "since")
    key_sorts: ClassVar = False

    def fields(self, known: Known) -> tuple[Field, ...]:  # noqa: ARG002 - the same in every year
        """The columns."""
        return _FIELDS

    def check_rows(self, grid: Grid, columns: Mapping[str, list[Any]], known: Known) -> None:  # noqa: ARG002
        """Nobody leaves before arriving."""
        check_order(grid, columns["since"], columns["until"], "到岗日期", "离岗日期")

    def check_together(self, batch: Batch, held: list[Held], known: Known) -> None:  # noqa: ARG002
        """Stays of one person must not share a day."""
        mine = set(batch.keys)
        others: dict[str, list[tuple[Stay, int | None]]] = {}
        for index, stay in enumerate(batch.facts):
            others.setdefault(stay.code, []).append((stay, batch.row(index)))
        for each, key in zip(held, keys_of(self, [each.fact for each in held]), strict=True):
            if each.fact.code in others and key not in mine:
                others[each.fact.code].append((each.fact, None))
        for index, stay in enumerate(batch.facts):
            if len(others[stay.code]) > 1:
                _complain_of_overlap(batch, index, stay, others[stay.code])


def overlap(one: Stay, other: Stay) -> bool:
    """Whether two stays share a day."""
    starts = max(one.since or date.min, other.since or date.min)
    return starts <= min(one.until or date.max, other.until or date.max)


def _complain_of_overlap(batch: Batch, index: int, stay: Stay, others: list[tuple[Stay, int | None]]) -> None:
    for other, row in others:
        if other is not stay and overlap(stay, other):
            heading = "到岗日期" if batch.grid.has("到岗日期") else "工号"
            batch.complain(
                index,
                heading,
                Why.OVERLAPS,
                code=stay.code,
                other_department=other.department,
                other_since=other.since,
                other_until=other.until,
                other_row=row,
            )
            return


def _read_category(cell: Cell) -> Category | cells.Bad:
    found = _category(cell)
    return found if isinstance(found, cells.Bad) else Category(found)


def _read_yes(cell: Cell) -> bool | cells.Bad:
    found = _yes_or_no(cell)
    return (
        cells.Bad(Why.NOT_ONE_OF, (("known", ("是", "否")),))
        if isinstance(found, cells.Bad)
        else found in ("是", "TRUE")
    )


_FIELDS = (
    Field("工号", "code", cells.code, needed=True),
    Field("姓名", "name", cells.name, needed=True),
    Field("部门", "department", cells.name, needed=True),
    Field("人员类别", "category", _read_category, needed=True),
    Field("性别", "sex", cells.name),
    Field("出生年月", "birth", cells.month),
    Field("政治面貌", "politics", cells.name),
    Field("职务", "post", cells.text),
    Field("检察官等级", "rank", cells.name),
    Field("领导成员", "is_leader", _read_yes, default=False),
    Field("入额日期", "quota_since", cells.day),
    Field("到岗日期", "since", cells.day),
    Field("离岗日期", "until", cells.day),
    Field("办案系数", "factor", cells.not_below_zero, default=Decimal(1)),
)
