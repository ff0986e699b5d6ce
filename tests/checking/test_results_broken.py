# ruff: noqa: E501 - a breach stands on one line, what is done beside what is said
"""Each invariant of results, notices, signatures and archived years, broken in a desk whose year is archived."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from committee_desk.storage.checking.sound import sound
from committee_desk.wording.checks import problem_in_words
from tests.checking.breaking import break_it
from tests.desks_decided import REFUSING

NOT_OF_IT = {"signing.head"}
"""A sealed sheet bears the journal's head: whoever makes every hash anew contradicts it."""
WHO = "(SELECT id FROM persons WHERE code = '{}')"
HIS = f"person_id = {WHO.format('J001')}"
OTHERS = f"person_id = {WHO.format(REFUSING)}"
HIS_SHEET = "工号 J001 的 2026 年度考核结果第 1 版所锁定的确认表数据，与其指纹、日志或所定等次不符"
LATER = """INSERT INTO journal (seq, at, actor, role, verb, subject, what, previous, hash, rows)
    SELECT seq + 1, at, actor, role, 'result.sign', 'J001', '{}', '', '', '{}' FROM journal ORDER BY seq DESC LIMIT 1"""
NEWEST = "(SELECT max(seq) FROM journal)"
AGAIN = f"""INSERT INTO signatures (year, person_id, version, opinion, day, witnesses, note, entry)
    SELECT year, person_id, version, 'disagree', day, witnesses, note, {NEWEST} FROM signatures WHERE {HIS}"""


class Breach(NamedTuple):
    """What is done to the file, what the sentence then says, and what else cannot but break with it."""

    code: str
    statements: tuple[str, ...]
    said: str
    also: frozenset[str] = frozenset()


BREACHES = (
    Breach("results.sheet", (f"UPDATE results SET sheet = replace(sheet, '优秀', '称职') WHERE {HIS}",), HIS_SHEET),
    Breach("results.sheet", (f"UPDATE results SET fingerprint = 'ab' WHERE {HIS}",), HIS_SHEET),
    Breach("results.decision", ("UPDATE party_decisions SET people = json_remove(people, '$[0]')",), "第 1 版没有相应的院党组决定，或等次、名册与决定不符"),
    Breach("results.decision", (f"UPDATE results SET list_version = 1 WHERE {HIS}",), "工号 J001 的 2026 年度考核结果第 1 版没有相应的院党组决定"),
    Breach("results.versions", (f"UPDATE results SET replaces = 1 WHERE {HIS}",), "工号 J001 的 2026 年度考核结果各版不连续", frozenset({"results.sheet"})),
    Breach("results.list", ("UPDATE party_decisions SET list_version = 9", "UPDATE results SET list_version = 9"), "2026 年度院党组第 1 号决定与审议通过的名册不符，或没有文号"),
    Breach("results.delivery", (f"UPDATE deliveries SET known = '2027-01-04' WHERE {HIS}",), "工号 J001 的 2026 年度结果通知书（第 1 版）早于决定"),
    Breach("results.delivery", (f"UPDATE deliveries SET witnesses = '[\"彭强涛\"]' WHERE {OTHERS}",), f"工号 {REFUSING} 的 2026 年度结果通知书"),
    Breach("results.delivery", (f"UPDATE deliveries SET means = 'other' WHERE {HIS}",), "缺少见证人、知道日期的凭证"),
    Breach("results.remedies", (f"UPDATE deliveries SET remedies = replace(remedies, '2027-', '2026-') WHERE {HIS}",), "工号 J001 的 2026 年度结果通知书（第 1 版）所载救济途径或最后一日不对"),
    Breach("results.remedies", (f"UPDATE deliveries SET remedies = '[]' WHERE {HIS}",), "所载救济途径或最后一日不对"),
    Breach("results.signature", (f"UPDATE signatures SET day = '2027-01-04' WHERE {HIS}",), "工号 J001 对 2026 年度考核结果第 1 版的签名早于送达"),
    Breach("results.signature", (f"UPDATE signatures SET witnesses = '[\"彭强涛\",\"彭 强涛\"]' WHERE {OTHERS}",), "拒签没有两名不同的见证人"),
    Breach("results.archived", (f"UPDATE results SET archived = NULL WHERE {HIS}",), "工号 J001 的考核结果第 1 版却没有签名或没有归档"),
    Breach("results.written_later", (LATER, f"UPDATE signatures SET ended_by = {NEWEST} WHERE {HIS}", AGAIN), "工号 J001 的 2026 年度考核结果第 1 版归档以后又有改动"),
)  # fmt: skip


@pytest.mark.parametrize("breach", BREACHES, ids=[f"{each.code}-{place}" for place, each in enumerate(BREACHES)])
def test_a_broken_result_is_named_and_nothing_else(template_decided_desk: Path, tmp_path: Path, breach: Breach) -> None:
    path = Path(shutil.copyfile(template_decided_desk, tmp_path / "归档.desk"))
    break_it(path, *breach.statements)
    found = [each for each in sound(path, None).problems if each.code not in NOT_OF_IT]
    said = [problem_in_words(each) for each in found]
    assert {each.code for each in found} - breach.also == {breach.code}, said
    assert any(breach.said in each for each in said), said


def test_the_desk_is_sound_before_it_is_broken(template_decided_desk: Path) -> None:
    assert sound(template_decided_desk, None).ok
