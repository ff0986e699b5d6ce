"""Which version a desk has, and how yesterday's desk becomes today's: after a copy, or not at all.

Alembic is loaded only when something is to be migrated. The newest version is read off the migrations' file names.
"""

import io
import re
from contextlib import closing
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from committee_desk.domain.backup import Reason
from committee_desk.domain.desk_file import DeskDamaged, NewerDesk, OlderVersionReadOnly, ReadOnly
from committee_desk.paths import migrations
from committee_desk.services.actor import pc_user
from committee_desk.storage.books.office import OfficeRows
from committee_desk.storage.build import known_versions, require_built
from committee_desk.storage.engine import WRITING, connect, engine_for
from committee_desk.storage.journal import JournalRows
from committee_desk.storage.passphrase import Key
from committee_desk.storage.recognise import APPLICATION_ID

_VERSION = re.compile(r"[0-9]{4}", re.ASCII)


def version_of(connection: sa.Connection, path: Path) -> str:
    """The version the desk was written with; damaged where it names none, several, or one that none ever was."""
    try:
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    except sa.exc.OperationalError as error:  # no such table
        raise DeskDamaged(path) from error
    if len(found) != 1 or not isinstance(found[0], str) or not _VERSION.fullmatch(found[0]):
        raise DeskDamaged(path)
    return found[0]


def known_version_of(connection: sa.Connection, path: Path, known: tuple[str, ...]) -> str:
    """The same; refuses a later one than this program knows."""
    found = version_of(connection, path)
    if found > known[-1]:
        raise NewerDesk(path, found, known[-1])
    if found not in known:
        raise DeskDamaged(path)
    return found


def bring_up_to_date(path: Path, key: Key | None, moment: datetime, *, folder: Path | None = None) -> Path | None:
    """Migrate an older desk after copying it; returns the copy, None where nothing was to be done."""
    folder = folder or migrations()
    if not is_older(path, key, folder):
        return None
    from committee_desk.storage.copies import copy_before  # noqa: PLC0415 - a desk of today needs no copy here

    copy = copy_before(path, key, Reason.MIGRATION, moment)
    migrate_here(path, key, folder, moment)
    return copy


def require_current(path: Path, key: Key | None, read_only: ReadOnly) -> None:
    """Refuse an older desk where it cannot be migrated, and a newer one as everywhere."""
    if is_older(path, key, migrations(), read_only=read_only):
        raise OlderVersionReadOnly(path)


def is_older(
    path: Path, key: Key | None, folder: Path, *, told_as: Path | None = None, read_only: ReadOnly | None = None
) -> bool:
    """Whether an older program wrote the desk; refuses one of a newer program."""
    known = known_versions(folder)
    with engine_for(path, key, read_only).connect() as connection:
        return known_version_of(connection, told_as or path, known) != known[-1]


def migrate_here(path: Path, key: Key | None, folder: Path, moment: datetime) -> None:
    """Bring the file up to date, without a copy; its entry in the journal seals every table whole."""
    from committee_desk.storage.seals import WHOLE, whole_digests  # noqa: PLC0415 - a desk of today needs no tables

    with engine_for(path, key).connect().execution_options(**WRITING) as connection, connection.begin():
        before = version_of(connection, path)
        require_built(connection, path, before)
        upgrade(connection, folder)
        desk = OfficeRows(connection).identity()
        latest = JournalRows(connection, lambda: moment).latest_moment() if desk.demo else None  # its own clock
        journal = JournalRows(connection, lambda: latest or moment)
        entry = journal.append(pc_user(), WHOLE, desk.uid, {"from": before, "to": version_of(connection, path)})
        journal.seal({entry: whole_digests(connection, entry)})


def upgrade(connection: sa.Connection, folder: Path) -> None:
    """Run the missing migrations inside the connection's own transaction."""
    from alembic import command  # noqa: PLC0415 - half a second that a desk of today does not pay
    from alembic.config import Config  # noqa: PLC0415

    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def lay_tables(path: Path, key: Key | None, *, folder: Path | None = None) -> None:
    """Fill a new, empty file with today's tables and mark it as a desk."""
    with closing(connect(path, key, mode="rwc")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with engine_for(path, key).connect().execution_options(**WRITING) as connection, connection.begin():
        upgrade(connection, folder or migrations())
