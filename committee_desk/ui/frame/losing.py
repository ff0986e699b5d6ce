"""What is asked before work is stopped, or text that was typed and not accepted is lost."""

from typing import TYPE_CHECKING

from committee_desk.ui.common.messages import ask
from committee_desk.wording.language import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from committee_desk.ui.frame.frame import Frame


def stops_work(window: "QWidget") -> bool:
    """Before a job that writes is stopped half way."""
    return ask(
        window,
        tr("还有工作没做完"),
        tr("现在退出会停下它，已完成的整件工作不受影响，未完成的不留痕迹。"),
        tr("停下并退出"),
    )


def loses_typed(window: "QWidget", frames: "Iterable[Frame]") -> bool:
    """Before the pages are closed on which it stands, also those of who left the desk to somebody else."""
    count = sum(frame.pages.unaccepted() for frame in frames)
    text = tr_n(
        "还有 {count} 格填了没有被接受，关闭后这些内容不保留。",
        "还有 {count} 格填了没有被接受，关闭后这些内容不保留。",
        count,
    )
    return not count or ask(window, tr("有未接受的内容"), text, tr("不要这些内容，关闭"), careful=True)


def leaves_typed(window: "QWidget", frame: "Frame | None") -> bool:
    """Before somebody else sits down: it waits with the pages of who leaves."""
    count = frame.pages.unaccepted() if frame is not None else 0
    text = tr_n(
        "还有 {count} 格填了没有被接受，没有保存。换人后留在您的页面上，您再登录时还在；其间关闭台账则不保留。",
        "还有 {count} 格填了没有被接受，没有保存。换人后留在您的页面上，您再登录时还在；其间关闭台账则不保留。",
        count,
    )
    return not count or ask(window, tr("有未接受的内容"), text, tr("换人登录"), careful=True)
