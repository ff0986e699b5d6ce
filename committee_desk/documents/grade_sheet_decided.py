"""What the fields of a final sheet (form 1) say, each as the closing of the year filled it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from reportlab.lib.units import mm

from committee_desk.documents.fonts import face
from committee_desk.documents.grade_sheet_words import words
from committee_desk.documents.table import EDGE, PADDING
from committee_desk.documents.typesetting import lines
from committee_desk.domain.results import Opinion, Signature
from committee_desk.domain.scores import Grade
from committee_desk.services.locked_sheets import LockedSheet
from committee_desk.services.sheet_views import Outcome


def decided_texts(locked: LockedSheet, signature: Signature | None) -> tuple[tuple[str, str], ...]:
    """The text of each field from 政工部门建议 down, empty where it stays blank, and as what it is signed."""
    return (
        (_proposal(locked), ""),
        (_committee(locked), "chair"),
        (_window(locked), ""),
        (_party(locked), "seal"),
        (_person(signature), "person"),
        (_refusal(signature), ""),
    )


def _proposal(locked: LockedSheet) -> str:
    final = _words("final")
    reason = final["reason"].format(reason=locked.reason) if locked.reason else ""
    return _in_lines(
        final["proposal"].format(proposed=_grade(locked.proposed), reason=reason, date=_on(locked.proposed_on))
    )


def _committee(locked: LockedSheet) -> str:
    final, held = _words("final"), locked.approval
    vote = final["vote"].format(**held._asdict())
    return _in_lines(
        f"{vote}\n{final['committee'].format(grade=_grade(locked.grade), document=held.document, date=_on(held.day))}"
    )


def _window(locked: LockedSheet) -> str:
    final, held = _words("final"), locked.published
    if held is None:
        return _in_lines(final["unlisted"])
    told = final["window"].format(
        posted=_on(held.posted),
        first=_on(held.first, "day"),
        last=_on(held.last, "day"),
        count=held.counted,
        cut_off=held.cut_off,
    )
    raised = "；".join(
        final["objection"].format(label=label, outcome=final["outcomes"][outcome]) for label, outcome in held.objections
    )
    return _in_lines(f"{told}\n{final['raised'].format(objections=raised) if raised else final['clear']}")


def _party(locked: LockedSheet) -> str:
    final = _words("final")
    told = final["party"].format(date=_on(locked.decided_on), grade=_grade(locked.grade), document=locked.decision)
    why = (
        final["changed"].format(version=locked.version, replaces=locked.replaces, why=locked.why)
        if locked.replaces
        else final["first_version"]
    )
    return _in_lines(f"{told}\n{final['party_seal'].format(why=why, date=_on(locked.decided_on))}")


def person_lines(signature: Signature) -> tuple[str, str]:
    """What the person says of the result, and on which day."""
    return str(_words("final")[str(signature.opinion)]), _on(signature.day)


def _person(signature: Signature | None) -> str:
    if signature is None:
        return ""
    if signature.opinion is Opinion.REFUSED:
        return str(_words("final")["silent"])
    opinion, day = person_lines(signature)
    return str(_words("final")["person"].format(opinion=opinion, date=day))


def _refusal(signature: Signature | None) -> str:
    """拒签说明: what was said of it, before whom, on which day."""
    if signature is None or signature.opinion is not Opinion.REFUSED:
        return ""
    final, witnesses = _words("final"), "、".join(signature.witnesses)
    told = " ".join(signature.note.split()) or final["refused"]
    return _in_lines(final["refusal"].format(told=told, witnesses=witnesses, date=_on(signature.day)))


def _grade(grade: Grade | None) -> str:
    return str(grade or _words("grades")[Outcome.OPEN])


def _on(day: date, how: str = "date") -> str:
    return str(_words("final")[how].format(year=day.year, month=day.month, day=day.day))


def _in_lines(text: str) -> str:
    """The text with what is typed freely broken where the field ends; what is signed stays on its line."""
    columns, size = _words("columns"), _words("sizes")["opinion"]
    room = (columns["indicators"][-1] - columns["label"]) * mm - 2 * PADDING
    letters = face("song")
    return "\n".join(
        part for line in text.split("\n") for part in _broken(line, room, lambda each: letters.width(each, size))
    )


def _broken(line: str, room: float, width: Callable[[str], float]) -> list[str]:
    left, edge, right = line.partition(EDGE)
    if width(left) + width(right) <= room or not left:
        return [line]
    return [*lines(left, room, width), *([f"{EDGE}{right}"] if edge else [])]


def _words(section: str) -> Any:  # noqa: ANN401 - whatever the form's file holds there
    return words()[section]
