"""The demonstration: the sample office through the real import, scored, its sheets drawn, its ranking written out.

Command line and welcome page both make it here. It is built whole in a folder of its own beside its place and then
moved in, the desk first: whatever is interrupted, an earlier demonstration is there or the new one is.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from committee_desk import demonstrated_result
from committee_desk.bootstrap import is_demonstration, new_desk
from committee_desk.demonstrated_closing import close_the_year, papers_of
from committee_desk.demonstrated_round import hold_round
from committee_desk.demonstrated_year import run
from committee_desk.domain.desk_file import DeskLocked, DeskTrouble
from committee_desk.domain.errors import DeskError
from committee_desk.domain.scores import YearScores
from committee_desk.paths import resource
from committee_desk.services.actor import Actor
from committee_desk.services.folders import FileInTheWay, refuse_foreign
from committee_desk.services.imports import FolderOutcome
from committee_desk.services.ports import Progress
from committee_desk.storage.lock import hold
from committee_desk.wording.errors import says
from committee_desk.wording.language import tr

OFFICE = "演示县人民检察院"
YEAR = 2026
DESK, RANKING, SHEETS, MONTHLY = "演示.desk", "考核排名.xlsx", "等次确认表", "月度公布表"
RATING, CLOSING, RESULT, SEALED = "民主测评", "审议与公示", "决定与送达", "签章确认表"


class DemonstrationInTheWay(DeskError):
    """Something stands where the demonstration would be written, and no earlier demonstration put it there."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


@says(DemonstrationInTheWay)
def _demonstration_in_the_way(error: DemonstrationInTheWay) -> str:
    return tr("“{path}”不是此前的演示留下的，不会被替换。请用 --out 换一个文件夹，或先把它移走。", path=error.path)


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What was made, and where."""

    office: str
    desk: Path
    ranking: Path
    sheets: tuple[Path, ...]
    monthly: tuple[Path, ...]
    rating: tuple[Path, ...]
    closing: tuple[Path, ...]
    result: tuple[Path, ...]
    sealed: tuple[Path, ...]
    imported: FolderOutcome
    scores: YearScores

    @property
    def sheets_folder(self) -> Path:
        """Where the grade sheets are."""
        return self.desk.with_name(SHEETS)

    @property
    def monthly_folder(self) -> Path:
        """Where the sheets of the newest published month are."""
        return self.desk.with_name(MONTHLY)

    @property
    def rating_folder(self) -> Path:
        """Where the papers of the rating round are."""
        return self.desk.with_name(RATING)

    @property
    def closing_folder(self) -> Path:
        """Where the papers of the committee, the notice and the objections are."""
        return self.desk.with_name(CLOSING)

    @property
    def result_folder(self) -> Path:
        """Where the papers of re-review, decision and notice are, and the public edition."""
        return self.desk.with_name(RESULT)

    @property
    def sealed_folder(self) -> Path:
        """Where the sealed sheets are."""
        return self.desk.with_name(SEALED)


def make_demonstration(folder: Path, actor: Actor, progress: Progress | None = None) -> Demonstration:
    """Make the demonstration in the folder, in place of an earlier one; other files there are left alone."""
    with _a_folder(folder):
        replaces = _replaces_another(folder / DESK)
        _refuse_in_the_way(folder / RANKING, replaces=replaces)
        for place in (SHEETS, MONTHLY, CLOSING, RESULT, SEALED):
            _refuse_no_folder(folder / place)
        with _held(folder / DESK, replaces=replaces):
            return _made_in(_workshop(folder), folder, actor, progress, replaces=replaces)


def _made_in(workshop: Path, folder: Path, actor: Actor, progress: Progress | None, *, replaces: bool) -> Demonstration:
    try:
        with _told_of(folder, workshop):
            made = _build(workshop, actor, progress)
        return _moved(made, folder, replaces=replaces)
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


@contextmanager
def _held(desk: Path, *, replaces: bool) -> Iterator[None]:
    """No other window has the earlier demonstration open, or opens it, until it is replaced."""
    let_go = hold(desk) if replaces else None
    try:
        yield
    finally:
        if let_go is not None:
            let_go()


@contextmanager
def _a_folder(folder: Path) -> Iterator[None]:
    """The folder, made where it is missing, and gone again when nothing came of it."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise DemonstrationInTheWay(folder) from None
    try:
        yield
    except BaseException:
        for each in missing:
            with suppress(OSError):  # somebody else put something in
                each.rmdir()
        raise


@contextmanager
def _told_of(folder: Path, workshop: Path) -> Iterator[None]:
    """Trouble in the workshop, told of the folder, whose name the user knows."""
    try:
        yield
    except DeskTrouble as trouble:
        if workshop in (trouble.path, *trouble.path.parents):
            raise type(trouble)(folder) from trouble
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(folder)) from error


def _workshop(folder: Path) -> Path:
    try:
        return Path(tempfile.mkdtemp(prefix=".demo-", dir=folder))
    except OSError as error:  # told of the folder, whose name the user knows
        raise OSError(error.errno, error.strerror, str(folder)) from error


def _replaces_another(desk: Path) -> bool:
    """Whether an earlier demonstration stands there; anything else of that name is refused."""
    if not desk.exists():
        return False
    try:
        earlier = is_demonstration(desk)
    except DeskError:
        earlier = False
    if not earlier:
        raise DemonstrationInTheWay(desk)
    return True


def _build(workshop: Path, actor: Actor, progress: Progress | None) -> Demonstration:
    """The year as far as the program can carry it."""
    path, ranking = workshop / DESK, workshop / RANKING
    desk = new_desk(path, OFFICE, YEAR, actor, demo=True)
    imported = desk.imports.carry_out_folder(actor, resource("samples", "office"), YEAR)
    monthly = run(desk, actor, YEAR, workshop / MONTHLY)
    rating = hold_round(desk, actor, YEAR, workshop / RATING)
    close_the_year(desk, actor, YEAR)
    demonstrated_result.conclude(desk, actor, YEAR)
    closing = papers_of(desk, actor, YEAR, workshop / CLOSING)
    result = demonstrated_result.papers_of(desk, actor, YEAR, workshop / RESULT)
    sealed = desk.signing.write(actor, YEAR, None, workshop / SEALED)
    scores = desk.scores.year(YEAR)
    desk.scores.export(actor, YEAR, ranking)
    sheets = desk.sheets.draw(actor, YEAR, None, workshop / SHEETS, progress)
    return Demonstration(OFFICE, path, ranking, sheets, monthly, rating, closing, result, sealed, imported, scores)


def _moved(made: Demonstration, folder: Path, *, replaces: bool) -> Demonstration:
    """The same in its own place."""
    desk, ranking = folder / DESK, folder / RANKING
    papers = {
        place: tuple(folder / place / paper.name for paper in papers) for place, papers in _papers_of(made).items()
    }
    written = [paper for each in papers.values() for paper in each]
    for target in (ranking, *written):
        _refuse_in_the_way(target, replaces=replaces)
    if desk.with_name(f"{DESK}-journal").exists():  # somebody is writing to the earlier one
        raise DeskLocked(desk)
    for place in _papers_of(made):
        try:
            (folder / place).mkdir(exist_ok=True)
        except FileExistsError:
            raise DemonstrationInTheWay(folder / place) from None
    sources = made.desk, made.ranking, *(paper for papers in _papers_of(made).values() for paper in papers)
    targets = desk, ranking, *written
    for source, target in zip(sources, targets, strict=True):
        source.replace(target)
    return replace(
        made,
        desk=desk,
        ranking=ranking,
        sheets=papers[SHEETS],
        monthly=papers[MONTHLY],
        rating=papers[RATING],
        closing=papers[CLOSING],
        result=papers[RESULT],
        sealed=papers[SEALED],
    )


def _papers_of(made: Demonstration) -> dict[str, tuple[Path, ...]]:
    """The papers by their folders."""
    return {
        SHEETS: made.sheets, MONTHLY: made.monthly, RATING: made.rating, CLOSING: made.closing, RESULT: made.result,
        SEALED: made.sealed,
    }  # fmt: skip


def _refuse_no_folder(place: Path) -> None:
    """Told before half a minute's work: where the papers' folder should be stands something else."""
    if place.exists() and not place.is_dir():
        raise DemonstrationInTheWay(place)


def _refuse_in_the_way(target: Path, *, replaces: bool) -> None:
    """Papers of an earlier demonstration are replaced; what is no paper of ours is not, whoever named it so."""
    if target.is_dir() or (target.exists() and not replaces):
        raise DemonstrationInTheWay(target)
    try:
        refuse_foreign(target)
    except FileInTheWay:
        raise DemonstrationInTheWay(target) from None
