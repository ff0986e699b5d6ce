"""Reading 100 000 cases in, against calamine's bare reading and a bare executemany of the same rows.

The bare side reads the sheet and writes its rows into one table without keys, checks or history. The desk's side is the
whole verb: it looks for bombs and uncalculated formulas, reads every cell as its field, checks each row, each case and
each handler, compares with what the desk holds, writes facts with their sources, journals the digest and commits.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from case_workbook import CASE_HEADINGS, PEOPLE_HEADINGS, cases, people, write
from measure import seconds, told
from python_calamine import CalamineWorkbook
from sqlcipher3 import dbapi2

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.services.actor import Actor
from committee_desk.services.imports import Kind

CASES, PEOPLE, LIMIT = 100_000, 500, 2.5


def bare(workbook: Path, target: Path) -> None:
    """What a short script would do."""
    target.unlink(missing_ok=True)
    rows = CalamineWorkbook.from_path(str(workbook)).get_sheet_by_index(0).to_python()
    lying = [[cell if isinstance(cell, str | float) else cell.isoformat() for cell in row] for row in rows[1:]]
    connection = dbapi2.connect(str(target))
    connection.execute(f"CREATE TABLE cases ({', '.join(f'c{at}' for at in range(len(CASE_HEADINGS)))})")
    places = ", ".join("?" * len(CASE_HEADINGS))
    connection.executemany(f"INSERT INTO cases VALUES ({places})", lying)
    connection.commit()
    connection.close()


def main() -> bool:
    """Measure; whether the limit is kept."""
    actor = Actor("测量")
    with tempfile.TemporaryDirectory() as folder:
        roster, workbook, empty = Path(folder, "人员.xlsx"), Path(folder, "案件.xlsx"), Path(folder, "空.desk")
        write(roster, PEOPLE_HEADINGS, people(PEOPLE))
        write(workbook, CASE_HEADINGS, cases(CASES, people(PEOPLE)))
        new_desk(empty, "测量", 2026, actor).imports.carry_out(actor, Kind.PEOPLE, roster, 2026)

        def ours() -> None:
            target = Path(folder, "满.desk")
            shutil.copyfile(empty, target)
            done = open_desk(target).imports.carry_out(actor, Kind.CASES, workbook, 2026)
            assert done.added == CASES

        ours()
        return told(
            "100 000 cases imported", seconds(lambda: bare(workbook, Path(folder, "bare.db"))), seconds(ours), LIMIT
        )


if __name__ == "__main__":
    sys.exit(not main())
