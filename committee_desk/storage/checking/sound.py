"""Runs the invariants over one desk file in one consistent read, and never writes."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from sqlcipher3 import dbapi2

from committee_desk.domain.checking import Problem, Report
from committee_desk.domain.desk_file import DeskDamaged, NotADesk
from committee_desk.domain.journal import BEGINNING
from committee_desk.paths import migrations
from committee_desk.services.ports import Progress
from committee_desk.storage.build import known_versions
from committee_desk.storage.checking.every import EVERY, QUICK, TRAIL
from committee_desk.storage.checking.reading import Invariant, Reading
from committee_desk.storage.engine import engine_for
from committee_desk.storage.failures import failure_of
from committee_desk.storage.migrate import known_version_of
from committee_desk.storage.passphrase import Key
from committee_desk.storage.recognise import in_use

LISTED = 20
"""So many places of one broken invariant are named; more are counted."""


SEALED_FROM = "0002"
"""The first version that seals what it writes."""


def silent(_done: int, _total: int) -> None:
    """Nobody watches."""


def sound(path: Path, key: Key | None, tell: Progress = silent) -> Report:
    """Every invariant of the desk in that file, whatever version wrote it. `tell` may raise to stop."""
    return _examined(path, key, EVERY, tell)


def looked_over(path: Path, key: Key | None) -> Report:
    """The part that is looked at whenever a desk is opened."""
    return _examined(path, key, QUICK, silent)


def trail_followed(path: Path, key: Key | None, tell: Progress = silent) -> Report:
    """The journal's chain and every seal: whether the data are those that the journal says were written."""
    return _examined(path, key, TRAIL, tell)


def _examined(path: Path, key: Key | None, invariants: Sequence[Invariant], tell: Progress) -> Report:
    try:
        with in_use(path.absolute()), engine_for(path, key).connect() as connection:
            version = known_version_of(connection, path, known_versions(migrations()))
            reading = Reading(connection, version)
            found = _found(reading, invariants, path, tell)
            return Report(tuple(found), *_head(reading), unsealed=version < SEALED_FROM)
    except (DeskDamaged, NotADesk) as error:
        return unreadable(error)
    except dbapi2.Error as error:
        told = failure_of(error, path)
        if isinstance(told, DeskDamaged | NotADesk):
            return unreadable(told)
        raise told or error from error


def unreadable(error: Exception) -> Report:
    """The answer for a file whose content cannot be read at all."""
    return Report((Problem("file.unreadable", {"said": str(error.__cause__ or "")}),))


def _found(reading: Reading, invariants: Sequence[Invariant], path: Path, tell: Progress) -> list[Problem]:
    found: list[Problem] = []
    for done, invariant in enumerate(invariants):
        tell(done, len(invariants))
        try:
            places = invariant.problems(reading)
            named = list(islice(places, LISTED))
            more = sum(1 for _ in places)
        except Exception as error:  # noqa: BLE001 - a broken desk may break any reader; what it broke is named
            found += _unjudged(invariant, error, found, path)
            continue
        found += named
        if more:
            found.append(Problem(f"{named[0].subject}.more", {"of": invariant.code, "count": more}))
    return found


def _unjudged(invariant: Invariant, error: Exception, found: list[Problem], path: Path) -> list[Problem]:
    """The problem of an invariant that could not be judged; silent where what is broken was named before."""
    told = failure_of(error, path)
    if told is not None and not isinstance(told, DeskDamaged | NotADesk):
        raise told from error
    if found:
        return []
    return [Problem("file.unjudged", {"of": invariant.code, "said": f"{type(error).__name__}: {error}"})]


def _head(reading: Reading) -> tuple[int | None, str | None]:
    try:
        newest = reading.rows("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1")
    except dbapi2.Error:
        return None, None
    return (newest[0][0], str(newest[0][1])) if newest else (0, BEGINNING)
