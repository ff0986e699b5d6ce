"""Rating rounds: terms, who takes part, turnout, batches, marks of void rounds, what was looked into."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

TABLES = (
    """
    CREATE TABLE rounds (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        way TEXT NOT NULL,
        state TEXT NOT NULL,
        title TEXT NOT NULL,
        terms TEXT NOT NULL,
        document TEXT,
        day DATE,
        why TEXT,
        result TEXT,
        categories TEXT NOT NULL,
        again INTEGER,
        blind TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_rounds PRIMARY KEY (id),
        CONSTRAINT fk_rounds_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_rounds_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE round_people (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        round INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        ballot_class TEXT,
        rated BOOLEAN NOT NULL,
        by_hand BOOLEAN NOT NULL,
        took_part BOOLEAN,
        blind TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_round_people PRIMARY KEY (id),
        CONSTRAINT fk_round_people_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_round_people_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_round_people_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE round_turnouts (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        round INTEGER NOT NULL,
        ballot_class TEXT NOT NULL,
        due INTEGER NOT NULL,
        present INTEGER NOT NULL,
        issued INTEGER NOT NULL,
        returned INTEGER NOT NULL,
        valid INTEGER,
        invalid INTEGER,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_round_turnouts PRIMARY KEY (id),
        CONSTRAINT fk_round_turnouts_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_round_turnouts_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE round_batches (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        round INTEGER NOT NULL,
        number INTEGER NOT NULL,
        ballot_class TEXT NOT NULL,
        slips INTEGER NOT NULL,
        typed_by TEXT NOT NULL,
        compared_by TEXT,
        settled_by TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_round_batches PRIMARY KEY (id),
        CONSTRAINT fk_round_batches_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_round_batches_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE sealed_marks (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        round INTEGER NOT NULL,
        marks INTEGER NOT NULL,
        box BLOB NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_sealed_marks PRIMARY KEY (id),
        CONSTRAINT fk_sealed_marks_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_sealed_marks_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE round_looks (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        round INTEGER NOT NULL,
        flag TEXT NOT NULL,
        looked_by TEXT NOT NULL,
        day DATE NOT NULL,
        decided TEXT NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_round_looks PRIMARY KEY (id),
        CONSTRAINT fk_round_looks_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_round_looks_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
)

INDEXES = (
    """CREATE INDEX ix_rounds_ended_by ON rounds (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_rounds_entry ON rounds (entry)""",
    """CREATE UNIQUE INDEX ux_rounds_holding ON rounds (year, number) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_round_people_ended_by ON round_people (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_round_people_entry ON round_people (entry)""",
    """CREATE UNIQUE INDEX ux_round_people_holding ON round_people (year, round, person_id) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_round_turnouts_ended_by ON round_turnouts (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_round_turnouts_entry ON round_turnouts (entry)""",
    """
    CREATE UNIQUE INDEX ux_round_turnouts_holding ON round_turnouts (year, round, ballot_class) WHERE ended_by IS NULL
    """,
    """CREATE INDEX ix_round_batches_ended_by ON round_batches (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_round_batches_entry ON round_batches (entry)""",
    """CREATE UNIQUE INDEX ux_round_batches_holding ON round_batches (year, round, number) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_sealed_marks_ended_by ON sealed_marks (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_sealed_marks_entry ON sealed_marks (entry)""",
    """CREATE UNIQUE INDEX ux_sealed_marks_holding ON sealed_marks (year, round) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_round_looks_ended_by ON round_looks (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_round_looks_entry ON round_looks (entry)""",
    """CREATE UNIQUE INDEX ux_round_looks_holding ON round_looks (year, round, flag) WHERE ended_by IS NULL""",
)

FACTS = tuple(statement.split()[2] for statement in TABLES)

EMPTIED = {"ballots": ("mark", "slip"), "round_people": ("took_part",), "rounds": ("result",)}
"""What an act that ends a round may empty in rows that have ended, and their blind with it; of a ballot the slip
becomes a random text. Ballots that stood before this version have no blind: they were sealed without one."""

ENDING = """EXISTS (SELECT 1 FROM journal WHERE seq = (SELECT max(seq) FROM journal) AND hash = '' AND verb IN
    ('rounds.close', 'rounds.void', 'rounds.count_imported'))"""
"""Whether the entry that is being written, not sealed yet, is of such an act."""


def upgrade() -> None:
    for statement in (*TABLES, *INDEXES, "ALTER TABLE ballots ADD COLUMN blind TEXT"):
        op.execute(statement)
    for table in FACTS:
        _bar(table, "delete", f"DELETE ON {table}")
        _bar_change(table)
        _bar(table, "end_twice", f"UPDATE OF ended_by ON {table} WHEN OLD.ended_by IS NOT NULL OR NEW.ended_by IS NULL")
    for table, columns in EMPTIED.items():
        _let_empty(table, columns)


def _bar_change(table: str) -> None:
    columns = [row[1] for row in op.get_bind().exec_driver_sql(f"PRAGMA table_info({table})")]
    others = ", ".join(f'"{name}"' for name in columns if name != "ended_by")
    _bar(table, "update", f"UPDATE OF {others} ON {table}")


def _let_empty(table: str, emptied: tuple[str, ...]) -> None:
    """No column changes but these, in a row that has ended, to nothing, while a round is being ended."""
    columns = [row[1] for row in op.get_bind().exec_driver_sql(f"PRAGMA table_info({table})")]
    barred = [name for name in columns if name != "ended_by"]
    same = " AND ".join(f'NEW."{name}" IS OLD."{name}"' for name in barred if name not in (*emptied, "blind"))
    gone = f'NEW."{emptied[0]}" IS NULL AND NEW.blind IS NULL'
    allowed = f"NEW.ended_by IS NOT NULL AND {gone} AND {same} AND {ENDING}"
    others = ", ".join(f'"{name}"' for name in barred)
    op.execute(f"DROP TRIGGER {table}_no_update")
    _bar(table, "update", f"UPDATE OF {others} ON {table} WHEN NOT ({allowed})")


def _bar(table: str, act: str, event: str) -> None:
    refusal = f"SELECT RAISE(ABORT, '{table} is only added to')"
    op.execute(f"CREATE TRIGGER {table}_no_{act} BEFORE {event} BEGIN {refusal}; END")
