"""What 异议与复核 offers from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and tabs of the page, as its commands are titled."""
    return (
        Offer(Shortcut.OBJECT.does(), "plus", Shortcut.OBJECT),
        Offer(tr("打印空白异议申请表"), "printer"),
        Offer(tr("打印异议台账"), "printer"),
        Offer(tr("登记情况反映"), "plus"),
        Offer(tr("登记情况反映的办理情况"), "check"),
    )
