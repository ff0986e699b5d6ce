"""What 核验 offers from every other page."""

from committee_desk.ui.common.offer import Offer
from committee_desk.ui.common.shortcuts import Shortcut
from committee_desk.wording.language import tr


def offers() -> tuple[Offer, ...]:
    """The acts of the page, as its commands are titled."""
    return (
        Offer(tr("核验一份 PDF…"), "shield-check", Shortcut.VERIFY, tr("选择 PDF 文件…")),
        Offer(tr("从证书文件信任一个单位…"), "file-certificate", None, tr("从证书文件信任…")),
    )
