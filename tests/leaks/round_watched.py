"""A rating round watched by an administrator: what he has after each step, and how he tries to link marks."""

import io
import math
import shutil
import sqlite3
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import pypdfium2

from committee_desk.bootstrap import open_desk
from committee_desk.domain.backup import Reason
from committee_desk.domain.people import Category
from committee_desk.paths import state_folder
from committee_desk.services.actor import Actor
from committee_desk.services.round_file import Ledger
from committee_desk.storage.round_file import SqlRoundFiles
from tests.conftest import frozen_clock
from tests.scenario.round_of_thirty import (
    NUMBER,
    YEAR,
    Hands,
    RoundOfThirty,
    rater_of,
)
from tests.services.slip_hands import strictly

LABEL = "2026-测-001"
UNIT = 10**9
"""How the desk keeps a mark: in thousand-millionths."""
OF_MARKS = (
    "SELECT {columns} FROM ballots WHERE ended_by IS NULL "
    "AND person_id IN (SELECT person_id FROM round_people WHERE rated)"
)


@dataclass
class Look:
    """What the administrator has after a step."""

    step: str
    files: Mapping[Path, bytes]
    stamps: Mapping[Path, int]
    ledger: Ledger | None
    key: bytes | None


@dataclass
class Attacked:
    """A round that he watched from its draft to its papers."""

    held: RoundOfThirty
    desk: Path
    looks: list[Look] = field(default_factory=list)
    exports: dict[str, str] = field(default_factory=dict)
    """Of every paper and workbook the text."""

    @property
    def secrets(self) -> list[bytes]:
        """What names a single slip, a single code, or opens the working file."""
        keys = {look.key for look in self.looks if look.key}
        assert len(keys) == 1
        return [each.encode() for each in (*self.held.paper, *self.held.envelopes.values())] + list(keys)

    @property
    def marks(self) -> list[Fraction]:
        """Every mark that somebody gave."""
        texts = (text for lines in self.held.truth.values() for text in lines.values())
        return [Fraction(text) for text in texts if text[:1].isdigit()]

    @property
    def closed(self) -> bytes:
        """The desk as closing left it, before anything was drawn."""
        (look,) = (look for look in self.looks if look.step == "closed")
        return look.files[self.desk]

    def open_looks(self) -> Iterator[Look]:
        """Those while the round was open."""
        return (look for look in self.looks if look.ledger is not None)


def watched(folder: Path, template: Path, *, strict: bool, trading: Mapping[str, str]) -> Attacked:
    """Run the round and look after each step; at the end its papers and workbooks are made."""
    path = folder / "台账" / "考评.desk"
    path.parent.mkdir()
    shutil.copyfile(template, path)
    with open_desk(path, clock=frozen_clock) as desk:
        hands = Hands(strictly(desk) if strict else desk, strict)
        held = RoundOfThirty(hands, trading=trading)
        attacked = Attacked(held, path)
        uid = desk.identity().uid
        for step in held.steps():
            if step in {"turnout", "slips"}:
                desk.backup.automatic(Reason.ACT)
            attacked.looks.append(look_at(step, path, uid))
        keeper = hands.keeper()
        attacked.exports = texts_of(attacked, keeper, folder)
        attacked.looks.append(look_at("exported", path, uid))
    return attacked


def look_at(step: str, desk: Path, uid: str) -> Look:
    """Every file beside the desk and in the state folder, and the working file opened with its key."""
    found = sorted(each for folder in (desk.parent, state_folder()) for each in folder.rglob("*") if each.is_file())
    files = SqlRoundFiles(desk, uid)
    keys = sorted((state_folder() / "rounds").glob(f"{uid}.{LABEL}.*.key"))
    is_open = files.is_here(LABEL)
    return Look(
        step,
        {each: each.read_bytes() for each in found},
        {each: each.stat().st_mtime_ns for each in found},
        files.open(LABEL).read() if is_open else None,
        keys[0].read_bytes()[:32] if is_open else None,
    )


def texts_of(attacked: Attacked, keeper: Actor, folder: Path) -> dict[str, str]:
    """Everything that goes out after a round."""
    desk, papers, second = attacked.held.desk, attacked.held.desk.round_papers, attacked.held.hands.second
    told = {
        "汇总表": text_of(papers.summary(keeper, YEAR, NUMBER)),
        "批次表": text_of(papers.batches(keeper, YEAR, NUMBER)),
    }
    if not attacked.held.hands.strict:
        told["统计报告"] = text_of(papers.statistics(keeper, YEAR, NUMBER))
    for category in Category:
        target = folder / f"{category}.xlsx"
        desk.scores.export(keeper, YEAR, target, second, category=category)
        with zipfile.ZipFile(io.BytesIO(target.read_bytes())) as book:
            told[target.name] = "\n".join(book.read(each).decode("utf-8", "replace") for each in book.namelist())
    return told


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def rows(content: bytes, query: str) -> list[tuple[Any, ...]]:
    """What a desk among his files answers."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(content)
        return list(connection.execute(query))
    finally:
        connection.close()


def desks(look: Look) -> dict[Path, bytes]:
    """The desk and all its copies."""
    return {path: content for path, content in look.files.items() if content.startswith(b"SQLite format 3\0")}


def columns(content: bytes, table: str) -> list[str]:
    return [row[1] for row in rows(content, f"PRAGMA table_info({table})")]


Marks = Mapping[int, Sequence[str]]
"""By person rated, in some order that the attacker found, the raters behind the marks of a class."""


def linked(marks: Marks) -> tuple[int, float]:
    """How often the marks at the same place in two people's lists are one rater's; and how often chance has it."""
    hits, by_chance = 0, 0.0
    people = sorted(marks)
    for at, one in enumerate(people):
        for two in people[at + 1 :]:
            hits += sum(a == b for a, b in zip(marks[one], marks[two], strict=False))
            common = len(set(marks[one]) & set(marks[two]))
            by_chance += common / max(len(marks[one]), len(marks[two]))
    return hits, by_chance


def bound(by_chance: float) -> float:
    """What chance exceeds in none of a thousand million runs."""
    return by_chance + 7 * math.sqrt(by_chance) + 7


def in_order(content: bytes, column: str) -> Marks:
    """The marks of class C by person, in the order of a column."""
    query = (
        OF_MARKS.format(columns="person_id, mark") + f" AND ballot_class = 'C' AND mark IS NOT NULL ORDER BY {column}"
    )
    found: dict[int, list[str]] = defaultdict(list)
    for person, mark in rows(content, query):
        found[person].append(rater_of(Fraction(mark, UNIT)))
    return found


def free_pages(content: bytes) -> list[bytes]:
    """The pages of a desk that are in no table any more, as they lie there."""
    size = int.from_bytes(content[16:18], "big")
    trunk, found = int.from_bytes(content[32:36], "big"), []
    while trunk:
        page = content[(trunk - 1) * size : trunk * size]
        leaves = int.from_bytes(page[4:8], "big")
        numbers = [int.from_bytes(page[8 + 4 * at : 12 + 4 * at], "big") for at in range(leaves)]
        found += [page[8 + 4 * leaves :], *(content[(each - 1) * size : each * size] for each in numbers)]
        trunk = int.from_bytes(page[:4], "big")
    return found
