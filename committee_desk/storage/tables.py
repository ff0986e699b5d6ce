"""The tables of a desk.

Facts are superseded, never overwritten: every fact row knows the journal entry that brought it (`entry`) and, once
something took its place, the entry that ended it (`ended_by`). What holds now is `ended_by IS NULL`.
`row` is the row of the workbook the fact was read from; workbook, sheet and columns stand in `imports` under
`source_entry`, or under `entry` where that is empty (it is filled in a row that taking an import back gave back).
Ballots keep no row. Codes, departments, case numbers and weightings are names with a number, never facts.
"""

import sqlalchemy as sa

from committee_desk.storage.closing_tables import *  # noqa: F403 - the same metadata: who knows the tables knows all
from committee_desk.storage.exact import Exact
from committee_desk.storage.result_tables import *  # noqa: F403 - the same
from committee_desk.storage.table_kinds import (
    added_later,
    every_table,
    fact,
    named,
    one_effective,
    overrides,
    person,
    source_entry,
    year,
)

metadata = every_table
"""Every table of a desk, those of a year's closing and of its results among them."""

desk = sa.Table(
    "desk",
    metadata,
    sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="single"), primary_key=True),
    sa.Column("uid", sa.Text, nullable=False),
    sa.Column("office", sa.Text, nullable=False),
    sa.Column("demo", sa.Boolean(name="demo"), nullable=False),
    sa.Column("created", sa.Text, nullable=False),
)
"""The one row that says whose desk this is. `demo` never changes (a trigger bars it)."""

journal = sa.Table(
    "journal",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("role", sa.Text, nullable=False),
    sa.Column("authority", sa.Text),
    sa.Column("verb", sa.Text, nullable=False),
    sa.Column("subject", sa.Text),
    sa.Column("what", sa.Text, nullable=False),
    sa.Column("why", sa.Text),
    sa.Column("previous", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.Column("rows", sa.Text),
)
"""Who did what, when, on whose authority and why; each entry's hash covers the one before. Triggers bar change.
`rows` seals what the entry wrote and ended: canonical JSON, a digest for each table (`storage.seals`)."""

years = sa.Table(
    "years",
    metadata,
    sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("entry", sa.Integer, sa.ForeignKey("journal.seq"), nullable=False),
)
schemes = fact("schemes", year(), sa.Column("scheme", sa.Text, nullable=False), traced=False)
"""A year's copy of its scheme for each category: the JSON of `resources/schemes/`, taken over when the year was opened.

The category is empty in the rows of the first releases, which knew 检察官 alone. `decision` is the number of the
committee's decision that adopted it; a scheme without one is not adopted yet. Each adoption is a version of its own.
"""
added_later(
    schemes,
    sa.Column("category", sa.Text),
    sa.Column("version", sa.Integer),
    sa.Column("decision", sa.Text),
    sa.Column("adopted", sa.Date),
)
sa.Index(
    "ux_schemes_holding",
    schemes.c.year,
    sa.func.coalesce(schemes.c.category, "检察官"),
    unique=True,
    sqlite_where=schemes.c.ended_by.is_(None),
)

settings = fact(
    "settings",
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("value", sa.Text, nullable=False),
    traced=False,
)
one_effective(settings, "key")

imports = sa.Table(
    "imports",
    metadata,
    sa.Column("entry", sa.Integer, sa.ForeignKey("journal.seq"), primary_key=True, autoincrement=False),
    sa.Column("kind", sa.Text, nullable=False),
    year(),
    sa.Column("workbook", sa.Text, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("sheet", sa.Text, nullable=False),
    sa.Column("columns", sa.Text, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
    sa.Column("added", sa.Integer, nullable=False),
    sa.Column("replaced", sa.Integer, nullable=False),
    sa.Column("unchanged", sa.Integer, nullable=False),
    sa.Column("taken_back_by", sa.Integer, sa.ForeignKey("journal.seq")),
)
"""One row a workbook that was read in. `columns` maps headings to column letters (JSON)."""

persons = named("persons", sa.Column("code", sa.Text, nullable=False, unique=True))
departments = named("departments", sa.Column("name", sa.Text, nullable=False, unique=True))
case_numbers = named("case_numbers", sa.Column("number", sa.Text, nullable=False, unique=True))
weightings = named(
    "weightings",
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("persons", sa.Integer, nullable=False),
    sa.Column("difficulty", sa.Text, nullable=False),
    sa.UniqueConstraint("kind", "persons", "difficulty"),
)
"""What a case's weight depends on: its kind, number of persons and certified difficulty (text, empty for none).
The weight itself is the scheme's affair and is worked out when a year is scored."""

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

calendar_days = fact(
    "calendar_days",
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("name", sa.Text),
    sa.Column("document", sa.Text, nullable=False),
)
"""Days that differ from Monday to Friday: 休 (off) or 班 (made up), by the State Council's notice of their year."""
one_effective(calendar_days, "day")

prints = fact(
    "prints",
    year(),
    sa.Column("form", sa.Text, nullable=False),
    person(),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("final", sa.Boolean(name="final"), nullable=False),
    sa.Column("fingerprint", sa.Text, nullable=False),
    traced=False,
)
"""What was printed of whom, by which entry, from which data. A new version ends the one it replaces."""

accounts = fact(
    "accounts",
    sa.Column("login", sa.Text, nullable=False),
    sa.Column("holder", sa.Text, nullable=False),
    sa.Column("roles", sa.Text, nullable=False),
    sa.Column("password", sa.Text, nullable=False),
    sa.Column("must_change", sa.Boolean(name="must_change"), nullable=False),
    sa.Column("closed", sa.Boolean(name="closed"), nullable=False),
    traced=False,
)
"""Who may sit at the desk: roles as JSON, the password only as argon2id has it."""
one_effective(accounts, "login")

contents = sa.Table(
    "contents",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("entry", sa.Integer, sa.ForeignKey("journal.seq"), nullable=False),
    sa.Column("sha256", sa.Text, nullable=False, unique=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
"""Files that were attached, each once. `entry` stands before the content, so that finding it reads no content."""
sa.Index("ix_contents_entry", contents.c.entry)

attachments = fact(
    "attachments",
    sa.Column("subject", sa.Text, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    traced=False,
)
"""Which file proves what, under which name."""
one_effective(attachments, "subject", "sha256")

scheme_drafts = fact(
    "scheme_drafts",
    year(),
    sa.Column("category", sa.Text, nullable=False),
    sa.Column("scheme", sa.Text, nullable=False),
    traced=False,
)
"""A scheme being worked at, until it is adopted or dropped."""
one_effective(scheme_drafts, "year", "category")

event_drafts = fact(
    "event_drafts",
    year(),
    sa.Column("month", sa.Integer, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("line", sa.Integer),
    sa.Column("person_id", sa.Integer, sa.ForeignKey("persons.id")),
    sa.Column("indicator", sa.Text),
    sa.Column("day", sa.Date),
    sa.Column("points", Exact),
    sa.Column("reason", sa.Text),
    sa.Column("voucher", sa.Text),
    sa.Column("approver", sa.Text),
    sa.Column("case_id", sa.Integer, sa.ForeignKey("case_numbers.id")),
    sa.Column("title", sa.Text),
    sa.Column("periodical", sa.Text),
    sa.Column("author", sa.Integer),
    traced=False,
)
"""Typed events that lack something, a reason, a paper, an approver: kept, owed, not counted."""
one_effective(event_drafts, "number")

event_lines = fact(
    "event_lines",
    year(),
    sa.Column("month", sa.Integer, nullable=False),
    sa.Column("category", sa.Text, nullable=False),
    sa.Column("indicator", sa.Text, nullable=False),
    sa.Column("line", sa.Integer, nullable=False),
    sa.Column("reason", sa.Text),
    sa.Column("voucher", sa.Text),
    sa.Column("approver", sa.Text),
    traced=False,
)
"""Batch lines of the grid: what all marks typed under a column in a month rest on."""
one_effective(event_lines, "year", "month", "category", "indicator", "line")

months = fact(
    "months",
    year(),
    sa.Column("month", sa.Integer, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    traced=False,
)
"""Months that are closed or published; the others are open."""
one_effective(months, "year", "month")

month_sheets = fact(
    "month_sheets",
    year(),
    sa.Column("month", sa.Integer, nullable=False),
    sa.Column("category", sa.Text, nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("ranked", sa.Boolean(name="ranked"), nullable=False),
    sa.Column("figures", sa.Text, nullable=False),
    traced=False,
)
"""Every version of a published month: its figures as JSON, as they were printed. None ever ends."""
one_effective(month_sheets, "year", "month", "category", "version")

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

causes = fact(
    "causes",
    sa.Column("case_id", sa.Integer, sa.ForeignKey("case_numbers.id"), nullable=False),
    sa.Column("cause", sa.Text, nullable=False),
    sa.Column("decision", sa.Text, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    traced=False,
)
"""The committee's finding on why a case ended in acquittal or exemption from punishment."""
one_effective(causes, "case_id")

relationships = fact(
    "relationships",
    person(),
    sa.Column("other", sa.Text, nullable=False),
    sa.Column("other_code", sa.Text),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("note", sa.Text),
    traced=False,
)
"""Kinship that recusal rests on; the other is a name, with a code where the desk knows it."""
one_effective(relationships, "person_id", "other", "kind")

charges = fact(
    "charges",
    sa.Column("department_id", sa.Integer, sa.ForeignKey("departments.id"), nullable=False),
    person(),
    sa.Column("since", sa.Date, nullable=False),
    sa.Column("until", sa.Date),
    traced=False,
)
"""Which leader is in charge of which department (分管)."""
one_effective(charges, "department_id", "person_id", "since")

duty_reports = fact(
    "duty_reports",
    year(),
    person(),
    sa.Column("received", sa.Date, nullable=False),
    sa.Column("report", sa.Text),
    traced=False,
)
"""述职: received when, and its text where it was typed; its file is an attachment."""
one_effective(duty_reports, "year", "person_id")

outside_opinions = fact(
    "outside_opinions",
    year(),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("person_id", sa.Integer, sa.ForeignKey("persons.id")),
    sa.Column("giver", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("opinion", sa.Text, nullable=False),
    sa.Column("voucher", sa.Text),
    traced=False,
)
"""Opinions of people's deputies, members of the political consultative conference and people's supervisors, on a person
or on the office: for reference, never summed."""
one_effective(outside_opinions, "year", "number")

mappings = fact(
    "mappings",
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("columns", sa.Text, nullable=False),
    traced=False,
)
"""Which heading of a strange workbook is which field, as it was corrected by hand, for each source."""
one_effective(mappings, "kind", "source")
