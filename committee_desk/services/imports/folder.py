"""The workbooks of a folder."""

from pathlib import Path
from unicodedata import normalize

from committee_desk.services.imports.cells import word
from committee_desk.services.imports.kinds import IN_ORDER, Kind
from committee_desk.services.imports.refusals import FolderMissing, FolderWithoutWorkbooks, WorkbookTwice

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")


def kind_named(path: Path) -> Kind | None:
    """The kind whose name the workbook bears, or None; spaces in a name say nothing."""
    return next((kind for kind in IN_ORDER if word(normalize("NFC", path.stem)) == kind.stem), None)


def workbooks_in(folder: Path) -> dict[Kind, Path]:
    """The workbook of each kind that the folder holds, each kind after those it refers to."""
    if not folder.is_dir():
        raise FolderMissing(folder)
    held = [path for path in sorted(folder.iterdir()) if path.is_file() and _ending(path) in ENDINGS]
    found: dict[Kind, Path] = {}
    for kind in IN_ORDER:
        named = tuple(path for path in held if kind_named(path) is kind)
        if len(named) > 1:
            raise WorkbookTwice(kind, named)
        if named:
            found[kind] = named[0]
    if not found:
        raise FolderWithoutWorkbooks(folder)
    return found


def unread_in(folder: Path) -> tuple[str, ...]:
    """The names of all files and folders in it that are none of its workbooks; none where it holds no workbook."""
    try:
        read = set(workbooks_in(folder).values())
    except (FolderMissing, FolderWithoutWorkbooks, WorkbookTwice):  # reading in says so
        return ()
    return tuple(path.name for path in sorted(folder.iterdir()) if path not in read)


def _ending(path: Path) -> str:
    return path.suffix.strip().lower()
