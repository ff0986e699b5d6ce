"""The wizard that founds a desk: office and file, passphrase, way of working and first accounts,
the office's certificate, summary."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from committee_desk.domain.desk_file import DeskExists, DeskRefused, FolderMissing
from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.protection import LEAST_PASSPHRASE, PassphraseTooShort, require_long_enough
from committee_desk.services.desk import Desk
from committee_desk.services.founding import FIRST_YEAR, LAST_YEAR, YearOutOfRange
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.steps import StepsDialog
from committee_desk.ui.common.surfaces import button
from committee_desk.ui.doors import NewDesk, fit_everywhere
from committee_desk.ui.welcome.first_accounts import FirstAccounts
from committee_desk.ui.welcome.first_certificate import FirstCertificate
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

SUFFIX = ".desk"
FORBIDDEN = '\\/:*?"<>|'
WIDTH = 640


class NewDeskDialog(StepsDialog):
    """`found(new_desk)` shows it and returns the new desk, or None when cancelled."""

    def __init__(
        self, parent: QWidget | None, unfit_place: Callable[[Path], DeskRefused | None] = fit_everywhere
    ) -> None:
        self._unfit_place = unfit_place
        super().__init__(parent, tr("新建台账"), tr("新建并打开"), width=WIDTH)
        self.desk: Desk | None = None
        self._named = ""
        self._office_step()
        self._passphrase_step()
        self.begin_step(tr("工作方式和账号"), self._accounts_complete, self._say_consequence)
        self.accounts = FirstAccounts(self)
        self.begin_step(tr("签章证书"), self._certificate_complete, self._say_consequence)
        self.certificate = FirstCertificate(self)
        self.begin_step(tr("最后核对"), lambda: True, self._sum_up)
        self.summary = self.tell("body")
        self.sheet = QCheckBox(tr("建好后打印恢复单（忘记口令时，只有它能打开台账）"))
        self.sheet.setChecked(True)
        self.form.addRow(self.sheet)
        self._name_file()
        self.show_step(0)

    # -- the steps -------------------------------------------------------------------------------------------------

    def _office_step(self) -> None:
        self.begin_step(tr("单位和文件"), self._office_complete, self._say_consequence)
        self.office = QLineEdit()
        self.office.setPlaceholderText(tr("如：云川县人民检察院"))
        self.office.setMaxLength(60)
        self.year = QSpinBox()
        self.year.setRange(1, 9999)  # a slip such as 1999 stays in sight and is refused, not silently undone
        self.year.setValue(date.today().year)  # noqa: DTZ011 - the PC's own day is what its user means by this year
        self.file = QLineEdit()
        self.folder = QLineEdit(str(_first_folder()))
        self.add_row(tr("单位名称"), self.office)
        self.add_row(tr("考核年度"), self.year)
        self.add_row(tr("文件名"), self.file)
        self.add_row(tr("存放位置"), self._with_browse(), tr("本机硬盘上的文件夹；不能放在共享盘或网盘的同步文件夹"))
        self.office.textChanged.connect(lambda _text: self._name_file())
        for line in (self.file, self.folder):
            line.textChanged.connect(lambda _text: self._say_consequence())

    def _passphrase_step(self) -> None:
        self.begin_step(tr("口令"), self._passphrase_complete, self._say_consequence)
        self.passphrase, self.again = QLineEdit(), QLineEdit()
        for field in (self.passphrase, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.tell().setText(tr("设了口令，文件整体加密，偷走文件或整台电脑的人都读不到内容。"))
        least = tr("至少 {count} 位；一句自己记得住的话最好。忘记后只有打印的恢复单能打开", count=LEAST_PASSPHRASE)
        self.add_row(tr("口令"), self.passphrase, least)
        self.add_row(tr("再输一次"), self.again)
        self.open_file = QCheckBox(tr("不设口令"))
        lies_open = tr("我知道能打开文件的人都能读到内容；窗口会一直提示“未加密”")
        self.add_row("", self.open_file, lies_open)
        self.open_file.setAccessibleDescription(lies_open)
        self.open_file.setAccessibleName(self.open_file.text())
        self.open_file.toggled.connect(self._decline)
        self.passphrase.textChanged.connect(lambda _text: self._say_consequence())

    def _decline(self, declined: bool) -> None:  # noqa: FBT001 - Qt's signal
        for field in (self.passphrase, self.again):
            field.setEnabled(not declined)
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

    @property
    def secret(self) -> str | None:
        """The passphrase; None when it was declined."""
        return None if self.open_file.isChecked() else self.passphrase.text()

    def _say_consequence(self) -> None:
        if self.at == 0:
            self.consequence.setText(tr("将新建 {name}", name=self.path.name))
        elif self.at == 1:
            self.consequence.setText(self._kept())
        else:
            self.consequence.setText("")

    def _kept(self) -> str:
        """How the file will be kept; nothing before the user chose."""
        if not self.secret and not self.open_file.isChecked():
            return ""
        kept = tr("加密保存") if self.secret else tr("不加密，能打开文件的人都能读到内容")
        return tr("{name}，{kept}", name=self.path.name, kept=kept)

    def _sum_up(self) -> None:
        protection = tr("设口令，加密保存") if self.secret else tr("不设口令，不加密")
        self.summary.setText(
            "\n".join(
                (
                    tr("单位：{office}，{year} 年度", office=self.office.text().strip(), year=self.year.value()),
                    tr("文件：{path}", path=str(self.path)),
                    tr("保护：{protection}", protection=protection),
                    *self.accounts.summary(),
                    self.certificate.summary(),
                )
            )
        )
        self.sheet.setVisible(self.secret is not None)
        self.consequence.setText(tr("还没有写任何文件"))

    # -- what is complete ------------------------------------------------------------------------------------------

    def _office_complete(self) -> bool:
        """Say all that is wrong at once, with the focus in the first field that it concerns."""
        return self._right(self._wrong_office())

    def _passphrase_complete(self) -> bool:
        return self._right(self._wrong_passphrase())

    def _accounts_complete(self) -> bool:
        return self._right(self.accounts.wrong())

    def _certificate_complete(self) -> bool:
        return self._right(self.certificate.wrong(self.secret))

    def _right(self, found: Iterator[tuple[str, QWidget]]) -> bool:
        wrong = list(found)
        if wrong:
            self.refuse("\n".join(dict.fromkeys(said for said, _ in wrong)), wrong[0][1])
        return not wrong

    def _wrong_office(self) -> Iterator[tuple[str, QWidget]]:
        year = self.year.value()
        if not self.office.text().strip():
            yield tr("请填写单位名称。"), self.office
        if not FIRST_YEAR <= year <= LAST_YEAR:
            yield sentence(YearOutOfRange(year)), self.year
        if barred := [letter for letter in FORBIDDEN if letter in self.file.text()]:
            yield tr("文件名里不能有 {letters}。请去掉或改用别的字符。", letters=" ".join(barred)), self.file
        if self.path.exists():
            yield sentence(DeskExists(self.path)), self.file
        if not self.path.parent.is_dir():
            yield sentence(FolderMissing(self.path.parent)), self.folder
        elif (unfit := self._unfit_place(self.path)) is not None:
            yield sentence(unfit), self.folder

    def _wrong_passphrase(self) -> Iterator[tuple[str, QWidget]]:
        if self.open_file.isChecked():
            return
        if not self.passphrase.text():
            yield tr("请设口令；确实不设的，请勾选下面的“不设口令”。"), self.passphrase
        else:
            try:
                require_long_enough(self.passphrase.text())
            except PassphraseTooShort as error:
                yield sentence(error), self.passphrase
        if self.passphrase.text() != self.again.text():
            yield tr("两次输入的口令不一致。请重新输入。"), self.again

    # -- founding --------------------------------------------------------------------------------------------------

    def found(self, new_desk: NewDesk) -> Desk | None:
        """Ask, found, and return the desk."""
        return self.desk if self.run(lambda: self._found(new_desk)) else None

    def _found(self, new_desk: NewDesk) -> bool:
        try:
            desk = new_desk(self.path, self.office.text().strip(), self.year.value(), passphrase=self.secret)
        except (DeskError, Trouble) as error:
            if isinstance(error, DeskRefused):
                self.show_step(0)
            field = self.file if isinstance(error, DeskExists) else self.folder
            self.refuse(sentence(error), field if self.at == 0 else None)
            return False
        self.desk = desk
        self.consequence.setText(tr("台账已建好：{path}", path=str(self.path)))
        self._furnish(desk)
        return True

    def _furnish(self, desk: Desk) -> None:
        """What follows the founding; the desk stands even where one of these does not succeed."""
        try:
            if self.secret and self.sheet.isChecked():
                from committee_desk.ui.welcome.recovery import print_recovery  # noqa: PLC0415 - printing loads late

                print_recovery(self, desk, self.secret)
            self.certificate.make(desk)
            self.accounts.make(desk)
        except Exception as error:  # noqa: BLE001 - refusal, trouble and bug are sorted in tell_failure
            tell_failure(self, error)


def _first_folder() -> Path:
    """Where documents lie, or where the user is at home: a folder that is there."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()


def _file_name(wished: str) -> str:
    """What a file may be called on every system."""
    return ("".join(letter for letter in wished.strip() if letter not in FORBIDDEN) or tr("考评台账")) + SUFFIX
