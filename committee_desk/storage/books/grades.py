"""Lists of grades, departures from what the scheme proposes, decisions that grading rests on, ability reviews."""

import json
from datetime import datetime

import sqlalchemy as sa

from committee_desk.domain.grade_list import GradeList, ListStage
from committee_desk.domain.journal import canonical
from committee_desk.domain.scores import Grade
from committee_desk.services.grading_views import AbilityReview, Choice, Decision, DecisionKind, ListVersion, Opinion
from committee_desk.storage.closing_tables import ability_reviews, grade_choices, grade_lists, grading_decisions
from committee_desk.storage.tables import journal, persons


class GradesRows:
    """The grades' book of one unit of work."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    # -- lists -----------------------------------------------------------------------------------------------------

    def list(self, year: int, stage: ListStage | str) -> GradeList | None:
        """The list of that stage that holds; None where there is none."""
        t = grade_lists.c
        held = self._connection.scalar(sa.select(t.figures).where(*_holding(grade_lists, year, stage=str(stage))))
        return None if held is None else GradeList.from_json(held)

    def entry_of(self, year: int, stage: ListStage | str) -> int | None:
        """The entry that laid the list of that stage down; None where there is none."""
        t = grade_lists.c
        held: int | None = self._connection.scalar(
            sa.select(t.entry).where(*_holding(grade_lists, year, stage=str(stage)))
        )
        return held

    def versions(self, year: int, stage: ListStage | str) -> int:
        """How many versions of that stage's list were ever laid down."""
        t = grade_lists.c
        asked = sa.select(sa.func.max(t.version)).where(t.year == year, t.stage == str(stage))
        return int(self._connection.scalar(asked) or 0)

    def lists(self, year: int) -> tuple[ListVersion, ...]:
        """Every version of every list of the year, oldest first."""
        t, j = grade_lists.c, journal.c
        asked = (
            sa.select(t.figures, j.at, j.actor, t.meeting, t.ended_by.is_(None), j.why)
            .select_from(grade_lists.join(journal, t.entry == j.seq))
            .where(t.year == year)
            .order_by(t.entry, t.id)
        )
        return tuple(
            ListVersion(
                GradeList.from_json(figures), datetime.fromisoformat(at), actor, meeting, bool(holds), why or ""
            )
            for figures, at, actor, meeting, holds, why in self._connection.execute(asked)
        )

    def put_list(self, entry: int, given: GradeList, meeting: int | None = None) -> None:
        """The list in place of the one of its stage."""
        self.end_list(entry, given.year, given.stage)
        row = {
            "year": given.year,
            "stage": str(given.stage),
            "version": given.version,
            "figures": given.to_json(),
            "fingerprint": given.fingerprint,
            "meeting": meeting,
            "entry": entry,
        }
        self._connection.execute(sa.insert(grade_lists), [row])

    def end_list(self, entry: int, year: int, stage: ListStage | str) -> None:
        """Let the list of that stage hold no longer."""
        self._end(grade_lists, entry, *_holding(grade_lists, year, stage=str(stage)))

    # -- departures ------------------------------------------------------------------------------------------------

    def choices(self, year: int) -> tuple[Choice, ...]:
        """The departures that hold, the 政工's before the committee's."""
        t = grade_choices.c
        asked = (
            sa.select(persons.c.code, t.stage, t.grade, t.reason, t.meeting, t.document, t.entry)
            .select_from(grade_choices.join(persons))
            .where(*_holding(grade_choices, year))
            .order_by(t.stage.desc(), persons.c.code)
        )
        return tuple(
            Choice(code, ListStage(stage), None if grade is None else Grade(grade), *rest)
            for code, stage, grade, *rest in self._connection.execute(asked)
        )

    def put_choice(self, entry: int, year: int, choice: Choice) -> None:
        """The departure in place of the one of that person and stage."""
        self.end_choice(entry, year, choice.code, choice.stage)
        row = {
            "year": year,
            "person_id": _person(choice.code),
            "stage": str(choice.stage),
            "grade": None if choice.grade is None else str(choice.grade),
            "reason": choice.reason,
            "meeting": choice.meeting,
            "document": choice.document,
            "entry": entry,
        }
        self._connection.execute(sa.insert(grade_choices).values(row))

    def end_choice(self, entry: int, year: int, code: str, stage: ListStage) -> None:
        """Let a departure hold no longer."""
        t = grade_choices.c
        held = _holding(grade_choices, year, stage=str(stage))
        self._end(grade_choices, entry, *held, t.person_id == _person(code))

    # -- decisions -------------------------------------------------------------------------------------------------

    def decisions(self, year: int) -> tuple[Decision, ...]:
        """The decisions that hold, in the order in which they were recorded."""
        t = grading_decisions.c
        asked = (
            sa.select(t.kind, t.subject, t.content, t.document, t.day, t.meeting, t.reason, t.entry)
            .where(*_holding(grading_decisions, year))
            .order_by(t.entry, t.id)
        )
        return tuple(
            Decision(DecisionKind(kind), subject, json.loads(content), *rest)
            for kind, subject, content, *rest in self._connection.execute(asked)
        )

    def touched(self, year: int) -> tuple[tuple[str, str, int], ...]:
        """Every departure of the committee, decision and ability review there ever was, with its newest entry."""
        found: list[tuple[str, str, int]] = []
        for table, kind, subject in (
            (grade_choices.join(persons), sa.literal("choice"), persons.c.code),
            (ability_reviews.join(persons), sa.literal("review"), persons.c.code),
            (grading_decisions, grading_decisions.c.kind, grading_decisions.c.subject),
        ):
            own = table.left if isinstance(table, sa.Join) else table
            newest = sa.func.max(own.c.entry, sa.func.coalesce(own.c.ended_by, 0))
            asked = sa.select(kind, subject, newest).select_from(table).where(own.c.year == year)
            if own is grade_choices:
                asked = asked.where(grade_choices.c.stage == str(ListStage.APPROVED))
            found += [(str(what), str(whose), int(entry)) for what, whose, entry in self._connection.execute(asked)]
        return tuple(found)

    def put_decision(self, entry: int, year: int, decision: Decision) -> None:
        """The decision in place of the one of that kind and subject."""
        self.end_decision(entry, year, decision.kind, decision.subject)
        row = {
            **decision._asdict(),
            "kind": str(decision.kind),
            "content": canonical(decision.content),
            "year": year,
            "entry": entry,
        }
        self._connection.execute(sa.insert(grading_decisions), [row])

    def end_decision(self, entry: int, year: int, kind: DecisionKind, subject: str) -> None:
        """Let a decision hold no longer."""
        self._end(grading_decisions, entry, *_holding(grading_decisions, year, kind=str(kind), subject=subject))

    # -- ability reviews -------------------------------------------------------------------------------------------

    def reviews(self, year: int) -> tuple[AbilityReview, ...]:
        """The ability reviews that hold."""
        t = ability_reviews.c
        asked = (
            sa.select(persons.c.code, t.selected, t.reviewers, t.looked_at, t.findings, t.opinion, t.day, t.entry)
            .select_from(ability_reviews.join(persons))
            .where(*_holding(ability_reviews, year))
            .order_by(persons.c.code)
        )
        return tuple(
            AbilityReview(
                code, selected, tuple(json.loads(people)), tuple(json.loads(seen)), found, Opinion(opinion), *rest
            )
            for code, selected, people, seen, found, opinion, *rest in self._connection.execute(asked)
        )

    def put_review(self, entry: int, year: int, review: AbilityReview) -> None:
        """The review in place of the one of that person."""
        t = ability_reviews.c
        self._end(ability_reviews, entry, *_holding(ability_reviews, year), t.person_id == _person(review.code))
        row = {
            "year": year,
            "person_id": _person(review.code),
            "selected": review.selected,
            "reviewers": canonical(review.reviewers),
            "looked_at": canonical(review.looked_at),
            "findings": review.findings,
            "opinion": str(review.opinion),
            "day": review.day,
            "entry": entry,
        }
        self._connection.execute(sa.insert(ability_reviews).values(row))

    def _end(self, table: sa.Table, entry: int, *limits: sa.ColumnElement[bool]) -> None:
        self._connection.execute(sa.update(table).where(*limits).values(ended_by=entry))


def _holding(table: sa.Table, year: int, **keys: str) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        table.c.year == year,
        table.c.ended_by.is_(None),
        *(table.c[name] == value for name, value in keys.items()),
    )


def _person(code: str) -> sa.ScalarSelect[int]:
    return sa.select(persons.c.id).where(persons.c.code == code).scalar_subquery()
