"""The two lists of 打印: for whom there are sheets, and what was printed when."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from committee_desk.domain.scores import PersonScore
from committee_desk.services.sheet_views import PrintedSheet
from committee_desk.services.views import JournalRow
from committee_desk.ui.common.chips import ACCENT, NEUTRAL, OK, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
from committee_desk.wording.acts import act_name, act_object
from committee_desk.wording.language import tr


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One person with a sheet, and the newest one printed."""

    score: PersonScore
    last: PrintedSheet | None


def sheet_rows(people: tuple[PersonScore, ...], printed: tuple[PrintedSheet, ...]) -> list[SheetRow]:
    """Everybody scored, with the newest printing of each; `printed` comes newest first."""
    newest: dict[str, PrintedSheet] = {}
    for each in printed:
        newest.setdefault(each.code, each)
    return [SheetRow(score, newest.get(score.code)) for score in people]


def version_chip(row: SheetRow) -> Chip | None:
    """Which version was printed last."""
    if row.last is None:
        return None
    word = (
        tr("定稿 第 {version} 版", version=row.last.version)
        if row.last.final
        else tr("第 {version} 版", version=row.last.version)
    )
    return Chip(word, OK if row.last.final else NEUTRAL, "printer", tr("{at} 打印", at=f"{row.last.at:%Y-%m-%d %H:%M}"))


def people_spec(sound: Callable[[str], str]) -> TableSpec[SheetRow]:
    """For whom there are sheets."""
    return TableSpec(
        id="sheets",
        columns=(
            Column("code", tr("工号"), lambda row: row.score.code, 66, sort=lambda row: row.score.code),
            Column("name", tr("姓名"), lambda row: row.score.name, 80, style=Style.NAME),
            Column("department", tr("部门"), lambda row: row.score.department, 108, style=Style.SUB),
            Column("version", tr("已打印"), lambda row: said.text if (said := version_chip(row)) else "", 110,
                   chip=version_chip, style=Style.SUB, stretch=True),
        ),
        key=lambda row: row.score.code,
        sort_by="code",
        find=lambda row: sound(row.score.name),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """One printing: somebody's grade sheet, or another paper, whose entry in the journal says what it was."""

    entry: int
    at: datetime
    actor: str
    said: str
    fingerprint: str
    code: str = ""
    sheet: PrintedSheet | None = None

    @property
    def version(self) -> str:
        """Of a grade sheet; the words of other papers say theirs."""
        return str(self.sheet.version) if self.sheet else ""

    @property
    def superseded(self) -> bool:
        """Whether another one took its place."""
        return self.sheet is not None and self.sheet.superseded


def printed_rows(sheets: Iterable[PrintedSheet], papers: Iterable[JournalRow]) -> list[PrintedRow]:
    """Everything that was printed, newest first."""
    rows = [
        PrintedRow(each.entry, each.at, each.actor, f"{each.name} {each.code}", each.fingerprint, each.code, each)
        for each in sheets
    ]
    rows += [
        PrintedRow(
            each.seq,
            each.at,
            each.actor,
            tr("{paper}（{act}）", paper=act_object(each), act=act_name(each.verb)),
            str(json.loads(each.what).get("fingerprint", "")),
        )
        for each in papers
    ]
    return sorted(rows, key=lambda row: row.entry, reverse=True)


def state_chip(row: PrintedSheet) -> Chip:
    """Whether the sheet still holds."""
    if row.superseded:
        return Chip(tr("已被取代"), NEUTRAL, "x", tr("后来又打印了新的一版，这一版作废"))
    return Chip(tr("定稿"), OK, "check") if row.final else Chip(tr("未定稿"), ACCENT)


def _state(row: PrintedRow) -> Chip | None:
    return state_chip(row.sheet) if row.sheet else None


def printed_spec() -> TableSpec[PrintedRow]:
    """What was printed when."""
    return TableSpec(
        id="printed",
        columns=(
            Column("at", tr("时间"), lambda row: f"{row.at:%Y-%m-%d %H:%M}", 132, sort=lambda row: row.entry),
            Column("name", tr("内容"), lambda row: row.said, 240, style=Style.NAME, tip=lambda row: row.said),
            Column("version", tr("版本"), lambda row: row.version, 52, right=True,
                   sort=lambda row: row.sheet and row.sheet.version),
            Column("state", tr("状态"), lambda row: chip.text if (chip := _state(row)) else "", 92, chip=_state),
            Column("actor", tr("经手人"), lambda row: row.actor, 80, style=Style.SUB),
            Column("entry", tr("日志号"), lambda row: str(row.entry), 64, right=True, sort=lambda row: row.entry),
            Column("fingerprint", tr("数据指纹"), lambda row: row.fingerprint[:16], 140, style=Style.SUB, stretch=True),
        ),
        key=lambda row: (row.entry, row.code),
        sort_by="at",
        ascending=False,
        dim=lambda row: row.superseded,
    )  # fmt: skip
