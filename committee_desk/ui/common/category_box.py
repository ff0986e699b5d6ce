"""The drop-down that says whose list is shown: 检察官, 检察辅助人员 or 司法行政人员."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox

from committee_desk.domain.people import Category
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr

LEAST = 64


class Listed(NamedTuple):
    """Somebody on one category's list: who changed category in the year is on two."""

    category: Category
    code: str


class CategoryBox(QComboBox):
    """The three categories; prosecutors first."""

    def __init__(self, picked: Callable[[Category], object]) -> None:
        super().__init__()
        self.setAccessibleName(tr("人员类别"))
        self.setToolTip(tr("人员类别"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for each in Category:
            self.addItem(dictionary_word(each), each)
        self.currentIndexChanged.connect(lambda _at: picked(self.category))

    @property
    def category(self) -> Category:
        """The one chosen."""
        return Category(self.currentData())

    def choose(self, category: Category) -> None:
        """Take that one, telling nobody."""
        was = self.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.setCurrentIndex(self.findData(category))
        self.blockSignals(was)

    def minimumSizeHint(self) -> QSize:
        """It gives way in a narrow window."""
        return QSize(LEAST, super().minimumSizeHint().height())
