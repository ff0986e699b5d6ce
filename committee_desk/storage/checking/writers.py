"""Which acts of the journal bring and end the rows of which table; a name ending in a dot stands for all its acts."""

from collections.abc import Mapping

_FOUNDING = ("desk.found",)
_IMPORTING = ("import", "take_back_import")
_SEATING = ("accounts.",)
_SETTING = ("setting.put", "accounts.")
_ATTACHING = ("attachments.",)

BRINGING: Mapping[str, tuple[str, ...]] = {
    "years": _FOUNDING,
    "schemes": _FOUNDING,
    "settings": _SETTING,
    "accounts": _SEATING,
    "contents": _ATTACHING,
    "attachments": _ATTACHING,
    "imports": ("import",),
    "calendar_days": (*_FOUNDING, *_IMPORTING, "calendar.set"),
    "prints": ("sheets.draw",),
    **dict.fromkeys(("persons", "departments", "case_numbers", "weightings"), ("import",)),
    **dict.fromkeys(("stays", "case_shares", "reviews", "events", "leader_marks", "ballots"), _IMPORTING),
    **dict.fromkeys(("sanctions", "leave"), _IMPORTING),
}
"""The acts that may bring rows of a table."""

ENDING: Mapping[str, tuple[str, ...]] = {
    "settings": _SETTING,
    "accounts": _SEATING,
    "attachments": _ATTACHING,
    "calendar_days": (*_IMPORTING, "calendar.set", "calendar.clear"),
    "prints": ("sheets.draw",),
    **dict.fromkeys(("stays", "case_shares", "reviews", "events", "leader_marks", "ballots"), _IMPORTING),
    **dict.fromkeys(("sanctions", "leave"), _IMPORTING),
}
"""The acts that may end rows of a table."""
