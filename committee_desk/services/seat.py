"""Who sits at the desk, and what they may ask of it: every verb and every read of every service says its right."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, NamedTuple, ParamSpec, Protocol, TypeVar

from committee_desk.domain.roles import Right, Role, Way, rights_of
from committee_desk.services.account_refusals import (
    NotAllowed,
    NotSignedIn,
    PasswordMustChange,
    SomebodyElse,
)
from committee_desk.services.actor import Actor, pc_user
from committee_desk.services.ports import OpenUnitOfWork, UnitOfWork

P = ParamSpec("P")
T = TypeVar("T")

WAY = "desk.way"
"""Under which key the way of working is kept. It is no setting that an office changes by itself."""


class Session(NamedTuple):
    """One account signed in: its standing row, so that a row superseded meanwhile ends the session."""

    row: int
    login: str
    holder: str
    roles: tuple[Role, ...]
    must_change: bool


class Seat:
    """Who sits at the desk. Without accounts whoever opened it, who may do everything."""

    def __init__(self, open_work: OpenUnitOfWork) -> None:
        self._open = open_work
        self._session: Session | None = None
        self._has_accounts: bool | None = None

    @property
    def has_accounts(self) -> bool:
        """Whether the desk has accounts, so that somebody must sign in. A desk opened without has none until `first`:
        only the window makes them, and a window bars the next."""
        if self._has_accounts is None:
            with self._open.reading() as uow:
                self._has_accounts = uow.accounts.exist()
        return self._has_accounts

    def now_has_accounts(self) -> None:
        """The first accounts were made: from here on somebody must sign in."""
        self._has_accounts = True

    def reconsider(self) -> None:
        """Another state took the desk's place: look again whether it has accounts."""
        self._has_accounts = None

    @property
    def way(self) -> Way:
        """How this office works."""
        with self._open.reading() as uow:
            return way_in(uow)

    @property
    def session(self) -> Session | None:
        """Who signed in."""
        return self._session

    @property
    def actor(self) -> Actor:
        """Who acts: the PC's user, or with accounts who signed in; NotSignedIn where nobody did."""
        if not self.has_accounts:
            return pc_user()
        session = self._signed_in()
        return Actor(session.holder, "+".join(session.roles))

    @property
    def roles(self) -> tuple[Role, ...]:
        """The roles of who signed in; none on a desk without accounts."""
        return self._session.roles if self._session else ()

    def may(self, right: Right) -> bool:
        """Whether who sits here has that right."""
        return right in self.rights()

    def rights(self) -> frozenset[Right]:
        """Everything that who sits here may do; nothing before somebody signed in."""
        if not self.has_accounts:
            return frozenset(Right)
        session = self._session
        if session is None or session.must_change:
            return frozenset()
        try:
            return self._rights_of(session)
        except NotSignedIn:
            return frozenset()

    def require(self, right: Right) -> None:
        """Refuse what who sits here may not ask."""
        if not self.has_accounts:
            return
        session = self._signed_in()
        if session.must_change:
            raise PasswordMustChange
        if right not in self._rights_of(session):
            raise NotAllowed(right, session.roles)

    def require_own(self, actor: Actor) -> None:
        """Refuse a command in somebody else's name; a desk without accounts takes any."""
        if self.has_accounts and actor != self.actor:
            raise SomebodyElse(actor.name)

    def take(self, session: Session | None) -> None:
        """Seat who signed in, or nobody."""
        self._session = session

    def _signed_in(self) -> Session:
        if self._session is None:
            raise NotSignedIn
        return self._session

    def _rights_of(self, session: Session) -> frozenset[Right]:
        """What the account may do as it stands now; an account changed, handed over or closed meanwhile is left."""
        with self._open.reading() as uow:
            account, way = uow.accounts.of(session.login), way_in(uow)
        if account is None or account.closed or account.row != session.row:
            self._session = None
            raise NotSignedIn
        return rights_of(session.roles, way)


def way_in(uow: UnitOfWork) -> Way:
    """How the office of this desk works."""
    return Way(uow.settings.all().get(WAY, Way.PLAIN))


class Seated(Protocol):
    """A service that knows who sits at the desk."""

    @property
    def _seat(self) -> Seat: ...


F = TypeVar("F", bound=Callable[..., object])
S = TypeVar("S", bound=Seated)


def allowed(right: Right) -> Callable[[Callable[Concatenate[S, P], T]], Callable[Concatenate[S, P], T]]:
    """Mark a verb or a read of a service with the right that it needs; it is checked before anything else."""

    def mark(verb: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
        @wraps(verb)
        def checked(self: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
            seat = self._seat
            seat.require(right)
            for given in (*args, kwargs.get("actor")):
                if isinstance(given, Actor):
                    seat.require_own(given)
            return verb(self, *args, **kwargs)

        checked.right = right  # type: ignore[attr-defined]
        return checked

    return mark


def anybody(reason: str) -> Callable[[F], F]:
    """Mark a verb or a read that asks for no right and for no sign-in, and say why."""

    def mark(verb: F) -> F:
        verb.anybody = reason  # type: ignore[attr-defined]
        return verb

    return mark
