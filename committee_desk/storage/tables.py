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
from committee_desk.storage.office_tables import *  # noqa: F403 - the same
from committee_desk.storage.result_tables import *  # noqa: F403 - the same
from committee_desk.storage.round_tables import *  # noqa: F403 - the same
from committee_desk.storage.score_tables import *  # noqa: F403 - the same
from committee_desk.storage.table_kinds import every_table, fact, one_effective, person, year

metadata = every_table
"""Every table of a desk, those of a year's closing and of its results among them."""

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
