"""What a round's summary and its statistics report say, read off the desk."""

import json
from dataclasses import replace

from committee_desk.domain.rounds import Round, RoundState, RoundWay, require_state
from committee_desk.services.journal_views import JournalFilter
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.round_paper_views import (
    ClassTurnout,
    RatedPerson,
    RoundName,
    StatisticsPaper,
    SummaryPaper,
)
from committee_desk.services.round_people import rated_of, roster_of
from committee_desk.services.round_reading import failing_of
from committee_desk.services.round_results import invalid_of, results_of
from committee_desk.services.round_statistics import statistics_read

DRAW, PRINT, SUMMARY = "rounds.draw", "print", "summary"
PRINTS = 10_000
"""So many entries of a round are looked through for earlier printings."""


def rated_people(uow: UnitOfWork, held: Round) -> tuple[RatedPerson, ...]:
    """Who is rated, in the order in which slips are typed."""
    roster = roster_of(uow, held.year)
    rated = rated_of(uow.rounds.people(held.year, held.number))
    return tuple(RatedPerson(code, roster.name(code), roster.department(code)) for code in rated)


def summary_of(uow: UnitOfWork, stamp: PublicationStamp, held: Round) -> SummaryPaper:
    """测评结果汇总表 of a closed round, or of a void one; refused of any other: it would be a partial result."""
    require_state(held, PRINT, RoundState.CLOSED, RoundState.VOID)
    year, number = held.year, held.number
    again = next((each for each in uow.rounds.of_year(year) if each.again == number), None)
    turnouts = sorted(uow.rounds.turnouts(year, number).items())
    paper = SummaryPaper(
        stamp=stamp,
        round=RoundName.of(held),
        state=held.state,
        imported=held.way is RoundWay.IMPORTED,
        terms=held.terms,
        rated=len(rated_people(uow, held)),
        turnouts=tuple(ClassTurnout(name, held.terms.weights[name], each) for name, each in turnouts),
        document=held.document,
        day=held.day,
        reasons=tuple(sorted(invalid_of(held).items())),
        failing=failing_of(held),
        why=held.why,
        again=again.label if again else "",
        people=results_of(uow, held).people if held.state is RoundState.CLOSED else (),
        batches=uow.rounds.batches(year, number),
        blind=uow.rounds.blind(year, number),
    )
    return replace(paper, version=_version(uow, paper))


def statistics_of(uow: UnitOfWork, stamp: PublicationStamp, held: Round) -> StatisticsPaper:
    """测评统计报告 of a closed round, as closing worked it out."""
    require_state(held, PRINT, RoundState.CLOSED)
    found, roster = statistics_read(held), roster_of(uow, held.year)
    named = {each.rater for each in found.signed.severities} | {each.about for each in found.flags}
    for pattern in (found.signed.reciprocity, found.signed.circles):
        named |= set(getattr(pattern, "people", ()))
    raters = tuple((code, roster.name(code)) for code in sorted(named) if code in roster.stays)
    looks = uow.rounds.looks(held.year, held.number)
    blind = uow.rounds.blind(held.year, held.number)
    return StatisticsPaper(stamp, RoundName.of(held), found, rated_people(uow, held), raters, looks, blind)


def _version(uow: UnitOfWork, paper: SummaryPaper) -> int:
    """Which version of the summary this is: a new one whenever it says something else than the one printed before."""
    rows = uow.journal.rows(PRINTS, None, JournalFilter(subject=paper.round.label))
    told = (json.loads(row.what) for row in reversed(rows) if row.verb == DRAW)
    versions, last = 0, ""
    for each in told:
        if each["paper"] == SUMMARY and each["fingerprint"] != last:
            versions, last = versions + 1, each["fingerprint"]
    return versions if last == paper.fingerprint() else versions + 1
