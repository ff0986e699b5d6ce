"""The acts on results: whom each concerns, what bars it, its form; one person after the other where several wait."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from committee_desk.domain.results import Opinion
from committee_desk.domain.roles import Right
from committee_desk.services.result_views import ResultRow, ResultsView, Served, Signed, of_signature
from committee_desk.ui.decisions.columns import Show, next_of
from committee_desk.ui.decisions.possible import (
    why_not_archive,
    why_not_on,
    why_not_on_anybody,
    why_not_serve,
    why_not_sign,
)
from committee_desk.wording.language import tr, tr_n

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page

Following = Callable[[Show], ResultRow | None]


class ResultActs:
    """`following` names who waits for the same after whoever is chosen; `go_to` chooses them."""

    def __init__(self, page: "Page", following: Following, go_to: Callable[[str], object]) -> None:
        self._page, self._following, self._go_to = page, following, go_to
        self.view: ResultsView | None = None
        self._served: Served | None = None
        self._signed: Signed | None = None

    def follow(self, view: ResultsView) -> None:
        """Work on this view; of another year nothing that was typed is taken over."""
        if self.view is None or self.view.year != view.year:
            self._served = self._signed = None
        self.view = view

    # -- what bars them --------------------------------------------------------------------------------------------

    def why_no_decision(self, row: ResultRow | None = None) -> str:
        """Why nothing can be decided now, on that person or on anybody."""
        if self.view is None:
            return tr("正在读取")
        barred = self._page.place.why_not(Right.DECIDE_RESULTS)
        return barred or (why_not_on(row) if row is not None else why_not_on_anybody(self.view))

    def why_no_delivery(self, row: ResultRow | None) -> str:
        """Why the notice of whoever is chosen cannot be served now."""
        return self._page.place.why_not(Right.SERVE_RESULTS) or why_not_serve(row)

    def why_no_signature(self, row: ResultRow | None) -> str:
        """Why no signature of whoever is chosen can be recorded now."""
        return self._page.place.why_not(Right.SERVE_RESULTS) or why_not_sign(row)

    def why_no_archive(self) -> str:
        """Why the year cannot be archived at all now; what it lacks, its act says."""
        if self.view is None:
            return tr("正在读取")
        return self._page.place.why_not(Right.DECIDE_RESULTS) or why_not_archive(self.view)

    # -- the acts --------------------------------------------------------------------------------------------------

    def decide(self, rows: Sequence[ResultRow]) -> bool:
        """登记院党组决定 on those of them on whom one can decide, or on everybody; whether it was recorded."""
        view = self.view
        if view is None or self._barred(self.why_no_decision()):
            return False
        from committee_desk.ui.decisions.deciding import DecisionForm  # noqa: PLC0415 - when somebody decides

        marked = {row.code for row in rows or view.rows if row.decidable}
        if not marked and self._barred(tr("{name}：{why}", name=rows[0].name, why=why_not_on(rows[0]))):
            return False
        form = DecisionForm(self._page, view, marked)
        if not form.run(form.decide):
            return False
        count = len(form.people.chosen())
        self._page.place.say(tr_n("已登记院党组对 {count} 人的决定", "已登记院党组对 {count} 人的决定", count))
        return True

    def serve(self, row: ResultRow | None) -> None:
        """登记送达, and on to whoever waits next."""
        if self._barred(self.why_no_delivery(row)) or row is None:
            return
        from committee_desk.ui.decisions.serving import ServeForm  # noqa: PLC0415 - when a notice is served

        after = self._following(Show.TO_SERVE)
        form = ServeForm(self._page, row, self._served, after.name if after else "")
        if form.run(form.serve):
            typed = form.typed()
            self._served = typed._replace(witnesses=(), proof="")
            self._page.place.say(tr("{name}的送达已登记", name=row.name))
            self._go_on(after if form.go_on.isChecked() else None, Show.TO_SERVE, self.serve)

    def sign(self, row: ResultRow | None) -> None:
        """登记签字, and on to whoever waits next."""
        if self._barred(self.why_no_signature(row)) or row is None:
            return
        from committee_desk.ui.decisions.signature import SignForm  # noqa: PLC0415 - when somebody signs

        after = self._following(Show.TO_SIGN)
        form = SignForm(self._page, row, self._signed, after.name if after else "")
        if form.run(form.sign):
            typed = form.typed()
            if typed.opinion is not Opinion.REFUSED:
                self._signed = typed._replace(witnesses=(), note="")
            self._page.place.say(tr("{name}的签字已登记", name=row.name))
            self._go_on(after if form.go_on.isChecked() else None, Show.TO_SIGN, self.sign)

    def _go_on(self, after: ResultRow | None, show: Show, act: "Callable[[ResultRow | None], None]") -> None:
        """The next one's form, with the line as it stands by then."""
        if after is None:
            return

        def open_next() -> None:
            row = self.view.row(after.code) if self.view is not None else None
            if row is not None and next_of(row) is show:
                self._go_to(after.code)
                act(row)

        self._page.when_read(lambda: QTimer.singleShot(0, self._page, open_next))

    def archive(self) -> None:
        """归档; what it lacks is said first."""
        view = self.view
        if view is None or self._barred(self.why_no_archive()):
            return
        from committee_desk.services.result_archiving import require_archivable  # noqa: PLC0415 - once a year
        from committee_desk.ui.decisions.archiving import ArchiveForm  # noqa: PLC0415 - as above

        def ready() -> bool:
            require_archivable(view)
            return True

        if not self._page.perform(ready):
            return
        form = ArchiveForm(self._page, view)
        if form.run(form.archive):
            self._page.place.say(tr("{year} 年度已归档", year=view.year))

    def scans(self, row: ResultRow | None) -> None:
        """The scans of the signed sheet of the person's newest version."""
        if row is None or row.result is None:
            self._page.place.say(tr("院党组还没有作出决定") if row is not None else tr("先选中一个人"))
            return
        from committee_desk.ui.cases.attachments import AttachmentsDialog  # noqa: PLC0415 - when scans are looked at

        version = row.result.version
        name = tr("{name}　第 {version} 版结果", name=row.name, version=version)
        AttachmentsDialog(self._page, of_signature(self._page.year, row.code, version), name).exec()

    def _barred(self, why: str) -> bool:
        if why:
            self._page.place.say(why)
        return bool(why)
