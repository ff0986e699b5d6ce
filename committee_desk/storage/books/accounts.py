"""Accounts: one standing row a login, and what the journal says happened to each."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.roles import Role
from committee_desk.services.account_book import Account, Attempt
from committee_desk.storage.office_tables import accounts, journal


class AccountsRows:
    """The accounts' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def exist(self) -> bool:
        """Whether the desk has ever had an account."""
        return self._connection.scalar(sa.select(accounts.c.id).limit(1)) is not None

    def all(self) -> tuple[Account, ...]:
        """Every account, closed ones too, by login."""
        standing = sa.select(accounts).where(accounts.c.ended_by.is_(None)).order_by(accounts.c.login)
        return tuple(_account(row) for row in self._connection.execute(standing))

    def of(self, login: str) -> Account | None:
        """The account of that login, open or closed."""
        standing = sa.select(accounts).where(accounts.c.login == login, accounts.c.ended_by.is_(None))
        row = self._connection.execute(standing).one_or_none()
        return None if row is None else _account(row)

    def put(self, entry: int, account: Account) -> None:
        """Supersede what stood under that login."""
        standing = sa.update(accounts).where(accounts.c.login == account.login, accounts.c.ended_by.is_(None))
        self._connection.execute(standing.values(ended_by=entry))
        row = {
            "login": account.login,
            "holder": account.holder,
            "roles": json.dumps(account.roles),
            "password": account.password,
            "must_change": account.must_change,
            "closed": account.closed,
            "entry": entry,
        }
        self._connection.execute(sa.insert(accounts), [row])

    def attempts(self, subject: str, verbs: Sequence[str]) -> tuple[Attempt, ...]:
        """The entries of these verbs about that subject, oldest first."""
        asked = sa.select(journal.c.seq, journal.c.verb, journal.c.at, journal.c.actor, journal.c.what)
        asked = asked.where(journal.c.subject == subject, journal.c.verb.in_(verbs)).order_by(journal.c.seq)
        return tuple(
            Attempt(row.seq, row.verb, datetime.fromisoformat(row.at), row.actor, row.what)
            for row in self._connection.execute(asked)
        )


def _account(row: sa.Row[Any]) -> Account:
    return Account(
        login=row.login,
        holder=row.holder,
        roles=tuple(Role(each) for each in json.loads(row.roles)),
        password=row.password,
        must_change=row.must_change,
        closed=row.closed,
        row=row.id,
    )
