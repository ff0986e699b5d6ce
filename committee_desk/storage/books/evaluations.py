"""Evaluations of cases beyond their marks, the committee's findings of cause, and who handled none."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.cases import Review
from committee_desk.domain.evaluations import (
    Cause,
    CauseFinding,
    Evaluation,
    Finding,
    Handler,
    Item,
    asks_for_cause,
)
from committee_desk.domain.people import Category
from committee_desk.domain.sources import Traced
from committee_desk.services.evaluation_views import CauseRow, HeldEvaluation, Idle
from committee_desk.storage.books.names import Names, among, insert_many
from committee_desk.storage.books.overridden import end, succeed, traced
from committee_desk.storage.books.sources import SOURCE_COLUMNS, AnyRow, with_source
from committee_desk.storage.exact import to_stored
from committee_desk.storage.tables import (
    case_numbers,
    case_shares,
    causes,
    departments,
    events,
    journal,
    persons,
    reviews,
    stays,
)

_SIGNS = ("罪", "免")
"""One of these stands in every outcome that asks for a cause."""
_FIGURES = tuple(name for name in Review._fields if name != "number")


class EvaluationsRows:
    """The evaluations' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of(self, number: str) -> HeldEvaluation | None:
        """The evaluation that holds."""
        row = self._row(number)
        if row is None:
            return None
        return HeldEvaluation(
            row.id,
            row.entry,
            datetime.fromisoformat(row.at),
            row.actor,
            _evaluation(row),
            row.import_entry is not None or row.overrides is not None,
            row.import_entry,
            row.row,
            row.overrides,
        )

    def traced(self, number: str) -> Traced[Evaluation] | None:
        """The same with its source and what was overridden."""
        row = self._row(number)
        return None if row is None else traced(self._connection, reviews, _evaluation(row), row)

    def put(self, entry: int, evaluation: Evaluation, before: HeldEvaluation | None) -> None:
        """Keep an evaluation in place of the one before, whose figures keep their source where they are the same."""
        values = _stored(evaluation)
        if before is None:
            case = Names(self._connection).cases([evaluation.review.number], entry)[evaluation.review.number]
            row = {**values, "case_id": case, "entry": entry}
            insert_many(self._connection, reviews, ", ".join(f'"{name}"' for name in row), [tuple(row.values())])
            return
        if before.origin is not None:
            values |= {"row": before.row, "source_entry": before.origin}
        succeed(self._connection, reviews, before.id, entry, values)

    def end(self, entry: int, before: HeldEvaluation) -> None:
        """Let an evaluation hold no longer."""
        end(self._connection, reviews, before.id, entry)

    def handlers(self, numbers: Iterable[str]) -> Mapping[str, tuple[Handler, ...]]:
        """Who handled each of these cases, with every name they go by."""
        asked = (
            sa.select(case_numbers.c.number, persons.c.code, stays.c.name)
            .select_from(
                case_shares.join(case_numbers)
                .join(persons)
                .join(stays, sa.and_(stays.c.person_id == persons.c.id, stays.c.ended_by.is_(None)))
            )
            .where(case_shares.c.ended_by.is_(None), case_numbers.c.number.in_(among(numbers)))
        )
        names: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for number, code, name in self._connection.execute(asked):
            names[number][code].add(name)
        return {
            number: tuple(Handler(code, frozenset(theirs)) for code, theirs in sorted(of_case.items()))
            for number, of_case in names.items()
        }

    def outcome(self, number: str) -> str | None:
        """The case's 处理结果 as any of its rows has it, one that asks for a cause first."""
        asked = (
            sa.select(case_shares.c.outcome)
            .join(case_numbers)
            .where(
                case_shares.c.ended_by.is_(None), case_numbers.c.number == number, case_shares.c.outcome.is_not(None)
            )
            .order_by(case_shares.c.id)
        )
        told = list(self._connection.scalars(asked))
        return next((each for each in told if asks_for_cause(each)), told[0] if told else None)

    def outcomes(self, year: int) -> Mapping[str, tuple[str, ...]]:
        """What the cases closed in the year ended in, those that may ask for a cause."""
        asked = (
            sa.select(case_numbers.c.number, case_shares.c.outcome)
            .join(case_numbers)
            .where(case_shares.c.ended_by.is_(None), case_shares.c.year == year)
            .where(sa.or_(*(case_shares.c.outcome.contains(sign) for sign in _SIGNS)))
            .order_by(case_numbers.c.number)
        )
        found: defaultdict[str, list[str]] = defaultdict(list)
        for number, outcome in self._connection.execute(asked):
            found[number].append(outcome)
        return {number: tuple(each) for number, each in found.items()}

    def cause(self, number: str) -> CauseRow | None:
        """The committee's finding that holds."""
        asked = sa.select(causes).join(case_numbers).where(causes.c.ended_by.is_(None), case_numbers.c.number == number)
        row = self._connection.execute(asked).one_or_none()
        if row is None:
            return None
        return CauseRow(CauseFinding(number, Cause(row.cause), row.decision, row.day, row.reason), row.entry)

    def causes(self, year: int) -> Mapping[str, Cause]:
        """The findings on the cases closed in the year."""
        closed = sa.select(case_shares.c.case_id).where(case_shares.c.ended_by.is_(None), case_shares.c.year == year)
        asked = (
            sa.select(case_numbers.c.number, causes.c.cause)
            .select_from(causes.join(case_numbers))
            .where(causes.c.ended_by.is_(None), causes.c.case_id.in_(closed))
        )
        return {number: Cause(cause) for number, cause in self._connection.execute(asked)}

    def put_cause(self, entry: int, finding: CauseFinding) -> None:
        """Supersede the finding on a case."""
        case = Names(self._connection).cases([finding.number], entry)[finding.number]
        held = sa.update(causes).where(causes.c.case_id == case, causes.c.ended_by.is_(None))
        self._connection.execute(held.values(ended_by=entry))
        values = {**finding._asdict(), "cause": finding.cause.value, "case_id": case, "entry": entry}
        del values["number"]
        self._connection.execute(sa.insert(causes), [values])

    def deductions(self, number: str, grades: Iterable[str]) -> tuple[str, ...]:
        """What was typed at the desk and takes points for that case."""
        case = sa.select(case_numbers.c.id).where(case_numbers.c.number == number).scalar_subquery()
        held = self.of(number)
        typed = held is not None and not held.imported and held.evaluation.review.grade in set(grades)
        asked = (
            sa.select(events.c.number, events.c.points)
            .where(events.c.ended_by.is_(None), events.c.case_id == case, events.c.number.is_not(None))
            .order_by(events.c.number)
        )
        told = [str(each.number) for each in self._connection.execute(asked) if each.points < 0]
        return (*([held.evaluation.review.grade] if held is not None and typed else []), *told)

    def graded(self, year: int, grades: Iterable[str]) -> frozenset[str]:
        """The cases closed in the year whose review has one of these grades."""
        closed = sa.select(case_shares.c.case_id).where(case_shares.c.ended_by.is_(None), case_shares.c.year == year)
        asked = (
            sa.select(case_numbers.c.number)
            .select_from(reviews.join(case_numbers))
            .where(reviews.c.ended_by.is_(None), reviews.c.case_id.in_(closed), reviews.c.grade.in_(among(grades)))
        )
        return frozenset(self._connection.scalars(asked))

    def idle(self, year: int) -> tuple[Idle, ...]:
        """Prosecutors of the year without a case closed in it, by code; the latest stay says who they are."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        busy = sa.select(case_shares.c.person_id).where(case_shares.c.ended_by.is_(None), case_shares.c.year == year)
        asked = (
            sa.select(
                persons.c.code, stays.c.name, departments.c.name, stays.c.post, stays.c.is_leader, stays.c.since,
                stays.c.until, stays.c.person_id,
            )
            .select_from(stays.join(persons).join(departments))
            .where(
                stays.c.ended_by.is_(None),
                stays.c.category == Category.PROSECUTOR.value,
                sa.or_(stays.c.since.is_(None), stays.c.since <= last),
                sa.or_(stays.c.until.is_(None), stays.c.until >= first),
                stays.c.person_id.not_in(busy),
            )
            .order_by(persons.c.code, stays.c.since)
        )  # fmt: skip
        latest = {row[0]: row for row in self._connection.execute(asked)}
        still_open = self._open_cases([row.person_id for row in latest.values()])
        return tuple(
            Idle(code, name, department, post or "", leads, since, until, still_open.get(person, 0))
            for code, name, department, post, leads, since, until, person in latest.values()
        )

    def _open_cases(self, people: list[int]) -> dict[int, int]:
        among_them = sa.func.json_each(json.dumps(people)).table_valued("value")
        asked = (
            sa.select(case_shares.c.person_id, sa.func.count())
            .where(
                case_shares.c.ended_by.is_(None),
                case_shares.c.year.is_(None),
                case_shares.c.person_id.in_(sa.select(among_them.c.value)),
            )
            .group_by(case_shares.c.person_id)
        )
        return dict(self._connection.execute(asked).all())

    def _row(self, number: str) -> AnyRow | None:
        asked = (
            sa.select(case_numbers.c.number, *reviews.c, *SOURCE_COLUMNS, journal.c.at, journal.c.actor)
            .select_from(
                with_source(reviews, reviews.join(case_numbers).join(journal, journal.c.seq == reviews.c.entry))
            )
            .where(reviews.c.ended_by.is_(None), case_numbers.c.number == number)
        )
        return self._connection.execute(asked).one_or_none()


def _evaluation(row: AnyRow) -> Evaluation:
    review = Review(row.number, *(getattr(row, name) for name in _FIGURES))
    items = tuple(Item(side, name, Decimal(lost), note) for side, name, lost, note in json.loads(row.items or "[]"))
    findings = tuple(Finding(*each) for each in json.loads(row.findings or "[]"))
    return Evaluation(review, items, findings, row.reply, row.replied)


def _kept(evaluation: Evaluation) -> dict[str, Any]:
    """The columns of an evaluation, as SQLAlchemy takes them."""
    figures = {name: getattr(evaluation.review, name) for name in _FIGURES}
    items = [[each.side, each.name, f"{each.lost:f}", each.note] for each in evaluation.items]
    return figures | {
        "items": json.dumps(items, ensure_ascii=False) if items else None,
        "findings": json.dumps(evaluation.findings, ensure_ascii=False) if evaluation.findings else None,
        "reply": evaluation.reply,
        "replied": evaluation.replied,
    }


def _stored(evaluation: Evaluation) -> dict[str, Any]:
    """The same as the columns store it."""
    return {name: _raw(value) for name, value in _kept(evaluation).items()}


def _raw(value: object) -> object:
    if isinstance(value, Decimal):
        return to_stored(value)
    return value.isoformat() if isinstance(value, date) else value
