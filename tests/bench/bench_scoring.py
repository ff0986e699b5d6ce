"""Scoring 10 000 prosecutors with 500 000 cases, against one indexed GROUP BY that makes the same sums; and the memory.

The bare side holds the same cases and their reviews in two plain tables, the weights already worked out, and adds them
up person by person in one statement over indexes. The desk's side is the whole verb: it opens the file, weighs every
case by the scheme, adds up cases, reviews, events, leaders' marks and ballots, works out months, baselines and every
indicator exactly, and ranks and grades everybody.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from big_office import fill
from measure import seconds, told
from sqlcipher3 import dbapi2

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.services.actor import Actor

LIMIT, MEGABYTES = 3, 300
BARE = """
SELECT c.person, c.department, sum(c.share * c.weight), sum(CASE WHEN c.due IS NOT NULL THEN c.share END),
    sum(CASE WHEN c.closed <= c.due THEN c.share END), sum(CASE WHEN r.mark IS NOT NULL THEN c.share END),
    sum(c.share * r.mark), sum(r.points), sum(r.points = 5000)
FROM cases c LEFT JOIN reviews r ON r.number = c.number WHERE c.year = 2026 GROUP BY c.person, c.department
"""


def bare(flat: Path) -> list[tuple[object, ...]]:
    """Open the file and add up."""
    connection = dbapi2.connect(str(flat))
    connection.execute("PRAGMA cache_size = -65536")
    sums = connection.execute(BARE).fetchall()
    connection.close()
    return sums


def make_bare_copy(desk: Path, target: Path) -> None:
    """The same cases and reviews in two plain tables with the index that the statement wants."""
    connection = dbapi2.connect(str(target))
    connection.execute("ATTACH ? AS desk", (str(desk),))
    connection.execute(
        "CREATE TABLE cases AS SELECT case_id AS number, person_id AS person, department_id AS department, year,"
        " share / 1000 AS share, 10000 AS weight, closed, due FROM desk.case_shares"
    )
    connection.execute("CREATE TABLE reviews (number INTEGER PRIMARY KEY, mark INTEGER, points INTEGER)")
    connection.execute(
        "INSERT INTO reviews SELECT case_id, (substance + procedure) / 100000,"
        " CASE grade WHEN '优质' THEN 5000 WHEN '基本合格' THEN -10000 ELSE 0 END FROM desk.reviews ORDER BY case_id"
    )
    connection.execute("CREATE INDEX by_person ON cases (year, person, department, share, weight, closed, due, number)")
    connection.commit()
    connection.close()


def largest_megabytes(desk: Path) -> int:
    """The most memory that a process takes which does nothing but score that desk."""
    command = [sys.executable, __file__, str(desk)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> bool:
    """Measure; whether the limits are kept."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "大院.desk")
        desk = new_desk(path, "测量", 2026, Actor("测量"))
        fill(path)
        flat = Path(folder, "bare.db")
        make_bare_copy(path, flat)
        kept = told(
            "10 000 prosecutors, 500 000 cases scored",
            seconds(lambda: bare(flat)),
            seconds(lambda: desk.scores.year(2026)),
            LIMIT,
        )
        memory = largest_megabytes(path)
        print(f"memory: {memory} MB, limit {MEGABYTES} MB{'' if memory < MEGABYTES else '  MISSED'}")
        return kept and memory < MEGABYTES


if __name__ == "__main__":
    if len(sys.argv) > 1:
        open_desk(Path(sys.argv[1])).scores.year(2026)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        sys.exit(0)
    sys.exit(not main())
