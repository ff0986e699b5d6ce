"""A desk with an office that can hold rating rounds, and hands that run one: adopt, type slips, put down, close."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import RoundKind
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.round_views import AdoptedBy, RoundForm, TypedTurnout
from committee_desk.services.second import Second
from tests.imports.workbooks import read, workbook

YEAR = 2026
A, B, C = BallotClass
SECOND = Second("王监票")
LEADERS, HEADS, STAFF = 3, 6, 12
V3: Mapping[BallotClass, tuple[int, ...]] = {
    A: (95, 90, 88),
    B: (92, 85, 90, 78, 88, 96),
    C: (100, 90, 85, 80, 60, 95, 92, 88, 90, 86, 84, 99),
}
"""The ballots of the domain rules, part 9."""


def office(desk: Desk, folder: Path) -> Desk:
    """Three leaders, six heads of departments who are 检察官, twelve assistants: classes A, B and C."""
    rows = [
        {
            "工号": f"L{at:02d}",
            "姓名": f"院领导{at}",
            "部门": "院领导",
            "人员类别": "检察官",
            "领导成员": "是",
            "职务": "副检察长",
        }
        for at in range(1, LEADERS + 1)
    ]
    rows += [
        {"工号": f"P{at:02d}", "姓名": f"部门长{at}", "部门": f"第{at}检察部", "人员类别": "检察官", "职务": "主任"}
        for at in range(1, HEADS + 1)
    ]
    rows += [
        {"工号": f"S{at:02d}", "姓名": f"助理{at}", "部门": f"第{1 + at % HEADS}检察部", "人员类别": "检察辅助人员"}
        for at in range(1, STAFF + 1)
    ]
    read(desk, Kind.PEOPLE, workbook(folder / "人员.xlsx", rows))
    return desk


def drafted(
    desk: Desk,
    actor: Actor,
    kind: RoundKind = RoundKind.SCORE,
    most_excellent: int | None = None,
    category: Category = Category.PROSECUTOR,
) -> int:
    """A draft for the people of a category, and its number."""
    form = RoundForm("年度民主测评", kind, (category,), most_excellent)
    return desk.rounds.draft(actor, YEAR, form)[0]


def opened(desk: Desk, actor: Actor, number: int | None = None) -> int:
    """A round that was adopted."""
    chosen = drafted(desk, actor) if number is None else number
    seen = desk.rounds.card(YEAR, chosen).round.entry
    desk.rounds.adopt(actor, YEAR, chosen, AdoptedBy("考委〔2026〕3号", date(2026, 12, 20), seen), SECOND)
    return chosen


def put_down(desk: Desk, actor: Actor, number: int, ballot_class: BallotClass, *counts: int) -> Change:
    """A class's 应到, 实到, 发出, 收回."""
    return desk.rounds.turnout(actor, YEAR, number, ballot_class, TypedTurnout(*counts))


def type_slips(
    desk: Desk, actor: Actor, number: int, ballot_class: BallotClass, slips: Sequence[Mapping[str, str]]
) -> None:
    """Slips of one class: printed, typed as one batch, compared by the scrutineer."""
    if not slips:
        return
    made = desk.slips.make_serials(actor, YEAR, number, ballot_class, max(len(slips), 5)).serials
    batch, _ = desk.slips.begin(actor, YEAR, number, ballot_class)
    for serial, lines in zip(made, slips, strict=False):
        desk.slips.type(actor, YEAR, number, batch, serial, lines)
    desk.slips.confirm(actor, YEAR, number, batch, SECOND)


def rated(desk: Desk, number: int) -> tuple[str, ...]:
    """The codes of the people on each slip."""
    return tuple(each.participant.code for each in desk.rounds.card(YEAR, number).rated)


def alike(desk: Desk, number: int, marks: Iterable[int | str]) -> list[dict[str, str]]:
    """A slip for each mark, which it gives to everybody."""
    codes = rated(desk, number)
    return [dict.fromkeys(codes, str(each)) for each in marks]


def count_in(desk: Desk, actor: Actor, number: int, given: Mapping[BallotClass, Sequence[int | str]]) -> None:
    """Type a round of slips whose marks are these, and put down a turnout that says the same."""
    due = {row.ballot_class: row.raters for row in desk.rounds.card(YEAR, number).classes}
    for ballot_class, number_due in due.items():
        marks = given.get(ballot_class, ())
        type_slips(desk, actor, number, ballot_class, alike(desk, number, marks))
        put_down(desk, actor, number, ballot_class, number_due, len(marks), len(marks), len(marks))


def everybody(desk: Desk, number: int, mark: int) -> dict[BallotClass, list[int]]:
    """That mark from everybody who may rate."""
    return {row.ballot_class: [mark] * row.raters for row in desk.rounds.card(YEAR, number).classes}


def counted(desk: Desk, actor: Actor, given: Mapping[BallotClass, Sequence[int | str]] = V3) -> int:
    """A round counted and closed."""
    number = opened(desk, actor)
    count_in(desk, actor, number, given)
    desk.rounds.close(actor, YEAR, number, SECOND)
    return number


def beside(desk: Desk) -> list[Path]:
    """The working files beside the desk."""
    return list(desk.path.parent.glob(f"{desk.path.name}.*测*"))
