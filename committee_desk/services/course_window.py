"""The window of a year's publication that counts now."""

from committee_desk.domain.publication import PublicationWindow
from committee_desk.services.ports import UnitOfWork


def running_window(uow: UnitOfWork, year: int) -> PublicationWindow | None:
    """The window of the newest version of the notice that was not taken back; None where nothing was posted."""
    standing = [each for each in uow.publication.versions(year) if each.taken_back is None]
    return uow.publication.window(year, standing[-1].version) if standing else None
