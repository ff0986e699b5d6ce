"""The dialog that founds a desk: office, year, place, passphrase."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.desk import Desk
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.surfaces import button
from committee_desk.ui.doors import NewDesk
from committee_desk.wording.errors import sentence
from committee_desk.wording.language import tr

SUFFIX = ".desk"
FORBIDDEN = '\\/:*?"<>|'
LEAST_PASSPHRASE = 8


class NewDeskDialog(FormDialog):
    """`found(new_desk)` shows it and returns the new desk, or None when cancelled."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, tr("新建台账"), tr("新建并打开"))
        self.desk: Desk | None = None
        self.office = QLineEdit()
        self.office.setPlaceholderText(tr("如：云川县人民检察院"))
        self.office.setMaxLength(60)
        self.year = QSpinBox()
        self.year.setRange(2000, 2100)
        self.year.setValue(date.today().year)  # noqa: DTZ011 - the PC's own day is what its user means by this year
        self.folder = QLineEdit(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        for field in (self.passphrase, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_row(tr("单位名称"), self.office)
        self.add_row(tr("考核年度"), self.year)
        self.add_row(tr("存放位置"), self._with_browse())
        self.add_row(tr("口令"), self.passphrase, tr("可以不设。设了口令，文件整体加密；忘记口令无法找回"))
        self.add_row(tr("再输一次"), self.again)
        for line in (self.office, self.folder, self.passphrase):
            line.textChanged.connect(lambda _text: self._say_consequence())
        self._say_consequence()

    def _with_browse(self) -> QWidget:
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        browse = button(tr("浏览…"), self._browse)
        browse.setAutoDefault(False)
        line.addWidget(self.folder, 1)
        line.addWidget(browse)
        both.setFocusProxy(self.folder)
        self.folder.setAccessibleName(tr("存放位置"))
        return both

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("存放位置"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    @property
    def path(self) -> Path:
        """The file that will be made."""
        name = "".join(letter for letter in self.office.text().strip() if letter not in FORBIDDEN) or tr("考评台账")
        return Path(self.folder.text().strip() or ".").expanduser() / f"{name}{SUFFIX}"

    def _say_consequence(self) -> None:
        kept = tr("加密保存") if self.passphrase.text() else tr("不加密，能打开文件的人都能读到内容")
        self.consequence.setText(tr("将新建 {name}，{kept}", name=self.path.name, kept=kept))

    def found(self, new_desk: NewDesk) -> Desk | None:
        """Ask, found, and return the desk."""

        def act() -> bool:
            return self._checked() and self._found(new_desk)

        return self.desk if self.run(act) else None

    def _checked(self) -> bool:
        if not self.office.text().strip():
            self.refuse(tr("请填写单位名称。"), self.office)
        elif self.passphrase.text() and len(self.passphrase.text()) < LEAST_PASSPHRASE:
            self.refuse(tr("口令至少 {count} 位。请改长一些，或者留空。", count=LEAST_PASSPHRASE), self.passphrase)
        elif self.passphrase.text() != self.again.text():
            self.refuse(tr("两次输入的口令不一致。请重新输入。"), self.again)
        else:
            return True
        return False

    def _found(self, new_desk: NewDesk) -> bool:
        try:
            self.desk = new_desk(
                self.path, self.office.text().strip(), self.year.value(), passphrase=self.passphrase.text() or None
            )
        except (DeskError, Trouble) as error:
            self.refuse(sentence(error), self.folder)
            return False
        return True
