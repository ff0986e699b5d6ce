"""A province in one desk: 10 000 prosecutors, 500 000 cases, most of them reviewed, with events, marks and ballots."""

import random
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

if TYPE_CHECKING:
    from collections.abc import Iterator

PEOPLE, CASES, DEPARTMENTS = 10_000, 500_000, 400
WHOLE = 10**9
KINDS = ("审查逮捕", "审查起诉", "公益诉讼", "刑事执行监督", "民事检察监督", "行政检察监督", "控告申诉", "未成年人检察")
LEDGERS = ("effect", "safety", "regularity", "conduct", "skill", "ethics", "bonus")


def fill(path: Path, size: int = PEOPLE, cases: int = CASES, parts: int = DEPARTMENTS) -> None:
    """Write the facts straight into the tables: reading half a million rows in is measured elsewhere."""
    chance = random.Random(20261231)
    connection = dbapi2.connect(str(path))
    entry = connection.execute("SELECT max(seq) FROM journal").fetchone()[0]
    weightings = [(kind, persons, hard) for kind in KINDS for persons in range(1, 9) for hard in ("", "1.2", "1.5")]
    departments = {person: chance.randint(1, parts) for person in range(1, size + 1)}
    rows: dict[str, Iterator[tuple[object, ...]]] = {
        "persons (id, code) VALUES (?, ?)": ((n, f"J{n:05d}") for n in range(1, size + 1)),
        "departments (id, name) VALUES (?, ?)": ((n, f"第{n}检察部") for n in range(1, parts + 1)),
        "case_numbers (id, number) VALUES (?, ?)": ((n, f"检刑诉受〔2026〕{n}号") for n in range(1, cases + 1)),
        "weightings (id, kind, persons, difficulty) VALUES (?, ?, ?, ?)": (
            (n, *each) for n, each in enumerate(weightings, start=1)
        ),
        "stays (person_id, department_id, name, category, is_leader, since, factor, entry)"
        " VALUES (?, ?, '某某', '检察官', 0, '2020-01-01', ?, ?)": (
            (person, department, WHOLE, entry) for person, department in departments.items()
        ),
        "case_shares (case_id, person_id, department_id, weighting_id, year, accepted, closed, due, share, title,"
        " outcome, entry) VALUES (?, ?, ?, ?, 2026, '2026-01-01', ?, ?, ?, '某某案', '提起公诉', ?)": (
            (
                n,
                who,
                departments[who],
                chance.randint(1, len(weightings)),
                _day(chance),
                _day(chance),
                _share(chance),
                entry,
            )
            for n in range(1, cases + 1)
            for who in (chance.randint(1, size),)
        ),
        "reviews (case_id, substance, procedure, grade, entry) VALUES (?, ?, ?, ?, ?)": (
            (n, chance.randint(40, 60) * WHOLE, chance.randint(30, 40) * WHOLE, _grade(chance), entry)
            for n in range(1, cases + 1)
            if chance.random() < 0.8
        ),
        "events (year, person_id, indicator, day, points, reason, voucher, entry)"
        " VALUES (2026, ?, ?, '2026-05-05', ?, '事由', ?, ?)": (
            (chance.randint(1, size), chance.choice(LEDGERS), chance.choice((-1, 1)) * WHOLE // 2, str(n), entry)
            for n in range(6 * size)
        ),
        "leader_marks (year, person_id, rater, mark, entry) VALUES (2026, ?, ?, ?, ?)": (
            (person, rater, chance.randint(70, 99) * WHOLE, entry) for person in departments for rater in "甲乙"
        ),
        "ballots (id, year, slip, ballot_class, person_id, mark, entry) VALUES (?, 2026, ?, ?, ?, ?, ?)": (
            (chance.getrandbits(62), f"{person}-{n}", "ABC"[n % 3], person, chance.randint(70, 99) * WHOLE, entry)
            for person in departments
            for n in range(21)
        ),
    }
    for target, values in rows.items():
        connection.executemany(f"INSERT INTO {target}", values)
    connection.commit()
    connection.close()


def _day(chance: random.Random) -> str:
    return f"2026-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"


def _share(chance: random.Random) -> int:
    return chance.choice((WHOLE, WHOLE, WHOLE * 6 // 10))


def _grade(chance: random.Random) -> str:
    return chance.choice(("优质", "合格", "合格", "基本合格"))
