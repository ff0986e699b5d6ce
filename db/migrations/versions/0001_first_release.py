"""The tables of the first release, and the triggers that keep what was written from being changed or removed."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    """
    CREATE TABLE case_numbers (
        id INTEGER NOT NULL,
        number TEXT NOT NULL,
        CONSTRAINT pk_case_numbers PRIMARY KEY (id),
        CONSTRAINT uq_case_numbers_number UNIQUE (number)
    )
    """,
    """
    CREATE TABLE departments (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        CONSTRAINT pk_departments PRIMARY KEY (id),
        CONSTRAINT uq_departments_name UNIQUE (name)
    )
    """,
    """
    CREATE TABLE desk (
        id INTEGER NOT NULL CONSTRAINT ck_desk_single CHECK (id = 1),
        uid TEXT NOT NULL,
        office TEXT NOT NULL,
        demo BOOLEAN NOT NULL,
        created TEXT NOT NULL,
        CONSTRAINT pk_desk PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE journal (
        seq INTEGER NOT NULL,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        role TEXT NOT NULL,
        authority TEXT,
        verb TEXT NOT NULL,
        subject TEXT,
        what TEXT NOT NULL,
        why TEXT,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL,
        CONSTRAINT pk_journal PRIMARY KEY (seq)
    )
    """,
    """
    CREATE TABLE persons (
        id INTEGER NOT NULL,
        code TEXT NOT NULL,
        CONSTRAINT pk_persons PRIMARY KEY (id),
        CONSTRAINT uq_persons_code UNIQUE (code)
    )
    """,
    """
    CREATE TABLE weightings (
        id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        persons INTEGER NOT NULL,
        difficulty TEXT NOT NULL,
        CONSTRAINT pk_weightings PRIMARY KEY (id),
        CONSTRAINT uq_weightings_kind_persons_difficulty UNIQUE (kind, persons, difficulty)
    )
    """,
    """
    CREATE TABLE ballots (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        slip TEXT NOT NULL,
        ballot_class TEXT NOT NULL,
        person_id INTEGER NOT NULL,
        mark BLOB,
        source_entry INTEGER,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_ballots PRIMARY KEY (id),
        CONSTRAINT fk_ballots_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_ballots_source_entry_journal FOREIGN KEY(source_entry) REFERENCES journal (seq),
        CONSTRAINT fk_ballots_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_ballots_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE calendar_days (
        id INTEGER NOT NULL,
        day DATE NOT NULL,
        kind TEXT NOT NULL,
        name TEXT,
        document TEXT NOT NULL,
        entry INTEGER NOT NULL,
        "row" INTEGER,
        source_entry INTEGER,
        ended_by INTEGER,
        CONSTRAINT pk_calendar_days PRIMARY KEY (id),
        CONSTRAINT fk_calendar_days_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_calendar_days_source_entry_journal FOREIGN KEY(source_entry) REFERENCES journal (seq),
        CONSTRAINT fk_calendar_days_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE case_shares (
        id INTEGER NOT NULL,
        case_id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        weighting_id INTEGER NOT NULL,
        department_id INTEGER,
        year INTEGER,
        accepted DATE NOT NULL,
        closed DATE,
        due DATE,
        share BLOB NOT NULL,
        title TEXT,
        outcome TEXT,
        entry INTEGER NOT NULL,
        "row" INTEGER,
        source_entry INTEGER,
        ended_by INTEGER,
        CONSTRAINT pk_case_shares PRIMARY KEY (id),
        CONSTRAINT fk_case_shares_case_id_case_numbers FOREIGN KEY(case_id) REFERENCES case_numbers (id),
        CONSTRAINT fk_case_shares_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_case_shares_weighting_id_weightings FOREIGN KEY(weighting_id) REFERENCES weightings (id),
        CONSTRAINT fk_case_shares_department_id_departments FOREIGN KEY(department_id) REFERENCES departments (id),
        CONSTRAINT fk_case_shares_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_case_shares_source_entry_journal FOREIGN KEY(source_entry) REFERENCES journal (seq),
        CONSTRAINT fk_case_shares_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE events (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        indicator TEXT NOT NULL,
        day DATE NOT NULL,
        points BLOB NOT NULL,
        reason TEXT NOT NULL,
        voucher TEXT NOT NULL,
        approver TEXT,
        entry INTEGER NOT NULL,
        "row" INTEGER,
        source_entry INTEGER,
        ended_by INTEGER,
        CONSTRAINT pk_events PRIMARY KEY (id),
        CONSTRAINT fk_events_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_events_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_events_source_entry_journal FOREIGN KEY(source_entry) REFERENCES journal (seq),
        CONSTRAINT fk_events_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE imports (
        entry INTEGER NOT NULL,
        kind TEXT NOT NULL,
        year INTEGER NOT NULL,
        workbook TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        sheet TEXT NOT NULL,
        columns TEXT NOT NULL,
        digest TEXT NOT NULL,
        added INTEGER NOT NULL,
        replaced INTEGER NOT NULL,
        unchanged INTEGER NOT NULL,
        taken_back_by INTEGER,
        CONSTRAINT pk_imports PRIMARY KEY (entry),
        CONSTRAINT fk_imports_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_imports_taken_back_by_journal FOREIGN KEY(taken_back_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE leader_marks (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        rater TEXT NOT NULL,
        mark BLOB NOT NULL,
        entry INTEGER NOT NULL,
        "row" INTEGER,
        source_entry INTEGER,
        ended_by INTEGER,
        CONSTRAINT pk_leader_marks PRIMARY KEY (id),
        CONSTRAINT fk_leader_marks_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_leader_marks_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_leader_marks_source_entry_journal FOREIGN KEY(source_entry) REFERENCES journal (seq),
        CONSTRAINT fk_leader_marks_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE leave (
        id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        since DATE NOT NULL,
        until DATE NOT NULL,
        entry INTEGER NOT NULL,
        "row" INTEGER,
        source_entry INTEGER,
        ended_by INTEGER,
        CONSTRAINT pk_leave PRIMARY KEY (id),
        CONSTRAINT fk_leave_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_leave_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_leave_source_entry_journal FOREIGN KEY(source_entry) REFERENCES journal (seq),
        CONSTRAINT fk_leave_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE prints (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        form TEXT NOT NULL,
        person_id INTEGER NOT NULL,
        version INTEGER NOT NULL,
        final BOOLEAN NOT NULL,
        fingerprint TEXT NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_prints PRIMARY KEY (id),
        CONSTRAINT fk_prints_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_prints_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_prints_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE reviews (
        id INTEGER NOT NULL,
        case_id INTEGER NOT NULL,
        substance BLOB NOT NULL,
        procedure BLOB NOT NULL,
        grade TEXT NOT NULL,
        reviewed DATE,
        reviewer TEXT,
        note TEXT,
        entry INTEGER NOT NULL,
        "row" INTEGER,
        source_entry INTEGER,
        ended_by INTEGER,
        CONSTRAINT pk_reviews PRIMARY KEY (id),
        CONSTRAINT fk_reviews_case_id_case_numbers FOREIGN KEY(case_id) REFERENCES case_numbers (id),
        CONSTRAINT fk_reviews_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_reviews_source_entry_journal FOREIGN KEY(source_entry) REFERENCES journal (seq),
        CONSTRAINT fk_reviews_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE sanctions (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        document TEXT NOT NULL,
        decided DATE NOT NULL,
        closed DATE,
        term INTEGER,
        note TEXT,
        entry INTEGER NOT NULL,
        "row" INTEGER,
        source_entry INTEGER,
        ended_by INTEGER,
        CONSTRAINT pk_sanctions PRIMARY KEY (id),
        CONSTRAINT fk_sanctions_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_sanctions_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_sanctions_source_entry_journal FOREIGN KEY(source_entry) REFERENCES journal (seq),
        CONSTRAINT fk_sanctions_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE schemes (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        scheme TEXT NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_schemes PRIMARY KEY (id),
        CONSTRAINT fk_schemes_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_schemes_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE settings (
        id INTEGER NOT NULL,
        "key" TEXT NOT NULL,
        value TEXT NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_settings PRIMARY KEY (id),
        CONSTRAINT fk_settings_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_settings_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE stays (
        id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        department_id INTEGER NOT NULL,
        name TEXT NOT NULL,
        category TEXT NOT NULL,
        sex TEXT,
        birth TEXT,
        politics TEXT,
        post TEXT,
        rank TEXT,
        is_leader BOOLEAN NOT NULL,
        quota_since DATE,
        since DATE,
        until DATE,
        factor BLOB NOT NULL,
        entry INTEGER NOT NULL,
        "row" INTEGER,
        source_entry INTEGER,
        ended_by INTEGER,
        CONSTRAINT pk_stays PRIMARY KEY (id),
        CONSTRAINT fk_stays_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_stays_department_id_departments FOREIGN KEY(department_id) REFERENCES departments (id),
        CONSTRAINT fk_stays_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_stays_source_entry_journal FOREIGN KEY(source_entry) REFERENCES journal (seq),
        CONSTRAINT fk_stays_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE years (
        year INTEGER NOT NULL,
        entry INTEGER NOT NULL,
        CONSTRAINT pk_years PRIMARY KEY (year),
        CONSTRAINT fk_years_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq)
    )
    """,
)

INDEXES = (
    """CREATE INDEX ix_ballots_entry ON ballots (entry)""",
    """CREATE INDEX ix_ballots_scoring
    ON ballots (year, person_id, ballot_class, mark, ended_by) WHERE ended_by IS NULL""",
    """CREATE UNIQUE INDEX ux_ballots_holding ON ballots (year, slip, person_id) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_calendar_days_entry ON calendar_days (entry)""",
    """CREATE UNIQUE INDEX ux_calendar_days_holding ON calendar_days (day) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_case_shares_entry ON case_shares (entry)""",
    """CREATE INDEX ix_case_shares_scoring
    ON case_shares (year, person_id, department_id, weighting_id, share, closed, due, case_id, ended_by)
    WHERE ended_by IS NULL""",
    """CREATE UNIQUE INDEX ux_case_shares_holding ON case_shares (case_id, person_id) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_events_entry ON events (entry)""",
    """CREATE INDEX ix_events_scoring
    ON events (year, person_id, indicator, points, ended_by) WHERE ended_by IS NULL""",
    """CREATE UNIQUE INDEX ux_events_holding
    ON events (person_id, indicator, day, voucher, reason) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_leader_marks_entry ON leader_marks (entry)""",
    """CREATE UNIQUE INDEX ux_leader_marks_holding
    ON leader_marks (year, person_id, rater) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_leave_entry ON leave (entry)""",
    """CREATE UNIQUE INDEX ux_leave_holding ON leave (person_id, kind, since) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_prints_entry ON prints (entry)""",
    """CREATE INDEX ix_reviews_entry ON reviews (entry)""",
    """CREATE UNIQUE INDEX ux_reviews_holding ON reviews (case_id) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_sanctions_entry ON sanctions (entry)""",
    """CREATE UNIQUE INDEX ux_sanctions_holding ON sanctions (person_id, document) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_schemes_entry ON schemes (entry)""",
    """CREATE UNIQUE INDEX ux_schemes_holding ON schemes (year) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_settings_entry ON settings (entry)""",
    """CREATE UNIQUE INDEX ux_settings_holding ON settings ("key") WHERE ended_by IS NULL""",
    """CREATE INDEX ix_stays_entry ON stays (entry)""",
    """CREATE UNIQUE INDEX ux_stays_holding
    ON stays (person_id, department_id, coalesce(since, '')) WHERE ended_by IS NULL""",
)

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
"""Tables whose rows are only ever inserted, and ended once by filling `ended_by`."""

FIXED = ("journal", "years", "persons", "departments", "case_numbers", "weightings")
"""Tables whose rows never change."""


def upgrade() -> None:
    for statement in (*TABLES, *INDEXES):
        op.execute(statement)
    for table in FACTS:
        _ended_once(table, "ended_by")
    _ended_once("imports", "taken_back_by")
    for table in FIXED:
        _bar(table, "update", f"UPDATE ON {table}")
        _bar(table, "delete", f"DELETE ON {table}")
    _bar("desk", "update", "UPDATE OF id, uid, demo, created ON desk")
    _bar("desk", "delete", "DELETE ON desk")


def _ended_once(table: str, ending: str) -> None:
    columns = [row[1] for row in op.get_bind().exec_driver_sql(f"PRAGMA table_info({table})")]
    others = ", ".join(f'"{name}"' for name in columns if name != ending)
    _bar(table, "delete", f"DELETE ON {table}")
    _bar(table, "update", f"UPDATE OF {others} ON {table}")
    _bar(table, "end_twice", f"UPDATE OF {ending} ON {table} WHEN OLD.{ending} IS NOT NULL OR NEW.{ending} IS NULL")


def _bar(table: str, act: str, event: str) -> None:
    refusal = f"SELECT RAISE(ABORT, '{table} is only added to')"
    op.execute(f"CREATE TRIGGER {table}_no_{act} BEFORE {event} BEGIN {refusal}; END")
