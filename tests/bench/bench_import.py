"""Reading 100 000 cases in, against calamine's bare reading and a bare executemany of the same rows.

The bare side is `baselines.bare_import`: no keys, checks or history. The desk's side is the whole verb: it looks for
bombs and uncalculated formulas, reads every cell as its field, checks each row, each case and each handler, compares
with what the desk holds, writes facts with their sources, journals the digest and commits.
"""

import os
import shutil
import sys
import tempfile
from itertools import count
from pathlib import Path

from baselines import IMPORT_LIMIT, bare_import
from case_workbook import CASE_HEADINGS, PEOPLE_HEADINGS, cases, people, write
from measure import against, told

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.services.actor import Actor
from committee_desk.services.imports import Kind

CASES, PEOPLE = 100_000, 500


def main() -> int:
    """Measure; the exit code."""
    actor = Actor("测量")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder  # what this PC remembers of its own desks stays as it is
        rounds = count()
        roster, workbook, empty = Path(folder, "人员.xlsx"), Path(folder, "案件.xlsx"), Path(folder, "空.desk")
        write(roster, PEOPLE_HEADINGS, people(PEOPLE))
        write(workbook, CASE_HEADINGS, cases(CASES, people(PEOPLE)))
        new_desk(empty, "测量", 2026, actor).imports.carry_out(actor, Kind.PEOPLE, roster, 2026)

        def ours() -> None:
            target = Path(folder, f"满{next(rounds)}.desk")  # the same again would be an older state of one desk
            shutil.copyfile(empty, target)
            done = open_desk(target).imports.carry_out(actor, Kind.CASES, workbook, 2026)
            assert done.added == CASES

        def bare() -> None:
            bare_import(workbook, Path(folder, "bare.db"), len(CASE_HEADINGS))

        return told(against("100 000 cases imported", bare, ours, IMPORT_LIMIT, rounds=3))


if __name__ == "__main__":
    sys.exit(main())
