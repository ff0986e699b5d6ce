"""A round's papers as the desk hands them out: who may have them when, what the journal hears, what stays unsaid."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from committee_desk.domain.errors import DeskError
from committee_desk.domain.rounds import RoundKind, RoundStands
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.round_refusals import RoundFromWorkbooks
from committee_desk.services.slip_views import SlipsUnlike
from committee_desk.wording.acts import act_name, act_object
from committee_desk.wording.errors import sentence
from tests.imports.workbooks import workbook
from tests.services.rounds_held import SECOND, YEAR, A, B, C, alike, count_in, counted, drafted, office, opened
from tests.services.turnouts import turn_out

Pages = Callable[[bytes], list[str]]
Text = Callable[[bytes], str]


@pytest.fixture
def held(desk: Desk, tmp_path: Path) -> Desk:
    """An office that can hold rounds."""
    return office(desk, tmp_path)


def newest(desk: Desk, count: int = 1) -> list[tuple[str, str]]:
    return [(act_name(row.verb), act_object(row)) for row in reversed(desk.journal.rows(count))]


def serials_on(pages: list[str], known: set[str]) -> list[str]:
    """The serials in the order of the pages."""
    said = "".join("".join(pages).split()).replace("-", "")
    return sorted((each for each in known if each in said), key=said.index)


def known_serials(desk: Desk, number: int) -> set[str]:
    """What the round's working file knows."""
    return desk.slips._files.open(desk.rounds.card(YEAR, number).round.label).read().serials


# -- slips -------------------------------------------------------------------------------------------------------------


def test_printed_slips_can_be_typed_and_their_order_is_nobodys(held: Desk, actor: Actor, pages_of: Pages) -> None:
    number = opened(held, actor)
    pages = pages_of(held.round_papers.slips(actor, YEAR, number, C, 40))
    known = known_serials(held, number)
    printed = serials_on(pages, known)
    assert len(printed) == len(known) == 40
    assert printed != sorted(printed), "a sorted pile would tell who got which"
    batch, _ = held.slips.begin(actor, YEAR, number, C)
    held.slips.type(actor, YEAR, number, batch, printed[17], alike(held, number, [90])[0])


def test_slips_of_a_class_are_alike_whatever_is_corrected_while_the_round_is_open(
    held: Desk, actor: Actor, tmp_path: Path
) -> None:
    number = opened(held, actor)
    row = {"工号": "P01", "姓名": "部门长1", "部门": "第1检察部", "人员类别": "检察官", "职务": "主任"}

    def renamed(name: str) -> None:
        book = workbook(tmp_path / f"{name}.xlsx", [{**row, "姓名": name}])
        held.imports.carry_out(actor, Kind.PEOPLE, book, YEAR, replace=True)

    held.round_papers.slips(actor, YEAR, number, B, 5)
    before = known_serials(held, number)
    renamed("欧阳娜")
    with pytest.raises(SlipsUnlike) as told:
        held.round_papers.slips(actor, YEAR, number, B, 5)
    assert "2026-测-001 的 B 票印过以后，名单上有人的姓名或部门改了" in sentence(told.value)
    assert known_serials(held, number) == before
    held.round_papers.slips(actor, YEAR, number, C, 5)
    renamed("部门长1")
    held.round_papers.slips(actor, YEAR, number, B, 5)


def test_the_journal_hears_how_many_slips_were_printed_and_no_serial(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    held.round_papers.slips(actor, YEAR, number, B, 6)
    (row,) = held.journal.rows(1)
    assert json.loads(row.what)["slips"] == 6
    assert not any(each in f"{row.what}{row.subject}{row.why}" for each in known_serials(held, number))


def test_a_slip_is_looked_at_before_the_round_is_adopted_and_leaves_no_trace(
    held: Desk, actor: Actor, text_of: Text
) -> None:
    number = drafted(held, actor, RoundKind.GRADE, most_excellent=2)
    before = held.journal.head()
    said = text_of(held.round_papers.preview_slips(YEAR, number, A))
    assert "样张" in said
    assert "最多可评“优秀”2人" in said
    assert [f"部门长{at}" in said for at in range(1, 7)] == [True] * 6
    held.round_papers.preview_envelopes(actor, YEAR, number)
    assert held.journal.head() == before
    with pytest.raises(RoundStands) as refused:
        held.round_papers.slips(actor, YEAR, number, A, 3)
    assert "打印这份文书" in sentence(refused.value)


def test_the_slip_that_is_looked_at_is_no_slip_of_the_round(held: Desk, actor: Actor, text_of: Text) -> None:
    number = opened(held, actor)
    said = text_of(held.round_papers.preview_slips(YEAR, number, C))
    assert "C88-8888-8" in said
    batch, _ = held.slips.begin(actor, YEAR, number, C)
    with pytest.raises(DeskError):
        held.slips.type(actor, YEAR, number, batch, "C8888888", alike(held, number, [90])[0])


# -- envelopes ---------------------------------------------------------------------------------------------------------


def test_envelopes_are_for_everybody_who_may_rate_and_open_the_booth_once(
    held: Desk, actor: Actor, pages_of: Pages
) -> None:
    number = opened(held, actor)
    pages = ["".join(each.split()) for each in pages_of(held.round_papers.envelopes(actor, YEAR, number))]
    assert len(pages) == 21
    code = next(each for each in pages if "交助理3本人亲启" in each).split("没有0、1、I、L、O。")[1][:10]
    ballot = held.booth.enter(YEAR, number, code)
    assert ballot.ballot_class is C
    held.booth.leave()
    (row,) = held.journal.rows(1)
    assert code not in f"{row.what}{row.subject}{row.why}"


def test_an_envelope_that_is_looked_at_has_nobodys_code(held: Desk, actor: Actor, pages_of: Pages) -> None:
    number = opened(held, actor)
    (page,) = pages_of(held.round_papers.preview_envelopes(actor, YEAR, number))
    assert "样张" in page
    with pytest.raises(DeskError):
        held.booth.enter(YEAR, number, "8888888888")


# -- batches, the result, the statistics -------------------------------------------------------------------------------


def test_the_batches_of_an_open_round_are_there_to_be_signed(held: Desk, actor: Actor, text_of: Text) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, {C: [90] * 12})
    said = text_of(held.round_papers.batches(actor, YEAR, number))
    assert "共1批12张" in said
    assert SECOND.name in said
    assert newest(held) == [("打印测评文书", f"2026-测-{number:03}，计票批次表")]


def test_the_summary_is_the_worked_example_and_the_same_until_something_changes(
    held: Desk, actor: Actor, text_of: Text
) -> None:
    number = counted(held, actor)
    papers = held.round_papers
    said = text_of(papers.summary(actor, YEAR, number))
    assert "部门长1第1检察部91.00（3）88.75（6）88.90（12）89.70" in said
    assert "本轮测评有效" in said
    assert "第1版" in said
    assert newest(held) == [("打印测评文书", f"2026-测-{number:03}，测评结果汇总表")]
    before = held.journal.head()
    assert "第1版" in text_of(papers.preview_summary(actor, YEAR, number)), "the very same"
    assert held.journal.head() == before


def test_a_round_that_goes_on_has_no_summary_and_no_statistics(held: Desk, actor: Actor) -> None:
    number = opened(held, actor)
    for draw in (held.round_papers.preview_summary, held.round_papers.preview_statistics):
        with pytest.raises(RoundStands) as refused:
            draw(actor, YEAR, number)
        assert "测评中" in sentence(refused.value)


def test_a_void_round_has_a_summary_that_changes_when_it_is_held_again(held: Desk, actor: Actor, text_of: Text) -> None:
    number = opened(held, actor)
    count_in(held, actor, number, {A: [90], B: [90], C: [90]})
    held.rounds.close(actor, YEAR, number, SECOND)
    first = text_of(held.round_papers.summary(actor, YEAR, number))
    assert "本轮测评作废，不计分：收回不足应到的2/3" in first
    assert "部门长1" not in first
    held.rounds.rerun(actor, YEAR, number)
    again = text_of(held.round_papers.summary(actor, YEAR, number))
    assert "已另行组织测评：2026-测-002" in again
    assert "（第2版，替代第1版）" in again


def test_the_statistics_of_a_closed_round_are_handed_out(held: Desk, actor: Actor, text_of: Text) -> None:
    number = counted(held, actor)
    said = text_of(held.round_papers.statistics(actor, YEAR, number))
    assert "测评统计报告" in said
    assert "A类（院领导）3张票" in said
    assert newest(held) == [("打印测评文书", f"2026-测-{number:03}，测评统计报告")]


def test_imported_ballots_whose_turnout_was_typed_have_a_summary_and_statistics_too(
    sample_desk: Desk, actor: Actor, text_of: Text
) -> None:
    turn_out(sample_desk, actor)
    given = sample_desk.imported_rounds.view(YEAR)
    assert given is not None
    assert given.round is not None
    said = text_of(sample_desk.round_papers.summary(actor, YEAR, given.round.number))
    assert "本轮测评有效" in said
    assert f"{given.people}人" in said
    report = text_of(sample_desk.round_papers.preview_statistics(actor, YEAR, given.round.number))
    assert f"C类（其他人员）{given.slips[C]}张票" in report
    with pytest.raises(RoundFromWorkbooks):
        sample_desk.round_papers.preview_batches(actor, YEAR, given.round.number)
