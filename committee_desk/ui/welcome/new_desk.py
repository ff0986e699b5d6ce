"""The dialog that founds a desk: office, year, file, place, passphrase."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from committee_desk.domain.desk_file import DeskExists
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.desk import Desk
from committee_desk.services.founding import FIRST_YEAR, LAST_YEAR, YearOutOfRange
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
        self.year.setRange(1, 9999)  # a slip such as 1999 stays in sight and is refused, not silently undone
        self.year.setValue(date.today().year)  # noqa: DTZ011 - the PC's own day is what its user means by this year
        self.file = QLineEdit()
        self.folder = QLineEdit(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        for field in (self.passphrase, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_row(tr("单位名称"), self.office)
        self.add_row(tr("考核年度"), self.year)
        self.add_row(tr("文件名"), self.file)
        self.add_row(tr("存放位置"), self._with_browse())
        self.add_row(tr("口令"), self.passphrase, tr("可以不设。设了口令，文件整体加密；忘记口令无法找回"))
        self.add_row(tr("再输一次"), self.again)
        self._named = ""
        self.office.textChanged.connect(lambda _text: self._name_file())
        for line in (self.file, self.folder, self.passphrase):
            line.textChanged.connect(lambda _text: self._say_consequence())
        self._name_file()

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

    def _name_file(self) -> None:
        """The file is called after the office, until somebody calls it otherwise."""
        if self.file.text() == self._named:
            self._named = _file_name(self.office.text())
            self.file.setText(self._named)
        self._say_consequence()

    @property
    def path(self) -> Path:
        """The file that will be made."""
        return Path(self.folder.text().strip() or ".").expanduser() / _file_name(self.file.text().removesuffix(SUFFIX))

    def _say_consequence(self) -> None:
        kept = tr("加密保存") if self.passphrase.text() else tr("不加密，能打开文件的人都能读到内容")
        self.consequence.setText(tr("将新建 {name}，{kept}", name=self.path.name, kept=kept))

    def found(self, new_desk: NewDesk) -> Desk | None:
        """Ask, found, and return the desk."""

        def act() -> bool:
            return self._checked() and self._found(new_desk)

        return self.desk if self.run(act) else None

    def _checked(self) -> bool:
        """Say all that is wrong at once, with the focus in the first field that it concerns."""
        wrong = list(self._wrong())
        if wrong:
            self.refuse("\n".join(said for said, _ in wrong), wrong[0][1])
        return not wrong

    def _wrong(self) -> Iterator[tuple[str, QWidget]]:
        year, passphrase = self.year.value(), self.passphrase.text()
        if not self.office.text().strip():
            yield tr("请填写单位名称。"), self.office
        if not FIRST_YEAR <= year <= LAST_YEAR:
            yield sentence(YearOutOfRange(year)), self.year
        if passphrase and len(passphrase) < LEAST_PASSPHRASE:
            yield tr("口令至少 {count} 位。请改长一些，或者留空。", count=LEAST_PASSPHRASE), self.passphrase
        if passphrase != self.again.text():
            yield tr("两次输入的口令不一致。请重新输入。"), self.again

    def _found(self, new_desk: NewDesk) -> bool:
        try:
            self.desk = new_desk(
                self.path, self.office.text().strip(), self.year.value(), passphrase=self.passphrase.text() or None
            )
        except (DeskError, Trouble) as error:
            self.refuse(sentence(error), self.file if isinstance(error, DeskExists) else self.folder)
            return False
        return True


def _file_name(wished: str) -> str:
    """What a file may be called on every system."""
    return ("".join(letter for letter in wished.strip() if letter not in FORBIDDEN) or tr("考评台账")) + SUFFIX
