"""What 异议与复核 offers from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.ui.objections.card_acts import offers_of_one
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and tabs of the page, as its commands are titled."""
    return (
        Offer(Shortcut.OBJECT.does(), "plus", Shortcut.OBJECT),
        *offers_of_one(),
        Offer(tr("打印空白异议申请表"), "printer"),
        Offer(tr("打印异议台账"), "printer"),
        Offer(tr("立项复核"), "plus"),
        Offer(tr("立项更正"), "pencil"),
        Offer(tr("登记承办人声明"), "writing-sign"),
        Offer(tr("登记查明的事实"), "search"),
        Offer(tr("登记听取的意见"), "message-report"),
        Offer(tr("登记业务能力评审意见"), "user-check"),
        Offer(tr("提出复核意见"), "scale"),
        Offer(tr("提请委员会表决"), "gavel"),
        Offer(tr("登记委员会决定"), "certificate"),
        Offer(tr("登记决定书送达"), "mail-forward"),
        Offer(tr("逐人告知受影响的人"), "bell"),
        Offer(tr("更换复核的承办人"), "user-plus"),
        Offer(tr("终止这件更正"), "x"),
        Offer(tr("打印复核文书"), "printer"),
        Offer(tr("登记情况反映"), "plus"),
        Offer(tr("登记情况反映的办理情况"), "check"),
    )
