"""What stands against posting before anything is tried: what is left out, what cannot be read, what cannot be."""

from functools import partial
from typing import TYPE_CHECKING

from committee_desk.domain.calendar import require_minimum
from committee_desk.domain.errors import DeskError
from committee_desk.domain.names import spelt
from committee_desk.services.publication_hanging import in_its_time
from committee_desk.services.publication_notice import require_cut_off
from committee_desk.services.publication_refusals import TwoNamesNeeded
from committee_desk.ui.publication.form import no_days, typed_count
from committee_desk.ui.publication.hanging import no_moment
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from committee_desk.ui.publication.posting import PostDialog

Wrong = list[tuple[str, "QWidget"]]
"""Sentences, each with the field that it is about."""


def standing_against(dialog: "PostDialog") -> Wrong:
    """All of it at once, in the order of the form; the rest is told once it was tried."""
    wrong: Wrong = [(left_out(name), field) for name, field in dialog.receiving.items() if not field.text().strip()]
    if not dialog.places.filled():
        wrong.insert(0, (left_out("places"), dialog.places))
    return wrong + unread(dialog) + _unfit(dialog)


def unread(dialog: "PostDialog") -> Wrong:
    """What was typed and is no moment, or no number of days."""
    wrong: Wrong = []
    if (moment := dialog.places.wrong()) is not None:
        wrong.append((tr("张贴时间“{typed}”读不出。{how}", typed=moment.text(), how=no_moment()), dialog.places))
    if typed_count(dialog.days.text()) is None:
        wrong.append((no_days(), dialog.days))
    return wrong


def left_out(name: str) -> str:
    """What to fill in, at the field that is empty."""
    return {
        "places": tr("请填写张贴地点。"),
        "hung": tr("请填写张贴时间。"),
        "department": tr("请填写受理部门。"),
        "place": tr("请填写受理地点。"),
        "phone": tr("请填写受理电话。"),
        "handler": tr("请填写受理经办人。"),
    }[name]


def _unfit(dialog: "PostDialog") -> Wrong:
    """What can be read and cannot stand."""
    plan, now, days = dialog.plan(), dialog.page.now(), typed_count(dialog.days.text())
    checks: list[tuple[QWidget, Callable[[], object]]] = [
        (dialog.cut_off, lambda: require_cut_off(plan.cut_off) if plan.cut_off else None),
        (dialog.days, lambda: require_minimum(plan.days) if days is not None else None),
        *((dialog.places, partial(in_its_time, "posted", each.posted, each.posted, now)) for each in plan.hung),
    ]
    wrong: Wrong = []
    first, second = map(spelt, dialog.by.names())
    if not first or not second or first == second:
        wrong.append((sentence(TwoNamesNeeded()), dialog.by))
    for field, check in checks:
        try:
            check()
        except DeskError as refused:
            wrong.append((sentence(refused), field))
    return wrong
