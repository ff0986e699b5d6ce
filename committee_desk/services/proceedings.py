"""Re-reviews (复核) and corrections (更正), up to the motion: opened, examined by others, found, heard, laid.

Every act names the entry of what its caller saw. What the committee then decides is `services.effects`' affair.
"""

from collections.abc import Callable, Sequence
from datetime import date

from committee_desk.domain.effects import Effects
from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.proceedings import (
    OWN_MOTION,
    Hearing,
    Motion,
    ProceedingMove,
    moved,
)
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.effect_refusals import ChangeOutOfBounds
from committee_desk.services.effect_standing import require_standing
from committee_desk.services.marks import require_year
from committee_desk.services.objection_recusals import require_no_part
from committee_desk.services.objection_rules import people_of
from committee_desk.services.on_paper import MissingGlyphs, on_paper
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.proceeding_changes import as_told, fitted
from committee_desk.services.proceeding_examiners import (
    bars_on,
    examined_by,
    examiner_named,
    key_of,
    require_fit_examiners,
)
from committee_desk.services.proceeding_keys import as_challenges
from committee_desk.services.proceeding_motions import require_fair, require_motion
from committee_desk.services.proceeding_naming import as_named
from committee_desk.services.proceeding_opening import Opened, laid_down, opened_from
from committee_desk.services.proceeding_recusals import bars_of, examining, require_unbarred
from committee_desk.services.proceeding_refusals import (
    DayOutsideProceeding,
    DeclarationsMissing,
    FindingsMissing,
    HeardPersonUnknown,
    NotDecidedYet,
    NothingApproved,
    ProceedingChanged,
    ProceedingSettled,
    ReasonsMissing,
    WithdrawnWhereItCameFrom,
)
from committee_desk.services.proceeding_serving import served_so
from committee_desk.services.proceeding_touched import parties_of
from committee_desk.services.proceeding_views import (
    Found,
    Heard,
    Opening,
    Serving,
)
from committee_desk.services.proceedings_reading import ProceedingsReading, one_of
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.typed_people import People

Freeze = Callable[[int, int], Effects]
"""What the changes of that proceeding do to everybody, as the committee is to see it."""


class ProceedingsDesk(ProceedingsReading):
    """Keeps re-reviews and corrections, and refuses an examiner who has a part in the matter."""

    def __init__(
        self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat, freeze: Freeze, missing: MissingGlyphs
    ) -> None:
        super().__init__(open_work, clock, seat)
        self._freeze, self._missing = freeze, missing

    # -- acting ----------------------------------------------------------------------------------------------------

    @allowed(Right.REREVIEW)
    @on_paper
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
    @on_paper
    def appoint(  # noqa: PLR0913, PLR0917 - which, who examines instead, why, as seen
        self, actor: Actor, year: int, number: int, examiners: Sequence[str], why: str, seen: int
    ) -> Change:
        """Let others examine, anew where something was found; who stays keeps the declaration."""

        def act(uow: UnitOfWork, held: Proceeding, people: People) -> tuple[Proceeding, dict[str, object]]:
            bars = bars_on(uow, people, held)
            declared = {key_of(each): each for each in held.examiners}
            named = tuple(declared.get(key_of(each), each) for each in examining(people, examiners, bars))
            if not said(why):
                raise ReasonsMissing(held.label)
            after = examined_by(held, named)._replace(why=said(why))
            anew = {"anew": True} if after.findings != held.findings else {}
            return after, {"examiners": [each.name for each in named], **anew}

        return self._act(actor, "proceeding.appoint", year, number, seen, act)

    @allowed(Right.REREVIEW)
    @on_paper
    def declare(  # noqa: PLR0913, PLR0917 - which, who declared when and what, as seen
        self, actor: Actor, year: int, number: int, name: str, day: date, seen: int, statement: str = ""
    ) -> Change:
        """Record an examiner's signed declaration that no ground of recusal stands."""

        def act(uow: UnitOfWork, held: Proceeding, people: People) -> tuple[Proceeding, dict[str, object]]:
            mine = examiner_named(held, people, name)
            require_unbarred(people, (mine,), bars_on(uow, people, held))
            self._require_day("declared", day, _opened(uow, held))
            told = mine._replace(declared=day, statement=said(statement, "note"))
            examiners = tuple(told if each == mine else each for each in held.examiners)
            return held._replace(examiners=examiners), {"name": told.name, "day": day}

        return self._act(actor, "proceeding.declare", year, number, seen, act)

    @allowed(Right.REREVIEW)
    @on_paper
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
            require_unbarred(people, held.examiners, bars_on(uow, people, held._replace(changes=fit), touched))
            told = held._replace(state=state, findings=text, changes=fit, motion=None, reasons="", effects="")
            return told, {"changes": [as_told(each) for each in fit]}

        return self._act(actor, "proceeding.find", year, number, seen, act)

    @allowed(Right.REREVIEW)
    @on_paper
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
    @on_paper
    def lay(  # noqa: PLR0913, PLR0917 - which, what is moved and why, as seen
        self, actor: Actor, year: int, number: int, motion: Motion, reasons: str, seen: int
    ) -> Change:
        """Lay the motion (复核意见) before the committee, with what it does to everybody as it stands now."""
        with self._open.reading() as uow:
            held = _as_seen(uow, year, number, seen)
            require_motion(uow, held, motion, reasons)
            if motion is Motion.CHANGE:
                require_standing(uow, held)
        effects = self._freeze(year, number) if motion is Motion.CHANGE else None

        def act(uow: UnitOfWork, held: Proceeding, people: People) -> tuple[Proceeding, dict[str, object]]:
            state = moved(held.label, held.state, ProceedingMove.LAY)
            require_fit_examiners(uow, people, held)
            require_motion(uow, held, motion, reasons)
            if effects is not None:
                require_fair(held, effects)
                if effects.bound:  # no vote makes good what the rules do not allow
                    raise ChangeOutOfBounds(held.label, tuple(people[each].name for each in effects.bound))
            kept = effects.to_json() if effects is not None else ""
            told = held._replace(state=state, motion=motion, reasons=said(reasons, "findings"), effects=kept)
            return told, {"motion": motion, "fingerprint": effects.fingerprint if effects is not None else ""}

        return self._act(actor, "proceeding.lay", year, number, seen, act)

    @allowed(Right.REREVIEW)
    @on_paper
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
    @on_paper
    def serve(self, actor: Actor, year: int, number: int, serving: Serving, seen: int) -> Change:
        """Record how the decision (复核决定书) was served: 申诉 after a 复核 counts its days from it."""

        def act(uow: UnitOfWork, held: Proceeding, people: People) -> tuple[Proceeding, dict[str, object]]:
            if held.day is None:
                raise NotDecidedYet(held.label)
            self._require_day("served", serving.day, held.day)
            served = served_so(uow, people, held, serving)
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
            require_no_part(uow, people, actor.name, parties_of(uow, held), held.label)
            after, what = act(uow, held, people)
            require_no_part(uow, people, actor.name, parties_of(uow, after), held.label)
            entry = uow.journal.append(actor, verb, held.label, {"year": year, **what}, dated=True)
            uow.proceedings.put(entry, after)
            uow.commit()
        return Change.of(Topic.PROCEEDINGS, entry=entry)

    def _require_day(self, what: str, day: date, earliest: date) -> None:
        today = self._clock().date()
        if not earliest <= day <= today:
            raise DayOutsideProceeding(what, day, earliest, today)


def _as_seen(uow: UnitOfWork, year: int, number: int, seen: int) -> Proceeding:
    held = one_of(uow, year, number)
    if held.entry != seen:
        raise ProceedingChanged(held)
    return held


def _opened(uow: UnitOfWork, held: Proceeding) -> date:
    return uow.proceedings.history(held.year, held.number)[0].at.date()
