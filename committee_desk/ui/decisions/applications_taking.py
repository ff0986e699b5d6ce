"""At the counter after the notice: an application with its scans, a late objection taken over, the register."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from committee_desk.domain.roles import Right
from committee_desk.services.application_views import Offered
from committee_desk.wording.language import tr

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


def of_application(year: int, number: int) -> str:
    """How an application is named as the subject of an attachment."""
    return f"application:{year}:{number}"


class ApplicationTaking:
    """`choose` brings into view what was taken down."""

    def __init__(self, page: "Page", choose: Callable[[int], object]) -> None:
        self._page, self._choose_row = page, choose

    def register(self) -> None:
        """登记: take one down, and keep its scans beside it."""
        page, desk, actor, year = self._page, self._page.desk, self._page.place.actor, self._page.year
        if why := page.place.why_not(Right.TAKE_OBJECTIONS):
            page.place.say(why)
            return
        counter = page.perform(lambda: desk.applications.counter(year))
        if counter is None:
            return
        from committee_desk.ui.decisions.applications_counter import ApplicationDialog  # noqa: PLC0415 - as above

        dialog = ApplicationDialog(page, counter)
        if not dialog.run(dialog.register) or dialog.applied is None:
            return
        taken = dialog.applied
        about = of_application(year, taken.number)
        for scan in dialog.evidence.scans:
            page.perform(lambda path=scan.path: desk.attachments.keep(actor, about, path))  # type: ignore[misc]
        page.place.say(tr("{label} 已登记", label=taken.label))
        self._choose_row(taken.number)

    def take_over(self, offered: tuple[Offered, ...]) -> None:
        """接转 a late objection."""
        page, desk, year = self._page, self._page.desk, self._page.year
        if why := page.place.why_not(Right.TAKE_OBJECTIONS) or ("" if offered else tr("没有可以接转的逾期异议")):
            page.place.say(why)
            return
        counter = page.perform(lambda: desk.applications.counter(year))
        if counter is None:
            return
        from committee_desk.ui.decisions.applications_forms import TakeOverForm  # noqa: PLC0415 - as above

        form = TakeOverForm(page, offered, counter.receiver)
        if form.run(form.take_over) and form.number is not None:
            page.place.say(tr("{label} 已转为复核申请", label=form.chosen.label))
            self._choose_row(form.number)

    def print_register(self) -> None:
        """复核申诉台账."""
        from committee_desk.ui.rereview.papers import show_review_register  # noqa: PLC0415 - when a paper is wanted

        show_review_register(self._page)
