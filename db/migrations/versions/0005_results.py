"""A result: re-review, decision of the party group, notice, signature, remedies, certificates and sealed sheets."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = (
    """
    CREATE TABLE proceedings (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        person_id INTEGER NOT NULL,
        about_id INTEGER NOT NULL,
        source INTEGER,
        basis TEXT NOT NULL,
        challenged TEXT NOT NULL,
        state TEXT NOT NULL,
        examiners TEXT NOT NULL,
        findings TEXT,
        hearing TEXT,
        changes TEXT,
        motion TEXT,
        reasons TEXT,
        effects TEXT,
        meeting INTEGER,
        document TEXT,
        day DATE,
        list_version INTEGER,
        served TEXT,
        why TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_proceedings PRIMARY KEY (id),
        CONSTRAINT fk_proceedings_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_proceedings_about_id_persons FOREIGN KEY(about_id) REFERENCES persons (id),
        CONSTRAINT fk_proceedings_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_proceedings_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE informings (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        proceeding INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        moved TEXT NOT NULL,
        told TEXT,
        told_by TEXT,
        how TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_informings PRIMARY KEY (id),
        CONSTRAINT fk_informings_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_informings_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_informings_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE party_decisions (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        day DATE NOT NULL,
        document TEXT NOT NULL,
        list_version INTEGER NOT NULL,
        people TEXT NOT NULL,
        note TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_party_decisions PRIMARY KEY (id),
        CONSTRAINT fk_party_decisions_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_party_decisions_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE results (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        version INTEGER NOT NULL,
        grade TEXT,
        decision INTEGER NOT NULL,
        list_version INTEGER NOT NULL,
        sheet TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        replaces INTEGER,
        why TEXT,
        archived DATE,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_results PRIMARY KEY (id),
        CONSTRAINT fk_results_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_results_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_results_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE deliveries (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        version INTEGER NOT NULL,
        notice TEXT NOT NULL,
        means TEXT NOT NULL,
        known TEXT NOT NULL,
        served_by TEXT NOT NULL,
        witnesses TEXT,
        proof TEXT,
        remedies TEXT NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_deliveries PRIMARY KEY (id),
        CONSTRAINT fk_deliveries_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_deliveries_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_deliveries_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE signatures (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        version INTEGER NOT NULL,
        opinion TEXT NOT NULL,
        day DATE NOT NULL,
        witnesses TEXT,
        note TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_signatures PRIMARY KEY (id),
        CONSTRAINT fk_signatures_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_signatures_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_signatures_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE applications (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        person_id INTEGER NOT NULL,
        version INTEGER NOT NULL,
        grounds TEXT NOT NULL,
        evidence TEXT,
        request TEXT,
        received TEXT NOT NULL,
        receiver TEXT NOT NULL,
        typed TEXT NOT NULL,
        last_day DATE NOT NULL,
        in_time BOOLEAN NOT NULL,
        decide_by DATE NOT NULL,
        extended_to DATE,
        organ TEXT,
        objection INTEGER,
        proceeding INTEGER,
        state TEXT NOT NULL,
        outcome TEXT,
        document TEXT,
        decided DATE,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_applications PRIMARY KEY (id),
        CONSTRAINT fk_applications_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_applications_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_applications_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE certificates (
        id INTEGER NOT NULL,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        holder TEXT NOT NULL,
        login TEXT,
        code TEXT,
        certificate TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        issuer TEXT,
        kept_key TEXT,
        countersigned TEXT,
        until TEXT NOT NULL,
        withdrawn TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_certificates PRIMARY KEY (id),
        CONSTRAINT fk_certificates_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_certificates_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE seals (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        version INTEGER NOT NULL,
        step INTEGER NOT NULL,
        kind TEXT NOT NULL,
        signer TEXT NOT NULL,
        certificate TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        head TEXT NOT NULL,
        expected INTEGER NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_seals PRIMARY KEY (id),
        CONSTRAINT fk_seals_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_seals_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_seals_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
)

INDEXES = (
    """CREATE INDEX ix_proceedings_ended_by ON proceedings (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_proceedings_entry ON proceedings (entry)""",
    """CREATE UNIQUE INDEX ux_proceedings_holding ON proceedings (year, number) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_informings_ended_by ON informings (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_informings_entry ON informings (entry)""",
    """CREATE UNIQUE INDEX ux_informings_holding ON informings (year, proceeding, person_id) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_party_decisions_ended_by ON party_decisions (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_party_decisions_entry ON party_decisions (entry)""",
    """CREATE UNIQUE INDEX ux_party_decisions_holding ON party_decisions (year, number) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_results_ended_by ON results (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_results_entry ON results (entry)""",
    """CREATE UNIQUE INDEX ux_results_holding ON results (year, person_id, version) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_deliveries_ended_by ON deliveries (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_deliveries_entry ON deliveries (entry)""",
    """CREATE UNIQUE INDEX ux_deliveries_holding ON deliveries (year, person_id, version) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_signatures_ended_by ON signatures (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_signatures_entry ON signatures (entry)""",
    """CREATE UNIQUE INDEX ux_signatures_holding ON signatures (year, person_id, version) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_applications_ended_by ON applications (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_applications_entry ON applications (entry)""",
    """CREATE UNIQUE INDEX ux_applications_holding ON applications (year, number) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_certificates_ended_by ON certificates (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_certificates_entry ON certificates (entry)""",
    """CREATE UNIQUE INDEX ux_certificates_holding ON certificates (number) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_seals_ended_by ON seals (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_seals_entry ON seals (entry)""",
    """CREATE UNIQUE INDEX ux_seals_holding ON seals (year, person_id, version, step) WHERE ended_by IS NULL""",
)

FACTS = tuple(statement.split()[2] for statement in TABLES)


def upgrade() -> None:
    for statement in (*TABLES, *INDEXES):
        op.execute(statement)
    for table in FACTS:
        _bar(table, "delete", f"DELETE ON {table}")
        _bar_change(table)
        _bar(table, "end_twice", f"UPDATE OF ended_by ON {table} WHEN OLD.ended_by IS NOT NULL OR NEW.ended_by IS NULL")


def _bar_change(table: str) -> None:
    columns = [row[1] for row in op.get_bind().exec_driver_sql(f"PRAGMA table_info({table})")]
    others = ", ".join(f'"{name}"' for name in columns if name != "ended_by")
    _bar(table, "update", f"UPDATE OF {others} ON {table}")


def _bar(table: str, act: str, event: str) -> None:
    refusal = f"SELECT RAISE(ABORT, '{table} is only added to')"
    op.execute(f"CREATE TRIGGER {table}_no_{act} BEFORE {event} BEGIN {refusal}; END")
