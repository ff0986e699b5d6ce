"""The tables of a result: re-review, decision, notice, signature, remedies, sealed sheets and their certificates.

Facts like those of `closing_tables`. What was printed, sealed or shown before a vote is kept as it stood then.
"""

import sqlalchemy as sa

from committee_desk.storage.table_kinds import fact, number, one_effective, person, text, year

__all__ = [
    "applications",
    "certificates",
    "deliveries",
    "informings",
    "party_decisions",
    "proceedings",
    "results",
    "seals",
    "signatures",
]


proceedings = fact(
    "proceedings",
    year(),
    number("number"),
    text("kind"),
    person(),
    sa.Column("about_id", sa.Integer, sa.ForeignKey("persons.id"), nullable=False),
    number("source", needed=False),
    text("basis"),
    text("challenged"),
    text("state"),
    text("examiners"),
    text("findings", needed=False),
    text("hearing", needed=False),
    text("changes", needed=False),
    text("motion", needed=False),
    text("reasons", needed=False),
    text("effects", needed=False),
    number("meeting", needed=False),
    text("document", needed=False),
    sa.Column("day", sa.Date),
    number("list_version", needed=False),
    text("served", needed=False),
    text("why", needed=False),
    traced=False,
)
"""Re-reviews (复核) and corrections (更正): what is challenged, who examines it, what was found, moved and decided.

The person is who applied, `about_id` whose result is examined: in a correction, the same.
`source` is the number of the objection or application; `challenged`, `examiners`, `hearing`, `changes`, `effects` and
`served` are JSON: a step that was not taken yet has none. `effects` is what the committee saw before it voted.
"""
one_effective(proceedings, "year", "number")

informings = fact(
    "informings",
    year(),
    number("proceeding"),
    person(),
    text("moved"),
    text("told", needed=False),
    text("told_by", needed=False),
    text("how", needed=False),
    traced=False,
)
"""Whose figures a decision moved (JSON: what of them, from what to what), and when and how the person was told."""
one_effective(informings, "year", "proceeding", "person_id")

party_decisions = fact(
    "party_decisions",
    year(),
    number("number"),
    sa.Column("day", sa.Date, nullable=False),
    text("document"),
    number("list_version"),
    text("people"),
    text("note", needed=False),
    traced=False,
)
"""Decisions of the 院党组: of which day and number, about whom with which grade (JSON), on which list."""
one_effective(party_decisions, "year", "number")

results = fact(
    "results",
    year(),
    person(),
    number("version"),
    text("grade", needed=False),
    number("decision"),
    number("list_version"),
    text("sheet"),
    text("fingerprint"),
    number("replaces", needed=False),
    text("why", needed=False),
    sa.Column("archived", sa.Date),
    traced=False,
)
"""A person's result as it was decided, one version after the other, with the locked data of its sheet (JSON)."""
one_effective(results, "year", "person_id", "version")

deliveries = fact(
    "deliveries",
    year(),
    person(),
    number("version"),
    text("notice"),
    text("means"),
    text("known"),
    text("served_by"),
    text("witnesses", needed=False),
    text("proof", needed=False),
    text("remedies"),
    traced=False,
)
"""The written notice (检察官法 44) of a result: its number, how it was served, since when the person knows of it.

`remedies` (JSON) is what the notice names as remedies, and their last days.
"""
one_effective(deliveries, "year", "person_id", "version")

signatures = fact(
    "signatures",
    year(),
    person(),
    number("version"),
    text("opinion"),
    sa.Column("day", sa.Date, nullable=False),
    text("witnesses", needed=False),
    text("note", needed=False),
    traced=False,
)
"""What the person signed: 同意, 有异议, or that the signature was refused (拒签) before two witnesses."""
one_effective(signatures, "year", "person_id", "version")

applications = fact(
    "applications",
    year(),
    number("number"),
    text("kind"),
    person(),
    number("version"),
    text("grounds"),
    text("evidence", needed=False),
    text("request", needed=False),
    text("received"),
    text("receiver"),
    text("typed"),
    sa.Column("last_day", sa.Date, nullable=False),
    sa.Column("in_time", sa.Boolean(name="in_time"), nullable=False),
    sa.Column("decide_by", sa.Date, nullable=False),
    sa.Column("extended_to", sa.Date),
    text("organ", needed=False),
    number("objection", needed=False),
    number("proceeding", needed=False),
    text("state"),
    text("outcome", needed=False),
    text("document", needed=False),
    sa.Column("decided", sa.Date),
    traced=False,
)
"""复核 and 申诉 after the notice: against which version, when it came, by when it is decided, how it ended."""
one_effective(applications, "year", "number")

certificates = fact(
    "certificates",
    number("number"),
    text("kind"),
    text("holder"),
    text("login", needed=False),
    text("code", needed=False),
    text("certificate"),
    text("fingerprint"),
    text("issuer", needed=False),
    text("kept_key", needed=False),
    text("countersigned", needed=False),
    text("until"),
    text("withdrawn", needed=False),
    traced=False,
)
"""Certificates that the office made or took over: its root, its issuer, its seal, and those of its signers.

`kept_key` is the key as its holder's passphrase or PIN has locked it; empty where the office does not keep it.
"""
one_effective(certificates, "number")

seals = fact(
    "seals",
    year(),
    person(),
    number("version"),
    number("step"),
    text("kind"),
    text("signer"),
    text("certificate"),
    text("sha256"),
    text("head"),
    number("expected"),
    traced=False,
)
"""A sealed or signed sheet: who signed as which step, with which certificate; its bytes stand in `contents`.

`expected` is how many signatures these bytes ask for.
"""
one_effective(seals, "year", "person_id", "version", "step")
