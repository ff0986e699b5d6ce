"""The marks of rating rounds: those that count, a void round's under seal, and those that workbooks brought."""

from collections import Counter
from collections.abc import Mapping, Sequence
from secrets import token_hex
from typing import Any

import sqlalchemy as sa

from committee_desk.domain.people import Category
from committee_desk.domain.ratings import BallotClass, BallotMark
from committee_desk.domain.round_counting import KEY_BYTES
from committee_desk.domain.rounds import RoundState, RoundWay, label_of
from committee_desk.services.round_book import Imported
from committee_desk.storage.books.facts import FactRows
from committee_desk.storage.books.parted_ballots import came_to_count
from committee_desk.storage.round_tables import round_people, rounds, sealed_marks
from committee_desk.storage.tables import ballots, imports, persons, stays


class RoundMarks:
    """Single marks of one unit of work. Nothing joins one to whose it was, or to another of the same slip."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self.emptied: Counter[tuple[int, str]] = Counter()
        """By entry and table: so many rows, ended before, were emptied; the entry seals those tables anew."""

    def add_marks(self, entry: int, year: int, marks: Sequence[BallotMark]) -> None:
        """Let these marks count: shuffled, each under its own random id."""
        FactRows(self._connection).write_parted(year, entry, marks)

    def end_marks(self, entry: int, year: int, number: int) -> None:
        """Let the marks for the round's people count no longer; they go under a void round's seal, and nothing is left
        of them where they stood: nor of a slip that another workbook had replaced."""
        self._end(ballots, entry, *self._marks_of(year, number))
        self._empty_ended_ballots(entry, year, ballots.c.person_id.in_(self._rated(year, number)))

    def part_imported(self, entry: int, year: int) -> None:
        """Part the slips that workbooks brought: each mark stands under a random key of its own, and of the rows as
        they came, the replaced ones too, only that they were there. Their workbooks' slips are nobody's any more."""
        marks = self.imported_marks(year)
        self._end(ballots, entry, *self._marks_of_workbooks(year))
        self._empty_ended_ballots(entry, year, ballots.c.person_id.not_in(self._rated(year)))
        self.add_marks(entry, year, [each._replace(slip=token_hex(KEY_BYTES)) for each in marks])

    def seal_marks(self, entry: int, year: int, number: int, marks: Sequence[BallotMark]) -> bytes:
        """Shut a void round's single marks away: never counted, never deleted, opened by the key that is told here
        alone. Nothing where there are none."""
        if not marks:
            return b""
        from committee_desk.storage.round_seal import sealed  # noqa: PLC0415 - once a round is void

        key, box = sealed(label_of(year, number), marks)
        values = {"year": year, "round": number, "marks": len(marks), "box": box, "entry": entry}
        self._connection.execute(sa.insert(sealed_marks), [values])
        return key

    def unseal(self, year: int, number: int, key: bytes) -> tuple[BallotMark, ...]:
        """The marks that a void round keeps sealed; SealKeyWrong where the key is another."""
        from committee_desk.storage.round_seal import unsealed  # noqa: PLC0415 - once a seal is broken

        asked = sa.select(sealed_marks.c.box).where(*of_round(sealed_marks, year, number, "round"))
        return unsealed(label_of(year, number), self._connection.scalar(asked) or b"", key)

    def sealed(self, year: int, number: int) -> int:
        """How many marks a void round keeps sealed."""
        asked = sa.select(sealed_marks.c.marks).where(*of_round(sealed_marks, year, number, "round"))
        return self._connection.scalar(asked) or 0

    def marks(self, year: int, number: int) -> tuple[BallotMark, ...]:
        """The marks that count for the people rated in the round, without slips and in no order of theirs."""
        asked = (
            sa.select(ballots.c.ballot_class, persons.c.code, ballots.c.mark)
            .select_from(ballots.join(persons))
            .where(*self._marks_of(year, number))
            .order_by(persons.c.code, ballots.c.ballot_class, ballots.c.mark)
        )
        return tuple(
            BallotMark("", BallotClass(name), code, mark) for name, code, mark in self._connection.execute(asked)
        )

    def imported_for(self, year: int) -> frozenset[str]:
        """The people for whom workbooks brought ballots that count."""
        asked = sa.select(persons.c.code).select_from(ballots.join(persons)).where(*self._marks_of_workbooks(year))
        return frozenset(self._connection.scalars(asked.distinct()))

    def imported_marks(self, year: int) -> tuple[BallotMark, ...]:
        """The marks that workbooks brought and that count, with the slips that the workbooks name."""
        asked = (
            sa.select(ballots.c.slip, ballots.c.ballot_class, persons.c.code, ballots.c.mark)
            .select_from(ballots.join(persons))
            .where(*self._marks_of_workbooks(year))
            .order_by(ballots.c.slip, persons.c.code)
        )
        found = self._connection.execute(asked)
        return tuple(BallotMark(slip, BallotClass(name), code, mark) for slip, name, code, mark in found)

    def imported(self, year: int) -> Imported:
        """The ballots of workbooks that count: people, their categories, slips by class, the workbooks' names."""
        limits = self._marks_of_workbooks(year)
        counted = sa.select(ballots.c.ballot_class, sa.func.count(sa.distinct(ballots.c.slip))).where(*limits)
        by_class = self._connection.execute(counted.group_by(ballots.c.ballot_class))
        slips = {BallotClass(name): number for name, number in by_class}
        if not slips:
            return Imported(frozenset(), (), {}, ())
        theirs = sa.select(ballots.c.person_id).where(*limits)
        held = sa.select(stays.c.category).where(stays.c.ended_by.is_(None), stays.c.person_id.in_(theirs))
        found = set(self._connection.scalars(held.distinct()))
        came_by = sa.func.coalesce(ballots.c.source_entry, ballots.c.entry)
        brought = ballots.c.year == year, ballots.c.person_id.not_in(self._rated(year)), came_to_count(year)
        named = sa.select(imports.c.workbook).join(ballots, imports.c.entry == came_by).where(*brought).distinct()
        workbooks = tuple(sorted(self._connection.scalars(named)))
        categories = tuple(str(each) for each in Category if str(each) in found)
        return Imported(self.imported_for(year), categories, slips, workbooks)

    def _marks_of(self, year: int, number: int) -> tuple[sa.ColumnElement[bool], ...]:
        theirs = ballots.c.person_id.in_(self._rated(year, number))
        return ballots.c.ended_by.is_(None), ballots.c.year == year, theirs

    def _marks_of_workbooks(self, year: int) -> tuple[sa.ColumnElement[bool], ...]:
        others = ballots.c.person_id.not_in(self._rated(year))
        return ballots.c.ended_by.is_(None), ballots.c.year == year, others

    def _rated(self, year: int, number: int | None = None) -> sa.Select[tuple[int]]:
        """Whom the desk's own closed rounds of the year rate, or one round."""
        asked = sa.select(round_people.c.person_id).where(round_people.c.ended_by.is_(None), round_people.c.rated)
        if number is not None:
            return asked.where(round_people.c.year == year, round_people.c.round == number)
        held = sa.and_(rounds.c.year == round_people.c.year, rounds.c.number == round_people.c.round)
        closed = rounds.c.state == RoundState.CLOSED.value, rounds.c.way == RoundWay.DESK.value
        return asked.join(rounds, held).where(round_people.c.year == year, rounds.c.ended_by.is_(None), *closed)

    def _empty_ended_ballots(self, entry: int, year: int, *limits: sa.ColumnElement[bool]) -> None:
        """Of ballots that have ended neither mark nor slip is kept: only that there was one."""
        nothing = {"mark": sa.null(), "slip": sa.func.lower(sa.func.hex(sa.func.randomblob(KEY_BYTES)))}
        self._empty(ballots, entry, nothing, ballots.c.year == year, *limits)

    def _empty(self, table: sa.Table, entry: int, values: Mapping[str, Any], *limits: sa.ColumnElement[bool]) -> None:
        """Empty rows that have ended, of that entry's own round, with their blinds: what the journal sealed of them
        can be tried out no more. The table is sealed anew with the entry."""
        ended = table.c.ended_by.is_not(None)
        done = self._connection.execute(sa.update(table).where(ended, *limits).values({**values, "blind": sa.null()}))
        if done.rowcount:
            self.emptied[entry, table.name] += done.rowcount

    def _end(self, table: sa.Table, entry: int, *limits: sa.ColumnElement[bool]) -> None:
        self._connection.execute(sa.update(table).where(table.c.ended_by.is_(None), *limits).values(ended_by=entry))


def of_round(table: sa.Table, year: int, number: int, key: str = "number") -> tuple[sa.ColumnElement[bool], ...]:
    """The standing rows of that round."""
    return table.c.ended_by.is_(None), table.c.year == year, table.c[key] == number
