"""One person's recorded facts with their sources: what the explanation of a year names."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.events import Event, Register
from committee_desk.domain.people import Stay
from committee_desk.domain.ratings import LeaderMark
from committee_desk.domain.sources import Source, Traced
from committee_desk.domain.standing import Leave, Sanction


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """Everything that a person's year may rest on. Of ballots there are only the workbooks they came from."""

    code: str
    stays: tuple[Traced[Stay], ...] = ()
    cases: tuple[tuple[Traced[CaseShare], Traced[Review] | None], ...] = ()
    events: tuple[Traced[Event], ...] = ()
    registers: Mapping[Event, Register] = field(default_factory=dict)
    leader_marks: tuple[Traced[LeaderMark], ...] = ()
    ballot_workbooks: tuple[Source, ...] = ()
    ballot_rounds: tuple[str, ...] = ()
    leave: tuple[Traced[Leave], ...] = ()
    sanctions: tuple[Traced[Sanction], ...] = ()
