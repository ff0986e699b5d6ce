"""What a verb touched, so that the screens which show it read again."""

from enum import Enum, auto
from typing import NamedTuple, Self


class Topic(Enum):
    """A kind of fact that screens show."""

    PEOPLE = auto()
    CASES = auto()
    EVENTS = auto()
    RATINGS = auto()
    STANDING = auto()
    CALENDAR = auto()
    SCHEME = auto()
    SETTINGS = auto()
    IMPORTS = auto()
    PRINTS = auto()
    ATTACHMENTS = auto()
    ACCOUNTS = auto()
    MONTHS = auto()
    RELATIONS = auto()
    OPINIONS = auto()
    MAPPINGS = auto()
    COURSE = auto()
    COMMITTEE = auto()
    GRADES = auto()
    PUBLICATION = auto()
    OBJECTIONS = auto()
    PROCEEDINGS = auto()
    RESULTS = auto()
    SIGNING = auto()
    ROUNDS = auto()


class Change(NamedTuple):
    """What every command returns: the topics it touched and the journal entry it wrote (None: nothing changed)."""

    topics: frozenset[Topic]
    entry: int | None = None

    @classmethod
    def of(cls, *topics: Topic, entry: int | None = None) -> Self:
        """A change that touched these topics."""
        return cls(frozenset(topics), entry)
