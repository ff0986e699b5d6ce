"""What an act would make of a running window, before it is done: nothing of it is kept."""

from dataclasses import replace
from datetime import datetime

from committee_desk.domain.publication import PublicationWindow, StepWhy, WindowStep
from committee_desk.domain.roles import Right
from committee_desk.services.publication_hanging import down_at, hanging_at
from committee_desk.services.publication_papers import PublicationReading
from committee_desk.services.publication_reading import running
from committee_desk.services.publication_views import PostingRow
from committee_desk.services.publication_window import hangings_of, next_step
from committee_desk.services.seat import allowed


class ForeseeingDesk(PublicationReading):
    """Tells whoever is about to act how the window would end."""

    @allowed(Right.SEE_GRADING)
    def if_taken_down(self, year: int, place: str, taken: datetime) -> PublicationWindow:
        """The window at best if the notice came down there at that moment: it hangs again at once."""
        with self._open.reading() as uow:
            view = running(uow, year)
            row = hanging_at(view, place)
            others = tuple(each for each in view.postings if each != row)
            rows = (*others, row._replace(taken=max(taken, row.posted)), PostingRow(row.place, "", taken, ()))
            step = next_step(uow, view.window, hangings_of(rows), StepWhy.TAKEN_DOWN, self._clock())
        return _with(view.window, step)

    @allowed(Right.SEE_GRADING)
    def if_hung_again(self, year: int, place: str, posted: datetime) -> PublicationWindow:
        """The window if the notice hung there again since that moment; NotHanging while it is missing elsewhere."""
        with self._open.reading() as uow:
            view = running(uow, year)
            before = down_at(view, place)
            rows = (*view.postings, PostingRow(before.place, "", posted, ()))
            step = next_step(uow, view.window, hangings_of(rows), StepWhy.TAKEN_DOWN, self._clock())
        return _with(view.window, step)

    @allowed(Right.SEE_GRADING)
    def if_lengthened(self, year: int, days: int) -> PublicationWindow:
        """The window if it had so many days; as it is where they are not more."""
        with self._open.reading() as uow:
            view = running(uow, year)
            step = next_step(uow, view.window, hangings_of(view.postings), StepWhy.LENGTHENED, self._clock(), days)
        return _with(view.window, step)


def _with(window: PublicationWindow, step: WindowStep | None) -> PublicationWindow:
    return window if step is None else replace(window, steps=(*window.steps, step))
