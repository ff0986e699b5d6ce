"""What stands above the cards of 公示: a clock that is behind, and between two versions whom the new one is about."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from committee_desk.domain.course import Stage
from committee_desk.services.publication_views import PublicationView
from committee_desk.ui.common.surfaces import Banner
from committee_desk.ui.publication.reading import PageRead
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence


class PageBanners(QVBoxLayout):
    """`lead` goes to another page by name and target; `post` is what posts a new version."""

    def __init__(self, lead: Callable[[str, object], None], post: Callable[[], None]) -> None:
        super().__init__()
        self._lead, self._post = lead, post

    def show_read(self, held: PageRead) -> None:
        """Instead of what stood there."""
        while self.count():
            item = self.takeAt(0)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if held.behind is not None:
            journal = (tr("到日志"), lambda: self._lead("system", tr("日志")))
            self.addWidget(Banner("bad", tr("电脑时间早于日志最新记录"), sentence(held.behind), journal))
        if not Stage.PUBLISHED.is_reached_at(held.view.stage):
            self.addWidget(self._between(held.view))

    def _between(self, view: PublicationView) -> Banner:
        """Between two versions: that a new one can be posted, and whom it will be about."""
        if view.stage is Stage.APPROVED:
            names = _names(view)
            plain = tr("公示内容有变化的：{names}", names=names) if names else tr("与上一版相比，公示内容没有变化")
            return Banner("info", tr("可以张贴新的一版公示"), plain, (tr("张贴公示…"), self._post))
        grading = (tr("到等次审议"), lambda: self._lead("grading", None))
        return Banner("info", tr("等次正在重新审议，审议通过后可以张贴新的一版"), "", grading)


def _names(view: PublicationView) -> str:
    """Whose published particulars the approved list changes, by name where a notice named them."""
    known = {line.code: line.name for each in view.versions for line in each.effective.lines}
    return tr("、").join(known.get(code, code) for code in view.affected)
