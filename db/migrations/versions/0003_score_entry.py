"""Schemes adopted in versions; typed events and their drafts; months; evaluations, marks and reports; mappings."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ADDED = {
    "schemes": (
        "category TEXT",
        "version INTEGER",
        "decision TEXT",
        "adopted DATE",
    ),
    "case_shares": ("overrides INTEGER CONSTRAINT fk_case_shares_overrides_case_shares REFERENCES case_shares (id)",),
    "reviews": (
        "items TEXT",
        "findings TEXT",
        "reply TEXT",
        "replied DATE",
        "overrides INTEGER CONSTRAINT fk_reviews_overrides_reviews REFERENCES reviews (id)",
    ),
    "events": (
        "number INTEGER",
        "line INTEGER",
        "case_id INTEGER CONSTRAINT fk_events_case_id_case_numbers REFERENCES case_numbers (id)",
        "title TEXT",
        "periodical TEXT",
        "author INTEGER",
        "overrides INTEGER CONSTRAINT fk_events_overrides_events REFERENCES events (id)",
    ),
    "leader_marks": (
        "rater_code TEXT",
        "reason TEXT",
        "overrides INTEGER CONSTRAINT fk_leader_marks_overrides_leader_marks REFERENCES leader_marks (id)",
    ),
}
"""Columns that the tables of facts get: all may be empty."""

TABLES = (
    """
    CREATE TABLE scheme_drafts (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        category TEXT NOT NULL,
        scheme TEXT NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_scheme_drafts PRIMARY KEY (id),
        CONSTRAINT fk_scheme_drafts_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_scheme_drafts_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE event_drafts (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        month INTEGER NOT NULL,
        number INTEGER NOT NULL,
        line INTEGER,
        person_id INTEGER,
        indicator TEXT,
        day DATE,
        points BLOB,
        reason TEXT,
        voucher TEXT,
        approver TEXT,
        case_id INTEGER,
        title TEXT,
        periodical TEXT,
        author INTEGER,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_event_drafts PRIMARY KEY (id),
        CONSTRAINT fk_event_drafts_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_event_drafts_case_id_case_numbers FOREIGN KEY(case_id) REFERENCES case_numbers (id),
        CONSTRAINT fk_event_drafts_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_event_drafts_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE event_lines (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        month INTEGER NOT NULL,
        category TEXT NOT NULL,
        indicator TEXT NOT NULL,
        line INTEGER NOT NULL,
        reason TEXT,
        voucher TEXT,
        approver TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_event_lines PRIMARY KEY (id),
        CONSTRAINT fk_event_lines_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_event_lines_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE months (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        month INTEGER NOT NULL,
        state TEXT NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_months PRIMARY KEY (id),
        CONSTRAINT fk_months_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_months_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE month_sheets (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        month INTEGER NOT NULL,
        category TEXT NOT NULL,
        version INTEGER NOT NULL,
        ranked BOOLEAN NOT NULL,
        figures TEXT NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_month_sheets PRIMARY KEY (id),
        CONSTRAINT fk_month_sheets_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_month_sheets_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE routine_grades (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        quarter INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        grade TEXT NOT NULL,
        reason TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_routine_grades PRIMARY KEY (id),
        CONSTRAINT fk_routine_grades_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_routine_grades_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_routine_grades_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE causes (
        id INTEGER NOT NULL,
        case_id INTEGER NOT NULL,
        cause TEXT NOT NULL,
        decision TEXT NOT NULL,
        day DATE NOT NULL,
        reason TEXT NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_causes PRIMARY KEY (id),
        CONSTRAINT fk_causes_case_id_case_numbers FOREIGN KEY(case_id) REFERENCES case_numbers (id),
        CONSTRAINT fk_causes_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_causes_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE relationships (
        id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        other TEXT NOT NULL,
        other_code TEXT,
        kind TEXT NOT NULL,
        note TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_relationships PRIMARY KEY (id),
        CONSTRAINT fk_relationships_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_relationships_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_relationships_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE charges (
        id INTEGER NOT NULL,
        department_id INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        since DATE NOT NULL,
        until DATE,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_charges PRIMARY KEY (id),
        CONSTRAINT fk_charges_department_id_departments FOREIGN KEY(department_id) REFERENCES departments (id),
        CONSTRAINT fk_charges_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_charges_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_charges_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE duty_reports (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        received DATE NOT NULL,
        report TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_duty_reports PRIMARY KEY (id),
        CONSTRAINT fk_duty_reports_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_duty_reports_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_duty_reports_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE outside_opinions (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        person_id INTEGER,
        giver TEXT NOT NULL,
        kind TEXT NOT NULL,
        day DATE NOT NULL,
        opinion TEXT NOT NULL,
        voucher TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_outside_opinions PRIMARY KEY (id),
        CONSTRAINT fk_outside_opinions_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_outside_opinions_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_outside_opinions_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE mappings (
        id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        source TEXT NOT NULL,
        columns TEXT NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_mappings PRIMARY KEY (id),
        CONSTRAINT fk_mappings_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_mappings_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
)

INDEXES = (
    """CREATE INDEX ix_scheme_drafts_ended_by ON scheme_drafts (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_scheme_drafts_entry ON scheme_drafts (entry)""",
    """CREATE UNIQUE INDEX ux_scheme_drafts_holding ON scheme_drafts (year, category) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_event_drafts_ended_by ON event_drafts (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_event_drafts_entry ON event_drafts (entry)""",
    """CREATE UNIQUE INDEX ux_event_drafts_holding ON event_drafts (number) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_event_lines_ended_by ON event_lines (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_event_lines_entry ON event_lines (entry)""",
    """
    CREATE UNIQUE INDEX ux_event_lines_holding
    ON event_lines (year, month, category, indicator, line) WHERE ended_by IS NULL
    """,
    """CREATE INDEX ix_months_ended_by ON months (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_months_entry ON months (entry)""",
    """CREATE UNIQUE INDEX ux_months_holding ON months (year, month) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_month_sheets_ended_by ON month_sheets (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_month_sheets_entry ON month_sheets (entry)""",
    """
    CREATE UNIQUE INDEX ux_month_sheets_holding
    ON month_sheets (year, month, category, version) WHERE ended_by IS NULL
    """,
    """CREATE INDEX ix_routine_grades_ended_by ON routine_grades (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_routine_grades_entry ON routine_grades (entry)""",
    """
    CREATE UNIQUE INDEX ux_routine_grades_holding
    ON routine_grades (year, quarter, person_id) WHERE ended_by IS NULL
    """,
    """CREATE INDEX ix_causes_ended_by ON causes (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_causes_entry ON causes (entry)""",
    """CREATE UNIQUE INDEX ux_causes_holding ON causes (case_id) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_relationships_ended_by ON relationships (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_relationships_entry ON relationships (entry)""",
    """
    CREATE UNIQUE INDEX ux_relationships_holding
    ON relationships (person_id, other, kind) WHERE ended_by IS NULL
    """,
    """CREATE INDEX ix_charges_ended_by ON charges (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_charges_entry ON charges (entry)""",
    """CREATE UNIQUE INDEX ux_charges_holding ON charges (department_id, person_id, since) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_duty_reports_ended_by ON duty_reports (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_duty_reports_entry ON duty_reports (entry)""",
    """CREATE UNIQUE INDEX ux_duty_reports_holding ON duty_reports (year, person_id) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_outside_opinions_ended_by ON outside_opinions (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_outside_opinions_entry ON outside_opinions (entry)""",
    """CREATE UNIQUE INDEX ux_outside_opinions_holding ON outside_opinions (year, number) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_mappings_ended_by ON mappings (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_mappings_entry ON mappings (entry)""",
    """CREATE UNIQUE INDEX ux_mappings_holding ON mappings (kind, source) WHERE ended_by IS NULL""",
    """CREATE UNIQUE INDEX ux_events_number ON events (number) WHERE ended_by IS NULL AND number IS NOT NULL""",
    """CREATE INDEX ix_events_numbered ON events (number) WHERE number IS NOT NULL""",
    """CREATE UNIQUE INDEX ux_schemes_holding ON schemes (year, coalesce(category, '检察官')) WHERE ended_by IS NULL""",
)

FACTS = tuple(statement.split()[2] for statement in TABLES)


def upgrade() -> None:
    for table, columns in ADDED.items():
        for column in columns:
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column}")
        op.execute(f"DROP TRIGGER {table}_no_update")
        _bar_change(table)
    op.execute("DROP INDEX ux_schemes_holding")  # a scheme for each category, no longer one a year
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
