"""What the tables of a desk are made of: facts that are superseded, names with a number, what a row rests on."""

from typing import Any

import sqlalchemy as sa

every_table = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def fact(name: str, *columns: sa.schema.SchemaItem, traced: bool = True) -> sa.Table:
    """A table of facts that are superseded and never overwritten."""
    trace = [
        sa.Column("entry", sa.Integer, sa.ForeignKey("journal.seq"), nullable=False),
        *([sa.Column("row", sa.Integer), source_entry()] if traced else []),
        sa.Column("ended_by", sa.Integer, sa.ForeignKey("journal.seq")),
    ]
    table = sa.Table(name, every_table, sa.Column("id", sa.Integer, primary_key=True), *columns, *trace)
    sa.Index(f"ix_{name}_entry", table.c.entry)
    sa.Index(f"ix_{name}_ended_by", table.c.ended_by, sqlite_where=table.c.ended_by.is_not(None))
    return table


def source_entry() -> sa.Column[int]:
    """Whose workbook the row came from, where that is not the entry that wrote it: a row given back by a take-back."""
    return sa.Column("source_entry", sa.Integer, sa.ForeignKey("journal.seq"))


def added_later(table: sa.Table, *columns: sa.Column[Any]) -> None:
    """Columns that a later version added: they stand last, and may be empty, so that old seals still hold."""
    for column in columns:
        table.append_column(column)


def overrides(table: str) -> sa.Column[int]:
    """The imported row that this one took the place of by hand, with a reason and a second person."""
    return sa.Column("overrides", sa.Integer, sa.ForeignKey(f"{table}.id"))


def blind() -> sa.Column[str]:
    """What hides a row that may be emptied from its digest (`storage.blinding`); it is emptied with it."""
    return sa.Column("blind", sa.Text)


def named(name: str, *columns: sa.schema.SchemaItem) -> sa.Table:
    """A table of names with a number; `entry` is empty in those that were there before entries sealed their rows."""
    entry = sa.Column("entry", sa.Integer, sa.ForeignKey("journal.seq"))
    table = sa.Table(name, every_table, sa.Column("id", sa.Integer, primary_key=True), *columns, entry)
    sa.Index(f"ix_{name}_entry", entry)
    return table


def person() -> sa.Column[int]:
    """Whom the row is about."""
    return sa.Column("person_id", sa.Integer, sa.ForeignKey("persons.id"), nullable=False)


def year() -> sa.Column[int]:
    """The year that the row belongs to: every yearly table carries it."""
    return sa.Column("year", sa.Integer, nullable=False)


def one_effective(table: sa.Table, *keys: str) -> None:
    """At most one holding fact for each key."""
    sa.Index(
        f"ux_{table.name}_holding", *(table.c[k] for k in keys), unique=True, sqlite_where=table.c.ended_by.is_(None)
    )


def text(name: str, *, needed: bool = True) -> sa.Column[str]:
    """A text; one that may be missing stands as none."""
    return sa.Column(name, sa.Text, nullable=not needed)


def number(name: str, *, needed: bool = True) -> sa.Column[int]:
    """A whole number."""
    return sa.Column(name, sa.Integer, nullable=not needed)
