"""Rating rounds (民主测评轮次): drafted, adopted with two people, counted at their closing, void and held again."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Round
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change
from committee_desk.services.round_book import Look
from committee_desk.services.round_views import (
    AdoptedBy,
    ParticipantRow,
    RoundCard,
    RoundForm,
    RoundResult,
    TypedTurnout,
)

if TYPE_CHECKING:
    from committee_desk.services.second import Second


class RoundsDesk:
    """Keeps the year's rounds. What slips say comes in through `desk.slips` and `desk.booth` alone."""

    # -- reads (SEE_SCORES unless said) --------------------------------------------------------------------------------

    def view(self, year: int) -> tuple[Round, ...]:
        """The year's rounds, void ones too, by number."""
        raise NotImplementedError

    def card(self, year: int, number: int) -> RoundCard:
        """One round: people, classes, what it waits for, what would void it. KEEP_ROUNDS."""
        raise NotImplementedError

    def participants(self, year: int, number: int) -> tuple[ParticipantRow, ...]:
        """Who is rated and who may rate, in the order in which slips name them. KEEP_ROUNDS."""
        raise NotImplementedError

    def results(self, year: int, number: int) -> RoundResult:
        """What closing counted, as far as it may be shown. RoundStands while the round is not closed."""
        raise NotImplementedError

    def statistics(self, year: int, number: int) -> Mapping[str, object]:
        """The statistics that closing worked out, with the flags looked into. SEE_STATISTICS."""
        raise NotImplementedError

    def looks(self, year: int, number: int) -> tuple[Look, ...]:
        """What the committee looked into and decided. SEE_STATISTICS."""
        raise NotImplementedError

    # -- a draft (KEEP_ROUNDS) -----------------------------------------------------------------------------------------

    def draft(self, actor: Actor, year: int, form: RoundForm) -> tuple[int, Change]:
        """Draft a round under the next number, its people derived from the roster, its terms from the scheme."""
        raise NotImplementedError

    def amend(self, actor: Actor, year: int, number: int, form: RoundForm) -> Change:
        """Change what was typed of a draft. Other categories: its people are derived anew, by hand ones kept."""
        raise NotImplementedError

    def derive(self, actor: Actor, year: int, number: int) -> Change:
        """Derive a draft's people anew from the roster; those corrected by hand stay as they are."""
        raise NotImplementedError

    def place(
        self, actor: Actor, year: int, number: int, code: str, ballot_class: BallotClass | None, *, rated: bool
    ) -> Change:
        """Correct one person of a draft by hand: the class in which he may rate (None: none), and whether rated."""
        raise NotImplementedError

    def discard(self, actor: Actor, year: int, number: int) -> Change:
        """Drop a draft; its number is not given again."""
        raise NotImplementedError

    # -- an open round -------------------------------------------------------------------------------------------------

    def adopt(
        self, actor: Actor, year: int, number: int, by: AdoptedBy, seen: int, second: "Second | None" = None
    ) -> Change:
        """Adopt the terms and open the round: its working file is made. An act for two (ADOPT_ROUNDS).

        `seen` is the entry of the draft that both read.
        """
        raise NotImplementedError

    def turnout(self, actor: Actor, year: int, number: int, ballot_class: BallotClass, typed: TypedTurnout) -> Change:
        """Put down a class's turnout on paper. More returned than issued is taken, and voids the round at closing."""
        raise NotImplementedError

    def close(
        self, actor: Actor, year: int, number: int, second: "Second | None" = None, absent: Collection[str] = ()
    ) -> Change:
        """Count the round and publish it, or let it be void where its turnout fails. An act for two (ADOPT_ROUNDS).

        Afterwards its working file and key are destroyed.
        """
        raise NotImplementedError

    def void(self, actor: Actor, year: int, number: int, why: str, second: "Second | None" = None) -> Change:
        """Declare an open or closed round void, with a reason; its marks are sealed. An act for two (ADOPT_ROUNDS)."""
        raise NotImplementedError

    def rerun(self, actor: Actor, year: int, number: int) -> tuple[int, Change]:
        """Draft a void round again under a new number, with the same people and terms (KEEP_ROUNDS)."""
        raise NotImplementedError

    def sweep(self) -> None:
        """Destroy what is left of working files whose round is no longer open. Asked when the page opens."""
        raise NotImplementedError

    # -- statistics (SEE_STATISTICS) -----------------------------------------------------------------------------------

    def look(
        self, actor: Actor, year: int, number: int, flag: str, looked_by: str, day: date | str, decided: str
    ) -> Change:
        """Record that the committee looked into a flag, who, when, and what it decided. It changes no score."""
        raise NotImplementedError
