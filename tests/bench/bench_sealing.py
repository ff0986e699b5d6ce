"""Sealing the sheets of an office of 200 in one act with one passphrase, beyond drawing them; and judging one.

The sheets are drawn before: what is measured is unlocking the key, laying the data under each, seal and signature, and
keeping them in the desk.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from baselines import SEALING_LIMIT
from case_workbook import PEOPLE_HEADINGS, people, write
from measure import Result, told, within

from committee_desk.bootstrap import new_desk
from committee_desk.domain.sealing import expected_signers
from committee_desk.services.actor import Actor
from committee_desk.services.final_sheets import FinalSheet, ReadySheet
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.second import Second

SHEETS = 200
WHO, OFFICE, PASSPHRASE = Actor("测量"), "测量县人民检察院", "measured-and-sealed"
VERIFY_LIMIT = 500
"""Milliseconds for judging one sheet, in a program that runs already."""


class Drawn:
    """Sheets of everybody, drawn before the clock runs."""

    def __init__(self, pdf: bytes) -> None:
        by = expected_signers(OFFICE, None, "", "", strict=False)
        self._pdf = pdf
        self._ready = tuple(ReadySheet(str(code), str(name), 1, by, f"{code}.pdf") for code, name, *_ in people(SHEETS))

    def ready(self, _uow: object, _year: int) -> tuple[ReadySheet, ...]:
        """Everybody."""
        return self._ready

    def sheet(self, _year: int, code: str) -> FinalSheet:
        """One of them."""
        ready = next(each for each in self._ready if each.code == code)
        return FinalSheet(ready, '{"total":"91.20"}' * 200, None, self._pdf)


def main() -> int:
    """Seal once; a round more would find everybody sealed."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_STATE_HOME"] = folder
        return told(*measured(Path(folder)))


def measured(folder: Path) -> tuple[Result, Result]:
    """Milliseconds a sheet sealed, and for one that is judged."""
    desk = new_desk(folder / "院.desk", OFFICE, 2026, WHO)
    write(folder / "人员.xlsx", PEOPLE_HEADINGS, people(SHEETS))
    desk.imports.carry_out(WHO, Kind.PEOPLE, folder / "人员.xlsx", 2026)
    desk.__dict__["_final_sheets"] = Drawn(desk.sheets.preview(2026, "J00001"))
    desk.certificates.make(WHO, PASSPHRASE, Second("另一人"))
    desk.signing.seal(WHO, 2026, ["J00000"], PASSPHRASE)  # what loads once, loads here
    began = time.perf_counter()
    done = desk.signing.seal(WHO, 2026, None, PASSPHRASE)
    each = (time.perf_counter() - began) * 1000 / len(done.codes)
    assert len(done.codes) == SHEETS - 1
    file = folder / "一份.pdf"
    file.write_bytes(desk.signing.sheet(2026, "J00007").pdf)
    desk.signing.verify(file)
    began = time.perf_counter()
    assert desk.signing.verify(file).genuine
    judged = (time.perf_counter() - began) * 1000
    return (
        within(f"{SHEETS} sheets sealed, each beyond drawing", each, "ms", SEALING_LIMIT),
        within("one sealed sheet verified", judged, "ms", VERIFY_LIMIT),
    )


if __name__ == "__main__":
    sys.exit(main())
