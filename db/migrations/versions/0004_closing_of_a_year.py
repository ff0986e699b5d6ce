"""The closing of a year: its course, committee and meetings, grades, publication, objections."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = (
    """
    CREATE TABLE courses (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        stage TEXT NOT NULL,
        move TEXT NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_courses PRIMARY KEY (id),
        CONSTRAINT fk_courses_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_courses_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE members (
        id INTEGER NOT NULL,
        name TEXT NOT NULL,
        person_id INTEGER,
        post TEXT NOT NULL,
        since DATE NOT NULL,
        until DATE,
        decision TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_members PRIMARY KEY (id),
        CONSTRAINT fk_members_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_members_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_members_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE meetings (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        called TEXT NOT NULL,
        place TEXT NOT NULL,
        state TEXT NOT NULL,
        agenda TEXT NOT NULL,
        presiding TEXT,
        recorder TEXT,
        document TEXT,
        minutes TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_meetings PRIMARY KEY (id),
        CONSTRAINT fk_meetings_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_meetings_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE attendance (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        meeting INTEGER NOT NULL,
        member TEXT NOT NULL,
        name TEXT NOT NULL,
        post TEXT NOT NULL,
        presence TEXT NOT NULL,
        note TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_attendance PRIMARY KEY (id),
        CONSTRAINT fk_attendance_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_attendance_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE recusals (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        meeting INTEGER NOT NULL,
        item TEXT NOT NULL,
        member TEXT NOT NULL,
        ground TEXT NOT NULL,
        about TEXT NOT NULL,
        origin TEXT NOT NULL,
        kinship TEXT,
        note TEXT,
        decided_by TEXT,
        granted BOOLEAN NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_recusals PRIMARY KEY (id),
        CONSTRAINT fk_recusals_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_recusals_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE votes (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        meeting INTEGER NOT NULL,
        item TEXT NOT NULL,
        question TEXT NOT NULL,
        subject TEXT NOT NULL,
        people TEXT NOT NULL,
        voters TEXT NOT NULL,
        recused TEXT NOT NULL,
        members INTEGER NOT NULL,
        entitled INTEGER NOT NULL,
        ayes INTEGER NOT NULL,
        noes INTEGER NOT NULL,
        abstentions INTEGER NOT NULL,
        outcome TEXT NOT NULL,
        presiding TEXT NOT NULL,
        recorder TEXT NOT NULL,
        taken TEXT NOT NULL,
        list_version INTEGER,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_votes PRIMARY KEY (id),
        CONSTRAINT fk_votes_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_votes_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE grade_lists (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        stage TEXT NOT NULL,
        version INTEGER NOT NULL,
        figures TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        meeting INTEGER,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_grade_lists PRIMARY KEY (id),
        CONSTRAINT fk_grade_lists_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_grade_lists_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE grade_choices (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        stage TEXT NOT NULL,
        grade TEXT,
        reason TEXT NOT NULL,
        meeting INTEGER,
        document TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_grade_choices PRIMARY KEY (id),
        CONSTRAINT fk_grade_choices_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_grade_choices_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_grade_choices_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE grading_decisions (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        content TEXT NOT NULL,
        document TEXT NOT NULL,
        day DATE NOT NULL,
        meeting INTEGER,
        reason TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_grading_decisions PRIMARY KEY (id),
        CONSTRAINT fk_grading_decisions_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_grading_decisions_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE ability_reviews (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        selected TEXT NOT NULL,
        reviewers TEXT NOT NULL,
        looked_at TEXT NOT NULL,
        findings TEXT NOT NULL,
        opinion TEXT NOT NULL,
        day DATE NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_ability_reviews PRIMARY KEY (id),
        CONSTRAINT fk_ability_reviews_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_ability_reviews_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_ability_reviews_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE publications (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        version INTEGER NOT NULL,
        list_version INTEGER NOT NULL,
        notice TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        affected TEXT,
        replaces INTEGER,
        why TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_publications PRIMARY KEY (id),
        CONSTRAINT fk_publications_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_publications_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE postings (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        version INTEGER NOT NULL,
        place TEXT NOT NULL,
        posted TEXT NOT NULL,
        posted_by TEXT NOT NULL,
        board TEXT,
        photo TEXT,
        taken TEXT,
        taken_by TEXT,
        reason TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_postings PRIMARY KEY (id),
        CONSTRAINT fk_postings_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_postings_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE windows (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        version INTEGER NOT NULL,
        step INTEGER NOT NULL,
        why TEXT NOT NULL,
        posted TEXT NOT NULL,
        counted TEXT NOT NULL,
        last_day DATE NOT NULL,
        cut_off TEXT NOT NULL,
        calendar TEXT NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_windows PRIMARY KEY (id),
        CONSTRAINT fk_windows_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_windows_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE notes (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        version INTEGER NOT NULL,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        content TEXT NOT NULL,
        day DATE NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_notes PRIMARY KEY (id),
        CONSTRAINT fk_notes_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_notes_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE closings (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        version INTEGER NOT NULL,
        closed TEXT NOT NULL,
        shown_day DATE NOT NULL,
        objections INTEGER NOT NULL,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_closings PRIMARY KEY (id),
        CONSTRAINT fk_closings_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_closings_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE objections (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        person_id INTEGER NOT NULL,
        version INTEGER NOT NULL,
        matters TEXT NOT NULL,
        other_id INTEGER,
        grounds TEXT NOT NULL,
        evidence TEXT,
        request TEXT,
        signed BOOLEAN NOT NULL,
        received TEXT NOT NULL,
        receiver TEXT NOT NULL,
        typed TEXT NOT NULL,
        in_time BOOLEAN NOT NULL,
        minutes_late INTEGER NOT NULL,
        answer_by DATE NOT NULL,
        state TEXT NOT NULL,
        state_reason TEXT,
        state_document TEXT,
        new_facts TEXT,
        other_informed TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_objections PRIMARY KEY (id),
        CONSTRAINT fk_objections_person_id_persons FOREIGN KEY(person_id) REFERENCES persons (id),
        CONSTRAINT fk_objections_other_id_persons FOREIGN KEY(other_id) REFERENCES persons (id),
        CONSTRAINT fk_objections_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_objections_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
    """
    CREATE TABLE letters (
        id INTEGER NOT NULL,
        year INTEGER NOT NULL,
        number INTEGER NOT NULL,
        about_id INTEGER,
        sender TEXT,
        received TEXT NOT NULL,
        receiver TEXT NOT NULL,
        content TEXT NOT NULL,
        handled TEXT,
        entry INTEGER NOT NULL,
        ended_by INTEGER,
        CONSTRAINT pk_letters PRIMARY KEY (id),
        CONSTRAINT fk_letters_about_id_persons FOREIGN KEY(about_id) REFERENCES persons (id),
        CONSTRAINT fk_letters_entry_journal FOREIGN KEY(entry) REFERENCES journal (seq),
        CONSTRAINT fk_letters_ended_by_journal FOREIGN KEY(ended_by) REFERENCES journal (seq)
    )
    """,
)

INDEXES = (
    """CREATE INDEX ix_courses_ended_by ON courses (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_courses_entry ON courses (entry)""",
    """CREATE UNIQUE INDEX ux_courses_holding ON courses (year) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_members_ended_by ON members (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_members_entry ON members (entry)""",
    """CREATE UNIQUE INDEX ux_members_holding ON members (name, person_id, since) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_meetings_ended_by ON meetings (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_meetings_entry ON meetings (entry)""",
    """CREATE UNIQUE INDEX ux_meetings_holding ON meetings (year, number) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_attendance_ended_by ON attendance (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_attendance_entry ON attendance (entry)""",
    """CREATE UNIQUE INDEX ux_attendance_holding ON attendance (year, meeting, member) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_recusals_ended_by ON recusals (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_recusals_entry ON recusals (entry)""",
    """
    CREATE UNIQUE INDEX ux_recusals_holding
    ON recusals (year, meeting, item, member, about) WHERE ended_by IS NULL
    """,
    """CREATE INDEX ix_votes_ended_by ON votes (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_votes_entry ON votes (entry)""",
    """CREATE UNIQUE INDEX ux_votes_holding ON votes (year, meeting, item, subject) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_grade_lists_ended_by ON grade_lists (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_grade_lists_entry ON grade_lists (entry)""",
    """CREATE UNIQUE INDEX ux_grade_lists_holding ON grade_lists (year, stage) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_grade_choices_ended_by ON grade_choices (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_grade_choices_entry ON grade_choices (entry)""",
    """
    CREATE UNIQUE INDEX ux_grade_choices_holding
    ON grade_choices (year, person_id, stage) WHERE ended_by IS NULL
    """,
    """CREATE INDEX ix_grading_decisions_ended_by ON grading_decisions (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_grading_decisions_entry ON grading_decisions (entry)""",
    """
    CREATE UNIQUE INDEX ux_grading_decisions_holding
    ON grading_decisions (year, kind, subject) WHERE ended_by IS NULL
    """,
    """CREATE INDEX ix_ability_reviews_ended_by ON ability_reviews (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_ability_reviews_entry ON ability_reviews (entry)""",
    """CREATE UNIQUE INDEX ux_ability_reviews_holding ON ability_reviews (year, person_id) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_publications_ended_by ON publications (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_publications_entry ON publications (entry)""",
    """CREATE UNIQUE INDEX ux_publications_holding ON publications (year, version) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_postings_ended_by ON postings (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_postings_entry ON postings (entry)""",
    """CREATE UNIQUE INDEX ux_postings_holding ON postings (year, version, place, posted) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_windows_ended_by ON windows (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_windows_entry ON windows (entry)""",
    """CREATE UNIQUE INDEX ux_windows_holding ON windows (year, version, step) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_notes_ended_by ON notes (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_notes_entry ON notes (entry)""",
    """CREATE UNIQUE INDEX ux_notes_holding ON notes (year, version, number) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_closings_ended_by ON closings (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_closings_entry ON closings (entry)""",
    """CREATE UNIQUE INDEX ux_closings_holding ON closings (year, version) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_objections_ended_by ON objections (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_objections_entry ON objections (entry)""",
    """CREATE UNIQUE INDEX ux_objections_holding ON objections (year, number) WHERE ended_by IS NULL""",
    """CREATE INDEX ix_letters_ended_by ON letters (ended_by) WHERE ended_by IS NOT NULL""",
    """CREATE INDEX ix_letters_entry ON letters (entry)""",
    """CREATE UNIQUE INDEX ux_letters_holding ON letters (year, number) WHERE ended_by IS NULL""",
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
