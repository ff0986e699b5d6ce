"""Which acts of the journal bring and end the rows of which table; a name ending in a dot stands for all its acts."""

from collections.abc import Mapping

_FOUNDING = ("desk.found",)
_IMPORTING = ("import", "take_back_import")
_SEATING = ("accounts.",)
_SETTING = ("setting.put", "accounts.")
_ATTACHING = ("attachments.", "events.", "reports.", "evaluations.", "grading.")
_SIGNING = ("signing.seal", "signing.sign")
_ENTERING = ("events.",)
_OVERRIDING = ("override.",)
_SCHEMING = ("scheme.", "year.open")
_MONTHLY = ("months.",)
_REVIEWING = ("evaluations.",)
_MARKING = ("marks.",)
_DECIDING = ("proceeding.decide",)
_MOVING = ("course.", *_DECIDING)
_MEETING = ("meeting.",)
_GRADING = ("grading.", "course.", *_DECIDING)
_PUBLISHING = ("publication.", "course.")
_ROUNDING = ("rounds.",)

_FACTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("stays", "sanctions", "leave"), _IMPORTING),
    "ballots": (*_IMPORTING, *_DECIDING, *_ROUNDING),
    **dict.fromkeys(
        ("rounds", "round_people", "round_turnouts", "round_batches", "round_looks", "sealed_marks"), _ROUNDING
    ),
    "case_shares": (*_IMPORTING, *_OVERRIDING, *_DECIDING),
    "reviews": (*_IMPORTING, *_REVIEWING, *_OVERRIDING, *_DECIDING),
    "events": (*_IMPORTING, *_ENTERING, *_OVERRIDING, *_DECIDING),
    "leader_marks": (*_IMPORTING, *_MARKING, *_OVERRIDING, *_DECIDING),
    **dict.fromkeys(("event_drafts", "event_lines"), _ENTERING),
    **dict.fromkeys(("months", "month_sheets", "routine_grades"), _MONTHLY),
    "causes": _REVIEWING,
    "relationships": ("relations.",),
    "charges": ("charges.",),
    "duty_reports": ("reports.",),
    "outside_opinions": ("opinions.",),
    "mappings": ("mapping.",),
    "courses": _MOVING,
    "members": ("committee.",),
    **dict.fromkeys(("meetings", "attendance", "recusals", "votes"), _MEETING),
    **dict.fromkeys(("grade_lists", "grade_choices", "grading_decisions"), _GRADING),
    "ability_reviews": ("ability.",),
    "informings": (*_DECIDING, "proceeding.told"),
    **dict.fromkeys(("publications", "postings", "windows", "notes", "closings"), _PUBLISHING),
    "objections": ("objection.", *_DECIDING),
    "letters": ("letter.",),
    "certificates": ("certificates.",),
    "seals": _SIGNING,
    "proceedings": ("proceeding.", "objection.withdraw", "objection.correct", "application.withdraw"),
    "applications": ("application.", "proceeding."),
    "party_decisions": ("result.decide",),
    "results": ("result.decide", "result.sign", "course.archive"),
    "deliveries": ("result.serve", "result.sign"),
    "signatures": ("result.sign",),
}

BRINGING: Mapping[str, tuple[str, ...]] = {
    "years": (*_FOUNDING, "year.open"),
    "schemes": (*_FOUNDING, *_SCHEMING),
    "scheme_drafts": _SCHEMING,
    "settings": _SETTING,
    "accounts": _SEATING,
    "contents": (*_ATTACHING, *_SIGNING),
    "attachments": _ATTACHING,
    "imports": ("import",),
    "calendar_days": (*_FOUNDING, *_IMPORTING, "calendar.set"),
    "prints": ("sheets.draw",),
    **dict.fromkeys(("persons", "departments", "case_numbers"), ("import",)),
    "weightings": ("import", *_OVERRIDING, *_DECIDING),
    **_FACTS,
}
"""The acts that may bring rows of a table."""

ENDING: Mapping[str, tuple[str, ...]] = {
    "settings": _SETTING,
    "accounts": _SEATING,
    "attachments": _ATTACHING,
    "calendar_days": (*_IMPORTING, "calendar.set", "calendar.clear"),
    "prints": ("sheets.draw",),
    "schemes": _SCHEMING,
    "scheme_drafts": _SCHEMING,
    **_FACTS,
}
"""The acts that may end rows of a table."""
