"""What stands over the pages as long as it holds: a desk that is only read, and one that is damaged."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from committee_desk.domain.desk_file import ReadOnly
from committee_desk.services.views import DeskIdentity
from committee_desk.ui.common.surfaces import Banner
from committee_desk.wording.language import tr
from committee_desk.wording.remembered import stranger_in_words, stranger_title


class Banners(QWidget):
    """`restore` leads to where a backup is restored; `salvage` saves what a damaged desk still holds."""

    def __init__(self, restore: Callable[[], object], salvage: Callable[[], object]) -> None:
        super().__init__()
        self._restore, self._salvage = restore, salvage
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def show_desk(self, identity: DeskIdentity) -> None:
        """Say what keeps this desk from being worked on, and that another one lay here last time."""
        while self._column.count():
            item = self._column.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.deleteLater()
        if identity.read_only is ReadOnly.DAMAGED:
            self._column.addWidget(
                Banner(
                    "bad",
                    tr("台账已损坏，以只读方式打开"),
                    tr("下面是还能读出的内容，可能不全。不要在此基础上办事，请恢复最近的备份。"),
                    (tr("恢复备份"), self._restore),
                )
            )
            self._column.addWidget(
                Banner(
                    "warn",
                    tr("没有可用的备份时，可以抢救数据"),
                    tr("把还能读出的记录逐条存进一个新文件，这个文件不动。"),
                    (tr("抢救数据…"), self._salvage),
                )
            )
        elif identity.read_only is ReadOnly.MEDIUM:
            self._column.addWidget(
                Banner(
                    "warn",
                    tr("台账以只读方式打开"),
                    tr("它所在的位置不能写入：可以查看，不能改动，查看得分也没有记入日志。要办事请复制到本机硬盘。"),
                )
            )
        if identity.stranger is not None:
            self._column.addWidget(Banner("warn", stranger_title(), stranger_in_words(identity.stranger)))
        self.setVisible(self._column.count() > 0)
