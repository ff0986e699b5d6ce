"""Beside the form of 张贴公示: the days that the plan makes, whom it names, and the very paper to be hung."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QVBoxLayout

from committee_desk.services.page_pictures import PagePicture
from committee_desk.services.publication_views import Preview
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.publication.picture import NoticePicture
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.publications import window_in_words


class PostingSide(QFrame):
    """What the plan makes in words and as a picture; `look` shows the paper in full, `again` draws it anew."""

    def __init__(self, look: Callable[[], None], again: Callable[[], None], *, roomy: bool) -> None:
        super().__init__()
        self._roomy = roomy
        self.setProperty("r", "win")
        self.said, self.picture = label("", "sub", wrap=True), NoticePicture()
        self.draft = button(tr("看和打印公示书…"), look, icon_name="printer")
        self.draft.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addWidget(label(tr("这样张贴"), "h3"))
        column.addWidget(self.said)
        column.addWidget(self.picture, 1)
        column.addWidget(self.draft)
        self.picture.opened.connect(look)
        self.picture.resized.connect(again)
        if not roomy:
            self.picture.hide()

    def show_made(self, made: Preview, pages: tuple[PagePicture, ...], this_year: int) -> None:
        """The days, how many people, whom where it is not everybody, and the paper where there is room for it."""
        people = tr_n("公示 {count} 人", "公示 {count} 人", len(made.notice.lines))
        told = [window_in_words(made.window, this_year), people]
        if made.notice.partial:
            told.append(tr("只公示受影响的人：{names}", names=tr("、").join(each.name for each in made.notice.lines)))
        self._say("\n".join(told))
        self.draft.setEnabled(True)
        if self._roomy:
            self.picture.show_pages(tr("公示书（张贴前）"), pages)

    def say_not_yet(self, why: str) -> None:
        """Nothing is to be printed while that stands against it."""
        self._say(why)
        self.draft.setEnabled(False)
        self.picture.show_words(tr("补全左边各项后，这里显示公示书"))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setAccessibleName(text)
