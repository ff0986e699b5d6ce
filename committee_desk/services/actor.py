"""Who acts: every command takes one, and the journal keeps it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """The person at the desk and the role in which they act. Without accounts, the PC's user."""

    name: str
    role: str = "desk"
