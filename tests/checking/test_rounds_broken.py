# ruff: noqa: E501 - a breach stands on one line, what is done beside what is said
"""Each invariant of rating rounds, broken in a desk with a void round, the same held again, and one that is open."""

import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.people import Category
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Kind
from committee_desk.services.round_views import TypedLook
from committee_desk.storage.checking.sound import sound
from committee_desk.wording.checks import problem_in_words
from tests.checking.breaking import break_it
from tests.conftest import frozen_clock
from tests.imports.workbooks import read, workbook
from tests.services.rounds_held import SECOND, V3, YEAR, count_in, drafted, office, opened
from tests.services.turnouts import turn_out

WHO = "(SELECT id FROM persons WHERE code = '{}')"
VOID, AGAIN, OPEN = 1, 2, 3
HELD = "ended_by IS NULL AND"
NEWEST = "(SELECT max(seq) FROM journal)"


class Breach(NamedTuple):
    """What is done to the file, what the sentence then says, and what else cannot but break with it."""

    code: str
    statements: tuple[str, ...]
    said: str
    also: frozenset[str] = frozenset()


def marked(code: str, ballot_class: str) -> str:
    """One more mark for that person, by the entry that counted the round."""
    return (
        f"INSERT INTO ballots (id, year, slip, ballot_class, person_id, mark, entry) SELECT 77, 2026, 'x', '{ballot_class}', {WHO.format(code)}, 90000000000, "
        f"entry FROM rounds WHERE {HELD} number = {AGAIN}"
    )


BREACHES = (
    Breach("rounds.shape", (f"UPDATE rounds SET kind = 'stars' WHERE {HELD} number = {OPEN}",), "2026-测-003 的种类、状态、名称、计票规则或年度不是本程序写得出的"),
    Breach("rounds.shape", (f"UPDATE rounds SET terms = '{{}}' WHERE {HELD} number = {OPEN}",), "2026-测-003 的种类"),
    Breach("rounds.shape", (f"UPDATE rounds SET title = ' ' WHERE {HELD} number = {OPEN}",), "2026-测-003 的种类"),
    Breach("rounds.adopted", (f"UPDATE rounds SET document = NULL WHERE {HELD} number = {OPEN}",), "2026-测-003 已经启动却没有文件号和日期"),
    Breach("rounds.adopted", (f"UPDATE rounds SET day = NULL WHERE {HELD} number = {AGAIN}",), "2026-测-002 已经启动却没有文件号和日期"),
    Breach("rounds.turnout", (f"UPDATE round_turnouts SET issued = 5 WHERE {HELD} round = {AGAIN} AND ballot_class = 'B'",), "2026-测-002 的 B 票数不合", frozenset({"rounds.thresholds"})),
    Breach("rounds.turnout", (f"UPDATE round_turnouts SET invalid = 1 WHERE {HELD} round = {AGAIN} AND ballot_class = 'A'",), "2026-测-002 的 A 票数不合"),
    Breach("rounds.turnout", (f"UPDATE round_turnouts SET present = 7 WHERE {HELD} round = {OPEN} AND ballot_class = 'B'",), "2026-测-003 的 B 票数不合"),
    Breach("rounds.thresholds", (f"UPDATE round_turnouts SET due = 60 WHERE {HELD} round = {AGAIN} AND ballot_class = 'C'",), "2026-测-002 的票数与其“已计票”或“已作废”的状态、作废原因不符", frozenset({"rounds.turnout"})),
    Breach("rounds.turnout", (f"UPDATE round_turnouts SET due = 11 WHERE {HELD} round = {AGAIN} AND ballot_class = 'C'",), "2026-测-002 的 C 票数不合"),
    Breach("rounds.thresholds", (f"UPDATE rounds SET why = NULL WHERE {HELD} number = {VOID}",), "2026-测-001 的票数与其"),
    Breach("rounds.thresholds", (f"UPDATE rounds SET why = 'valid_too_few' WHERE {HELD} number = {VOID}",), "2026-测-001 的票数与其"),
    Breach("rounds.people", (f"UPDATE round_people SET took_part = 1 WHERE {HELD} round = {OPEN} AND person_id = {WHO.format('S01')}",), "2026-测-003 的人员不对"),
    Breach("rounds.people", (f"UPDATE round_people SET rated = 0 WHERE {HELD} round = {OPEN}",), "2026-测-003 的人员不对"),
    Breach("rounds.people", (f"UPDATE round_people SET round = 9 WHERE {HELD} round = {OPEN} AND person_id = {WHO.format('S01')}",), "2026-测-009 的人员不对", frozenset({"rounds.turnout"})),
    Breach("rounds.rated_twice", (f"UPDATE round_people SET rated = 1 WHERE {HELD} round = {OPEN} AND person_id = {WHO.format('P01')}",), "工号 P01 在 2026-测-002 和 2026-测-003 中都是被测评人", frozenset({"rounds.marks"})),
    Breach("rounds.marks", (marked("P01", "A"),), "2026-测-002 的得分行数与有效票数不符"),
    Breach("rounds.marks", (f"UPDATE ballots SET ballot_class = 'A' WHERE id = (SELECT min(id) FROM ballots WHERE {HELD} ballot_class = 'C' AND person_id = {WHO.format('P01')})",), "2026-测-002 的得分行数与有效票数不符"),
    Breach("rounds.marks", (marked("S01", "A"),), "2026-测-003 的得分行数与有效票数不符"),
    Breach("rounds.parted", ("UPDATE ballots SET mark = 88000000000 WHERE id = (SELECT min(b.id) FROM ballots AS b JOIN imports AS i ON i.entry = b.entry)",), "2026-测-004 已经计票，导入的票却没有全部拆成单个评分"),
    Breach("rounds.sealed", (f"UPDATE sealed_marks SET round = {AGAIN} WHERE id = (SELECT min(id) FROM sealed_marks)",), "2026-测-002 没有作废，却有封存的测评票"),
    Breach("rounds.batches", (f"UPDATE round_batches SET compared_by = typed_by WHERE {HELD} round = {AGAIN} AND ballot_class = 'A'",), "2026-测-002 第 1 批票不对"),
    Breach("rounds.batches", (f"UPDATE round_batches SET slips = 0 WHERE {HELD} round = {AGAIN} AND ballot_class = 'C'",), "2026-测-002 第 3 批票不对"),
    Breach("rounds.looks", ("UPDATE round_looks SET decided = ' '",), "没有写明由谁了解、处理意见，或本轮没有计票"),
    Breach("rounds.statistics", (f"UPDATE rounds SET result = json_set(result, '$.statistics.agreements[1].two_way', 'x') WHERE {HELD} number = {AGAIN}",), "2026-测-002 保存的统计不是本程序写得出的"),
    Breach("rounds.statistics", (f"UPDATE rounds SET result = json_remove(result, '$.statistics.spreads[0].bars') WHERE {HELD} number = {AGAIN}",), "2026-测-002 保存的统计"),
    Breach("rounds.statistics", (f"UPDATE rounds SET result = json_remove(result, '$.statistics') WHERE {HELD} number = {AGAIN}",), "2026-测-002 保存的统计"),
    Breach("rounds.again", (f"UPDATE rounds SET again = {OPEN} WHERE {HELD} number = {AGAIN}",), "2026-测-002 是对 2026-测-003 的重新测评，2026-测-003 却没有作废"),
    Breach("rounds.again", (f"UPDATE rounds SET terms = replace(terms, '\"most_excellent\":null', '\"most_excellent\":2') WHERE {HELD} number = {AGAIN}",), "2026-测-002 是对 2026-测-001 的重新测评"),
)  # fmt: skip


def import_counted(desk: Desk, actor: Actor, folder: Path) -> None:
    """Ballots of a workbook for a clerk who came later, counted."""
    clerk = {"工号": "M01", "姓名": "文员", "部门": "政治部", "人员类别": "司法行政人员"}
    read(desk, Kind.PEOPLE, workbook(folder / "文员.xlsx", [clerk]))
    slips = [{"票号": f"C-{at}", "票类": "C", "被测评人工号": "M01", "得分": "88"} for at in range(5)]
    read(desk, Kind.BALLOTS, workbook(folder / "测评票.xlsx", slips))
    turn_out(desk, actor)


@pytest.fixture(scope="session")
def template_polled_desk(template_desk: Path, tmp_path_factory: pytest.TempPathFactory, actor: Actor) -> Path:
    """Never opened by a test itself."""
    folder = tmp_path_factory.mktemp("polled")
    path = Path(shutil.copyfile(template_desk, folder / "测评.desk"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        with open_desk(path, clock=frozen_clock) as desk:
            office(desk, folder)
            void = opened(desk, actor)
            count_in(desk, actor, void, V3)
            desk.rounds.void(actor, YEAR, void, "票箱被打开过", SECOND)
            again, _ = desk.rounds.rerun(actor, YEAR, void)
            opened(desk, actor, again)
            count_in(desk, actor, again, V3)
            desk.rounds.close(actor, YEAR, again, SECOND)
            flag = desk.rounds.statistics(YEAR, again).flags[0].name
            desk.rounds.look(actor, YEAR, again, TypedLook(flag, "委员会", date(2027, 1, 5), "未发现异常"))
            third = opened(desk, actor, drafted(desk, actor, category=Category.ASSISTANT))
            count_in(desk, actor, third, {})
            import_counted(desk, actor, folder)
    return path


@pytest.mark.parametrize("breach", BREACHES, ids=[f"{each.code}-{place}" for place, each in enumerate(BREACHES)])
def test_a_broken_round_is_named_and_nothing_else(template_polled_desk: Path, tmp_path: Path, breach: Breach) -> None:
    path = Path(shutil.copyfile(template_polled_desk, tmp_path / "测评.desk"))
    break_it(path, *breach.statements)
    found = sound(path, None).problems
    said = [problem_in_words(each) for each in found]
    assert {each.code for each in found} - breach.also == {breach.code}, said
    assert any(breach.said in each for each in said), said


def test_the_desk_is_sound_before_it_is_broken(template_polled_desk: Path) -> None:
    assert sound(template_polled_desk, None).ok


def test_a_broken_mark_never_says_whose_it_was(template_polled_desk: Path, tmp_path: Path) -> None:
    path = Path(shutil.copyfile(template_polled_desk, tmp_path / "测评.desk"))
    break_it(path, marked("P01", "A"))
    assert not any("P01" in problem_in_words(each) for each in sound(path, None).problems)
