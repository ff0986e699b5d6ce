"""What 汇总排名 offers from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and tabs of the page, as its commands are titled."""
    return (Offer(tr("导出汇总排名"), "download", Shortcut.EXPORT),)
