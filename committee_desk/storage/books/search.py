"""Everything that has a name or a number."""

from datetime import date

import sqlalchemy as sa

from committee_desk.services.search import FoundPerson
from committee_desk.services.views import Hit
from committee_desk.storage.tables import case_numbers, case_shares, departments, persons, stays, weightings

_ANY_BRACKET = str.maketrans(dict.fromkeys("()（）〔〕[]【】", "_"))
_SHARES_A_CASE = 4


class SearchRows:
    """The search's book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def people(self) -> tuple[FoundPerson, ...]:
        """Everybody ever recorded, by code, with the latest name and department and the years they were there."""
        named = (
            sa.select(persons.c.code, stays.c.name, departments.c.name.label("department"), stays.c.until)
            .select_from(stays.join(persons).join(departments))
            .where(stays.c.ended_by.is_(None))
            .order_by(persons.c.code, stays.c.since)
        )
        latest: dict[str, FoundPerson] = {}
        for code, name, department, until in self._connection.execute(named):
            latest[code] = FoundPerson(code, name, department, until or date.max)
        return tuple(latest.values())

    def cases(self, text: str, limit: int) -> tuple[Hit, ...]:
        """Cases whose number or title holds the text, those read in last first. Kinds of brackets are all one."""
        held = f"%{_literally(text)}%"
        some = limit * _SHARES_A_CASE
        numbered = sa.select(case_numbers.c.id).where(case_numbers.c.number.like(held, escape="\\"))
        titled = sa.select(case_shares.c.case_id).where(
            case_shares.c.ended_by.is_(None), case_shares.c.title.like(held, escape="\\")
        )
        among = {
            *self._connection.scalars(numbered.order_by(case_numbers.c.id.desc()).limit(some)),
            *self._connection.scalars(titled.order_by(case_shares.c.id.desc()).limit(some)),
        }
        asked = (
            sa.select(case_numbers.c.number, case_shares.c.title, weightings.c.kind)
            .select_from(case_shares.join(case_numbers).join(weightings))
            .where(case_shares.c.ended_by.is_(None), case_shares.c.case_id.in_(among))
            .order_by(case_shares.c.id.desc())
        )
        found: dict[str, Hit] = {}
        for number, title, kind in self._connection.execute(asked):
            found.setdefault(number, Hit("case", number, number, title or kind))
        return tuple(found.values())[:limit]


def _literally(text: str) -> str:
    escaped = text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return escaped.translate(_ANY_BRACKET)
