"""Words of Qt's own dialogs that its Chinese translation lacks or says oddly."""

from PySide6.QtCore import QObject, QTranslator

from committee_desk.wording.language import tr


class QtWords(QTranslator):
    """Installed after Qt's own translation, hence asked before it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._words = _words()

    def isEmpty(self) -> bool:
        """Never: Qt asks no empty translator."""
        return False

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]  # noqa: ARG002, N803 - Qt's signature, and null where Qt is to look further
        """The word, or nothing where Qt's own translation has it."""
        return self._words.get((context, sourceText))


def _words() -> dict[tuple[str, str], str]:
    kinds = {
        "Folder": tr("文件夹"),
        "File Folder": tr("文件夹"),
        "File": tr("文件"),
        "Drive": tr("磁盘"),
        "Shortcut": tr("快捷方式"),
        "Unknown": tr("未知"),
        "%1 File": tr("%1 文件"),
    }
    said = {("QAbstractFileIconProvider", source): word for source, word in kinds.items()}
    said |= {("QFileSystemModel", "Size"): tr("大小"), ("QFileDialog", "Size"): tr("大小")}
    said |= {("QFileDialog", "Computer"): tr("计算机"), ("QFileDialog", "Directories"): tr("文件夹")}
    said |= {("QFileDialog", "Directory:"): tr("文件夹："), ("QFileDialog", "File &name:"): tr("文件名(&N)：")}
    said |= {
        ("QFileDialog", "Find Directory"): tr("选择文件夹"),
        ("QFileDialog", "Parent Directory"): tr("上一级文件夹"),
    }
    paper = {
        "Duplex Printing": tr("双面打印"),
        "Double-Sided Printing": tr("双面打印"),
        "None": tr("无"),
        "Off": tr("关"),
        "Long side": tr("长边翻页"),
        "Short side": tr("短边翻页"),
        "Long Side": tr("长边翻页"),
        "Short Side": tr("短边翻页"),
        "Page": tr("页"),
    }
    for context in ("QPrintSettingsOutput", "QPrintPropertiesDialog", "QPrintPropertiesWidget"):
        said |= {(context, source): word for source, word in paper.items()}
    return said | {
        ("QPrintPropertiesDialog", "Advanced"): tr("高级"),
        ("QPrintDialog", "locally connected"): tr("本机"),
    }
