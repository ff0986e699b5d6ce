"""The workbooks of a folder."""

from pathlib import Path
from unicodedata import normalize

from committee_desk.services.imports.kinds import IN_ORDER, Kind
from committee_desk.services.imports.refusals import FolderMissing, FolderWithoutWorkbooks, WorkbookTwice

ENDINGS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv")


def kind_named(path: Path) -> Kind | None:
    """The kind whose name the workbook bears, or None."""
    return next((kind for kind in IN_ORDER if normalize("NFC", path.stem).strip() == kind.stem), None)


def workbooks_in(folder: Path) -> dict[Kind, Path]:
    """The workbook of each kind that the folder holds, each kind after those it refers to."""
    if not folder.is_dir():
        raise FolderMissing(folder)
    held = [path for path in sorted(folder.iterdir()) if path.is_file() and path.suffix.lower() in ENDINGS]
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
