"""What the form of an application says beside its fields, and everything that is wrong before the desk is asked."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from committee_desk.domain.remedies import Remedy
from committee_desk.domain.said import TooLongForField, said
from committee_desk.services.application_refusals import ApplicationIncomplete
from committee_desk.services.application_views import Applicant, Clock
from committee_desk.ui.objections.counter_lacks import no_moment
from committee_desk.ui.objections.counter_words import what_is_wrong
from committee_desk.wording.days import dated
from committee_desk.wording.language import tr
from committee_desk.wording.results import decided_grade
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.decisions.applications_counter import ApplicationDialog


def lacks_of(dialog: "ApplicationDialog") -> list[tuple[str, QWidget]]:
    """Everything that is missing or wrong, told at once and each at its field."""
    wrong: list[tuple[str, QWidget]] = []
    if why := what_is_wrong(dialog.person):
        wrong.append((why, dialog.person))
    if dialog.received.moment is None:
        wrong.append((no_moment(dialog.now), dialog.moment))
    texts = {"organ": dialog.organ.text(), "grounds": dialog.grounds.toPlainText(), "receiver": dialog.receiver.text()}
    if dialog.chosen is not Remedy.APPEAL:
        del texts["organ"]
    wrong += [
        (sentence(ApplicationIncomplete(name)), dialog.fields[name]) for name, text in texts.items()
        if not text.strip()
    ]  # fmt: skip
    if why := dialog.evidence.why_not():
        wrong.append((why, dialog.evidence))
    more = {"request": dialog.request.text(), "proofs": dialog.evidence.words.text()}
    for name, text in {"grounds": texts["grounds"], **more}.items():
        try:
            said(text, name)
        except TooLongForField as error:
            wrong.append((sentence(error), dialog.fields[name]))
    return wrong


def stands(who: Applicant) -> str:
    """J005，第二检察部，等次：称职，2027-01-19 知道结果."""
    known = tr("{day} 知道结果", day=who.known.isoformat()) if who.known is not None else tr("结果通知书还没有送达")
    grade = tr("等次：{grade}", grade=decided_grade(who.grade)) if who.known is not None else ""
    return tr("，").join(part for part in (who.code, who.department, grade, known) if part)


def what_it_comes_to(clock: Clock) -> str:
    """The last day, and from when it is counted."""
    since = tr("收到复核决定") if clock.after_review else tr("知道结果")
    if not clock.in_time:
        return tr("{since}的次日起算，期限 {day}已过：登记留存，不予受理", since=since, day=dated(clock.last_day))
    return tr("{since}的次日起算，至 {day}止", since=since, day=dated(clock.last_day))
