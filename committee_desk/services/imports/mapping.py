"""A strange workbook read by habit: which of its columns is which, shown, corrected by hand, remembered per source.

A source is a form of workbook: the headings that stand in one row, in whatever order. Another program, another form.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from committee_desk.domain.errors import DeskError
from committee_desk.services.imports.cells import word
from committee_desk.services.imports.kinds import Kind
from committee_desk.services.imports.nearness import nearly
from committee_desk.services.imports.refusals import WorkbookUnreadable
from committee_desk.services.imports.table import Cell

ALSO = {
    "工号": ("人员编号", "员工编号", "职工编号", "警号", "编号", "人员代码"),
    "姓名": ("人员姓名", "名字"),
    "部门": ("内设机构", "所在部门", "科室", "处室"),
    "指标": ("考核指标", "指标名称", "考核项目", "项目"),
    "日期": ("发生日期", "登记日期", "时间", "发生时间"),
    "分值": ("加减分", "分数", "得分", "加分", "扣分", "记分"),
    "事由": ("原因", "理由", "加减分事由", "内容", "摘要"),
    "凭证号": ("文号", "依据文号", "依据", "凭证", "文件号"),
    "审批人": ("批准人", "审批", "审核人"),
    "案号": ("案件编号", "受理号", "部门受案号", "案件号"),
    "案件类别": ("案件类型", "业务类别", "类别"),
    "承办检察官": ("承办人", "检察官", "承办检察官姓名"),
    "承办检察官工号": ("承办人工号", "承办人编号"),
    "受理日期": ("收案日期", "受案日期"),
    "审结日期": ("办结日期", "结案日期", "审结时间"),
    "被评价人工号": ("工号", "人员编号", "被评价人编号"),
    "被测评人工号": ("工号", "人员编号"),
    "得分": ("分数", "分值", "评分"),
}
"""What other programs call these columns; offered, never taken for granted."""


NOT_READ = "—"
"""Stands over a column whose own name would be read, and that somebody said is another."""


class Remembered(NamedTuple):
    """How one form of workbook is read: each heading, and the column of the workbook that it is (its `key`)."""

    kind: Kind
    source: str
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class OutlineColumn:
    """One column of a strange workbook: its letter, its key, its heading as it stands, and what is under it."""

    letter: str
    key: str
    heading: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """The form of a workbook: where its headings stand and what they are. `source` names the form.

    `last` is the last row that may be said to hold the headings.
    """

    path: Path
    sheet: str
    row: int
    source: str
    columns: tuple[OutlineColumn, ...]
    last: int = 1


@dataclass(frozen=True, slots=True)
class Proposal:
    """How a workbook would be read as that kind: each heading with the letter of its column; the absent ones are out.

    `remembered`: so it was said by hand before. `lacking` are the needed headings that have no column yet.
    """

    kind: Kind
    outline: Outline
    columns: Mapping[str, str]
    remembered: bool

    @property
    def lacking(self) -> tuple[str, ...]:
        """The needed headings without a column."""
        return lacking(self.kind, self.columns)


class MappingBook(Protocol):
    """How strange workbooks are read."""

    def all(self) -> tuple[Remembered, ...]:
        """Every form that was said by hand."""
        ...

    def put(self, entry: int, remembered: Remembered) -> None:
        """Remember a form, in the place of what was said of it before."""
        ...

    def end(self, entry: int, kind: Kind, source: str) -> None:
        """Forget a form."""
        ...


class NoHeadings(WorkbookUnreadable):
    """No row of the workbook looks like headings: nothing can be said of its columns."""


class HeadingRowIsData(WorkbookUnreadable):
    """The row that was said to hold the headings holds somebody's data."""

    def __init__(self, path: Path, row: int) -> None:
        super().__init__(path)
        self.args = (path, row)
        self.row = row


class ColumnsLacking(DeskError):
    """Needed headings have no column."""

    def __init__(self, kind: Kind, lacking: Sequence[str]) -> None:
        super().__init__(kind, tuple(lacking))
        self.kind, self.lacking = kind, tuple(lacking)


class ColumnTwice(DeskError):
    """One column was said to be two headings."""

    def __init__(self, letter: str, headings: Sequence[str]) -> None:
        super().__init__(letter, tuple(headings))
        self.letter, self.headings = letter, tuple(headings)


class NoSuchColumn(DeskError):
    """The workbook has no such column."""

    def __init__(self, letter: str) -> None:
        super().__init__(letter)
        self.letter = letter


def keys_of(row: Iterable[Cell]) -> list[str]:
    """What tells the columns of a row of headings apart: the word, and which of several that bear it; empty: none."""
    seen: dict[str, int] = {}
    keys = []
    for cell in row:
        said = word(cell).strip("*") if isinstance(cell, str) else ""
        seen[said] = seen.get(said, 0) + 1
        keys.append(said and (said if seen[said] == 1 else f"{said}#{seen[said]}"))
    return keys


def source_of(keys: Iterable[str]) -> str:
    """The form that these columns make, whatever their order."""
    return " ".join(sorted(key for key in keys if key))


def renamed(row: Sequence[Cell], remembered: Remembered) -> list[Cell]:
    """A row of headings of that form, each under the name that is read; what is not read loses a name that would be."""
    meant = {key: heading for heading, key in remembered.columns.items()}
    return [
        meant.get(key) or (NOT_READ if key.partition("#")[0] in remembered.kind.headings else cell)
        for key, cell in zip(keys_of(row), row, strict=True)
    ]


def lacking(kind: Kind, columns: Mapping[str, str]) -> tuple[str, ...]:
    """The needed headings that have no column; of a group one is enough."""
    return tuple(" / ".join(group) for group in kind.needed if not any(heading in columns for heading in group))


def proposed(kind: Kind, outline: Outline, remembered: Iterable[Remembered]) -> Proposal:
    """How the workbook would be read: as it was said before, else by its headings and those like them."""
    letters = {column.key: column.letter for column in outline.columns}
    for each in remembered:
        if each.kind is kind and each.source == outline.source:
            return Proposal(kind, outline, {h: letters[key] for h, key in each.columns.items()}, remembered=True)
    found = {heading: letters[heading] for heading in kind.headings if heading in letters}
    free = {key: letter for key, letter in letters.items() if letter not in found.values()}
    ways: tuple[Callable[[str], str | None], ...] = (
        lambda heading: next((key for key in ALSO.get(heading, ()) if key in free), None),
        lambda heading: nearly(heading, tuple(free)),
    )
    for way in ways:
        for heading in kind.headings:
            key = way(heading) if heading not in found and free else None
            if key is not None:
                found[heading] = free.pop(key)
    in_order = {heading: found[heading] for heading in kind.headings if heading in found}
    return Proposal(kind, outline, in_order, remembered=False)


def checked(kind: Kind, outline: Outline, columns: Mapping[str, str]) -> Remembered:
    """What is remembered of columns said by hand; refused while something needed is missing or said twice."""
    keys = {column.letter: column.key for column in outline.columns}
    said: dict[str, list[str]] = {}
    for heading, letter in columns.items():
        if letter not in keys or heading not in kind.headings:
            raise NoSuchColumn(letter)
        said.setdefault(letter, []).append(heading)
    twice = next(((letter, headings) for letter, headings in said.items() if len(headings) > 1), None)
    if twice is not None:
        raise ColumnTwice(*twice)
    if missing := lacking(kind, columns):
        raise ColumnsLacking(kind, missing)
    return Remembered(kind, outline.source, {heading: keys[letter] for heading, letter in columns.items()})
