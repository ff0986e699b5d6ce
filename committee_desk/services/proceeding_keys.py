"""By which key a figure that was found to be otherwise is named, as what the desk keeps it, and whose figure it is."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from committee_desk.domain.proceedings import ABSTAINED, Challenge, ChallengeKind, ChangeKind, FactChange
from committee_desk.domain.ratings import BallotClass
from committee_desk.services import typed_values
from committee_desk.services.history_views import FactKind
from committee_desk.services.overrides import told
from committee_desk.services.proceeding_refusals import NothingLikeThat

KINDS: Mapping[ChangeKind, FactKind] = {
    ChangeKind.REVIEW: FactKind.REVIEW,
    ChangeKind.SHARE: FactKind.CASE_SHARE,
    ChangeKind.EVENT: FactKind.EVENT,
    ChangeKind.NEW_EVENT: FactKind.EVENT,
    ChangeKind.WITHDRAWN_EVENT: FactKind.EVENT,
    ChangeKind.MARK: FactKind.LEADER_MARK,
}
"""As what kind of fact the desk keeps it; ballots have no history and are read by their slip."""
EVENTS = frozenset({ChangeKind.EVENT, ChangeKind.NEW_EVENT, ChangeKind.WITHDRAWN_EVENT})
"""Those that name an event."""
_KEY_LENGTHS = {ChangeKind.REVIEW: (1,), ChangeKind.SHARE: (1, 2), ChangeKind.MARK: (2,), ChangeKind.BALLOT: (2, 3),
                ChangeKind.GRADE: (1,),
                **dict.fromkeys(EVENTS, (5,))}  # fmt: skip


def whole_key(kind: ChangeKind, key: tuple[str, ...]) -> tuple[str, ...]:
    """The key with all its parts, an event's day as the calendar writes it; NothingLikeThat where one is missing."""
    if len(key) not in _KEY_LENGTHS[kind] or not all(key):
        raise NothingLikeThat(kind, key)
    if is_among_equals(kind, key):
        return (*key[:2], _as_counted(kind, key))
    if kind not in EVENTS:
        return key
    day = typed_values.day(key[2])
    if day is None:
        raise NothingLikeThat(kind, key)
    return (*key[:2], day.isoformat(), *key[3:])


def is_among_equals(kind: ChangeKind, key: tuple[str, ...]) -> bool:
    """Whether a ballot is meant that has no slip any more: one of the marks of a class that were counted alike."""
    return kind is ChangeKind.BALLOT and len(key) > 2


def counted_mark(key: tuple[str, ...]) -> Decimal | None:
    """The mark that such a key says was counted; None for 弃权."""
    return None if key[2] == ABSTAINED else Decimal(key[2])


def _as_counted(kind: ChangeKind, key: tuple[str, ...]) -> str:
    number = typed_values.number(key[2])
    if key[0] not in BallotClass.__members__ or (number is None and key[2] != ABSTAINED):
        raise NothingLikeThat(kind, key)
    return ABSTAINED if number is None else told(number)


def as_kept(kind: ChangeKind, key: tuple[str, ...]) -> tuple[object, ...]:
    """The key as the fact's own book wants it: an event's day is a day."""
    return (*key[:2], date.fromisoformat(key[2]), *key[3:]) if kind in EVENTS else key


def family(kind: ChangeKind) -> ChangeKind:
    """An event that is withdrawn, or new, is not changed besides."""
    return ChangeKind.EVENT if kind in EVENTS else kind


def as_challenges(changes: Iterable[FactChange]) -> tuple[Challenge, ...]:
    """Whose figures the changes touch: nobody who produced one of them examines it, challenged or not."""
    kinds = {
        ChangeKind.REVIEW: ChallengeKind.REVIEW,
        ChangeKind.MARK: ChallengeKind.LEADER_MARK,
        ChangeKind.SHARE: ChallengeKind.SHARE,
        ChangeKind.EVENT: ChallengeKind.EVENT,
        ChangeKind.WITHDRAWN_EVENT: ChallengeKind.EVENT,
    }
    touched = [each for each in changes if each.kind not in {ChangeKind.NEW_EVENT, ChangeKind.GRADE}]
    return tuple(
        Challenge(ChallengeKind.BALLOTS, each.key[1:2]) if each.kind is ChangeKind.BALLOT
        else Challenge(kinds[each.kind], each.key)
        for each in touched
    )  # fmt: skip


def regraded(changes: Iterable[FactChange]) -> tuple[str, ...]:
    """Of whom the grade itself is found to be another, by code: the matter is about them as well."""
    return tuple(dict.fromkeys(each.key[0] for each in changes if each.kind is ChangeKind.GRADE))
