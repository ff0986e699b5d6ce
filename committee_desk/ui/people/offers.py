"""What 人员 offers from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and tabs of the page, as its commands are titled."""
    return (
        Offer(tr("导入人员"), "file-import", Shortcut.IMPORT),
        Offer(tr("亲属关系与分管"), "users"),
        Offer(tr("考评委员会委员"), "gavel"),
    )
