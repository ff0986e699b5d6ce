"""What a refusal of the desk becomes in its cell: one sentence, and the ways out of it as buttons."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.months import MonthClosed, last_day
from committee_desk.services.entry_reading import points
from committee_desk.services.entry_refusals import (
    Candidate,
    ChangedMeanwhile,
    DayOutsideMonth,
    EventCounts,
    LedgerOfAnotherDay,
    NameOfAnotherCode,
    NameOfSeveral,
    NobodyOfThatCode,
    NobodyOfThatName,
    NoNumber,
    NoSuchLedger,
    PointsBeyond,
    TooManyPlaces,
    WrittenByAnother,
)
from committee_desk.services.entry_views import EventField
from committee_desk.ui.common.sheet.source import ChangedByAnother, Fix, Outcome, Refused
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import plain, signed
from committee_desk.wording.saying import sentence
from committee_desk.wording.scheme_names import named

MOST_FIXES = 4
LOOK_LIKE_DIGITS = str.maketrans({"l": "1", "I": "1", "O": "0", "o": "0", "，": ".", ",": ".", "、": "."})


class Ways:
    """Acts that a fix may lead to, which only the page can carry out; `why` asks for a change's reason."""

    def __init__(
        self, withdraw: Callable[[int], None], reopen: Callable[[], None], why: Callable[[int], str | None]
    ) -> None:
        self.withdraw, self.reopen, self.why = withdraw, reopen, why


class Typed(NamedTuple):
    """What was refused: the cell's text, and what keeps a reason for its next commit."""

    text: str
    because: Callable[[str], None]


def outcome_of(error: DeskError | Trouble, ways: Ways, typed: Typed | None = None) -> Outcome:
    """What became of a cell that the desk did not take."""
    if isinstance(error, ChangedMeanwhile) and error.when is not None:
        return ChangedByAnother(error.who, error.when, error.present or "")
    return Refused(sentence(error), fixes_of(error, ways, typed)[:MOST_FIXES])


def fixes_of(error: DeskError | Trouble, ways: Ways, typed: Typed | None = None) -> tuple[Fix, ...]:
    """The ways out of that refusal; none where only typing something else helps."""
    match error:
        case NameOfSeveral() | NobodyOfThatName() | NobodyOfThatCode() | NameOfAnotherCode():
            return _people(error)
        case NoSuchLedger() | LedgerOfAnotherDay():
            return _ledgers(error)
        case EventCounts() | WrittenByAnother():
            withdrawing = tr("撤回…") if isinstance(error, WrittenByAnother) else tr("说明理由撤回…")
            withdrawal = Fix(withdrawing, act=lambda: ways.withdraw(error.number))
            return (*_with_reason(error.number, ways, typed), withdrawal)
        case MonthClosed():
            return (Fix(tr("重新打开本月…"), act=ways.reopen),)
        case _:
            return _nearest(error)


def _ledgers(error: NoSuchLedger | LedgerOfAnotherDay) -> tuple[Fix, ...]:
    """What the ledger may be: the scheme's; of a day the person's own, whichever cell was typed."""
    if isinstance(error, NoSuchLedger):
        return tuple(Fix(named(name), name) for name in error.known)
    known = error.known.items()
    return tuple(Fix(tr("改为{name}", name=named(name)), ledger, EventField.INDICATOR) for ledger, name in known)


def _with_reason(number: int, ways: Ways, typed: Typed | None) -> tuple[Fix, ...]:
    """Ask for the reason, then commit the same text with it."""
    if typed is None:
        return ()

    def ask() -> bool:
        why = ways.why(number)
        if why is not None:
            typed.because(why)
        return why is not None

    return (Fix(tr("写明理由…"), typed.text, ask=ask),)


def _people(error: NameOfSeveral | NobodyOfThatName | NobodyOfThatCode | NameOfAnotherCode) -> tuple[Fix, ...]:
    """Whom the name or the code may mean."""
    match error:
        case NameOfSeveral():
            return tuple(_take_code(each) for each in error.candidates)
        case NobodyOfThatName():
            return tuple(Fix(f"{each.name}  {each.department}", each.name) for each in error.candidates)
        case NobodyOfThatCode():
            return tuple(Fix(f"{each.code}  {each.name}", each.code) for each in error.candidates)
        case _:
            return (Fix(tr("改为{name}", name=error.bearer), error.bearer),)


def _nearest(error: DeskError | Trouble) -> tuple[Fix, ...]:
    """The nearest value that would be taken."""
    match error:
        case PointsBeyond():
            limit = Decimal(error.maximum if error.points > 0 else -error.maximum)
            return (Fix(tr("改为 {points}", points=signed(limit)), signed(limit)),)
        case TooManyPlaces():
            rounded = error.points.quantize(Decimal("0.01"), ROUND_HALF_UP)
            return (Fix(tr("改为 {points}", points=signed(rounded)), plain(rounded)),)
        case NoNumber():
            return _meant(error.text)
        case DayOutsideMonth():
            end = last_day(error.year, error.month)
            day = end.replace(day=min(error.day.day, end.day))
            return (Fix(tr("改为 {day}", day=f"{day:%m-%d}"), f"{day:%m-%d}"),)
        case _:
            return ()


def _meant(text: str) -> tuple[Fix, ...]:
    """The number that letters were taken for."""
    try:
        meant = points(text.strip().translate(LOOK_LIKE_DIGITS))
    except DeskError:
        return ()
    return (Fix(tr("改为 {points}", points=signed(meant)), plain(meant)),)


def _take_code(each: Candidate) -> Fix:
    return Fix(f"{each.code}  {each.department}", each.code, EventField.CODE)
