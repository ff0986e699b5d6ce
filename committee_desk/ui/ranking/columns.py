"""The table of the ranking: its columns, and the lines that are no person."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from committee_desk.domain.exact import figure
from committee_desk.domain.people import Category
from committee_desk.domain.scheme import Part, Scheme
from committee_desk.domain.scores import Grade, PerformanceGrade, Quota
from committee_desk.ui.common.columns import Column, Rule, Style, TableSpec
from committee_desk.ui.ranking.rows import PeopleRows, RankingRow
from committee_desk.wording.language import tr
from committee_desk.wording.scheme_names import part_heading, part_hint
from committee_desk.wording.scores import grade_in_words, performance_in_words

RANK = "rank"
_PERFORMANCE = {grade: order for order, grade in enumerate(PerformanceGrade)}
_GRADES: dict[Grade | None, int] = {grade: order for order, grade in enumerate(Grade)}
Sound = Callable[[str], str]


class Cut:
    """Where the quota falls. It stands among the rows only while everybody ranked is in view."""

    def __init__(self) -> None:
        self._ranked = 0
        self._line: tuple[int, Rule] | None = None

    def set(self, quota: Quota, people: PeopleRows) -> None:
        """The quota of these people."""
        self._ranked, self._line = people.tally.ranked, quota_line(people, quota)

    def rules(self, rows: Sequence[RankingRow], column: str, ascending: bool) -> dict[int, Rule]:  # noqa: FBT001 - the table's signature
        """The rule rows by the index that they stand above."""
        if column != RANK or self._line is None:
            return {}
        ranked = bisect_left(rows, True, key=lambda row: row.place is None)  # noqa: FBT003 - whoever has none stands last
        lines: dict[int, Rule] = {}
        if ranked < len(rows):
            lines[ranked] = Rule(tr("不参加排名 {count} 人", count=len(rows) - ranked), role="sub", line=False)
        if ascending and ranked and ranked == self._ranked:
            at, line = self._line
            if at not in lines:
                lines[at] = line
        return lines


def quota_line(people: PeopleRows, quota: Quota) -> tuple[int, Rule]:
    """Where the line falls among the ranked, and its sentence. A tie at the cut has it run through the equals."""
    given, tied = people.tally.excellent, people.tied
    if tied:
        left = quota.places - given
        said = tr("优秀名额线：{count} 人相同，只余 {left} 名", count=len(tied), left=left)
        return tied[0] + max(1, min(left, len(tied) - 1)), Rule(said, role="warn")
    said = tr(
        "优秀名额线 {places} 名（基数 {base} × {percent}% = {product}，舍去小数）",
        places=quota.places,
        base=quota.base,
        percent=quota.percent,
        product=_product(quota),
    )
    if given < quota.places:
        said = tr("{line}，符合条件 {given} 人", line=said, given=given)
    return (0 if people.last_given is None else people.last_given + 1), Rule(said)


def _product(quota: Quota) -> str:
    """Base × percent as a decimal without trailing noughts: 19 × 20 % is 3.8."""
    whole, rest = divmod(quota.base * quota.percent, 100)
    return f"{whole}.{rest:02d}".rstrip("0").rstrip(".")


def tie_sentence(people: PeopleRows) -> str | None:
    """The banner over a ranking whose cut divides equals; None without such a tie."""
    places = [str(at + 1) for at in people.tied]
    return tr("第 {places} 名相同，须委员会决定", places="、".join(places)) if places else None


def ranking_spec(scheme: Scheme, cut: Cut, sound: Sound) -> TableSpec[RankingRow]:
    """The table as the scheme has it: a column for each part."""
    columns = (
        Column[RankingRow](RANK, tr("名次"), _rank, 46, sort=lambda row: row.place, right=True, style=Style.NAME),
        Column[RankingRow]("name", tr("姓名"), lambda row: row.name, 62, style=Style.NAME, fits=True),
        Column[RankingRow]("department", tr("部门"), lambda row: row.score.department, 60, style=Style.SUB, fits=True),
        *(_part_column(part) for part in scheme.parts),
        *_outcome_columns(scheme),
    )
    return TableSpec(
        id="ranking",
        columns=columns,
        key=lambda row: row.score.code,
        sort_by=RANK,
        rules=cut.rules,
        find=lambda row: f"{row.score.code} {sound(row.score.name)}",
        dim=lambda row: row.place is None,
        comes_ordered=True,
    )


def _outcome_columns(scheme: Scheme) -> tuple[Column[RankingRow], ...]:
    """What the parts come to: total, grades, remark. Words are looked up once, not once a row."""
    performances = {grade: performance_in_words(grade) for grade in PerformanceGrade}
    grades: dict[Grade | None, str] = {None: ""} | {grade: grade_in_words(grade) for grade in Grade}
    return (
        Column[RankingRow](
            "total",
            tr("总分"),
            lambda row: figure(row.score.total),
            58,
            right=True,
            style=Style.TOTAL,
            sort=lambda row: row.score.total,
        ),
        Column[RankingRow](
            "performance_grade",
            tr("业绩考评") if scheme.category == Category.PROSECUTOR else tr("业绩等次"),
            lambda row: performances[row.score.performance_grade],
            56,
            fits=True,
            sort=lambda row: _PERFORMANCE[row.score.performance_grade],
            style=Style.SUB,
        ),
        Column[RankingRow](
            "grade",
            tr("建议等次"),
            lambda row: grades[row.score.proposed_grade],
            56,
            fits=True,
            sort=lambda row: _GRADES.get(row.score.proposed_grade),
            role=lambda row: "accent" if row.score.proposed_grade is Grade.EXCELLENT else None,
        ),
        Column[RankingRow](
            "note",
            tr("说明"),
            lambda row: row.chip.text if row.chip else row.remark,
            84,
            fits=True,
            chip=lambda row: row.chip,
            style=Style.SUB,
            stretch=True,
        ),
    )


def _rank(row: RankingRow) -> str:
    return "" if row.score.rank is None else str(row.score.rank)


def _part_column(part: Part) -> Column[RankingRow]:
    """A part's column; its heading names the maximum. Bound here, since a loop would bind the last part to all."""
    return Column[RankingRow](
        f"part-{part.id}",
        part_heading(part),
        lambda row: figure(row.score.parts.get(part.id, 0)),
        52,
        hint=part_hint(part),
        right=True,
        sort=lambda row: row.score.parts.get(part.id, 0),
    )
