"""Re-reviews (复核) and corrections (更正), up to the motion: opened, examined by others, found, heard, laid.

Every act names the entry of what its caller saw. What the committee then decides is `services.effects`' affair.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from committee_desk.domain.effects import Effects
from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import (
    OWN_MOTION,
    Challenge,
    ChangeKind,
    Examiner,
    FactChange,
    Hearing,
    Motion,
    ProceedingMove,
    ServedDecision,
    moved,
)
from committee_desk.domain.results import PROVED, Means
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.effect_standing import require_standing
from committee_desk.services.marks import require_year
from committee_desk.services.objection_recusals import require_no_part
from committee_desk.services.objection_rules import people_of
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.proceeding_changes import as_challenges, as_told, fitted, regraded
from committee_desk.services.proceeding_figures import FactNow, fact_now, ledger_names, tried
from committee_desk.services.proceeding_motions import require_fair, require_motion
from committee_desk.services.proceeding_naming import as_named
from committee_desk.services.proceeding_opening import Opened, laid_down, opened_from
from committee_desk.services.proceeding_recusals import People, bars_of, examining, meant_by, require_unbarred
from committee_desk.services.proceeding_refusals import (
    DayOutsideProceeding,
    DeclarationsMissing,
    FindingsMissing,
    HeardPersonUnknown,
    NoSuchExaminer,
    NoSuchProceeding,
    NotDecidedYet,
    NothingApproved,
    ProceedingChanged,
    ProceedingSettled,
    ReasonsMissing,
    ServedBadly,
    WithdrawnWhereItCameFrom,
)
from committee_desk.services.proceeding_rows import card_of, challengeable, rows_of
from committee_desk.services.proceeding_views import (
    Bar,
    Found,
    Heard,
    Opening,
    ProceedingCard,
    ProceedingRow,
    Serving,
)
from committee_desk.services.seat import Seat, allowed

Freeze = Callable[[int, int], Effects]
"""What the changes of that proceeding do to everybody, as the committee is to see it."""
WITNESSES = 2


class ProceedingsDesk:
    """Keeps re-reviews and corrections, and refuses an examiner who has a part in the matter."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat, freeze: Freeze) -> None:
        self._open, self._clock, self._seat, self._freeze = open_work, clock, seat, freeze

    # -- reading ---------------------------------------------------------------------------------------------------

    @allowed(Right.SEE_OBJECTIONS)
    def rows(self, year: int) -> tuple[ProceedingRow, ...]:
        """The re-reviews and corrections of the year, by number."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return tuple(map(self._shown, rows_of(uow, year, self._clock().date())))

    @allowed(Right.SEE_OBJECTIONS)
    def card(self, year: int, number: int) -> ProceedingCard:
        """One of them with its steps, who does not examine, and what comes before the next move."""
        with self._open.reading() as uow:
            card = card_of(uow, _one(uow, year, number), self._clock().date())
        return replace(card, row=self._shown(card.row))

    @allowed(Right.SEE_OBJECTIONS)
    def challengeable(self, year: int, code: str) -> tuple[Challenge, ...]:
        """The figures of one person that can be challenged: indicators, reviews, shares, events, marks, ballots."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return challengeable(uow, year, code)

    @allowed(Right.SEE_OBJECTIONS)
    def bars(self, year: int, opening: Opening) -> tuple[Bar, ...]:
        """Who would not examine what is about to be opened, and why."""
        with self._open.reading() as uow:
            opened = opened_from(uow, year, opening)
            named = as_named(uow, year, opening.challenged)
            return bars_of(uow, year, people_of(uow, year), named, opened.code, opened.about)

    @allowed(Right.REREVIEW)
    def fact(self, year: int, kind: ChangeKind, key: tuple[str, ...]) -> FactNow:
        """What the figures of one fact are now. Slips are shown to who may see ballots alone."""
        self._require_slips((kind,))
        with self._open.reading() as uow:
            require_year(uow, year)
            return fact_now(uow, year, kind, key)

    @allowed(Right.REREVIEW)
    def ledgers(self, year: int, code: str) -> tuple[tuple[str, str], ...]:
        """The indicators to which a new event of that person can belong: id and name."""
        with self._open.reading() as uow:
            require_year(uow, year)
            return ledger_names(uow, year, code)

    @allowed(Right.REREVIEW)
    def tried(self, year: int, changes: Sequence[Found]) -> tuple[FactChange, ...]:
        """The changes as they would be kept; refused as `find` would refuse them. Nothing is kept."""
        self._require_slips(each.kind for each in changes)
        with self._open.reading() as uow:
            require_year(uow, year)
            return tried(uow, year, changes)

    # -- acting ----------------------------------------------------------------------------------------------------

    @allowed(Right.REREVIEW)
    def open(self, actor: Actor, year: int, opening: Opening) -> Opened:
        """Open a re-review of an accepted objection or application, or a correction of the committee's own motion."""
        with self._open.writing() as uow:
            require_year(uow, year)
            if uow.grades.list(year, ListStage.APPROVED) is None:
                raise NothingApproved(year)
            people, source = people_of(uow, year), opened_from(uow, year, opening)
            require_no_part(uow, people, actor.name, (source.code, source.about), source.label)
            challenged = as_named(uow, year, opening.challenged, standing=opening.kind in OWN_MOTION)
            bars = bars_of(uow, year, people, challenged, source.code, source.about)
            examiners = examining(people, opening.examiners, bars)
            number = uow.proceedings.next_number(year)
            held = laid_down(year, number, source, challenged, examiners, self._clock())
            what = {"year": year, "kind": held.kind, "code": held.code, "about": held.about, "source": source.label,
                    "examiners": [each.name for each in examiners],
                    "challenged": [each.label for each in challenged]}  # fmt: skip
            entry = uow.journal.append(actor, "proceeding.open", held.label, what, dated=True)
            uow.proceedings.put(entry, held)
            source.taken_up(uow, entry, number)
            uow.commit()
        return Opened(held.label, number, Change.of(Topic.PROCEEDINGS, Topic.OBJECTIONS, Topic.RESULTS, entry=entry))

    @allowed(Right.REREVIEW)
    def appoint(  # noqa: PLR0913, PLR0917 - which, who examines instead, why, as seen
        self, actor: Actor, year: int, number: int, examiners: Sequence[str], why: str, seen: int
    ) -> Change:
        """Let others examine; who stays keeps the declaration."""

        def act(uow: UnitOfWork, held: Proceeding, people: People) -> tuple[Proceeding, dict[str, object]]:
            bars = _bars(uow, people, held)
            declared = {_key(each): each for each in held.examiners}
            named = tuple(declared.get(_key(each), each) for each in examining(people, examiners, bars))
            if not said(why):
                raise ReasonsMissing(held.label)
            return held._replace(examiners=named, why=said(why)), {"examiners": [each.name for each in named]}

        return self._act(actor, "proceeding.appoint", year, number, seen, act)

    @allowed(Right.REREVIEW)
    def declare(  # noqa: PLR0913, PLR0917 - which, who declared when and what, as seen
        self, actor: Actor, year: int, number: int, name: str, day: date, seen: int, statement: str = ""
    ) -> Change:
        """Record an examiner's signed declaration that no ground of recusal stands."""

        def act(uow: UnitOfWork, held: Proceeding, people: People) -> tuple[Proceeding, dict[str, object]]:
            mine = _examiner_named(held, people, name)
            require_unbarred(people, (mine,), _bars(uow, people, held))
            self._require_day("declared", day, _opened(uow, held))
            told = mine._replace(declared=day, statement=said(statement, "note"))
            examiners = tuple(told if each == mine else each for each in held.examiners)
            return held._replace(examiners=examiners), {"name": told.name, "day": day}

        return self._act(actor, "proceeding.declare", year, number, seen, act)

    @allowed(Right.REREVIEW)
    def find(  # noqa: PLR0913, PLR0917 - which, what was found, as seen
        self, actor: Actor, year: int, number: int, findings: str, changes: Sequence[Found], seen: int
    ) -> Change:
        """Record what was found (查明事实), with every figure that is otherwise; what was moved before falls."""
        self._require_slips(each.kind for each in changes)

        def act(uow: UnitOfWork, held: Proceeding, people: People) -> tuple[Proceeding, dict[str, object]]:
            state = moved(held.label, held.state, ProceedingMove.FIND)
            if held.undeclared:
                raise DeclarationsMissing(held.label, tuple(each.name for each in held.undeclared))
            if not (text := said(findings, "findings")):
                raise FindingsMissing
            fit = fitted(uow, year, people, changes)
            touched = (*held.challenged, *as_named(uow, year, as_challenges(fit), standing=True))
            require_unbarred(people, held.examiners, _bars(uow, people, held._replace(changes=fit), touched))
            told = held._replace(state=state, findings=text, changes=fit, motion=None, reasons="", effects="")
            return told, {"changes": [as_told(each) for each in fit]}

        return self._act(actor, "proceeding.find", year, number, seen, act)

    @allowed(Right.REREVIEW)
    def hear(self, actor: Actor, year: int, number: int, heard: Heard, seen: int) -> Change:
        """Record that somebody was heard (听取意见)."""

        def act(uow: UnitOfWork, held: Proceeding, people: People) -> tuple[Proceeding, dict[str, object]]:
            told = said(heard.said, "hearing")
            by = said(heard.by, "member_name")
            for field, given in (("code", heard.code in people), ("said", told), ("by", by)):
                if not given:
                    raise HeardPersonUnknown(field)
            require_no_part(uow, people, by, (heard.code,), held.label)
            self._require_day("heard", heard.day, _opened(uow, held))
            hearings = (*held.hearings, Hearing(heard.code, heard.day, told, by))
            return held._replace(hearings=hearings), {"code": heard.code, "day": heard.day, "by": by}

        return self._act(actor, "proceeding.hear", year, number, seen, act)

    @allowed(Right.REREVIEW)
    def lay(  # noqa: PLR0913, PLR0917 - which, what is moved and why, as seen
        self, actor: Actor, year: int, number: int, motion: Motion, reasons: str, seen: int
    ) -> Change:
        """Lay the motion (复核意见) before the committee, with what it does to everybody as it stands now."""
        with self._open.reading() as uow:
            held = _as_seen(uow, year, number, seen)
            require_motion(held, motion, reasons)
            if motion is Motion.CHANGE:
                require_standing(uow, held)
        effects = self._freeze(year, number) if motion is Motion.CHANGE else None

        def act(_uow: UnitOfWork, held: Proceeding, _people: People) -> tuple[Proceeding, dict[str, object]]:
            state = moved(held.label, held.state, ProceedingMove.LAY)
            require_motion(held, motion, reasons)
            if effects is not None:
                require_fair(held, effects)
            kept = effects.to_json() if effects is not None else ""
            told = held._replace(state=state, motion=motion, reasons=said(reasons, "findings"), effects=kept)
            return told, {"motion": motion, "fingerprint": effects.fingerprint if effects is not None else ""}

        return self._act(actor, "proceeding.lay", year, number, seen, act)

    @allowed(Right.REREVIEW)
    def withdraw(self, actor: Actor, year: int, number: int, why: str, seen: int) -> Change:
        """End a correction that turned out to be none. Who applied withdraws the application itself, in writing."""

        def act(_uow: UnitOfWork, held: Proceeding, _people: People) -> tuple[Proceeding, dict[str, object]]:
            state = moved(held.label, held.state, ProceedingMove.WITHDRAW)
            if held.kind not in OWN_MOTION:
                raise WithdrawnWhereItCameFrom(held.label, held.kind)
            if not said(why):
                raise ReasonsMissing(held.label)
            return held._replace(state=state, why=said(why)), {"why": said(why)}

        return self._act(actor, "proceeding.withdraw", year, number, seen, act)

    @allowed(Right.REREVIEW)
    def serve(self, actor: Actor, year: int, number: int, serving: Serving, seen: int) -> Change:
        """Record how the decision (复核决定书) was served: 申诉 after a 复核 counts its days from it."""

        def act(uow: UnitOfWork, held: Proceeding, people: People) -> tuple[Proceeding, dict[str, object]]:
            if held.day is None:
                raise NotDecidedYet(held.label)
            self._require_day("served", serving.day, held.day)
            served = _served(uow, people, held, serving)
            return held._replace(served=served), served._asdict()

        return self._act(actor, "proceeding.serve", year, number, seen, act, settled=True)

    # -- how -------------------------------------------------------------------------------------------------------

    def _act(  # noqa: PLR0913, PLR0917 - who, what, on which as seen, and how
        self,
        actor: Actor,
        verb: str,
        year: int,
        number: int,
        seen: int,
        act: Callable[[UnitOfWork, Proceeding, People], tuple[Proceeding, dict[str, object]]],
        *,
        settled: bool = False,
    ) -> Change:
        with self._open.writing() as uow:
            held, people = _as_seen(uow, year, number, seen), people_of(uow, year)
            if not settled and not held.open:
                raise ProceedingSettled(held.label, held.state)
            require_no_part(uow, people, actor.name, (held.code, held.about), held.label)
            after, what = act(uow, held, people)
            entry = uow.journal.append(actor, verb, held.label, {"year": year, **what}, dated=True)
            uow.proceedings.put(entry, after)
            uow.commit()
        return Change.of(Topic.PROCEEDINGS, entry=entry)

    def _require_slips(self, kinds: Iterable[ChangeKind]) -> None:
        """Whoever may not see ballots recounts none."""
        if ChangeKind.BALLOT in kinds:
            self._seat.require(Right.SEE_BALLOTS)

    def _shown(self, row: ProceedingRow) -> ProceedingRow:
        """The row without what slips say, for who may not see ballots."""
        slips = any(each.kind is ChangeKind.BALLOT for each in row.held.changes)
        if not slips or self._seat.may(Right.SEE_BALLOTS):
            return row
        masked = (
            each._replace(key=("", *each.key[1:]), before="", after="") if each.kind is ChangeKind.BALLOT else each
            for each in row.held.changes
        )  # fmt: skip
        return replace(row, held=row.held._replace(changes=tuple(masked)))

    def _require_day(self, what: str, day: date, earliest: date) -> None:
        today = self._clock().date()
        if not earliest <= day <= today:
            raise DayOutsideProceeding(what, day, earliest, today)


def _one(uow: UnitOfWork, year: int, number: int) -> Proceeding:
    require_year(uow, year)
    held = uow.proceedings.get(year, number)
    if held is None:
        raise NoSuchProceeding(year, number)
    return held


def _as_seen(uow: UnitOfWork, year: int, number: int, seen: int) -> Proceeding:
    held = _one(uow, year, number)
    if held.entry != seen:
        raise ProceedingChanged(held)
    return held


def _bars(
    uow: UnitOfWork, people: People, held: Proceeding, challenged: Sequence[Challenge] | None = None
) -> tuple[Bar, ...]:
    touched = held.challenged if challenged is None else challenged
    touched = (*touched, *as_challenges(held.changes)) if challenged is None else touched
    return bars_of(uow, held.year, people, touched, held.code, held.about, *regraded(held.changes))


def _opened(uow: UnitOfWork, held: Proceeding) -> date:
    return uow.proceedings.history(held.year, held.number)[0].at.date()


def _key(examiner: Examiner) -> str:
    return examiner.code or examiner.name


def _examiner_named(held: Proceeding, people: People, name: str) -> Examiner:
    codes = meant_by(people, name)
    for each in held.examiners:
        if each.code in codes if each.code else said(name, "member_name") == each.name:
            return each
    raise NoSuchExaminer(name, held.label)


def _served(uow: UnitOfWork, people: People, held: Proceeding, serving: Serving) -> ServedDecision:
    by, proof = said(serving.by, "member_name"), said(serving.proof, "proofs")
    witnesses = tuple(filter(None, (said(each, "member_name") for each in serving.witnesses)))
    if not by:
        raise ServedBadly(held.label, "server")
    if serving.means is Means.LEFT and len(set(witnesses)) < WITNESSES:
        raise ServedBadly(held.label, "witnesses")
    if serving.means in PROVED and not proof:
        raise ServedBadly(held.label, "proof")
    for each in (by, *witnesses):
        require_no_part(uow, people, each, (held.code,), held.label)
    return ServedDecision(serving.day, str(serving.means), by, witnesses, proof)
