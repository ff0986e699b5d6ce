"""The lines of the roll: people by category and rank, with what has to be known before they are graded.

Why somebody is decided apart, or which decision binds the grade, never stands here.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from committee_desk.domain.people import Category
from committee_desk.domain.scores import Grade, Status
from committee_desk.services.grading_views import CategoryRoll, GradingView, Opinion, RollRow, Settlement
from committee_desk.ui.common.chips import BAD, NEUTRAL, OK, WARN, Chip
from committee_desk.wording.gradings import grade_name, moved_figure, settlement_name
from committee_desk.wording.language import tr
from committee_desk.wording.scores import grade_in_words, status_outside


class Show(Enum):
    """Which people a tab lets through."""

    ALL = "all"
    EXCELLENT = "excellent"
    TO_DO = "to_do"
    DEPARTING = "departing"


@dataclass(frozen=True, slots=True)
class Line:
    """One person's line. `flags` begins with what is most pressing; `order` is category, then rank."""

    row: RollRow
    name: str
    order: tuple[int, tuple[bool, int, bool, int, str]]
    flags: tuple[Chip, ...] = ()

    @property
    def code(self) -> str:
        """Whose line it is."""
        return self.row.code

    @property
    def flag(self) -> Chip | None:
        """The most pressing thing, with all the others in its tooltip."""
        if not self.flags:
            return None
        first = self.flags[0]
        word = (
            first.text if len(self.flags) == 1 else tr("{flag} 等 {count} 项", flag=first.text, count=len(self.flags))
        )
        return Chip(word, first.kind, first.mark, "\n".join(f"{each.text}：{each.why}" for each in self.flags))

    @property
    def to_do(self) -> bool:
        """Whether somebody has to do something about this person before the list is approved."""
        return any(each.kind in {WARN, BAD} for each in self.flags)


def lines_of(view: GradingView) -> list[Line]:
    """Everybody who is graded here, prosecutors first, then by rank."""
    names = Counter(row.listed.name for roll in view.rolls for row in roll.rows)
    return [
        Line(row, _called(row, names), _order(roll.category, row), tuple(_flags(view, roll, row)))
        for roll in view.rolls
        for row in roll.rows
    ]


def lets(line: Line, show: Show) -> bool:
    """Whether that filter lets the person through."""
    if show is Show.EXCELLENT:
        return line.row.wanted is Grade.EXCELLENT
    if show is Show.TO_DO:
        return line.to_do
    return show is Show.ALL or line.row.choice is not None


def grade_text(row: RollRow) -> str:
    """The grade that stands; one that waits for something is marked as not settled."""
    if row.listed.grade is not None:
        return grade_in_words(row.listed.grade)
    if row.listed.status is Status.SETTLED_APART:
        return status_outside(Status.SETTLED_APART)
    if row.wanted is not None:
        return tr("{grade}（未定）", grade=grade_in_words(row.wanted))
    return grade_name(None) if row.choice is not None else tr("未定")


def _called(row: RollRow, names: Counter[str]) -> str:
    return f"{row.listed.name} {row.code}" if names[row.listed.name] > 1 else row.listed.name


def _order(category: str, row: RollRow) -> tuple[int, tuple[bool, int, bool, int, str]]:
    known = [str(each) for each in Category]
    at = known.index(category) if category in known else len(known)
    return at, row.listed.order


def _flags(view: GradingView, roll: CategoryRoll, row: RollRow) -> Sequence[Chip]:
    found = [*_moved(view, row), *_tie(roll, row), *_incomplete(view, row), *_review(row)]
    if row.listed.status is Status.SETTLED_APART:
        found.append(Chip(status_outside(row.listed.status), NEUTRAL, "", tr("该人等次另行确定，不在此处评定")))
    if row.barred:
        found.append(Chip(tr("等次受限"), NEUTRAL, "lock", tr("依规定该人的等次受限")))
    if row.held_below:
        found.append(Chip(tr("季度限制"), NEUTRAL, "lock", tr("有季度平时考核为一般或较差，本院规定不评为优秀")))
    return sorted(found, key=lambda chip: (BAD, WARN, NEUTRAL, OK).index(chip.kind))


def _moved(view: GradingView, row: RollRow) -> list[Chip]:
    return [
        Chip(tr("数据有变动"), BAD, "alert-circle", moved_figure(each)) for each in view.moved if each.code == row.code
    ]


def _tie(roll: CategoryRoll, row: RollRow) -> list[Chip]:
    tie = roll.tie
    if tie is None or row.code not in tie.equals:
        return []
    if tie.decision is None:
        why = tr("{count} 人四项全部相同，只余 {open} 名，须委员会表决", count=len(tie.equals), open=tie.open)
        return [Chip(tr("平票"), WARN, "scale", why)]
    chosen = row.code in tie.chosen
    said = tr("经表决评为优秀") if chosen else tr("经表决不评为优秀")
    return [Chip(tr("平票已决"), OK if chosen else NEUTRAL, "scale", f"{said}（{tie.decision.document}）")]


def _incomplete(view: GradingView, row: RollRow) -> list[Chip]:
    held = next((each for each in view.incomplete if each.code == row.code), None)
    if held is None:
        return []
    if held.decision is None:
        return [Chip(tr("评价不全"), WARN, "clock", tr("还没有领导评价或民主测评的得分，须决定如何处理"))]
    why = f"{settlement_name(Settlement(str(held.decision.content['how'])))}（{held.decision.document}）"
    return [Chip(tr("评价不全已决"), NEUTRAL, "clock", why)]


def _review(row: RollRow) -> list[Chip]:
    if row.awaits_review:
        why = tr("排名在后，先评审、后定等次")
        return [Chip(tr("须先评审"), WARN, "gavel", why)]
    if row.review is None:
        return []
    if row.review.opinion is Opinion.FIT:
        return [Chip(tr("评审：胜任"), OK, "check", tr("{day} 评审", day=row.review.day.isoformat()))]
    unsettled = row.listed.grade is None
    why = tr("业务能力评审意见为不胜任，等次至多为基本称职")
    return [Chip(tr("评审：不胜任"), WARN if unsettled else NEUTRAL, "alert-triangle", why)]
