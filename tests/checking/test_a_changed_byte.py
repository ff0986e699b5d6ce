"""A value changed by hand in any column of any table is found, and a byte changed anywhere stops nothing."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from committee_desk.bootstrap import check_file, new_desk
from committee_desk.domain.desk_file import NewerDesk, NotADesk, WrongPassphrase
from committee_desk.services.actor import Actor
from committee_desk.storage.checking.sound import looked_over
from committee_desk.storage.tables import metadata
from committee_desk.wording.checks import problem_in_words
from committee_desk.wording.errors import sentence
from tests.checking.breaking import opened
from tests.conftest import OFFICE, frozen_clock
from tests.desks_decided import FILLED as OF_A_DECIDED_DESK

COLUMNS = [
    (table.name, column.name) for table in metadata.sorted_tables for column in table.c if column.name != "content"
]
FILLED = {table.name for table in metadata.sorted_tables} - {"accounts", "attachments"}
"""Tables in which a desk in use, or one whose year is archived, has rows; the others have tests of their own."""


@pytest.mark.parametrize(("table", "column"), [each for each in COLUMNS if each[0] in FILLED])
def test_a_value_changed_by_hand_in_any_column_is_found(
    template_full_desk: Path, template_decided_desk: Path, tmp_path: Path, table: str, column: str
) -> None:
    used = template_decided_desk if table in OF_A_DECIDED_DESK else template_full_desk
    path = Path(shutil.copyfile(used, tmp_path / "全用过.desk"))
    with opened(path) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        (number,) = raw.execute(f'SELECT max(rowid) FROM "{table}"').fetchone()
        (value,) = raw.execute(f'SELECT "{column}" FROM "{table}" WHERE rowid = ?', (number,)).fetchone()
        raw.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (_another(table, column, value), number))
    report = check_file(path, None)
    assert not report.ok
    assert all(problem_in_words(problem) for problem in report.problems)


def _another(table: str, column: str, value: object) -> object:
    """Another value of the same sort: what a hand changes that knows what it does."""
    kind = metadata.tables[table].c[column].type
    if isinstance(value, int):
        return 1 - value if isinstance(kind, sa.Boolean) else value + 7777
    if not value:
        return "2026-06-30" if isinstance(kind, sa.Date) else 1 if isinstance(kind, sa.Integer) else "另"
    text = str(value)
    if isinstance(kind, sa.Date):
        return text[:-1] + ("1" if text[-1] == "0" else "0")
    return text[:-1] + ("a" if text[-1] != "a" else "b")


@pytest.mark.parametrize("seed", range(8))
def test_whichever_bytes_are_changed_the_answer_is_a_sentence(
    template_lived_desk: Path, tmp_path: Path, seed: int
) -> None:
    """A file of half a megabyte, forty times a byte or a few of it."""
    chance = random.Random(seed)
    whole = template_lived_desk.read_bytes()
    path = tmp_path / "坏.desk"
    for _ in range(40):
        spoilt = bytearray(whole)
        for _ in range(chance.choice((1, 1, 1, 4, 64))):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        path.write_bytes(spoilt)
        assert _same(path, whole) or not _answer(path), "a byte of what the desk holds changed and nobody saw it"


def _answer(path: Path) -> bool:
    try:
        glance, report = looked_over(path, None), check_file(path, None)
    except (NotADesk, NewerDesk) as refused:
        said, ok = [sentence(refused)], False
    else:
        said, ok = [problem_in_words(problem) for problem in (*glance.problems, *report.problems)], report.ok
    assert all(said)
    return ok


def _same(path: Path, whole: bytes) -> bool:
    """Whether the file still says the same: a byte of a page that is free or of a gap says nothing."""
    other = path.with_name("ganz.desk")
    other.write_bytes(whole)
    try:
        return _dump(path) == _dump(other)
    except (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError):
        return False


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (0x4344534B,) or path.name == "坏.desk"
        return [str(raw.execute("PRAGMA application_id").fetchone()), *raw.iterdump()]


def test_a_file_cut_off_anywhere_gets_a_sentence(template_lived_desk: Path, tmp_path: Path) -> None:
    whole = template_lived_desk.read_bytes()
    path = tmp_path / "断.desk"
    for part in range(1, 40):
        path.write_bytes(whole[: len(whole) * part // 40])
        assert not _answer(path)


def test_a_check_writes_nothing(lived: Path, tmp_path: Path) -> None:
    copy = tmp_path / "同.desk"
    shutil.copyfile(lived, copy)
    assert check_file(lived, None).ok
    assert lived.read_bytes() == copy.read_bytes()
    assert sorted(file.name for file in tmp_path.iterdir()) == [copy.name, lived.name]


def test_a_byte_changed_in_a_protected_desk_is_found(tmp_path: Path) -> None:
    path = tmp_path / "密.desk"
    new_desk(path, OFFICE, 2026, Actor("周敏"), clock=frozen_clock, passphrase="一句很好记的口令")
    whole, chance = path.read_bytes(), random.Random(20270111)
    assert check_file(path, "一句很好记的口令").ok
    for _ in range(25):
        spoilt = bytearray(whole)
        place = chance.randrange(len(spoilt) // 4096) * 4096 + chance.randrange(4000)
        spoilt[place] ^= 1 << chance.randrange(8)
        path.write_bytes(spoilt)
        try:
            report = check_file(path, "一句很好记的口令")
        except WrongPassphrase:
            assert place < 4096  # of the first page, nothing tells a wrong key from a broken byte
            continue
        assert not report.ok
        assert all(problem_in_words(problem) for problem in report.problems)
