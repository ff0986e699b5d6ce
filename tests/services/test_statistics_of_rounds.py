"""The statistics of a round on the desk: worked out at its closing, kept as counts, asked by the committee alone."""

from datetime import date
from pathlib import Path

from committee_desk.domain.rater_statistics.findings import Ballots, FlagKind, NotComputable, Shift, Why
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.round_views import TypedLook
from tests.imports.workbooks import read, workbook
from tests.services.rounds_held import (
    SECOND,
    V3,
    YEAR,
    A,
    B,
    C,
    count_in,
    counted,
    opened,
    put_down,
    rated,
    type_slips,
)
from tests.services.turnouts import turn_out


def differing(held: Desk, number: int, start: int, slips: int) -> list[dict[str, str]]:
    """Slips that tell people apart, each rater a little stricter than the one before."""
    codes = rated(held, number)
    return [{code: str(start + 3 * place - at) for place, code in enumerate(codes)} for at in range(slips)]


def test_closing_counts_straight_lines_over_the_whole_round(held: Desk, actor: Actor) -> None:
    found = held.rounds.statistics(YEAR, counted(held, actor))
    slips = sum(len(marks) for marks in V3.values())
    assert found.straight_lines == Ballots(slips, slips)
    assert [each.name for each in found.flags] == ["straight_lines"]


def test_of_ballots_are_kept_the_forms_that_need_no_whole_slip_alone(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    for ballot_class, raters in ((A, 3), (B, 6), (C, 12)):
        type_slips(held, actor, number, ballot_class, differing(held, number, 75, raters))
        put_down(held, actor, number, ballot_class, *[raters] * 4)
    held.rounds.close(actor, YEAR, number, SECOND)
    found = held.rounds.statistics(YEAR, number)
    of_all, of_a, _, of_c = found.agreements
    assert not isinstance(of_all.one_way, NotComputable)
    assert {each.form for each in of_all.one_way} == {"1,1", "1,k"}
    assert of_a.one_way == NotComputable(Why.TOO_FEW_BALLOTS, 3, 5)
    assert of_c.ballots == 12
    assert found.straight_lines.number is None
    assert not found.flags


def test_a_strict_leader_is_asked_about_when_the_round_closes(held: Desk, actor: Actor, tmp_path: Path) -> None:
    rows = [
        {"被评价人工号": f"P{at:02d}", "评价人": f"院领导{leader}", "得分": 88 + at % 2 - 12 * (leader == 3)}
        for at in range(1, 7)
        for leader in (1, 2, 3)
    ]
    read(held, Kind.LEADER_RATINGS, workbook(tmp_path / "领导评价.xlsx", rows))
    found = held.rounds.statistics(YEAR, counted(held, actor))
    strict = next(each.shift for each in found.signed.severities if each.rater == "L03")
    assert isinstance(strict, Shift)
    assert (strict.mean, strict.people, strict.others) == (-12.0, 6, 2)
    assert {(each.kind, each.about) for each in found.flags} == {
        (FlagKind.STRAIGHT_LINES, ""),
        (FlagKind.SEVERE, "L03"),
    }


def test_a_void_round_has_no_statistics(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, {A: [90], B: [90], C: [90]})
    held.rounds.close(actor, YEAR, number, SECOND)
    kept = held.rounds.card(YEAR, number).round.result
    assert kept is None or "statistics" not in kept


def test_what_is_kept_holds_no_slip_and_no_serial(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    serials = held.slips.make_serials(actor, YEAR, number, C, 12).serials
    count_in(held, actor, number, V3)
    held.rounds.close(actor, YEAR, number, SECOND)
    kept = str(held.rounds.card(YEAR, number).round.result)
    assert not any(serial in kept for serial in serials)
    assert len(kept) < 20_000


def test_imported_ballots_are_asked_when_their_turnout_is_put_down(held: Desk, actor: Actor, tmp_path: Path) -> None:
    rows = [
        {
            "票号": f"C-{at}",
            "票类": "C",
            "被测评人工号": f"P{person:02d}",
            "得分": 80 if at < 4 else 70 + 4 * person - at,
        }
        for at in range(12)
        for person in range(1, 7)
    ]
    read(held, Kind.BALLOTS, workbook(tmp_path / "测评票.xlsx", rows))
    turn_out(held, actor)
    given = held.imported_rounds.view(YEAR)
    assert given is not None
    assert given.round is not None
    number = given.round.number
    found = held.rounds.statistics(YEAR, number)
    assert found.straight_lines == Ballots(4, 12)
    assert found.agreements[3].ballots == 12
    look = TypedLook("straight_lines", "考评委员会", date(2026, 12, 20), "票面属实，不作处理")
    held.rounds.look(actor, YEAR, number, look)
    assert [each.flag for each in held.rounds.looks(YEAR, number)] == ["straight_lines"]
