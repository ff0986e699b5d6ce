"""Scoring 10 000 prosecutors with 500 000 cases, against indexed GROUP BYs that make the same sums; and the memory.

The bare side is `baselines.bare_scoring`: the same cases, reviews, events, leaders' marks and ballots in plain tables,
the weights already worked out, added up person by person by one statement over an index for each kind of fact. The
desk's side is the whole verb: it opens the file, weighs every case by the scheme, makes those sums, works out months,
baselines and every indicator exactly, and ranks and grades everybody.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from baselines import SCORING_LIMIT, SCORING_MEGABYTES, bare_scoring, flatten
from big_office import fill
from measure import against, told, within

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.services.actor import Actor


def largest_megabytes(desk: Path) -> int:
    """The most memory that a process takes which does nothing but score that desk."""
    command = [sys.executable, __file__, str(desk)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def main() -> int:
    """Measure; the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "大院.desk")
        new_desk(path, "测量", 2026, Actor("测量"))
        fill(path)
        flat = Path(folder, "bare.db")
        flatten(path, flat)
        speed = against(
            "10 000 prosecutors, 500 000 cases scored",
            lambda: bare_scoring(flat),
            lambda: open_desk(path).scores.year(2026),
            SCORING_LIMIT,
        )
        return told(speed, within("  memory of scoring them", largest_megabytes(path), "MB", SCORING_MEGABYTES))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        open_desk(Path(sys.argv[1])).scores.year(2026)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        sys.exit(0)
    sys.exit(main())
