"""The tables of a year's closing: its course, the committee and its meetings, grades, publication, objections.

Facts like those of `tables`. Moments are text with their offset; lists and figures that stand on paper are kept as the
JSON that was printed, since they must read the same for ever.
"""

import sqlalchemy as sa

from committee_desk.storage.score_tables import grading_decisions
from committee_desk.storage.table_kinds import fact, number, one_effective, person, text, year

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


courses = fact("courses", year(), text("stage"), text("move"), traced=False)
"""How far a year's process is, and by which move it came there; a year without a row is being scored."""
one_effective(courses, "year")

members = fact(
    "members",
    text("name"),
    sa.Column("person_id", sa.Integer, sa.ForeignKey("persons.id")),
    text("post"),
    sa.Column("since", sa.Date, nullable=False),
    sa.Column("until", sa.Date),
    text("decision", needed=False),
    traced=False,
)
"""Members of the 检察官考评委员会 with their terms: post is chair, deputy or member."""
one_effective(members, "name", "person_id", "since")

meetings = fact(
    "meetings",
    year(),
    number("number"),
    text("called"),
    text("place"),
    text("state"),
    text("agenda"),
    text("presiding", needed=False),
    text("recorder", needed=False),
    text("document", needed=False),
    text("minutes", needed=False),
    traced=False,
)
"""Meetings of the committee: called for a moment, with an agenda (JSON), held, closed with minutes and their number."""
one_effective(meetings, "year", "number")

attendance = fact(
    "attendance",
    year(),
    number("meeting"),
    text("member"),
    text("name"),
    text("post"),
    text("presence"),
    text("note", needed=False),
    traced=False,
)
"""Which member was present, away or excused at a meeting; `member` is a code, or the name of who has none."""
one_effective(attendance, "year", "meeting", "member")

recusals = fact(
    "recusals",
    year(),
    number("meeting"),
    text("item"),
    text("member"),
    text("ground"),
    text("about"),
    text("origin"),
    text("kinship", needed=False),
    text("note", needed=False),
    text("decided_by", needed=False),
    sa.Column("granted", sa.Boolean(name="granted"), nullable=False),
    traced=False,
)
"""Who leaves the room for which item, on which legal ground, for whose sake: derived by the desk or declared."""
one_effective(recusals, "year", "meeting", "item", "member", "about")

votes = fact(
    "votes",
    year(),
    number("meeting"),
    text("item"),
    text("question"),
    text("subject"),
    text("people"),
    text("voters"),
    text("recused"),
    number("members"),
    number("entitled"),
    number("ayes"),
    number("noes"),
    number("abstentions"),
    text("outcome"),
    text("presiding"),
    text("recorder"),
    text("taken"),
    number("list_version", needed=False),
    traced=False,
)
"""What the committee voted on, with its count; `entitled` are those present and not recused.

`people`, `voters` and `recused` are JSON lists: codes of whom it is about, members who could vote, members who left.
"""
one_effective(votes, "year", "meeting", "item", "subject")

grade_lists = fact(
    "grade_lists",
    year(),
    text("stage"),
    number("version"),
    text("figures"),
    text("fingerprint"),
    number("meeting", needed=False),
    traced=False,
)
"""Lists of grades as JSON: proposed by the 政工, approved by the committee. A new version ends the one before it."""
one_effective(grade_lists, "year", "stage")

grade_choices = fact(
    "grade_choices",
    year(),
    person(),
    text("stage"),
    text("grade", needed=False),
    text("reason"),
    number("meeting", needed=False),
    text("document", needed=False),
    traced=False,
)
"""Departures from what the scheme proposes, each with its reason; without a grade: none is given."""
one_effective(grade_choices, "year", "person_id", "stage")

ability_reviews = fact(
    "ability_reviews",
    year(),
    person(),
    text("selected"),
    text("reviewers"),
    text("looked_at"),
    text("findings"),
    text("opinion"),
    sa.Column("day", sa.Date, nullable=False),
    traced=False,
)
"""业务能力评审 (考核+评审): why selected, by whom, what was looked at, whether the person is up to the post."""
one_effective(ability_reviews, "year", "person_id")

publications = fact(
    "publications",
    year(),
    number("version"),
    number("list_version"),
    text("notice"),
    text("fingerprint"),
    text("affected", needed=False),
    number("replaces", needed=False),
    text("why", needed=False),
    traced=False,
)
"""Every version of the notice (公示书) as JSON, as it was printed; `affected` are those whom a partial one is about."""
one_effective(publications, "year", "version")

postings = fact(
    "postings",
    year(),
    number("version"),
    text("place"),
    text("posted"),
    text("posted_by"),
    text("board", needed=False),
    text("photo", needed=False),
    text("taken", needed=False),
    text("taken_by", needed=False),
    text("reason", needed=False),
    traced=False,
)
"""Where a notice hung, from when to when, by which two people; a posting that went on has no end.

`board` is where it hung in place of the place that the notice names.
"""
one_effective(postings, "year", "version", "place", "posted")

windows = fact(
    "windows",
    year(),
    number("version"),
    number("step"),
    text("why"),
    text("posted"),
    text("counted"),
    sa.Column("last_day", sa.Date, nullable=False),
    text("cut_off"),
    text("calendar"),
    traced=False,
)
"""The days that a publication counts, with the calendar they rest on; every lengthening is a further step."""
one_effective(windows, "year", "version", "step")

notes = fact(
    "notes",
    year(),
    number("version"),
    number("number"),
    text("kind"),
    text("content"),
    sa.Column("day", sa.Date, nullable=False),
    traced=False,
)
"""What was posted beside a notice: a supplementary notice (补充公告) or a correction of a clerical slip (更正)."""
one_effective(notes, "year", "version", "number")

closings = fact(
    "closings",
    year(),
    number("version"),
    text("closed"),
    sa.Column("shown_day", sa.Date, nullable=False),
    number("objections"),
    traced=False,
)
"""When a window was closed, which date both people saw, and how many objections had come."""
one_effective(closings, "year", "version")

objections = fact(
    "objections",
    year(),
    number("number"),
    person(),
    number("version"),
    text("matters"),
    sa.Column("other_id", sa.Integer, sa.ForeignKey("persons.id")),
    text("grounds"),
    text("evidence", needed=False),
    text("request", needed=False),
    sa.Column("signed", sa.Boolean(name="signed"), nullable=False),
    text("received"),
    text("receiver"),
    text("typed"),
    sa.Column("in_time", sa.Boolean(name="in_time"), nullable=False),
    number("minutes_late"),
    sa.Column("answer_by", sa.Date, nullable=False),
    text("state"),
    text("state_reason", needed=False),
    text("state_document", needed=False),
    text("new_facts", needed=False),
    text("other_informed", needed=False),
    traced=False,
)
"""异议: who, against which notice, what and why; when the paper came apart from when it was typed; how it stands."""
one_effective(objections, "year", "number")

letters = fact(
    "letters",
    year(),
    number("number"),
    sa.Column("about_id", sa.Integer, sa.ForeignKey("persons.id")),
    text("sender", needed=False),
    text("received"),
    text("receiver"),
    text("content"),
    text("handled", needed=False),
    traced=False,
)
"""情况反映: anonymous letters and what others than prosecutors wrote. Kept, answered where possible, no objection."""
one_effective(letters, "year", "number")
