"""Qt's own dialogs speak Chinese, without stock pictures on their buttons."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.qt_words import QtWords
from committee_desk.ui.welcome.passphrase import ask_passphrase


def test_the_file_dialog_names_folders_and_sizes_in_chinese(qapp: QApplication) -> None:
    qt, ours = QTranslator(qapp), QtWords(qapp)
    assert qt.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qapp.installTranslator(qt)
    qapp.installTranslator(ours)
    try:
        assert QCoreApplication.translate("QAbstractFileIconProvider", "Folder") == "文件夹"
        assert QCoreApplication.translate("QFileSystemModel", "Size") == "大小"
        assert QCoreApplication.translate("QFileSystemModel", "Date Modified") == "修改日期"
    finally:
        qapp.removeTranslator(ours)
        qapp.removeTranslator(qt)


def test_buttons_of_qt_s_dialogs_bear_no_stock_pictures(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    box.show()
    assert [button.icon().isNull() for button in box.buttons()] == [True, True]


def test_the_passphrase_is_asked_in_a_dialog_of_the_house(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def type_it() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        assert dialog.verb.text() == "打开"
        field = dialog.findChild(QLineEdit)
        assert field is not None
        assert field.echoMode() is QLineEdit.EchoMode.Password
        field.setText("口令")
        dialog.confirm()

    QTimer.singleShot(50, type_it)
    assert ask_passphrase(parent, "考评.desk") == "口令"
