"""The tables of rating rounds (民主测评): terms, who takes part, turnout, batches, sealed marks, looks.

Who took part and what was voted live apart: nothing here joins a person to a mark given. The marks of a counted round
are `ballots` that its closing entry wrote; those of a void round are shut away in `sealed_marks` and never score.
"""

import sqlalchemy as sa

from committee_desk.storage.table_kinds import blind, fact, number, one_effective, person, text, year

__all__ = ["round_batches", "round_looks", "round_people", "round_turnouts", "rounds", "sealed_marks"]

rounds = fact(
    "rounds",
    year(),
    number("number"),
    text("kind"),
    text("way"),
    text("state"),
    text("title"),
    text("terms"),
    text("document", needed=False),
    sa.Column("day", sa.Date),
    text("why", needed=False),
    text("result", needed=False),
    text("categories"),
    number("again", needed=False),
    blind(),
    traced=False,
)
"""A round: its kind of ballot, whether the desk ran it or workbooks brought it, and the terms (JSON) that it locks.

`document` and `day` are its adoption's; `why` says why it is void; `result` (JSON) what closing counted, statistics
among it. Nothing of a single slip stands here. `categories` (JSON) are those whose people it rates; `again` is the
void round that it holds again.
"""
one_effective(rounds, "year", "number")

round_people = fact(
    "round_people",
    year(),
    number("round"),
    person(),
    text("ballot_class", needed=False),
    sa.Column("rated", sa.Boolean(name="rated"), nullable=False),
    sa.Column("by_hand", sa.Boolean(name="by_hand"), nullable=False),
    sa.Column("took_part", sa.Boolean(name="took_part")),
    blind(),
    traced=False,
)
"""Who is rated, and who may rate in which class; `took_part` is written for everybody at once, when a round closes."""
one_effective(round_people, "year", "round", "person_id")

round_turnouts = fact(
    "round_turnouts",
    year(),
    number("round"),
    text("ballot_class"),
    number("due"),
    number("present"),
    number("issued"),
    number("returned"),
    number("valid", needed=False),
    number("invalid", needed=False),
    traced=False,
)
"""应到, 实到, 发出, 收回, 有效, 无效 of a class; the last two are counted when the round closes."""
one_effective(round_turnouts, "year", "round", "ballot_class")

round_batches = fact(
    "round_batches",
    year(),
    number("round"),
    number("number"),
    text("ballot_class"),
    number("slips"),
    text("typed_by"),
    text("compared_by", needed=False),
    text("settled_by", needed=False),
    traced=False,
)
"""A batch of printed slips: how many, who typed it, who compared it with the paper or typed it again, who settled."""
one_effective(round_batches, "year", "round", "number")

sealed_marks = fact(
    "sealed_marks",
    year(),
    number("round"),
    number("marks"),
    sa.Column("box", sa.LargeBinary, nullable=False),
    traced=False,
)
"""How many marks a void round left, and the box that holds them: its key is on paper, it is never deleted."""
one_effective(sealed_marks, "year", "round")

round_looks = fact(
    "round_looks",
    year(),
    number("round"),
    text("flag"),
    text("looked_by"),
    sa.Column("day", sa.Date, nullable=False),
    text("decided"),
    traced=False,
)
"""What the committee decided after it looked into something that the statistics ask. A flag never changes a score."""
one_effective(round_looks, "year", "round", "flag")
