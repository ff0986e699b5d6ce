"""The second folder for automatic copies: which one is set, whether it is fit, where this desk's copies stand in it."""

from pathlib import Path

from committee_desk.domain.backup import SecondFolderUnfit, Unfit, folder_of_copies
from committee_desk.services.ports import UnitOfWork

SECOND_FOLDER = "backup.second_folder"
"""Under which key the second folder is kept; it is set by its own verb, which looks at the folder first."""


def second_set(uow: UnitOfWork) -> Path | None:
    """The folder that is set; None while it is off."""
    value = uow.settings.all().get(SECOND_FOLDER)
    return Path(value) if value else None


def second_place(uow: UnitOfWork, desk: Path) -> Path | None:
    """The folder of this desk's copies inside the second folder; None while that is off."""
    chosen = second_set(uow)
    if chosen is None:
        return None
    return chosen / f"{folder_of_copies(desk).name} {uow.office.identity().uid[:8]}"


def require_fit(path: Path, desk: Path) -> None:
    """Refuse what is no folder apart from the desk's own."""
    if not path.is_absolute():
        raise SecondFolderUnfit(path, Unfit.RELATIVE)
    try:
        is_folder, real = path.is_dir(), path.resolve()
    except (OSError, ValueError):
        is_folder, real = False, path
    if not is_folder:
        raise SecondFolderUnfit(path, Unfit.MISSING)
    desk = desk.resolve()
    if real in {desk.parent, folder_of_copies(desk)}:
        raise SecondFolderUnfit(path, Unfit.OWN)
