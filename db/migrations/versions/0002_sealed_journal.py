"""What each journal entry wrote is sealed in it; who may sit at the desk; papers attached to what they prove."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NAMES = ("case_numbers", "departments", "persons", "weightings")
"""Tables whose rows did not know which entry brought them."""

FACTS = (
    "ballots",
    "calendar_days",
    "case_shares",
    "events",
    "leader_marks",
    "leave",
    "prints",
    "reviews",
    "sanctions",
    "schemes",
    "settings",
    "stays",
)
"""Tables of facts of the first release."""

SEAL = ("previous", "hash", "rows")
"""What an entry gets last, when the rows that it wrote are known."""

TABLES = (
    """
    CREATE TABLE accounts (
        id INTEGER NOT NULL,
        login TEXT NOT NULL,
        holder TEXT NOT NULL,
        roles TEXT NOT NULL,
        password TEXT NOT NULL,
        must_change BOOLEAN NOT NULL,
        closed BOOLEAN NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_accounts PRIMARY KEY (id),
        CONSTRAINT fk_accounts_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_accounts_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE contents (
        id INTEGER NOT NULL,
        entry INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        kind TEXT NOT NULL,
        size INTEGER NOT NULL,
        content BLOB NOT NULL,
        CONSTRAINT pk_contents PRIMARY KEY (id),
        CONSTRAINT fk_contents_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT uq_contents_sha256 UNIQUE (sha256)
    )
    """,
    """
    CREATE TABLE attachments (
        id INTEGER NOT NULL,
        subject TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        name TEXT NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_attachments PRIMARY KEY (id),
        CONSTRAINT fk_attachments_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_attachments_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
)

INDEXES = (
    """CREATE INDEX ix_accounts_entry ON accounts (entry)""",
    """CREATE UNIQUE INDEX ux_accounts_holding ON accounts (login) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_contents_entry ON contents (entry)""",
    """CREATE INDEX ix_attachments_entry ON attachments (entry)""",
    """CREATE UNIQUE INDEX ux_attachments_holding ON attachments (subject, sha256) WHERE ended_by IS NULL""",
)


def upgrade() -> None:
    op.execute("ALTER TABLE journal ADD COLUMN rows TEXT")
    _sealed_once()
    for table in NAMES:
        constraint = f"CONSTRAINT fk_{table}_entry_journal REFERENCES journal (seq)"
        op.execute(f"ALTER TABLE {table} ADD COLUMN entry INTEGER {constraint}")
        op.execute(f"CREATE INDEX ix_{table}_entry ON {table} (entry)")
    for statement in (*TABLES, *INDEXES):
        op.execute(statement)
    for table in (*FACTS, "accounts", "attachments"):
        op.execute(f"CREATE INDEX ix_{table}_ended_by ON {table} (ended_by) WHERE ended_by IS NOT NULL")
    for table in ("accounts", "attachments"):
        _ended_once(table)
    _bar("contents", "update", "UPDATE ON contents")
    _bar("contents", "delete", "DELETE ON contents")


def _sealed_once() -> None:
    """An entry is written first, so that rows can carry its number, and sealed last, once."""
    op.execute("DROP TRIGGER journal_no_update")
    columns = [row[1] for row in op.get_bind().exec_driver_sql("PRAGMA table_info(journal)")]
    told = ", ".join(f'"{name}"' for name in columns if name not in SEAL)
    _bar("journal", "update", f"UPDATE OF {told} ON journal")
    _bar("journal", "seal_twice", f"UPDATE OF {', '.join(SEAL)} ON journal WHEN OLD.hash <> ''")


def _ended_once(table: str) -> None:
    columns = [row[1] for row in op.get_bind().exec_driver_sql(f"PRAGMA table_info({table})")]
    others = ", ".join(f'"{name}"' for name in columns if name != "ended_by")
    _bar(table, "delete", f"DELETE ON {table}")
    _bar(table, "update", f"UPDATE OF {others} ON {table}")
    _bar(table, "end_twice", f"UPDATE OF ended_by ON {table} WHEN OLD.ended_by IS NOT NULL OR NEW.ended_by IS NULL")


def _bar(table: str, act: str, event: str) -> None:
    refusal = f"SELECT RAISE(ABORT, '{table} is only added to')"
    op.execute(f"CREATE TRIGGER {table}_no_{act} BEFORE {event} BEGIN {refusal}; END")
