"""Which version a desk has, and how yesterday's desk becomes today's: after a copy, or not at all.

Alembic is loaded only when something is to be migrated. The newest version is read off the migrations' file names.
"""

import io
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from committee_desk.domain.desk_file import DeskDamaged, NewerDesk
from committee_desk.paths import migrations
from committee_desk.storage.engine import WRITING, connect, engine_for
from committee_desk.storage.failures import failure_of
from committee_desk.storage.passphrase import Key
from committee_desk.storage.recognise import APPLICATION_ID


def known_versions(folder: Path) -> tuple[str, ...]:
    """Every version this program knows, oldest first."""
    return tuple(sorted(file.stem.split("_")[0] for file in (folder / "versions").glob("[0-9]*.py")))


def version_of(connection: sa.Connection, path: Path) -> str:
    """The version the desk was written with."""
    try:
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one_or_none()
    except sa.exc.OperationalError as error:  # no such table
        raise DeskDamaged(path) from error
    if not isinstance(found, str):
        raise DeskDamaged(path)
    return found


def bring_up_to_date(path: Path, key: Key | None, moment: datetime, *, folder: Path | None = None) -> Path | None:
    """Migrate an older desk after copying it beside itself; returns the copy, None where nothing was to be done."""
    folder = folder or migrations()
    known = known_versions(folder)
    engine = engine_for(path, key)
    with engine.connect() as connection:
        version = version_of(connection, path)
    if version == known[-1]:
        return None
    if version not in known:
        raise NewerDesk(path, version, known[-1])
    copy = path.with_name(f"{path.stem}.{version}.{moment:%Y%m%d-%H%M%S}{path.suffix}")
    copy_file(path, copy, key)
    with engine.connect().execution_options(**WRITING) as connection, connection.begin():
        upgrade(connection, folder)
    return copy


def upgrade(connection: sa.Connection, folder: Path) -> None:
    """Run the missing migrations inside the connection's own transaction."""
    from alembic import command  # noqa: PLC0415 - half a second that a desk of today does not pay
    from alembic.config import Config  # noqa: PLC0415

    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def copy_file(path: Path, copy: Path, key: Key | None) -> None:
    """A consistent copy of a desk under another name, complete or absent, protected by the same key."""
    unfinished = copy.with_name(f".{copy.name}.unfinished")
    try:
        with closing(connect(path, key)) as source, closing(connect(unfinished, key, mode="rwc")) as target:
            source.backup(target)
        unfinished.replace(copy)
    except (dbapi2.Error, OSError) as error:
        told = failure_of(error, copy)
        raise told or error from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def lay_tables(path: Path, key: Key | None, *, folder: Path | None = None) -> None:
    """Fill a new, empty file with today's tables and mark it as a desk."""
    with closing(connect(path, key, mode="rwc")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with engine_for(path, key).connect().execution_options(**WRITING) as connection, connection.begin():
        upgrade(connection, folder or migrations())
