"""The journal's head, whole: sixteen groups to compare with paper or to copy."""

from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from committee_desk.services.views import Head
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.frame.status_bar import grouped
from committee_desk.wording.language import tr

WIDTH, PER_LINE = 440, 4


class HeadDialog(QDialog):
    """Four lines of four groups, as they stand on paper."""

    def __init__(self, parent: QWidget | None, head: Head) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("日志头"))
        self.setFixedWidth(WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(tr("日志共 {count} 条，日志头：", count=head.entries), "h3"))
        groups = grouped(head.hash, 16).split()
        lines = [" ".join(groups[at : at + PER_LINE]) for at in range(0, len(groups), PER_LINE)]
        said = label("\n".join(lines), "h2", select=True)
        said.setAccessibleName(" ".join(groups))
        column.addWidget(said)
        column.addWidget(
            label(tr("日志每多一条，日志头就变。与正式文书上印的对照，可知其间有没有人改写日志。"), "sub", wrap=True)
        )
        foot = QHBoxLayout()
        foot.addStretch(1)
        text = tr("日志 {count} 条 {head}", count=head.entries, head=" ".join(groups))
        foot.addWidget(button(tr("复制"), lambda: QApplication.clipboard().setText(text), icon_name="copy"))
        shut = button(tr("关闭"), self.accept, primary=True)
        foot.addWidget(shut)
        column.addLayout(foot)
        shut.setFocus()
