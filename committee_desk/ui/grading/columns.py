"""The table of the roll: its columns, and the heading of each category with its places."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from committee_desk.domain.exact import figure
from committee_desk.domain.scores import Grade, PerformanceGrade
from committee_desk.services.grading_views import CategoryRoll
from committee_desk.ui.common.columns import Column, Rule, Style, TableSpec
from committee_desk.ui.grading.rows import Line, grade_text
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.scores import grade_in_words, performance_in_words

RANK = "rank"
_GRADES: dict[Grade | None, int] = {grade: order for order, grade in enumerate(Grade)}
_PERFORMANCE = {grade: order for order, grade in enumerate(PerformanceGrade)}


class Headings:
    """A line above each category, while the table stands in the order of ranks: how many of its places are given."""

    def __init__(self) -> None:
        self._rolls: dict[str, CategoryRoll] = {}

    def of(self, rolls: Sequence[CategoryRoll]) -> None:
        """The categories shown."""
        self._rolls = {each.category: each for each in rolls}

    def rules(self, rows: Sequence[Line], column: str, _ascending: bool) -> dict[int, Rule]:  # noqa: FBT001 - the table's signature
        """The heading of each category by the row that it stands above."""
        if column != RANK or not rows:
            return {}
        begins = [0, *(at for at, (one, other) in enumerate(pairwise(rows), 1) if one.order[0] != other.order[0])]
        return {at: self._rule(rows[at].row.listed.category) for at in begins}

    def _rule(self, category: str) -> Rule:
        roll = self._rolls.get(category)
        if roll is None:
            return Rule(dictionary_word(category), role="sub", line=False)
        return Rule(places_in_words(roll), role="warn" if roll.wanted > roll.quota.places else "accent", line=False)


def places_in_words(roll: CategoryRoll) -> str:
    """How many of a category's places are given."""
    return tr(
        "{category}：优秀 {given} 名，名额 {places} 名（{base} 人 × {percent}%）",
        category=dictionary_word(roll.category),
        given=roll.wanted,
        places=roll.quota.places,
        base=roll.quota.base,
        percent=roll.quota.percent,
    )


def roll_spec(headings: Headings, sound: Callable[[str], str]) -> TableSpec[Line]:
    """The columns."""
    columns = (
        Column[Line](RANK, tr("名次"), lambda line: str(line.row.listed.rank or ""), 46, sort=lambda line: line.order,
                     right=True, style=Style.NAME),
        Column[Line]("name", tr("姓名"), lambda line: line.name, 62, style=Style.NAME, fits=True),
        Column[Line]("department", tr("部门"), lambda line: line.row.listed.department, 60, style=Style.SUB, fits=True,
                     spare=True),
        Column[Line]("total", tr("总分"), lambda line: figure(line.row.listed.total), 58, right=True,
                     style=Style.TOTAL, sort=lambda line: line.row.listed.total),
        Column[Line]("performance", tr("业绩考评"), _performance, 56, fits=True, style=Style.SUB, spare=True,
                     sort=lambda line: _PERFORMANCE[line.row.listed.performance_grade]),
        Column[Line]("proposed", tr("建议等次"), _proposed, 56, fits=True, style=Style.SUB,
                     sort=lambda line: _GRADES.get(line.row.listed.proposed)),
        Column[Line]("grade", tr("等次"), lambda line: grade_text(line.row), 56, fits=True, style=Style.NAME,
                     sort=lambda line: _GRADES.get(line.row.wanted), role=_role),
        Column[Line]("flag", tr("情况"), _flag, 84, fits=True, chip=lambda line: line.flag),
        Column[Line]("reason", tr("改动理由"), lambda line: line.row.listed.reason, 60, style=Style.SUB, stretch=True,
                     tip=lambda line: line.row.listed.reason),
    )  # fmt: skip
    return TableSpec(
        id="grading",
        columns=columns,
        key=lambda line: line.code,
        sort_by=RANK,
        rules=headings.rules,
        find=lambda line: f"{line.code} {sound(line.row.listed.name)}",
        dim=lambda line: line.row.listed.rank is None,
    )


def _performance(line: Line) -> str:
    return performance_in_words(line.row.listed.performance_grade)


def _proposed(line: Line) -> str:
    return grade_in_words(line.row.listed.proposed) if line.row.listed.proposed is not None else ""


def _role(line: Line) -> str | None:
    if line.row.listed.grade is None:
        return "sub"
    return "accent" if line.row.listed.grade is Grade.EXCELLENT else None


def _flag(line: Line) -> str:
    return tr("、").join(each.text for each in line.flags)
