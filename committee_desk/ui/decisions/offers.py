"""What 决定与送达 offers from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts and tabs of the page, as its commands are titled."""
    return (
        Offer(tr("登记院党组决定…"), "gavel"),
        Offer(tr("登记送达…"), "mail-forward"),
        Offer(tr("登记签字…"), "pencil"),
        Offer(tr("签字扫描件…"), "file-text"),
        Offer(tr("年度归档…"), "archive", also=tr("归档…")),
    )
