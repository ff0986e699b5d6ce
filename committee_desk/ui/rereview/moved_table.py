"""Everybody whose line a change makes another: total, rank and grade before and after, and why."""

from committee_desk.domain.grade_rules import GRADED
from committee_desk.domain.moved_people import Moved, MovedPerson
from committee_desk.domain.scores import Grade
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.effects import figure_words, grade_words, reason_words, why_words
from committee_desk.wording.language import tr

LAST = 10**6


def before_after(before: str, after: str) -> str:
    """90.08 → 93.65, or the one where nothing moved."""
    return after if before == after else tr("{before} → {after}", before=before or "—", after=after or "—")


def figures(moved: Moved) -> str:
    """A figure before and after."""
    return before_after(*figure_words(moved))


def grades(person: MovedPerson) -> str:
    """称职 → 优秀."""
    return before_after(*grade_words(person))


def all_reasons(person: MovedPerson) -> str:
    """Every reason, one a line."""
    return "\n".join(reason_words(each, person) for each in person.why)


def _role(person: MovedPerson) -> str | None:
    if not person.graded_anew:
        return None
    return "accent" if person.gains or person.grades[1] is Grade.EXCELLENT else "bad"


def _order(person: MovedPerson) -> tuple[int, int]:
    """As they would stand; of equals who has the higher grade above, who has no rank last."""
    grade = person.grades[1]
    rank = person.rank.after if person.rank.after is not None else LAST
    return rank, GRADED.index(grade) if grade in GRADED else len(GRADED)


def spec() -> TableSpec[MovedPerson]:
    """The columns, the weightiest first: they come as they would stand after the change."""
    return TableSpec(
        id="moved",
        columns=(
            Column("name", tr("姓名"), lambda each: each.name, 64, style=Style.NAME, fits=True,
                   tip=lambda each: tr("{code}，{department}", code=each.code,
                                       department=dictionary_word(each.department))),
            Column("total", tr("总分"), lambda each: figures(each.total), 104, right=True, fits=True,
                   sort=lambda each: -(each.after.total if each.after else 0)),
            Column("rank", tr("名次"), lambda each: figures(each.rank), 52, right=True, fits=True, spare=True,
                   sort=_order),
            Column("grade", tr("等次"), grades, 84, fits=True, role=_role),
            Column("why", tr("为什么"), why_words, 260, stretch=True, tip=all_reasons),
        ),
        key=lambda each: each.code,
        sort_by="rank",
    )  # fmt: skip
