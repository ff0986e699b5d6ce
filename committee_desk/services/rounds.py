"""Rating rounds (民主测评轮次): drafted, adopted with two people, counted at their closing, void and held again."""

from typing import TYPE_CHECKING

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.roles import Right
from committee_desk.domain.rounds import RoundState
from committee_desk.services import round_drafting as drafting
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.round_finding import own_round, round_of
from committee_desk.services.round_parts.drafting import RoundsDrafting
from committee_desk.services.round_parts.ending import RoundsEnding
from committee_desk.services.round_parts.reading import RoundsReading
from committee_desk.services.round_parts.statistics import RoundsStatistics
from committee_desk.services.round_people import raters_of
from committee_desk.services.round_turnout import turnout_of
from committee_desk.services.round_views import AdoptedBy, TypedTurnout
from committee_desk.services.seat import allowed

if TYPE_CHECKING:
    from committee_desk.services.second import Second

ADOPT, TURNOUT = "rounds.adopt", "rounds.turnout"


class RoundsDesk(RoundsReading, RoundsDrafting, RoundsEnding, RoundsStatistics):
    """Keeps the year's rounds: the parts do what their names say, here a round opens and its turnout is put down."""

    @allowed(Right.ADOPT_ROUNDS)
    def adopt(self, actor: Actor, year: int, number: int, by: AdoptedBy, second: "Second | None" = None) -> Change:
        """Adopt the terms and open the round: its working file is made. An act for two."""
        today = self._clock().date()
        with self._open.reading() as uow:
            drafting.adopted(uow, round_of(uow, year, number), by, today)
        authority = self._witnessing.confirm(second, ADOPT, actor=actor)
        with self._open.writing() as uow:
            given = drafting.adopted(uow, round_of(uow, year, number), by, today)
            what = drafting.told(given, uow.rounds.people(year, number))
            entry = uow.journal.append(actor, ADOPT, given.label, what, authority=authority, dated=True)
            uow.rounds.put(entry, given)
            self._files().make(given.label)
            self._keep_a_copy()
            uow.commit()
        return Change.of(Topic.ROUNDS, entry=entry)

    @allowed(Right.KEEP_ROUNDS)
    def turnout(self, actor: Actor, year: int, number: int, ballot_class: BallotClass, typed: TypedTurnout) -> Change:
        """Put down a class's turnout on paper. More returned than issued is taken, and voids the round at closing."""
        with self._open.writing() as uow:
            given = own_round(uow, year, number, "turnout", RoundState.OPEN)
            turnout = turnout_of(given.label, raters_of(uow.rounds.people(year, number)), ballot_class, typed)
            if uow.rounds.turnouts(year, number).get(ballot_class) == turnout:
                return Change.of()
            what = {"class": ballot_class, **turnout._asdict()}
            entry = uow.journal.append(actor, TURNOUT, given.label, what)
            uow.rounds.put_turnout(entry, year, number, ballot_class, turnout)
            uow.commit()
        return Change.of(Topic.ROUNDS, entry=entry)
