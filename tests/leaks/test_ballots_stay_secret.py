"""An administrator with everything that the program leaves anywhere tries to link raters and marks, after every step.

He has the desk opened (and so its passphrase), every automatic copy, the journal, the state folder with its keys, the
working file of each step, logs, papers and workbooks. He learns nothing beyond the published result and the turnout.
What the booth holds back while a round is open is attacked vote by vote in test_open_rounds.
"""

import json
import re
import shutil
import sqlite3
from collections import Counter, defaultdict
from fractions import Fraction
from itertools import pairwise, product, takewhile
from pathlib import Path
from typing import Any

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.backup import folder_of_copies
from committee_desk.services.round_file import TOGETHER, Ledger
from committee_desk.services.round_unsealing import Unsealing
from tests.conftest import frozen_clock
from tests.leaks.round_watched import (
    LABEL,
    OF_MARKS,
    UNIT,
    Attacked,
    bound,
    columns,
    desks,
    free_pages,
    in_order,
    linked,
    look_at,
    rows,
    watched,
)
from tests.scenario.round_of_thirty import (
    CLASSES,
    IN_THE_BOOTH,
    NUMBER,
    ON_PAPER,
    YEAR,
    C,
    Hands,
    RoundOfThirty,
    rater_of,
)

NOISE = {
    ("ballots", "id"), ("ballots", "slip"), ("round_people", "blind"), ("rounds", "blind"),
    ("desk", "uid"), ("journal", "hash"), ("journal", "previous"), ("journal", "rows"),
}  # fmt: skip
"""Columns that are random, or a digest over what is: another run on the same copy has others."""


@pytest.fixture(scope="module", params=["简易", "严格"])
def attacked(
    request: pytest.FixtureRequest, template_sample_desk: Path, tmp_path_factory: pytest.TempPathFactory
) -> Attacked:
    """One round that was watched; only read by the tests."""
    folder = tmp_path_factory.mktemp("攻击")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        return watched(folder, template_sample_desk, strict=request.param == "严格", trading={})


# -- linking by whatever order ----------------------------------------------------------------------------------------


def test_the_attack_succeeds_where_marks_lie_as_they_came() -> None:
    """Else it proves nothing: twenty people marked by twenty raters, one slip after the other."""
    raters = CLASSES[C][:20]
    as_they_came = dict.fromkeys(range(20), raters)
    hits, by_chance = linked(as_they_came)
    assert hits == 20 * 19 // 2 * 20 > 10 * bound(by_chance)


def test_no_column_of_the_marks_has_an_order_that_links_them(attacked: Attacked) -> None:
    content = attacked.looks[-1].files[attacked.desk]
    for column in ("rowid", *columns(content, "ballots"), "substr(slip, 5)", "id % 65536"):
        if column == "mark":
            continue
        found = in_order(content, column)
        assert len(found) == len(attacked.held.codes)
        hits, by_chance = linked(found)
        assert hits <= bound(by_chance), column


def test_marks_lie_in_the_file_in_an_order_that_links_nothing(attacked: Attacked) -> None:
    content = attacked.looks[-1].files[attacked.desk]
    query = OF_MARKS.format(columns="slip, person_id, mark") + " AND ballot_class = 'C' AND mark IS NOT NULL"
    for occurrence in (content.find, content.rfind):
        found: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for slip, person, mark in rows(content, query):
            found[person].append((occurrence(slip.encode()), rater_of(Fraction(mark, UNIT))))
        hits, by_chance = linked({person: [rater for _, rater in sorted(each)] for person, each in found.items()})
        assert hits <= bound(by_chance)


def test_no_order_of_the_people_is_that_of_their_marks(attacked: Attacked) -> None:
    """The list of who took part beside any order of the marks: no better than guessing."""
    content = attacked.looks[-1].files[attacked.desk]
    for of_people, of_marks in product(("rp.rowid", "p.code", "rp.person_id"), ("rowid", "slip")):
        query = (
            "SELECT p.code FROM round_people rp JOIN persons p ON p.id = rp.person_id "
            f"WHERE rp.ended_by IS NULL AND rp.ballot_class = 'C' ORDER BY {of_people}"
        )
        raters = [code for (code,) in rows(content, query)]
        assert set(raters) == set(CLASSES[C])
        marks = in_order(content, of_marks)
        hits = sum(a == b for each in marks.values() for a, b in zip(raters, each, strict=False))
        assert hits <= bound(len(marks))


def test_two_marks_have_nothing_in_common_but_what_all_have(attacked: Attacked) -> None:
    content = attacked.looks[-1].files[attacked.desk]
    asked = [each for each in columns(content, "ballots") if each not in {"mark", "person_id", "ballot_class"}]
    marks = rows(content, OF_MARKS.format(columns=", ".join(asked)))
    assert len(marks) == 30 * len(attacked.held.codes)
    for at, column in enumerate(asked):
        different = len({row[at] for row in marks})
        assert different in {1, len(marks)}, column


def test_sealed_marks_of_a_void_round_are_as_unlinkable(template_sample_desk: Path, tmp_path: Path) -> None:
    path = tmp_path / "考评.desk"
    shutil.copyfile(template_sample_desk, path)
    with open_desk(path, clock=frozen_clock) as desk:
        held = RoundOfThirty(Hands(desk, strict=False))
        assert list(takewhile(lambda step: step != "turnout", held.steps()))[-1] == "confirmed"
        key = desk.rounds.void(held.hands.keeper(), YEAR, NUMBER, "计票场所失火", held.hands.second).key
        opened, _ = desk.rounds.unseal(held.hands.keeper(), YEAR, NUMBER, Unsealing(key, "核对"), held.hands.second)
        uid = desk.identity().uid
    look = look_at("void", path, uid)
    content = look.files[path]
    assert columns(content, "sealed_marks") == ["id", "year", "round", "marks", "box", "entry", "ended_by"]
    assert rows(content, "SELECT count(*), sum(marks) FROM sealed_marks") == [(1, 30 * len(held.codes))]
    of_c = {each.code: each.marks for each in opened.marks if each.classes == (C,)}
    hits, by_chance = linked({
        at: [rater_of(Fraction(mark)) for mark in of_c[code] if mark is not None] for at, code in enumerate(of_c)
    })  # fmt: skip
    assert hits <= bound(by_chance)
    secrets = [each.encode() for each in (*held.paper, *held.envelopes.values(), key, key.replace("-", ""))]
    for file, held_bytes in look.files.items():
        assert not [each for each in secrets if each in held_bytes], file
    assert not [file for file in look.files if LABEL in file.name]


# -- indistinguishable: whoever gave which ballot, the same is left -------------------------------------------------


TRADING = {
    **dict(zip(ON_PAPER[C], ON_PAPER[C][::-1], strict=True)),
    "J001": "J020", "J020": "J001",
    "J003": "J004", "J004": "J017", "J017": "J003",
    "J005": "J009", "J009": "J005",
}  # fmt: skip
"""Who casts whose ballot instead of his own: everybody on paper, and in the booth those who are on no ballot."""


def contents(path: Path, held: bytes) -> dict[tuple[str, str], Counter[str]]:
    """What stands in each column of each table, and in what beside it, in no order."""
    found = {}
    for (table,) in rows(held, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"):
        names = columns(held, table)
        for at, name in enumerate(names):
            found[table, name] = Counter(repr(row[at]) for row in rows(held, f"SELECT * FROM {table}"))
        quiet = [name for name in names if (table, name) not in NOISE]
        asked = ", ".join(quiet) or "NULL"
        found[table, "*"] = Counter(map(repr, rows(held, f"SELECT {asked} FROM {table}")))
    assert found, path
    return found


def unlike(one: Attacked, other: Attacked) -> set[tuple[str, str]]:
    """Columns of the desk in which two runs differ, rows as a whole under `*`."""
    first, second = (contents(each.desk, each.closed) for each in (one, other))
    assert first.keys() == second.keys()
    return {column for column in first if first[column] != second[column]}


def test_the_desk_is_the_same_whoever_gave_which_ballot(
    template_sample_desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = []
    for name, trading in (("甲", {}), ("乙", {}), ("丙", TRADING)):
        (tmp_path / name).mkdir()
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / name / "state"))
        runs.append(watched(tmp_path / name, template_sample_desk, strict=False, trading=trading))
    one, same, traded = runs
    assert traded.held.truth != one.held.truth
    assert traded.held.by_hand() == one.held.by_hand()
    assert unlike(one, same) <= NOISE, "else the columns of chance are not known"
    assert unlike(one, traded) <= NOISE
    for name, text in one.exports.items():
        if name.endswith(".xlsx"):
            continue
        assert without_heads(text) == without_heads(traded.exports[name]), name
    for before, after in zip(one.open_looks(), traded.open_looks(), strict=True):
        assert before.ledger is not None
        assert after.ledger is not None
        told = [sorted(each.ledger.counted.values()) for each in (before, after) if each.ledger]
        assert told[0] == told[1], before.step


def without_heads(text: str) -> str:
    """A paper without the heads of the journal, which are digests."""
    return re.sub(r"[0-9a-f]{8,}", "…", re.sub(r"[0-9a-f]{4}(?:[ -][0-9a-f]{4})+", "…", text))


# -- while it is open -------------------------------------------------------------------------------------------------


def test_a_vote_changes_no_file_but_the_working_one(attacked: Attacked) -> None:
    voted = 0
    for before, after in pairwise(attacked.looks):
        if not after.step.endswith(" voted"):
            continue
        voted += 1
        changed = {
            path.name
            for path in before.files.keys() | after.files.keys()
            if before.files.get(path) != after.files.get(path) or before.stamps.get(path) != after.stamps.get(path)
        }
        assert changed <= {f"{attacked.desk.name}.{LABEL}"}, after.step
    assert voted == len(IN_THE_BOOTH)


def test_the_working_file_bears_one_stamp_of_time_from_first_to_last(attacked: Attacked) -> None:
    stamps = {stamp for look in attacked.looks for path, stamp in look.stamps.items() if LABEL in path.name}
    assert len(stamps) == 1


def test_codes_and_marks_of_the_booth_come_five_together_from_the_first_copy_to_the_closed_desk(
    attacked: Attacked,
) -> None:
    ledgers = [look.ledger for look in attacked.open_looks() if look.ledger]
    steps = 0
    for before, after in pairwise(ledgers):
        used = _used(after) - _used(before)
        came = Counter(each.ballot_class for each in after.booth) - Counter(each.ballot_class for each in before.booth)
        assert came == Counter({name: number * len(attacked.held.codes) for name, number in used.items()})
        assert all(number >= TOGETHER for number in used.values())
        steps += bool(used)
    assert steps == 2, "five of B, five of C; five of C came with the closing"
    left = Counter(each.ballot_class for each in ledgers[-1].codes.values() if not each.used)
    assert left == {C: TOGETHER}


def _used(ledger: Ledger) -> Counter[Any]:
    return Counter(each.ballot_class for each in ledger.codes.values() if each.used)


def test_no_slip_of_the_working_file_leads_to_a_rater(attacked: Attacked) -> None:
    """Serials and codes lie there; nothing stands beside a slip but what is on it."""
    last = [look.ledger for look in attacked.open_looks()][-1]
    assert last is not None
    assert set(last.counted) == set(attacked.held.paper)
    people = {code for raters in CLASSES.values() for code in raters}
    for text in last.counted.values():
        assert set(json.loads(text)) <= set(attacked.held.codes)
        assert not [code for code in people - set(attacked.held.codes) if code in text]
    assert not last.slips
    for batch in last.batches.values():
        assert not [serial for serial in attacked.held.paper if serial in repr(batch)]


def test_while_it_is_open_the_desk_and_its_copies_hold_no_mark_and_no_result(attacked: Attacked) -> None:
    seen = 0
    for look in attacked.open_looks():
        for path, content in desks(look).items():
            seen += 1
            assert rows(content, OF_MARKS.format(columns="count(*)")) == [(0,)], (look.step, path)
            assert rows(content, "SELECT count(*) FROM sealed_marks") == [(0,)]
            results = rows(content, "SELECT result FROM rounds WHERE ended_by IS NULL")
            assert set(results) <= {(None,)}
    assert seen > len(IN_THE_BOOTH)


# -- what is left -----------------------------------------------------------------------------------------------------


def test_no_file_of_any_step_holds_a_serial_a_code_or_the_key_but_the_key_itself(attacked: Attacked) -> None:
    for look in attacked.looks:
        for path, content in look.files.items():
            found = [each for each in attacked.secrets if each in content]
            assert not found or (path.suffix == ".key" and found == [look.key]), (look.step, path)


def test_no_copy_of_the_desk_knows_some_marks_and_not_the_others(attacked: Attacked) -> None:
    folder = folder_of_copies(attacked.desk)
    copies = {path for look in attacked.looks for path in desks(look) if path != attacked.desk}
    assert any(folder in path.parents for path in copies)
    whole = 30 * len(attacked.held.codes)
    counts = {
        rows(content, OF_MARKS.format(columns="count(*)"))[0][0]
        for look in attacked.looks
        for content in desks(look).values()
    }
    assert counts == {0, whole}


def test_working_file_and_key_are_gone_and_no_copy_ever_held_them(attacked: Attacked) -> None:
    assert not [path for path in attacked.looks[-1].files if "测" in path.name or path.suffix == ".key"]
    for look in attacked.looks:
        assert not [
            path for path in look.files if LABEL in path.name and folder_of_copies(attacked.desk) in path.parents
        ]


def test_the_journal_tells_of_counts_alone(attacked: Attacked) -> None:
    """Since the adoption: no mark, no serial, no rater, and nothing at all while people vote."""
    content = attacked.looks[-1].files[attacked.desk]
    entries = rows(content, "SELECT seq, verb, subject, what, why, at FROM journal ORDER BY seq")
    (adopted,) = (seq for seq, verb, *_ in entries if verb == "rounds.adopt")
    since = [each for each in entries if each[0] > adopted]
    told = "\n".join(str(each) for each in since)
    people = {code for raters in CLASSES.values() for code in raters}
    assert not [code for code in people if code in told]
    names = {name for (name,) in rows(content, "SELECT name FROM stays")}
    assert not [name for name in names if name in told]
    assert not [each for each in attacked.held.paper if each in told]
    assert not [each for each in attacked.marks if f"{float(each)}" in told]
    counts = [
        rows(look.files[attacked.desk], "SELECT count(*) FROM journal")[0][0]
        for look in attacked.looks
        if look.step.endswith(" voted")
    ]
    assert len(set(counts)) == 1


def test_who_took_part_was_written_at_once_for_all(attacked: Attacked) -> None:
    content = attacked.looks[-1].files[attacked.desk]
    (closed,) = (seq for (seq,) in rows(content, "SELECT seq FROM journal WHERE verb = 'rounds.close'"))
    held = rows(
        content, "SELECT entry, took_part FROM round_people WHERE ended_by IS NULL AND ballot_class IS NOT NULL"
    )
    assert Counter(held) == {(closed, 1): 30}
    told = rows(content, "SELECT count(*) FROM round_people WHERE took_part IS NOT NULL AND ended_by IS NOT NULL")
    assert told == [(0,)]
    assert {entry for (entry,) in rows(content, OF_MARKS.format(columns="entry"))} == {closed}


def test_free_pages_of_the_desk_and_its_copies_are_wiped(attacked: Attacked) -> None:
    for look in attacked.looks:
        for path, content in desks(look).items():
            assert not [page for page in free_pages(content) if any(page)], (look.step, path)


def test_the_free_pages_are_read_rightly(tmp_path: Path) -> None:
    """Else the search proves nothing."""
    file = tmp_path / "x.db"
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA secure_delete = OFF")
    connection.execute("CREATE TABLE t (x TEXT)")
    connection.executemany("INSERT INTO t VALUES (?)", [("87.37 " * 200,) for _ in range(50)])
    connection.commit()
    connection.execute("DELETE FROM t")
    connection.commit()
    connection.close()
    assert b"87.37" in b"".join(free_pages(file.read_bytes()))


def test_no_counter_of_the_desk_counts_marks(attacked: Attacked) -> None:
    content = attacked.looks[-1].files[attacked.desk]
    assert not rows(content, "SELECT name FROM sqlite_master WHERE name = 'sqlite_sequence'")
    numbers = [number for (number,) in rows(content, OF_MARKS.format(columns="id"))]
    assert max(numbers) - min(numbers) > 1000 * len(numbers)


def test_what_goes_out_holds_no_single_mark_and_no_key(attacked: Attacked) -> None:
    content = attacked.looks[-1].files[attacked.desk]
    keys = [slip for (slip,) in rows(content, OF_MARKS.format(columns="slip"))]
    means = [each for person in attacked.held.class_means().values() for each in person.values()]
    published = {f"{float(each):.2f}" for each in (*attacked.held.by_hand().values(), *means)}
    for name, text in attacked.exports.items():
        assert len(text) > 200, name
        assert not [each for each in keys if each in text], name
        if name.endswith(".xlsx"):
            continue  # of scores by a dozen other indicators
        numbers = set(re.findall(r"(?<![\d.])\d+\.\d+(?![\d.])", text)) - published
        given = {f"{float(each):.2f}" for each in attacked.marks}
        assert not numbers & given, name
