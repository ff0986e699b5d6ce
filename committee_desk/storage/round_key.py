"""The key of a working file: where it lies in this user's state folder, and for which place it counts.

Behind the key stands the working file that it opens. As long as that one stands, every other is a copy. Once it is
gone, the desk was moved together with it: the first that opens its round there has the key, and it counts for that
place from then on. Never do two places share one key: whoever closes the round at one would destroy it for the other.
"""

import hashlib
import os
import secrets
from contextlib import suppress
from pathlib import Path

from committee_desk.paths import state_folder
from committee_desk.storage.leftovers import settle_on_disk

KEY_BYTES, PLACE = 32, 12
ALWAYS = 946_684_800
"""The stamp of time that every file of a round bears: none tells when it was written."""


def real_place(desk: Path) -> Path:
    """Where the desk itself lies, by whatever link it was opened: it is one desk, and has one key."""
    try:
        return desk.resolve()
    except (OSError, RuntimeError):  # a folder that cannot be looked at, links in a circle
        return desk.absolute()


def key_at(desk: Path, uid: str, label: str) -> Path:
    """Where the round's key of the desk at that place lies."""
    place = hashlib.sha256(os.fsencode(os.path.normcase(desk))).hexdigest()[:PLACE]
    return state_folder() / "rounds" / f"{uid}.{label}.{place}.key"


def make_key(key: Path, file: Path) -> None:
    """A new key for that working file, which this user alone can read."""
    key.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(key, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as held:
        held.write(secrets.token_bytes(KEY_BYTES) + os.fsencode(file))
        held.flush()
        os.fsync(held.fileno())
    os.utime(key, (ALWAYS, ALWAYS))


def bind_key(key: Path, own: Path, file: Path) -> None:
    """Let the key count for that working file, and lie where the desk beside it looks for it.

    The place is written first: at a cut the key counts for the new place alone, under its old name still.
    """
    with key.open("r+b") as held:
        held.seek(KEY_BYTES)
        held.write(os.fsencode(file))
        held.truncate()
        held.flush()
        os.fsync(held.fileno())
    os.utime(key, (ALWAYS, ALWAYS))
    key.replace(own)
    with suppress(OSError):
        settle_on_disk(own.parent)


def secret_of(key: Path) -> bytes:
    """The key itself."""
    return key.read_bytes()[:KEY_BYTES]


def is_same(one: Path, other: Path) -> bool:
    """Whether both are one file, by whatever path."""
    with suppress(OSError):
        return one.samefile(other)
    return False


def counts_for(key: Path) -> Path | None:
    """The working file that the key counts for, as long as it stands there: another one is a copy."""
    with suppress(OSError):
        file = os.fsdecode(key.read_bytes()[KEY_BYTES:])
        return Path(file) if file and Path(file).is_file() else None
    return None
