"""The tables that a year's figures rest on: facts of people and cases, marks, and what was decided about grades."""

import sqlalchemy as sa

from committee_desk.storage.exact import Exact
from committee_desk.storage.table_kinds import (
    added_later,
    blind,
    fact,
    number,
    one_effective,
    overrides,
    person,
    source_entry,
    text,
    year,
)

__all__ = [
    "ballots",
    "case_shares",
    "events",
    "grading_decisions",
    "leader_marks",
    "leave",
    "reviews",
    "routine_grades",
    "sanctions",
    "stays",
]

stays = fact(
    "stays",
    person(),
    sa.Column("department_id", sa.Integer, sa.ForeignKey("departments.id"), nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("category", sa.Text, nullable=False),
    sa.Column("sex", sa.Text),
    sa.Column("birth", sa.Text),
    sa.Column("politics", sa.Text),
    sa.Column("post", sa.Text),
    sa.Column("rank", sa.Text),
    sa.Column("is_leader", sa.Boolean(name="is_leader"), nullable=False),
    sa.Column("quota_since", sa.Date),
    sa.Column("since", sa.Date),
    sa.Column("until", sa.Date),
    sa.Column("factor", Exact, nullable=False),
)
sa.Index(
    "ux_stays_holding",
    stays.c.person_id,
    stays.c.department_id,
    sa.func.coalesce(stays.c.since, ""),
    unique=True,
    sqlite_where=stays.c.ended_by.is_(None),
)

case_shares = fact(
    "case_shares",
    sa.Column("case_id", sa.Integer, sa.ForeignKey("case_numbers.id"), nullable=False),
    person(),
    sa.Column("weighting_id", sa.Integer, sa.ForeignKey("weightings.id"), nullable=False),
    sa.Column("department_id", sa.Integer, sa.ForeignKey("departments.id")),
    sa.Column("year", sa.Integer),
    sa.Column("accepted", sa.Date, nullable=False),
    sa.Column("closed", sa.Date),
    sa.Column("due", sa.Date),
    sa.Column("share", Exact, nullable=False),
    sa.Column("title", sa.Text),
    sa.Column("outcome", sa.Text),
)
"""One handler's share in one case; `year` is the year of closing, null while the case is open."""
added_later(case_shares, overrides("case_shares"))
one_effective(case_shares, "case_id", "person_id")
# The three scoring indexes hold `ended_by`, though it is always null there: without it SQLite reads the table as well.
sa.Index(
    "ix_case_shares_scoring",
    *(
        case_shares.c[k]
        for k in ("year", "person_id", "department_id", "weighting_id", "share", "closed", "due", "case_id", "ended_by")
    ),
    sqlite_where=case_shares.c.ended_by.is_(None),
)

reviews = fact(
    "reviews",
    sa.Column("case_id", sa.Integer, sa.ForeignKey("case_numbers.id"), nullable=False),
    sa.Column("substance", Exact, nullable=False),
    sa.Column("procedure", Exact, nullable=False),
    sa.Column("grade", sa.Text, nullable=False),
    sa.Column("reviewed", sa.Date),
    sa.Column("reviewer", sa.Text),
    sa.Column("note", sa.Text),
)
added_later(
    reviews,
    sa.Column("items", sa.Text),
    sa.Column("findings", sa.Text),
    sa.Column("reply", sa.Text),
    sa.Column("replied", sa.Date),
    overrides("reviews"),
)
"""What an evaluation (一案一评) holds beyond its marks: items and process-monitoring findings as JSON, the handler's
reply."""
sa.Index(
    "ux_reviews_holding",
    *(reviews.c[k] for k in ("case_id",)),
    unique=True,
    sqlite_where=reviews.c.ended_by.is_(None),
)

events = fact(
    "events",
    year(),
    person(),
    sa.Column("indicator", sa.Text, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("points", Exact, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("voucher", sa.Text, nullable=False),
    sa.Column("approver", sa.Text),
)
added_later(
    events,
    sa.Column("number", sa.Integer),
    sa.Column("line", sa.Integer),
    sa.Column("case_id", sa.Integer, sa.ForeignKey("case_numbers.id")),
    sa.Column("title", sa.Text),
    sa.Column("periodical", sa.Text),
    sa.Column("author", sa.Integer),
    overrides("events"),
)
"""`number` (登记号) stays with a typed event through all its versions; an imported one has none. `line` is the batch
line of the grid it was typed under; `case_id` the case that a finding (追溯) is about; `title`, `periodical` and
`author` (place in the order of authors) name a paper."""
sa.Index(
    "ux_events_number",
    events.c.number,
    unique=True,
    sqlite_where=sa.and_(events.c.ended_by.is_(None), events.c.number.is_not(None)),
)
sa.Index("ix_events_numbered", events.c.number, sqlite_where=events.c.number.is_not(None))
one_effective(events, "person_id", "indicator", "day", "voucher", "reason")
sa.Index(
    "ix_events_scoring",
    *(events.c[k] for k in ("year", "person_id", "indicator", "points", "ended_by")),
    sqlite_where=events.c.ended_by.is_(None),
)

leader_marks = fact(
    "leader_marks",
    year(),
    person(),
    sa.Column("rater", sa.Text, nullable=False),
    sa.Column("mark", Exact, nullable=False),
)
added_later(
    leader_marks,
    sa.Column("rater_code", sa.Text),
    sa.Column("reason", sa.Text),
    overrides("leader_marks"),
)
"""`rater_code` is who marked, in a mark typed at the desk; a workbook's rater is a name."""
one_effective(leader_marks, "year", "person_id", "rater")

ballots = fact(
    "ballots",
    year(),
    sa.Column("slip", sa.Text, nullable=False),
    sa.Column("ballot_class", sa.Text, nullable=False),
    person(),
    sa.Column("mark", Exact),
    source_entry(),
    traced=False,
)
"""Single marks under random ids, written in no order: nothing but the workbook's digest says where one came from."""
added_later(ballots, blind())
one_effective(ballots, "year", "slip", "person_id")
sa.Index(
    "ix_ballots_scoring",
    *(ballots.c[k] for k in ("year", "person_id", "ballot_class", "mark", "ended_by")),
    sqlite_where=ballots.c.ended_by.is_(None),
)

sanctions = fact(
    "sanctions",
    year(),
    person(),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("document", sa.Text, nullable=False),
    sa.Column("decided", sa.Date, nullable=False),
    sa.Column("closed", sa.Date),
    sa.Column("term", sa.Integer),
    sa.Column("note", sa.Text),
)
one_effective(sanctions, "person_id", "document")

leave = fact(
    "leave",
    person(),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("since", sa.Date, nullable=False),
    sa.Column("until", sa.Date, nullable=False),
)
one_effective(leave, "person_id", "kind", "since")

routine_grades = fact(
    "routine_grades",
    year(),
    sa.Column("quarter", sa.Integer, nullable=False),
    person(),
    sa.Column("grade", sa.Text, nullable=False),
    sa.Column("reason", sa.Text),
    traced=False,
)
"""Quarterly grades (平时考核等次), where an office gives them."""
one_effective(routine_grades, "year", "quarter", "person_id")

grading_decisions = fact(
    "grading_decisions",
    year(),
    text("kind"),
    text("subject"),
    text("content"),
    text("document"),
    sa.Column("day", sa.Date, nullable=False),
    number("meeting", needed=False),
    text("reason", needed=False),
    traced=False,
)
"""Recorded decisions that grading rests on: a tie, somebody incomplete, a left-over place, pooled units, 25 %."""
one_effective(grading_decisions, "year", "kind", "subject")
