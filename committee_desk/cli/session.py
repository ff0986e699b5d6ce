"""The desk that a command works on: opened with the passphrase of the environment, for the year that was asked for."""

import os
from pathlib import Path

from committee_desk.cli.grammar import Given, is_text
from committee_desk.cli.refusals import AccountNeeded, PassphraseFileUnreadable, PasswordFileUnreadable, UserNotText
from committee_desk.cli.speech import warn
from committee_desk.domain.desk_file import NoSuchYear, PassphraseNeeded
from committee_desk.services.access import Access, ReadOnly
from committee_desk.services.desk import Desk
from committee_desk.wording.language import tr
from committee_desk.wording.protection import leaves_protection
from committee_desk.wording.remembered import stranger_in_words

PASSPHRASE_FILE = "COMMITTEE_DESK_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable
USER = "COMMITTEE_DESK_USER"
PASSWORD_FILE = "COMMITTEE_DESK_PASSWORD_FILE"  # noqa: S105 - the name of a variable


def opened(given: Given, name: str = "FILE", access: Access = Access.BESIDE) -> Desk:
    """The desk of that word or option. A protected one takes its passphrase from the environment.

    A command that reads facts in bars windows and other importers: it opens with IMPORT and closes the desk.
    """
    from committee_desk.bootstrap import open_desk  # noqa: PLC0415 - SQLAlchemy, which help and `window` do without

    path = given.path(name)
    try:
        desk = open_desk(path, access=access)
    except PassphraseNeeded:
        passphrase = passphrase_given()
        if passphrase is None:
            raise
        desk = open_desk(path, passphrase=passphrase, access=access)
    _tell_damage(desk)
    if desk.office.stranger is not None:
        warn(stranger_in_words(desk.office.stranger))
    return desk


def seated(given: Given, name: str = "FILE", access: Access = Access.BESIDE) -> Desk:
    """The same, with the account of the environment signed in where the desk has accounts: for figures."""
    desk = opened(given, name, access)
    try:
        take_seat(desk)
    except BaseException:
        desk.close()
        raise
    return desk


def take_seat(desk: Desk, told_as: Path | None = None) -> None:
    """Sign in the account of the environment; a desk without accounts needs none. `told_as` names a copy's file."""
    if not desk.seat.has_accounts:
        return
    login, named = os.environ.get(USER), os.environ.get(PASSWORD_FILE)
    if not login or not named:
        raise AccountNeeded(told_as or desk.path)
    if not is_text(login):
        raise UserNotText
    password = _secret_in(named)
    if not password:
        raise PasswordFileUnreadable(named)
    desk.seating.sign_in(login, password)


def _tell_damage(desk: Desk) -> None:
    if desk.read_only is ReadOnly.DAMAGED:
        warn(tr("警告：台账文件“{path}”已经损坏，以下只是还能读出的内容。请改用最近的备份。", path=desk.path))


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
    passphrase = _secret_in(named)
    if not passphrase:
        raise PassphraseFileUnreadable(named)
    return passphrase


def _secret_in(named: str) -> str | None:
    """What a file holds without the mark at its beginning and the end of its line; None where it is no text."""
    try:
        return Path(named).read_text(encoding="utf-8-sig").rstrip("\r\n")
    except (OSError, ValueError):
        return None


def warn_of_leaving(desk: Desk) -> None:
    """Say of files that were written out of a protected desk that they are not protected."""
    if desk.identity().protected:
        warn(leaves_protection())
