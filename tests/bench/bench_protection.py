"""A protected desk against the same without a passphrase: opened and scored, and read into. The key is derived once.

Both sides are the whole verb. What a passphrase costs at every opening, about a tenth of a second, is on purpose and
left out: the derived key is kept between the rounds.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path

from baselines import PROTECTED_LIMIT
from big_office import fill
from case_workbook import CASE_HEADINGS, PEOPLE_HEADINGS, cases, people, write
from measure import Result, against, told

from committee_desk.bootstrap import new_desk, open_desk
from committee_desk.services.actor import Actor
from committee_desk.services.imports import Kind
from committee_desk.storage import passphrase
from committee_desk.storage.exchange import exchange

CASES, PEOPLE = 100_000, 500
PASSPHRASE = "correct horse battery"
WHO = Actor("测量")


def main() -> int:
    """Measure; the exit code."""
    passphrase._derived = cache(passphrase._derived)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder  # what this PC remembers of its own desks stays as it is
        return told(scoring(Path(folder)), importing(Path(folder)))


def scoring(folder: Path) -> Result:
    """10 000 prosecutors with 500 000 cases, opened and scored."""
    plain = folder / "大院.desk"
    new_desk(plain, "测量", 2026, WHO)
    fill(plain)
    kept = protected(plain)
    return against(
        "protected: 500 000 cases opened and scored",
        lambda: open_desk(plain).scores.year(2026),
        lambda: open_desk(kept, passphrase=PASSPHRASE).scores.year(2026),
        PROTECTED_LIMIT,
    )


def importing(folder: Path) -> Result:
    """100 000 cases read in."""
    roster, workbook, plain = folder / "人员.xlsx", folder / "案件.xlsx", folder / "空.desk"
    write(roster, PEOPLE_HEADINGS, people(PEOPLE))
    write(workbook, CASE_HEADINGS, cases(CASES, people(PEOPLE)))
    new_desk(plain, "测量", 2026, WHO).imports.carry_out(WHO, Kind.PEOPLE, roster, 2026)
    kept, rounds = protected(plain), count()

    def reading_into(desk: Path, given: str | None) -> Callable[[], object]:
        def work() -> None:
            target = folder / f"满{next(rounds)}.desk"
            shutil.copyfile(desk, target)
            done = open_desk(target, passphrase=given).imports.carry_out(WHO, Kind.CASES, workbook, 2026)
            assert done.added == CASES
            target.unlink()

        return work

    name = "protected: 100 000 cases imported"
    return against(name, reading_into(plain, None), reading_into(kept, PASSPHRASE), PROTECTED_LIMIT, rounds=3)


def protected(plain: Path) -> Path:
    """The same desk under a passphrase, beside it."""
    kept = plain.with_name(f"保护{plain.name}")
    shutil.copyfile(plain, kept)
    exchange(kept, None, passphrase.derive(PASSPHRASE, passphrase.new_salt()))
    return kept


if __name__ == "__main__":
    sys.exit(main())
