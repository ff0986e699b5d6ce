"""一案一评: evaluations typed or completed, the handler's reply, causes of acquittals, and what is missing."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from committee_desk.domain.cases import CaseShare, Review
from committee_desk.domain.evaluations import Cause, CauseFinding, Evaluation, asks_for_cause, takes_points
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.services.actor import Actor
from committee_desk.services.cases import NoSuchCase
from committee_desk.services.causes import require_cause_found, require_deduction_allowed
from committee_desk.services.changes import Change, Topic
from committee_desk.services.evaluation_paper import DRAW, EvaluationDrawer, EvaluationForm, stamp_of
from committee_desk.services.evaluation_rules import as_typed, faults, require_numbers, require_sound
from committee_desk.services.evaluation_views import (
    CaseNotClosed,
    CauseChanged,
    CauseIncomplete,
    CauseTooEarly,
    DeductionStands,
    EvaluationCard,
    EvaluationChanged,
    EvaluationReasonMissing,
    EvaluationRefused,
    FiguresImported,
    HeldEvaluation,
    Lacking,
    NoCauseAsked,
    NoEvaluation,
    RepliedTooEarly,
    ReplyMissing,
    ReviewedAhead,
)
from committee_desk.services.history_views import FactKind
from committee_desk.services.journal_views import on_paper
from committee_desk.services.month_rules import require_open
from committee_desk.services.ports import Clock, OpenUnitOfWork, UnitOfWork
from committee_desk.services.seat import Seat, allowed
from committee_desk.services.sheet_refusals import DeskChangedMeanwhile
from committee_desk.services.year_schemes import review_grades_on, scheme_of


class EvaluationDesk:
    """Keeps the evaluation of each case. A typed one is a review like an imported one, and scores alike."""

    def __init__(self, open_work: OpenUnitOfWork, clock: Clock, drawer: EvaluationDrawer, seat: Seat) -> None:
        self._open, self._clock, self._drawer, self._seat = open_work, clock, drawer, seat

    @allowed(Right.SEE_CASES)
    def missing(self, year: int) -> Lacking:
        """What the year's cases lack, and which quota-holders have none."""
        with self._open.reading() as uow:
            return lacking(uow, year)

    @allowed(Right.SEE_CASES)
    def card(self, number: str) -> EvaluationCard:
        """One case's evaluation, what may be typed of it, and its cause finding."""
        with self._open.reading() as uow:
            case = _case(uow, number)
            held, cause, outcome = uow.evaluations.of(number), uow.evaluations.cause(number), _outcome(uow, number)
            return EvaluationCard(
                number=number,
                title=case.title or "",
                kind=case.kind,
                department=case.department or "",
                closed=case.closed,
                outcome=outcome,
                handlers=uow.evaluations.handlers([number]).get(number, ()),
                grades=review_grades_on(uow, case.closed),
                evaluation=uow.evaluations.traced(number),
                imported=held is not None and held.imported,
                version=held.entry if held is not None else None,
                asks_for_cause=asks_for_cause(outcome),
                cause=cause.finding if cause is not None else None,
                cause_version=cause.entry if cause is not None else None,
                at=held.at if held is not None else None,
                actor=held.actor if held is not None else "",
            )

    @allowed(Right.ENTER_EVALUATIONS)
    def faults(self, evaluation: Evaluation) -> tuple[EvaluationRefused, ...]:
        """Everything that stands in the way of keeping it, so that a form says all of it at once."""
        require_numbers(evaluation)
        typed = as_typed(evaluation)
        with self._open.reading() as uow:
            case, held = _case(uow, typed.review.number), uow.evaluations.of(typed.review.number)
            imported = held is not None and held.imported
            found = list(faults(uow, typed, case, review_grades_on(uow, case.closed), imported=imported))
        day, today = typed.review.reviewed, self._clock().date()
        if not imported and day is not None and day > today:
            found.append(ReviewedAhead(typed.review.number, day, today))
        return tuple(found)

    @allowed(Right.ENTER_EVALUATIONS)
    def enter(self, actor: Actor, evaluation: Evaluation, seen: int | None) -> Change:
        """Keep an evaluation, or complete an imported one without touching its figures."""
        require_numbers(evaluation)
        typed = as_typed(evaluation)
        number = typed.review.number
        with self._open.writing() as uow:
            case, held = _case(uow, number), uow.evaluations.of(number)
            _refuse_changed(uow, number, held, seen)
            if held is not None:
                typed = typed._replace(reply=held.evaluation.reply, replied=held.evaluation.replied)
            if held is not None and typed == held.evaluation:
                return Change.of()
            if held is not None and held.imported and typed.review != held.evaluation.review:
                raise FiguresImported(number)
            require_sound(
                uow, typed, case, review_grades_on(uow, case.closed), imported=held is not None and held.imported
            )
            if held is None or typed.review != held.evaluation.review:
                self._refuse_figures(uow, typed.review, case, held)
            _refuse_taking_without_cause(uow, typed, held)
            entry = uow.journal.append(actor, "evaluations.enter", number, _told(typed))
            uow.evaluations.put(entry, typed, held)
            uow.commit()
        return Change.of(Topic.CASES, Topic.MONTHS, entry=entry)

    @allowed(Right.ENTER_EVALUATIONS)
    def reply(self, actor: Actor, number: str, reply: str, replied: date | None, seen: int | None) -> Change:
        """Keep what the handler says to the evaluation."""
        with self._open.writing() as uow:
            held = uow.evaluations.of(number)
            _refuse_changed(uow, number, held, seen)
            if held is None:
                raise NoEvaluation(number)
            if not (reply := said(reply, "reply")) or replied is None:
                raise ReplyMissing(number)
            reviewed = held.evaluation.review.reviewed
            if reviewed is not None and replied < reviewed:
                raise RepliedTooEarly(number, replied, reviewed)
            evaluation = held.evaluation._replace(reply=reply, replied=replied)
            entry = uow.journal.append(actor, "evaluations.reply", number, {"reply": reply, "day": replied})
            uow.evaluations.put(entry, evaluation, held)
            uow.commit()
        return Change.of(Topic.CASES, entry=entry)

    @allowed(Right.ENTER_EVALUATIONS)
    def withdraw(self, actor: Actor, number: str, why: str, seen: int | None) -> Change:
        """Take back what was typed: an imported evaluation goes back to what its workbook says of it."""
        with self._open.writing() as uow:
            held = uow.evaluations.of(number)
            _refuse_changed(uow, number, held, seen)
            if held is None:
                raise NoEvaluation(number)
            if not (why := said(why)):
                raise EvaluationReasonMissing(number)
            bare = Evaluation(held.evaluation.review)
            if held.imported and held.evaluation == bare:
                raise FiguresImported(number)
            if not held.imported:
                _require_open(uow, held.evaluation.review)
            entry = uow.journal.append(actor, "evaluations.withdraw", number, _told(held.evaluation), why=why)
            if held.imported:
                uow.evaluations.put(entry, bare, held)
            else:
                uow.evaluations.end(entry, held)
            uow.commit()
        return Change.of(Topic.CASES, Topic.MONTHS, entry=entry)

    @allowed(Right.FIND_CAUSE)
    def find_cause(self, actor: Actor, finding: CauseFinding, seen: int | None) -> Change:
        """Keep the committee's finding on why a case ended in acquittal or exemption."""
        number = finding.number
        finding = finding._replace(decision=said(finding.decision, "decision"), reason=said(finding.reason))
        with self._open.writing() as uow:
            case, outcome, held = _case(uow, number), _outcome(uow, number), uow.evaluations.cause(number)
            if not asks_for_cause(outcome):
                raise NoCauseAsked(number, outcome)
            if (held.entry if held is not None else None) != seen:
                raise CauseChanged(number, held.finding if held is not None else None)
            _require_whole(finding, case)
            if held is not None and held.finding == finding:
                return Change.of()
            if finding.cause is not Cause.FAULT:
                deducting = [grade for grade, points in review_grades_on(uow, case.closed).items() if points < 0]
                if standing := uow.evaluations.deductions(number, deducting):
                    raise DeductionStands(number, standing)
            entry = uow.journal.append(
                actor, "evaluations.cause", number, finding._asdict(), why=finding.reason, authority=finding.decision
            )
            uow.evaluations.put_cause(entry, finding)
            uow.commit()
        return Change.of(Topic.CASES, entry=entry)

    @allowed(Right.SEE_CASES)
    def preview(self, actor: Actor, number: str) -> bytes:
        """The very form 10 that `draw` would give, without a trace in the journal."""
        with self._open.reading() as uow:
            told = _form(uow, number)
            stamp = stamp_of(uow, told, actor, self._clock())
        return self._drawer.draw(told, stamp)  # the desk is closed while paper is drawn

    @allowed(Right.SEE_CASES)
    def draw(self, actor: Actor, number: str) -> bytes:
        """Form 10 of that case as PDF. The same data keep their version; the printing is journalled."""
        with self._open.reading() as uow:
            uow.journal.refuse_clock_behind(self._clock())
            told = _form(uow, number)
            stamp = stamp_of(uow, told, actor, self._clock())
        pdf = self._drawer.draw(told, stamp)  # as above
        with self._open.writing() as uow:
            if uow.journal.head() != stamp.head:
                raise DeskChangedMeanwhile
            what = {"version": stamp.version, "fingerprint": stamp.fingerprint, "head": on_paper(stamp.head)}
            what |= {"year": told.closed.year} if told.closed is not None else {}
            uow.journal.append(actor, DRAW, number, what, dated=True)
            uow.commit()
        return pdf

    def _refuse_figures(self, uow: UnitOfWork, review: Review, case: CaseShare, held: HeldEvaluation | None) -> None:
        """Nothing is dated in a closed month, and an acquittal deducts nothing before its cause is found."""
        if case.closed is None:
            raise CaseNotClosed(review.number)
        today = self._clock().date()
        if review.reviewed is not None and review.reviewed > today:
            raise ReviewedAhead(review.number, review.reviewed, today)
        _require_open(uow, review)
        if held is not None:
            _require_open(uow, held.evaluation.review)
        if review_grades_on(uow, case.closed).get(review.grade, Decimal(0)) < 0:
            require_deduction_allowed(uow, review.number)


def _form(uow: UnitOfWork, number: str) -> EvaluationForm:
    """Everything that form 10 says of the case; NoEvaluation where there is none."""
    shares, names, traced = uow.cases.shares(number), uow.cases.names(number), uow.evaluations.traced(number)
    case, desk, cause = _case(uow, number), uow.office.identity(), uow.evaluations.cause(number)
    if traced is None:
        raise NoEvaluation(number)
    outcome = _outcome(uow, number)
    return EvaluationForm(
        desk.office,
        desk.demo,
        number,
        case.title or "",
        case.kind,
        case.department or "",
        case.closed,
        outcome or "",
        tuple((names.get(each.fact.code, each.fact.code), each.fact.code, each.fact.share) for each in shares),
        traced.fact,
        review_grades_on(uow, case.closed).get(traced.fact.review.grade, Decimal(0)),
        traced.overridden,
        asks_for_cause(outcome),
        cause.finding if cause is not None else None,
    )


def lacking(uow: UnitOfWork, year: int) -> Lacking:
    """What the cases closed in the year lack, and which quota-holders have none."""
    rows = uow.cases.rows(year)
    closed = [row for row in rows if row.closed is not None]
    found = uow.evaluations.causes(year)
    asking = asking_in(uow, year)
    return Lacking(
        year,
        without_evaluation=tuple(row.number for row in closed if row.grade is None),
        without_cause=tuple(number for number in asking if number not in found),
        deducted_without_cause=deducted_without_cause(uow, year, asking, found),
        idle=uow.evaluations.idle(year) if closed else (),
    )


def asking_in(uow: UnitOfWork, year: int) -> list[str]:
    """The cases closed in the year that ended in acquittal or exemption, by number."""
    return [number for number, told in uow.evaluations.outcomes(year).items() if any(map(asks_for_cause, told))]


def deducted_without_cause(
    uow: UnitOfWork, year: int, asking: Iterable[str], found: Mapping[str, Cause]
) -> tuple[str, ...]:
    """Those of the cases asking for a cause that lost points before it was found, or by a grade though it is no fault.

    Workbooks bring such; nobody types them.
    """
    graded = uow.evaluations.graded(year, deducting_in(uow, year))

    def lost(number: str) -> bool:
        held = uow.evaluations.of(number) if number not in found else None
        taken = held is not None and takes_points(held.evaluation.review)
        return taken or (number in graded and found.get(number) is not Cause.FAULT)

    return tuple(filter(lost, asking))


def deducting_in(uow: UnitOfWork, year: int) -> list[str]:
    """The review grades of that year that take points."""
    return [grade for grade, points in scheme_of(uow, year).review_points(year).items() if points < 0]


def _case(uow: UnitOfWork, number: str) -> CaseShare:
    shares = uow.cases.shares(number)
    if not shares:
        raise NoSuchCase(number)
    return shares[0].fact


def _outcome(uow: UnitOfWork, number: str) -> str | None:
    return uow.evaluations.outcome(number)


def _require_open(uow: UnitOfWork, review: Review) -> None:
    if review.reviewed is not None:
        require_open(uow, review.reviewed)


def _refuse_taking_without_cause(uow: UnitOfWork, typed: Evaluation, held: HeldEvaluation | None) -> None:
    """Neither marks nor items take anything from an acquittal before its cause is found."""
    before = held.evaluation if held is not None else None
    retyped = before is None or typed.review != before.review
    if (retyped and takes_points(typed.review)) or (
        (before is None or typed.items != before.items) and any(item.lost for item in typed.items)
    ):
        require_cause_found(uow, typed.review.number)


def _require_whole(finding: CauseFinding, case: CaseShare) -> None:
    for field in ("decision", "reason"):
        if not getattr(finding, field):
            raise CauseIncomplete(finding.number, field)
    if case.closed is not None and finding.day < case.closed:
        raise CauseTooEarly(finding.number, finding.day, case.closed)


def _refuse_changed(uow: UnitOfWork, number: str, held: HeldEvaluation | None, seen: int | None) -> None:
    """Refuse what was typed over a version that no longer holds, with who changed it and what it says now."""
    if (held.entry if held is not None else None) == seen:
        return
    if held is not None:
        raise EvaluationChanged(number, held.actor, held.at, held.evaluation)
    ended = [each.ended for each in uow.history.versions(FactKind.REVIEW, {"number": number}) if each.ended]
    raise EvaluationChanged(number, ended[-1].actor if ended else "", ended[-1].at if ended else None, None)


def _told(evaluation: Evaluation) -> dict[str, object]:
    """What the journal says of it."""
    review = evaluation.review._asdict()
    del review["number"]
    return {
        **review,
        "items": [each._asdict() for each in evaluation.items],
        "findings": [each._asdict() for each in evaluation.findings],
    }
