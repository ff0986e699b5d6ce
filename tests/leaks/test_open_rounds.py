"""An attacker with everything left on disk after each step of an open round, the working file's key among it.

He has the desk, its backups and journal, the state folder, and a copy of the working file from every earlier step. He
learns who used a code and what was voted no closer than a batch of five ballots of the class, or all of it.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from committee_desk.bootstrap import open_desk
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.round_counting import LooseMark
from committee_desk.domain.serials import class_of
from committee_desk.paths import state_folder
from committee_desk.services.booth_views import CodeUsed, RaterCode, RaterHasVoted, TooFewWait
from committee_desk.services.desk import Desk
from committee_desk.services.round_file import TOGETHER, Ledger
from committee_desk.services.round_views import TypedTurnout
from committee_desk.storage.round_key import ALWAYS
from tests.conftest import frozen_clock
from tests.services.slip_hands import (
    CLERK,
    RATED,
    SCRUTINEER,
    YEAR,
    C,
    adopt,
    printed,
    typed_batch,
    voted,
    whole,
)

LABEL = "2026-测-001"
PAGE, RESERVED, IV = 4096, 80, 16


@pytest.fixture
def desk(open_copy: Callable[[Path], Desk], template_people: Path) -> Desk:
    opened = open_copy(template_people)
    adopt(opened)
    return opened


def working_file(desk: Desk) -> Path:
    return desk.path.with_name(f"{desk.path.name}.{LABEL}")


def key() -> bytes:
    (file,) = (state_folder() / "rounds").iterdir()
    return file.read_bytes()[:32]  # behind it stands where the working file is


def pages(file: Path, secret: bytes) -> bytes:
    """Every page of an encrypted file as it lies there, free ones and gaps too."""
    content, found = file.read_bytes(), []
    for at in range(0, len(content), PAGE):
        page = content[at : at + PAGE]
        begins, ends = (16 if at == 0 else 0), PAGE - RESERVED
        decryptor = Cipher(algorithms.AES(secret), modes.CBC(page[ends : ends + IV])).decryptor()
        found.append(decryptor.update(page[begins:ends]) + decryptor.finalize())
    return b"".join(found)


@dataclass
class Attacker:
    """What lies on the disk, looked at after each step."""

    desk: Desk
    ledgers: list[Ledger] = field(default_factory=list)
    keys_of_marks: list[set[str]] = field(default_factory=list)

    def look(self) -> None:
        """Take a copy of everything."""
        file = working_file(self.desk)
        assert file.stat().st_mtime == ALWAYS
        self.ledgers.append(self.desk.booth._files.open(LABEL).read())
        with closing(opened(file)) as connection:
            self.keys_of_marks.append({each for (each,) in connection.execute("SELECT key FROM marks")})

    def steps(self) -> Iterator[tuple[Counter[BallotClass], Counter[LooseMark]]]:
        """Between two looks: whose codes became used, by class, and which marks came."""
        for before, after in pairwise(self.ledgers):
            yield used(after) - used(before), Counter(after.booth) - Counter(before.booth)


def used(ledger: Ledger) -> Counter[BallotClass]:
    return Counter(each.ballot_class for each in ledger.codes.values() if each.used)


def opened(file: Path) -> dbapi2.Connection:
    connection = dbapi2.connect(f"{file.as_uri()}?mode=ro", uri=True)
    connection.execute(f"PRAGMA key = \"x'{key().hex()}'\"")
    return connection


def of_class(made: tuple[RaterCode, ...], ballot_class: BallotClass) -> list[RaterCode]:
    return [each for each in made if each.ballot_class is ballot_class]


def raters(desk: Desk) -> Counter[BallotClass]:
    people = (each.participant.ballot_class for each in desk.rounds.participants(YEAR, 1))
    return Counter(each for each in people if each)


# -- what the pages hold ----------------------------------------------------------------------------------------------


def test_the_pages_are_read_rightly(desk: Desk) -> None:
    """Else the search proves nothing."""
    serial = printed(desk)[0]
    typed_batch(desk, {serial: whole(desk, "73.37")})
    file = working_file(desk)
    held = pages(file, key())
    assert serial.encode() in held
    assert b"73.37" in held
    assert serial.encode() not in file.read_bytes()
    assert b"73.37" not in file.read_bytes()


def test_nothing_that_was_taken_back_or_typed_over_stays_in_a_page(desk: Desk) -> None:
    serials = printed(desk, 40)
    marks = [f"73.{at}" for at in range(11, 99) if at % 10][: len(serials)]
    batch = typed_batch(desk, {serial: whole(desk, mark) for serial, mark in zip(serials, marks, strict=True)})
    for serial in serials[:30]:
        desk.slips.take_back(CLERK, YEAR, 1, batch, serial)
    held = pages(working_file(desk), key())
    assert [mark for mark in marks if mark.encode() in held] == marks[30:]
    with closing(opened(working_file(desk))) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_the_tables_have_room_for_no_order_no_time_and_no_typist_of_a_slip(desk: Desk) -> None:
    with closing(opened(working_file(desk))) as connection:
        described = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        columns = {name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in described}
    assert all(statement.endswith("WITHOUT ROWID") for statement in described.values())
    assert columns == {
        "held": ["name", "value"],
        "serials": ["serial"],
        "batches": ["number", "kept"],
        "slips": ["serial", "batch", "first", "second"],
        "counted": ["serial", "typed"],
        "codes": ["hash", "person", "class", "used"],
        "marks": ["key", "ballot_class", "person", "mark"],
        "ballots": ["ballot_class", "ballots", "straight"],
    }


def test_rows_lie_in_the_order_of_their_keys_whatever_came_first(desk: Desk) -> None:
    serials = printed(desk, 30)
    batch = typed_batch(desk, {serial: whole(desk, str(50 + at)) for at, serial in enumerate(sorted(serials)[::-1])})
    desk.slips.confirm(CLERK, YEAR, 1, batch, SCRUTINEER)
    with closing(opened(working_file(desk))) as connection:
        for table in ("serials", "counted", "codes", "marks"):
            found = [row[0] for row in connection.execute(f"SELECT * FROM {table}")]
            assert found == sorted(found)
        kept = str(connection.execute("SELECT kept FROM batches").fetchall())
    assert not [serial for serial in serials if serial in kept]
    held = pages(working_file(desk), key()).decode("utf-8", "replace")
    places = [held.index(f"{serial}{{") for serial in sorted(serials)]
    assert places == sorted(places) or places == sorted(places, reverse=True)


# -- who and what -----------------------------------------------------------------------------------------------------


def test_no_look_at_the_disk_parts_fewer_than_five_voters_from_the_others(desk: Desk) -> None:
    attacker = Attacker(desk)
    made = desk.booth.make_codes(CLERK, YEAR, 1).codes
    attacker.look()
    head = desk.journal.head()
    for at, each in enumerate(made[:33]):
        voted(desk, each.code, lambda code, at=at: f"{50 + at}")  # type: ignore[misc]  # a ballot known by its mark
        attacker.look()
    whole_classes = raters(desk)
    written = 0
    for codes, came in attacker.steps():
        for ballot_class in BallotClass:
            number = codes[ballot_class]
            assert number == 0 or number >= TOGETHER or number == whole_classes[ballot_class]
            marks = [mark for mark in came.elements() if mark.ballot_class is ballot_class]
            assert len(marks) == number * len(RATED), "marks come with their codes and never without"
            written += number
    assert written >= 2 * TOGETHER, "else nothing was looked at"
    assert desk.journal.head() == head, "the journal tells of no vote"


def test_what_waits_in_memory_is_nowhere_on_the_disk(desk: Desk) -> None:
    made = of_class(desk.booth.make_codes(CLERK, YEAR, 1).codes, C)
    for each in made[:9]:
        voted(desk, each.code, lambda _: "61.37")
    assert b"61.37" not in pages(working_file(desk), key())
    for folder in (desk.path.parent, state_folder()):
        for file in folder.rglob("*"):
            if file.is_file():
                content = file.read_bytes()
                assert b"61.37" not in content
                assert not [each.person for each in made if each.code.encode() in content]
    voted(desk, made[9].code, lambda _: "61.37")
    assert b"61.37" in pages(working_file(desk), key()), "else the search proves nothing"


def test_the_marks_of_a_batch_cannot_be_told_by_their_keys_from_one_copy_to_the_next(desk: Desk) -> None:
    attacker = Attacker(desk)
    for each in of_class(desk.booth.make_codes(CLERK, YEAR, 1).codes, C)[:20]:
        voted(desk, each.code)
        attacker.look()
    filled = [each for each in attacker.keys_of_marks if each]
    distinct = [each for at, each in enumerate(filled) if at == 0 or each != filled[at - 1]]
    assert len(distinct) == 3
    assert not set.intersection(*distinct)


def test_who_is_written_is_drawn_by_lot(desk: Desk) -> None:
    """The five that go are no five that came one after the other."""
    firsts = 0
    for _ in range(6):
        label = desk.booth._files.open(LABEL)
        made = of_class(desk.booth.make_codes(CLERK, YEAR, 1).codes, C)[:10]
        for each in made:
            voted(desk, each.code)
        gone = {each.person for each in label.read().codes.values() if each.used}
        firsts += gone == {each.person for each in made[:5]}
        desk.booth.give_back(CLERK, YEAR, 1, C)
        with label.writing() as ledger:
            ledger.codes.clear()
            ledger.booth.clear()
            ledger.ballots.clear()
    assert firsts < 6


@pytest.mark.parametrize("late", range(1, 8))
def test_closing_adds_to_what_copies_say_no_fewer_than_five_of_a_class(desk: Desk, late: int) -> None:
    """However many come after the last batch: the rest that closing writes is five, or nothing was written before."""
    attacker = Attacker(desk)
    made = desk.booth.make_codes(CLERK, YEAR, 1).codes
    voters = [*of_class(made, C)[: 20 + late], *of_class(made, BallotClass.B)[:5], *of_class(made, BallotClass.A)]
    for each in voters:
        voted(desk, each.code)
    attacker.look()
    contents = desk.booth.contents(YEAR, 1)
    known = attacker.ledgers[-1]
    rest = Counter(each.ballot_class for each in contents.booth.marks) - Counter(
        each.ballot_class for each in known.booth
    )
    for ballot_class, marks in rest.items():
        ballots = marks // len(RATED)
        assert ballots >= TOGETHER or not used(known)[ballot_class]
    assert contents.took_part == {each.person for each in voters}


def test_few_who_vote_after_a_program_was_cut_off_do_not_close_the_round(desk: Desk) -> None:
    made = of_class(desk.booth.make_codes(CLERK, YEAR, 1).codes, C)
    for each in made[:10]:
        voted(desk, each.code)
    with open_desk(desk.path, clock=frozen_clock) as again:
        for each in made[10:14]:
            voted(again, each.code)
        again.booth.asked_again(CLERK, YEAR, 1)
        with pytest.raises(TooFewWait):
            again.booth.contents(YEAR, 1)
        voted(again, made[14].code)
        assert again.booth.contents(YEAR, 1).booth.valid == {C: 10}


class Day:
    """A day at the booth, with a look at the working file after everything."""

    def __init__(self, desk: Desk) -> None:
        self.now = open_desk(desk.path, clock=frozen_clock)
        self._made = {each.person: each for each in desk.booth.make_codes(CLERK, YEAR, 1).codes}
        self._people = sorted(self._made)
        self.looks: list[Ledger] = []
        self._look()

    def vote(self, number: int) -> None:
        with suppress(CodeUsed):
            voted(self.now, self._made[self._people[number]].code)
        self._look()

    def crowd(self, number: int) -> None:
        for each in range(number):
            self.vote(each)

    def cut_off(self, _number: int) -> None:
        self.now = open_desk(self.now.path, clock=frozen_clock)

    def give_back(self, number: int) -> None:
        self.now.booth.give_back(CLERK, YEAR, 1, list(BallotClass)[number])
        self._look()

    def new_envelope(self, number: int) -> None:
        person = self._people[number]
        with suppress(RaterHasVoted):
            self._made[person] = self.now.booth.make_codes(CLERK, YEAR, 1, [person]).codes[0]
        self._look()

    def paper(self, number: int) -> None:
        batch = typed_batch(self.now, dict.fromkeys(printed(self.now)[:number], whole(self.now)))
        self.now.slips.confirm(CLERK, YEAR, 1, batch, SCRUTINEER)
        self._look()

    def _look(self) -> None:
        self.looks.append(self.now.booth._files.open(LABEL).read())


acts = st.lists(
    st.one_of(
        st.tuples(st.just("vote"), st.integers(0, 39)),
        st.tuples(st.just("vote"), st.integers(0, 39)),
        st.tuples(st.just("crowd"), st.integers(1, 30)),
        st.tuples(st.just("cut_off"), st.just(0)),
        st.tuples(st.just("give_back"), st.sampled_from(range(3))),
        st.tuples(st.just("new_envelope"), st.integers(0, 39)),
        st.tuples(st.just("paper"), st.integers(1, 3)),
    ),
    max_size=14,
)


@given(acts)
@example([("crowd", 24), ("cut_off", 0), *(("vote", each) for each in range(30, 34))])
@example([("crowd", 4), ("paper", 2)])
@example([("crowd", 24), ("give_back", 2), *(("vote", each) for each in range(30, 33))])
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_nobody_is_parted_from_fewer_than_four_others_of_the_class(
    desk: Desk, given_acts: list[tuple[str, int]]
) -> None:
    """People come in any order, envelopes are lost, the PC dies, ballots are given back, slips are typed between."""
    desk.booth._files.make(LABEL)
    desk.booth.forget(YEAR, 1)
    sizes, day = raters(desk), Day(desk)
    for act, number in given_acts:
        getattr(day, act)(number)
    for before, after in pairwise(day.looks):
        for ballot_class, number in (used(after) - used(before)).items():
            alone = number == sizes[ballot_class] and not used(before)[ballot_class]
            assert number >= TOGETHER or alone
    day.now.booth.asked_again(CLERK, YEAR, 1)
    with suppress(TooFewWait):
        contents, last = day.now.booth.contents(YEAR, 1), day.looks[-1]
        for ballot_class, number in contents.booth.valid.items():
            rest = number - last.ballots.get(ballot_class, 0)
            known = used(last)[ballot_class] or ballot_class in {class_of(serial) for serial in last.counted}
            enough = rest >= 3 or rest == sizes[ballot_class]
            assert rest == 0 or rest >= TOGETHER or (enough and not known)


def test_after_closing_nothing_of_the_round_is_left_but_parted_marks(desk: Desk, tmp_path: Path) -> None:
    secret, serials = key(), printed(desk, 5)
    paper = {serial: whole(desk, f"81.{at}") for at, serial in enumerate(serials, start=11)}
    batch = typed_batch(desk, paper)
    desk.slips.confirm(CLERK, YEAR, 1, batch, SCRUTINEER)
    made = desk.booth.make_codes(CLERK, YEAR, 1).codes
    voters = [*of_class(made, C)[:24], *of_class(made, BallotClass.B), *of_class(made, BallotClass.A)]
    for each in voters:
        voted(desk, each.code)
    desk.rounds.turnout(CLERK, YEAR, 1, C, TypedTurnout("34", "5", "5", "5"))
    desk.rounds.close(CLERK, YEAR, 1, SCRUTINEER)
    assert not working_file(desk).exists()
    assert not list((state_folder() / "rounds").iterdir())
    for file in (each for folder in (tmp_path, state_folder()) for each in folder.rglob("*") if each.is_file()):
        content = file.read_bytes()
        assert secret not in content
        assert not [each for each in (*serials, *(voter.code for voter in voters)) if each.encode() in content]
    with closing(dbapi2.connect(desk.path)) as connection:
        slips = [row[0] for row in connection.execute("SELECT slip FROM ballots WHERE ended_by IS NULL")]
    assert len(slips) == len(set(slips)), "no two marks have anything in common"
