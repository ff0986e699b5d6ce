"""The tables of an office: whose desk it is, its journal, years and settings, what was imported, who signs in, names.

The window opens a desk with these and `score_tables`; whoever needs every table takes `tables`.
"""

import sqlalchemy as sa

from committee_desk.storage.table_kinds import added_later, every_table, fact, named, one_effective, year

__all__ = [
    "accounts",
    "case_numbers",
    "departments",
    "desk",
    "imports",
    "journal",
    "persons",
    "schemes",
    "settings",
    "weightings",
    "years",
]

desk = sa.Table(
    "desk",
    every_table,
    sa.Column("id", sa.Integer, sa.CheckConstraint("id = 1", name="single"), primary_key=True),
    sa.Column("uid", sa.Text, nullable=False),
    sa.Column("office", sa.Text, nullable=False),
    sa.Column("demo", sa.Boolean(name="demo"), nullable=False),
    sa.Column("created", sa.Text, nullable=False),
)
"""The one row that says whose desk this is. `demo` never changes (a trigger bars it)."""

journal = sa.Table(
    "journal",
    every_table,
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
    every_table,
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
    every_table,
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
