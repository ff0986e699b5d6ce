"""A class's turnout as it is typed: 应到, 实到, 发出, 收回, one within the other.

应到 of a round of the desk is whoever may rate in the class as the round was adopted. The thresholds are locked with
the adoption (domain rules 3.5), and so is what they are counted from: 8 slips of 21 raters are not 8 of 8. Only of
ballots that workbooks brought it is typed freely: the desk does not know who could rate there.
"""

from collections.abc import Mapping

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Turnout
from committee_desk.domain.said import said
from committee_desk.services import typed_values
from committee_desk.services.round_refusals import ClassNotRating, DueLocked, TurnoutBeyond, TurnoutUnclear
from committee_desk.services.round_views import TypedTurnout

MOST = 100_000
"""More people no office has."""
_BOUNDS = (("present", "due"), ("issued", "due"))
"""More came back than were issued is taken all the same: it voids the round, and nobody types it away."""


def turnout_of(
    label: str, raters: Mapping[BallotClass, int], ballot_class: BallotClass, typed: TypedTurnout
) -> Turnout:
    """A class's turnout on paper; due is whoever may rate in the class, nobody more and nobody less."""
    if ballot_class not in raters:
        raise ClassNotRating(label, ballot_class)
    read = numbers_of(label, ballot_class, typed)
    if read["due"] != raters[ballot_class]:
        raise DueLocked(label, ballot_class, read["due"], raters[ballot_class])
    require_within(label, ballot_class, read)
    return Turnout(**read)


def numbers_of(label: str, ballot_class: BallotClass, typed: TypedTurnout) -> dict[str, int]:
    """The numbers that were typed of a class, by field."""
    read: dict[str, int] = {}
    for field, text in typed._asdict().items():
        number = typed_values.count(text)
        if number is None or number > MOST:
            raise TurnoutUnclear(label, ballot_class, field, said(str(text)[:40], "round_title"))
        read[field] = number
    return read


def require_within(label: str, ballot_class: BallotClass, read: Mapping[str, int]) -> None:
    """Refuse more present, or more slips issued, than people are due, and more slips back than people were there
    (domain rules 3.5); slips may be sent to somebody who is not there."""
    for field, bound in _BOUNDS:
        if read[field] > read[bound]:
            raise TurnoutBeyond(label, ballot_class, field, read[field], bound, read[bound], counted=False)
    if min(read["returned"], read["issued"]) > read["present"]:
        back, there = read["returned"], read["present"]
        raise TurnoutBeyond(label, ballot_class, "returned", back, "present", there, counted=False)
