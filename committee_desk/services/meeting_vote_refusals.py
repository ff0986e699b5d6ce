"""What is refused of recusals and votes at a meeting of the committee."""

from committee_desk.domain.committee import Ground
from committee_desk.domain.errors import DeskError
from committee_desk.services.meeting_refusals import MeetingRefused


class RecusedNamed(DeskError):
    """A recused person was typed: as `part` voter, recorder or presiding. `about` is for whose sake."""

    def __init__(self, name: str, part: str, ground: Ground, about: str, title: str) -> None:
        super().__init__(name, part)
        self.name, self.part, self.ground, self.about, self.title = name, part, ground, about, title


class RecusalUnclear(DeskError):
    """A name may mean somebody who leaves for the item, or a relative: it is a surname alone, or one of several."""

    def __init__(self, name: str, options: tuple[str, ...], title: str) -> None:
        super().__init__(name, options)
        self.name, self.options, self.title = name, options, title


class VotesImpossible(MeetingRefused):
    """More votes than members who may vote, or fewer than none."""

    def __init__(self, year: int, number: int, given: int, entitled: int, title: str) -> None:
        super().__init__(year, number)
        self.given, self.entitled, self.title = given, entitled, title


class VoteReasonMissing(MeetingRefused):
    """A vote that was recorded is to be another, and nobody says why."""


class VoteInUse(MeetingRefused):
    """Something that was decided rests on the meeting: its votes stand. `resting` names what."""

    def __init__(self, year: int, number: int, resting: tuple[str, ...]) -> None:
        super().__init__(year, number)
        self.resting = resting


class VoteMissing(MeetingRefused):
    """A question was not voted on, or not on the people, or the version of the list, that it is about now."""

    def __init__(self, year: int, number: int, title: str, people: tuple[str, ...] = ()) -> None:
        super().__init__(year, number)
        self.title, self.people = title, people


class VoteLost(MeetingRefused):
    """The committee voted, and not enough were for it."""

    def __init__(self, year: int, number: int, title: str, ayes: int, members: int) -> None:
        super().__init__(year, number)
        self.title, self.ayes, self.members = title, ayes, members


class RecusedVoted(MeetingRefused):
    """It came out after the vote that somebody took part in it who had to leave."""

    def __init__(self, year: int, number: int, name: str, about: str, title: str) -> None:
        super().__init__(year, number)
        self.name, self.about, self.title = name, about, title


class StakeUnsaid(DeskError):
    """A stake is declared, and nobody says what it is."""


class StakeUndecided(DeskError):
    """A stake is declared, and nobody is named who decided on it."""


class DecidedOnHimself(DeskError):
    """Somebody decides on his own recusal."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class RecusedAlready(DeskError):
    """The member leaves for that person or item already."""

    def __init__(self, name: str, about: str) -> None:
        super().__init__(name)
        self.name, self.about = name, about


class RecusalNotDeclared(DeskError):
    """Only what was declared can be lifted here: a relationship is ended on 人员, the own file never."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
