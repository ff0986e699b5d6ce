"""The two lists of 打印: for whom there are sheets, and what was printed when."""

from collections.abc import Callable
from dataclasses import dataclass

from committee_desk.domain.scores import PersonScore
from committee_desk.services.sheet_views import PrintedSheet
from committee_desk.ui.common.chips import ACCENT, NEUTRAL, OK, Chip
from committee_desk.ui.common.columns import Column, Style, TableSpec
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


def state_chip(row: PrintedSheet) -> Chip:
    """Whether the sheet still holds."""
    if row.superseded:
        return Chip(tr("已被取代"), NEUTRAL, "x", tr("后来又打印了新的一版，这一版作废"))
    return Chip(tr("定稿"), OK, "check") if row.final else Chip(tr("未定稿"), ACCENT)


def printed_spec() -> TableSpec[PrintedSheet]:
    """What was printed when."""
    return TableSpec(
        id="printed",
        columns=(
            Column("at", tr("时间"), lambda row: f"{row.at:%Y-%m-%d %H:%M}", 132, sort=lambda row: row.entry),
            Column("name", tr("姓名"), lambda row: f"{row.name} {row.code}", 112, style=Style.NAME),
            Column("version", tr("版本"), lambda row: str(row.version), 52, right=True, sort=lambda row: row.version),
            Column("state", tr("状态"), lambda row: state_chip(row).text, 92, chip=state_chip),
            Column("actor", tr("经手人"), lambda row: row.actor, 80, style=Style.SUB),
            Column("entry", tr("日志号"), lambda row: str(row.entry), 64, right=True, sort=lambda row: row.entry),
            Column("fingerprint", tr("数据指纹"), lambda row: row.fingerprint[:16], 140, style=Style.SUB, stretch=True),
        ),
        key=lambda row: (row.entry, row.code),
        sort_by="at",
        ascending=False,
        dim=lambda row: row.superseded,
    )  # fmt: skip
