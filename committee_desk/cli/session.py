"""The desk that a command works on: opened with the passphrase of the environment, for the year that was asked for."""

import os
from pathlib import Path

from committee_desk.cli.grammar import Given
from committee_desk.cli.refusals import PassphraseFileUnreadable
from committee_desk.domain.desk_file import NoSuchYear, PassphraseNeeded
from committee_desk.services.desk import Desk

PASSPHRASE_FILE = "COMMITTEE_DESK_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable


def opened(given: Given, name: str = "FILE") -> Desk:
    """The desk of that word or option. A protected one takes its passphrase from the environment."""
    from committee_desk.bootstrap import open_desk  # noqa: PLC0415 - SQLAlchemy, which help and `window` do without

    path = given.path(name)
    try:
        return open_desk(path)
    except PassphraseNeeded:
        passphrase = passphrase_given()
        if passphrase is None:
            raise
        return open_desk(path, passphrase=passphrase)


def year_of(given: Given, desk: Desk) -> int:
    """The year asked for, else the desk's newest."""
    held = desk.years()
    year = given.year() if given.has("--year") else held[-1]
    if year not in held:
        raise NoSuchYear(year, held)
    return year


def passphrase_given() -> str | None:
    """What the file of the environment's variable holds, without the end of its line; None where it is not set."""
    named = os.environ.get(PASSPHRASE_FILE)
    if not named:
        return None
    try:
        passphrase = Path(named).read_text(encoding="utf-8-sig").rstrip("\r\n")
    except (OSError, ValueError):
        raise PassphraseFileUnreadable(named) from None
    if not passphrase:
        raise PassphraseFileUnreadable(named)
    return passphrase
