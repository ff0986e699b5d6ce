"""Publishing a month: whom it is about, what differs from the last version, and where PDF and workbook go."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.months import Differing, MonthSheet
from committee_desk.services.desk import Desk
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.common.surfaces import button, label
from committee_desk.ui.common.workplace import Workplace
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr, tr_n
from committee_desk.wording.months import differing_item, differing_value, of_the_year, rank_column
from committee_desk.wording.protection import said_of_leaving
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.services.month_views import Published

WIDTH, SHOWN = 640, 8
FOLDER = "months/folder"


class _Standing(NamedTuple):
    """One category's sheet: what would be published, after which version, with which differences."""

    sheet: MonthSheet
    last: int
    differing: tuple[Differing, ...]
    was_ranked: bool


class PublishingDialog(FormDialog):
    """Asks once, publishes, and remembers the folder for the next month."""

    def __init__(self, parent: QWidget, place: Workplace, desk: Desk, year: int, month: int) -> None:
        self._named = of_the_year(year, month)
        super().__init__(parent, tr("公布 {month}", month=self._named), tr("公布"), width=WIDTH)
        self._asker, self._place, self._desk, self._year, self._month = parent, place, desk, year, month
        self._published: Published | None = None
        for line in self._told():
            self.form.addRow(label(line, "sub", wrap=True))
        self.folder = QLineEdit(str(place.memory.value(FOLDER, "")))
        self.add_row(
            tr("存到"), self._with_choice(), tr("PDF 和工作簿存到这个文件夹；留空只公布，以后可在“打印”里再印")
        )
        self.folder.setAccessibleName(tr("存到"))
        self.consequence.setText(tr("公布后各版都留存；以后有更正，须公布新的一版"))

    def _with_choice(self) -> QWidget:
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.folder, 1)
        self.choose: QPushButton = button(tr("选择…"), self._choose)
        self.choose.setAutoDefault(False)
        across.addWidget(self.choose)
        return both

    def _choose(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("公布表存到哪个文件夹"), self.folder.text())
        if name:
            self.folder.setText(name)

    def _told(self) -> list[str]:
        """What would be published, category by category; nothing where it cannot be read: publishing says why."""
        try:
            held = [self._standing(category) for category in self._desk.months.categories(self._year, self._month)]
        except (DeskError, Trouble):
            return []
        return [line for each in held for line in self._lines(each)]

    def _standing(self, category: str) -> _Standing:
        months, year, month = self._desk.months, self._year, self._month
        versions = [each.version for each in months.versions(year, month) if each.category == category]
        last = max(versions, default=0)
        now = months.sheet(year, month, category)
        if not last:
            return _Standing(now, last, (), now.ranked)
        was = months.sheet(year, month, category, last).ranked
        return _Standing(now, last, months.difference(year, month, category, last), was)

    def _lines(self, standing: _Standing) -> list[str]:
        sheet, last = standing.sheet, standing.last
        people = tr_n("{count} 人", "{count} 人", len(sheet.people))
        if not last:
            return [tr("{category}：{people}，第 1 版", category=dictionary_word(sheet.category), people=people)]
        ranks = rank_column(standing.was_ranked, sheet.ranked)
        if not standing.differing and not ranks:
            return [tr("{category}：与第 {last} 版相同，不出新版", category=dictionary_word(sheet.category), last=last)]
        count = len(standing.differing)
        facts = {"category": dictionary_word(sheet.category), "people": people, "version": last + 1, "count": count}
        told = [tr("{category}：{people}，第 {version} 版，更正 {count} 处", **facts)]
        told += [f"　{ranks}"] if ranks else []
        for each in standing.differing[:SHOWN]:
            before, after = differing_value(each, each.before), differing_value(each, each.after)
            item = differing_item(each, sheet)
            told.append(
                tr(
                    "　{name} {code} {item}：{before} → {after}",
                    name=each.name,
                    code=each.code,
                    item=item,
                    before=before,
                    after=after,
                )
            )
        if count > SHOWN:
            told.append(tr("　其余 {count} 处见公布表", count=count - SHOWN))
        return told

    def publish(self) -> bool:
        """Publish the month; a folder that is not there is said first."""
        folder = self.folder.text().strip()
        if folder and not Path(folder).is_dir():
            self.refuse(tr("找不到文件夹“{folder}”。请另选，或留空。", folder=folder), self.folder)
            return False
        try:
            self._published = self._desk.months.publish(self._place.actor, self._year, self._month)
        except (DeskError, Trouble) as error:
            self.refuse(sentence(error))
            return False
        self._place.memory.setValue(FOLDER, folder)
        self._place.changes.announce(self._published)
        self._place.say(tr("{month}已公布", month=self._named))
        return True

    def put_files(self) -> None:
        """PDF and workbook into the folder that was chosen, with progress."""
        folder = self.folder.text().strip()
        if folder:
            put_into(self._asker, self._place, self._desk, (self._year, self._month), Path(folder))


def put_into(  # noqa: PLR0913, PLR0917 - what a job in the window needs
    parent: QWidget,
    place: Workplace,
    desk: Desk,
    month: tuple[int, int],
    folder: Path,
    which: tuple[str, int] | None = None,
) -> None:
    """Write a month's sheets into the folder: the newest of all categories, or one version of one."""
    category, version = which or (None, -1)
    written = ProgressDialog(parent, tr("正在生成")).carry_out(
        place.worker,
        lambda progress: desk.month_sheets.draw(
            place.actor, *month, folder, category=category, version=version, progress=progress
        ),
    )
    if written is not None:
        place.changes.announce(written)
        done = tr("已存 {count} 份到 {folder}", count=len(written.paths), folder=folder)
        place.say(said_of_leaving(done, protected=desk.identity().protected))
