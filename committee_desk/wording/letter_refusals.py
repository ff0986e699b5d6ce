"""Why a letter that is no objection was not taken or not answered for."""

from committee_desk.services.objection_refusals import (
    LetterChanged,
    LetterEmpty,
    LetterHandlingMissing,
    LetterNotApart,
    LetterReceivedWrong,
    LetterReceiverMissing,
)
from committee_desk.wording.days import moment
from committee_desk.wording.language import tr
from committee_desk.wording.said import quoted
from committee_desk.wording.saying import says


@says(LetterEmpty)
def _letter_empty(_error: LetterEmpty) -> str:
    return tr("没有填写反映的内容。请填写。")


@says(LetterReceiverMissing)
def _letter_receiver(_error: LetterReceiverMissing) -> str:
    return tr("没有填写接收人。请填写是谁收到的。")


@says(LetterNotApart)
def _letter_not_apart(error: LetterNotApart) -> str:
    facts = {"who": quoted(error.who), "about": error.about}
    if error.clear:
        return tr("“{who}”是所反映的 {about} 本人或其亲属，应当回避，不能接收、办理这件反映。请由其他人办理。", **facts)
    return tr("“{who}”可能是所反映的 {about} 本人或其亲属，应当回避。请写全姓名，同名的连同工号。", **facts)


@says(LetterReceivedWrong)
def _letter_received(error: LetterReceivedWrong) -> str:
    return tr(
        "收到时间 {received} 不行：应在 {first} 到现在（{now}）之间。请改正。",
        received=moment(error.received),
        first=error.first,
        now=moment(error.now),
    )


@says(LetterHandlingMissing)
def _letter_handling(_error: LetterHandlingMissing) -> str:
    return tr("没有填写办理情况。请写明怎样办理、是否答复。")


@says(LetterChanged)
def _letter_changed(error: LetterChanged) -> str:
    now = error.now
    if now is None:
        return tr("没有这个编号的情况反映。请重新打开列表。")
    return tr(
        "{actor} 在 {at} 改过情况反映 {label}。没有保存您的改动，请看过现在的内容再改。",
        actor=now.actor,
        at=moment(now.at),
        label=now.label,
    )
