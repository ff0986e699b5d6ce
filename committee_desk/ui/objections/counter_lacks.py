"""Everything that is wrong in the counter's dialog, told at once and each at its field, before anything is asked of the
desk."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from committee_desk.domain.said import TooLongForField, said
from committee_desk.ui.objections.counter_words import what_is_wrong
from committee_desk.ui.objections.moment_field import written
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from datetime import datetime

    from committee_desk.ui.objections.counter import CounterDialog

Lack = tuple[str, QWidget]


def no_moment(now: "datetime") -> str:
    """That what stands as the time of receipt is none."""
    return tr("收到时间不是时间。请填如 {example}。", example=written(now))


def lacks_of(dialog: "CounterDialog", now: "datetime") -> list[Lack]:
    """What is missing or wrong, and where."""
    return [*_names(dialog), *_fields(dialog, now), *_too_long(dialog)]


def _names(dialog: "CounterDialog") -> Iterator[Lack]:
    for field in (dialog.person, dialog.other):
        if not field.isHidden() and (why := what_is_wrong(field)):
            yield why, field


def _fields(dialog: "CounterDialog", now: "datetime") -> Iterator[Lack]:
    if dialog.received.moment is None:
        yield no_moment(now), dialog.moment
    if not dialog.matters.chosen:
        yield tr("没有勾选申请事项。请至少勾选一项。"), dialog.matters
    if not dialog.grounds.toPlainText().strip():
        yield tr("没有填写事实和理由。请照申请表填写。"), dialog.grounds
    if why := dialog.evidence.why_not():
        yield why, dialog.evidence
    if not dialog.receiver.text().strip():
        yield tr("没有填写接收人。须写明是谁在这个时间收到的。"), dialog.receiver
    if not dialog.answer_by.isHidden() and dialog.answer_by.day is None:
        yield tr("答复期限不是日期。请填如 2027-01-25 的日期。"), dialog.answer_by
    if not dialog.why.isHidden() and not dialog.why.text().strip():
        yield tr("没有填写更正理由。"), dialog.why


def _too_long(dialog: "CounterDialog") -> Iterator[Lack]:
    for name, text, field in (
        ("grounds", dialog.grounds.toPlainText(), dialog.grounds),
        ("new_facts", dialog.new_facts.text(), dialog.new_facts),
        ("request", dialog.request.text(), dialog.request),
        ("proofs", dialog.evidence.words.text(), dialog.evidence),
        ("receiver", dialog.receiver.text(), dialog.receiver),
        ("why", dialog.why.text(), dialog.why),
    ):
        try:
            said(text, name)
        except TooLongForField as error:
            yield sentence(error), field
