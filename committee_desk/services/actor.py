"""Who acts: every command takes one, and the journal keeps it."""

import getpass
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """The person at the desk and the role in which they act. Without accounts, the PC's user."""

    name: str
    role: str = "desk"


def pc_user() -> Actor:
    """The user of this PC: who acts at a desk without accounts."""
    try:
        name = getpass.getuser()
    except (ImportError, KeyError, OSError):  # an account that the PC has no name for
        name = "?"
    return Actor(name.encode("utf-8", "replace").decode())
