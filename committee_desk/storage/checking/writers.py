"""Which acts of the journal bring and end the rows of which table."""

from collections.abc import Mapping

_FOUNDING = ("desk.found",)
_MIGRATING = ("desk.migrate",)
_IMPORTING = ("import", "take_back_import")
_SEATING = ("account.",)

BRINGING: Mapping[str, tuple[str, ...]] = {
    "years": _FOUNDING,
    "schemes": _FOUNDING,
    "settings": ("setting.put",),
    "imports": ("import",),
    "calendar_days": (*_FOUNDING, *_IMPORTING, "calendar.set"),
    "prints": ("sheets.draw",),
    **dict.fromkeys(("persons", "departments", "case_numbers", "weightings"), ("import",)),
    **dict.fromkeys(("stays", "case_shares", "reviews", "events", "leader_marks", "ballots"), _IMPORTING),
    **dict.fromkeys(("sanctions", "leave"), _IMPORTING),
}
"""The acts that may bring rows of a table."""

ENDING: Mapping[str, tuple[str, ...]] = {
    "settings": ("setting.put",),
    "calendar_days": (*_IMPORTING, "calendar.set", "calendar.clear"),
    "prints": ("sheets.draw",),
    **dict.fromkeys(("stays", "case_shares", "reviews", "events", "leader_marks", "ballots"), _IMPORTING),
    **dict.fromkeys(("sanctions", "leave"), _IMPORTING),
}
"""The acts that may end rows of a table."""
