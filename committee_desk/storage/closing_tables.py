"""The tables of a year's closing: its course, the committee and its meetings, grades, publication, objections.

Facts like those of `tables`. Moments are text with their offset; lists and figures that stand on paper are kept as the
JSON that was printed, since they must read the same for ever.
"""

import sqlalchemy as sa

from committee_desk.storage.table_kinds import fact, one_effective, person, year

__all__ = [
    "ability_reviews",
    "attendance",
    "closings",
    "courses",
    "grade_choices",
    "grade_lists",
    "grading_decisions",
    "letters",
    "meetings",
    "members",
    "notes",
    "objections",
    "postings",
    "publications",
    "recusals",
    "votes",
    "windows",
]


def _text(name: str, *, needed: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=not needed)


def _number(name: str, *, needed: bool = True) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=not needed)


courses = fact("courses", year(), _text("stage"), _text("move"), traced=False)
"""How far a year's process is, and by which move it came there; a year without a row is being scored."""
one_effective(courses, "year")

members = fact(
    "members",
    _text("name"),
    sa.Column("person_id", sa.Integer, sa.ForeignKey("persons.id")),
    _text("post"),
    sa.Column("since", sa.Date, nullable=False),
    sa.Column("until", sa.Date),
    _text("decision", needed=False),
    traced=False,
)
"""Members of the 检察官考评委员会 with their terms: post is chair, deputy or member."""
one_effective(members, "name", "person_id", "since")

meetings = fact(
    "meetings",
    year(),
    _number("number"),
    _text("called"),
    _text("place"),
    _text("state"),
    _text("agenda"),
    _text("presiding", needed=False),
    _text("recorder", needed=False),
    _text("document", needed=False),
    _text("minutes", needed=False),
    traced=False,
)
"""Meetings of the committee: called for a moment, with an agenda (JSON), held, closed with minutes and their number."""
one_effective(meetings, "year", "number")

attendance = fact(
    "attendance",
    year(),
    _number("meeting"),
    _text("member"),
    _text("name"),
    _text("post"),
    _text("presence"),
    _text("note", needed=False),
    traced=False,
)
"""Which member was present, away or excused at a meeting; `member` is a code, or the name of who has none."""
one_effective(attendance, "year", "meeting", "member")

recusals = fact(
    "recusals",
    year(),
    _number("meeting"),
    _text("item"),
    _text("member"),
    _text("ground"),
    _text("about"),
    _text("origin"),
    _text("kinship", needed=False),
    _text("note", needed=False),
    _text("decided_by", needed=False),
    sa.Column("granted", sa.Boolean(name="granted"), nullable=False),
    traced=False,
)
"""Who leaves the room for which item, on which legal ground, for whose sake: derived by the desk or declared."""
one_effective(recusals, "year", "meeting", "item", "member", "about")

votes = fact(
    "votes",
    year(),
    _number("meeting"),
    _text("item"),
    _text("question"),
    _text("subject"),
    _text("people"),
    _text("voters"),
    _text("recused"),
    _number("members"),
    _number("entitled"),
    _number("ayes"),
    _number("noes"),
    _number("abstentions"),
    _text("outcome"),
    _text("presiding"),
    _text("recorder"),
    _text("taken"),
    _number("list_version", needed=False),
    traced=False,
)
"""What the committee voted on, with its count; `entitled` are those present and not recused.

`people`, `voters` and `recused` are JSON lists: codes of whom it is about, members who could vote, members who left.
"""
one_effective(votes, "year", "meeting", "item", "subject")

grade_lists = fact(
    "grade_lists",
    year(),
    _text("stage"),
    _number("version"),
    _text("figures"),
    _text("fingerprint"),
    _number("meeting", needed=False),
    traced=False,
)
"""Lists of grades as JSON: proposed by the 政工, approved by the committee. A new version ends the one before it."""
one_effective(grade_lists, "year", "stage")

grade_choices = fact(
    "grade_choices",
    year(),
    person(),
    _text("stage"),
    _text("grade", needed=False),
    _text("reason"),
    _number("meeting", needed=False),
    _text("document", needed=False),
    traced=False,
)
"""Departures from what the scheme proposes, each with its reason; without a grade: none is given."""
one_effective(grade_choices, "year", "person_id", "stage")

grading_decisions = fact(
    "grading_decisions",
    year(),
    _text("kind"),
    _text("subject"),
    _text("content"),
    _text("document"),
    sa.Column("day", sa.Date, nullable=False),
    _number("meeting", needed=False),
    _text("reason", needed=False),
    traced=False,
)
"""Recorded decisions that grading rests on: a tie, somebody incomplete, a left-over place, pooled units, 25 %."""
one_effective(grading_decisions, "year", "kind", "subject")

ability_reviews = fact(
    "ability_reviews",
    year(),
    person(),
    _text("selected"),
    _text("reviewers"),
    _text("looked_at"),
    _text("findings"),
    _text("opinion"),
    sa.Column("day", sa.Date, nullable=False),
    traced=False,
)
"""业务能力评审 (考核+评审): why selected, by whom, what was looked at, whether the person is up to the post."""
one_effective(ability_reviews, "year", "person_id")

publications = fact(
    "publications",
    year(),
    _number("version"),
    _number("list_version"),
    _text("notice"),
    _text("fingerprint"),
    _text("affected", needed=False),
    _number("replaces", needed=False),
    _text("why", needed=False),
    traced=False,
)
"""Every version of the notice (公示书) as JSON, as it was printed; `affected` are those whom a partial one is about."""
one_effective(publications, "year", "version")

postings = fact(
    "postings",
    year(),
    _number("version"),
    _text("place"),
    _text("posted"),
    _text("posted_by"),
    _text("board", needed=False),
    _text("photo", needed=False),
    _text("taken", needed=False),
    _text("taken_by", needed=False),
    _text("reason", needed=False),
    traced=False,
)
"""Where a notice hung, from when to when, by which two people; a posting that went on has no end.

`board` is where it hung in place of the place that the notice names.
"""
one_effective(postings, "year", "version", "place", "posted")

windows = fact(
    "windows",
    year(),
    _number("version"),
    _number("step"),
    _text("why"),
    _text("posted"),
    _text("counted"),
    sa.Column("last_day", sa.Date, nullable=False),
    _text("cut_off"),
    _text("calendar"),
    traced=False,
)
"""The days that a publication counts, with the calendar they rest on; every lengthening is a further step."""
one_effective(windows, "year", "version", "step")

notes = fact(
    "notes",
    year(),
    _number("version"),
    _number("number"),
    _text("kind"),
    _text("content"),
    sa.Column("day", sa.Date, nullable=False),
    traced=False,
)
"""What was posted beside a notice: a supplementary notice (补充公告) or a correction of a clerical slip (更正)."""
one_effective(notes, "year", "version", "number")

closings = fact(
    "closings",
    year(),
    _number("version"),
    _text("closed"),
    sa.Column("shown_day", sa.Date, nullable=False),
    _number("objections"),
    traced=False,
)
"""When a window was closed, which date both people saw, and how many objections had come."""
one_effective(closings, "year", "version")

objections = fact(
    "objections",
    year(),
    _number("number"),
    person(),
    _number("version"),
    _text("matters"),
    sa.Column("other_id", sa.Integer, sa.ForeignKey("persons.id")),
    _text("grounds"),
    _text("evidence", needed=False),
    _text("request", needed=False),
    sa.Column("signed", sa.Boolean(name="signed"), nullable=False),
    _text("received"),
    _text("receiver"),
    _text("typed"),
    sa.Column("in_time", sa.Boolean(name="in_time"), nullable=False),
    _number("minutes_late"),
    sa.Column("answer_by", sa.Date, nullable=False),
    _text("state"),
    _text("state_reason", needed=False),
    _text("state_document", needed=False),
    _text("new_facts", needed=False),
    _text("other_informed", needed=False),
    traced=False,
)
"""异议: who, against which notice, what and why; when the paper came apart from when it was typed; how it stands."""
one_effective(objections, "year", "number")

letters = fact(
    "letters",
    year(),
    _number("number"),
    sa.Column("about_id", sa.Integer, sa.ForeignKey("persons.id")),
    _text("sender", needed=False),
    _text("received"),
    _text("receiver"),
    _text("content"),
    _text("handled", needed=False),
    traced=False,
)
"""情况反映: anonymous letters and what others than prosecutors wrote. Kept, answered where possible, no objection."""
one_effective(letters, "year", "number")
