"""A sheet over invented rows: a desk in memory that keeps, refuses, and knows of another typist."""

from collections.abc import Hashable, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation

from committee_desk.services.clock import CHINA
from committee_desk.services.search import readings
from committee_desk.ui.common.sheet.source import (
    Cell,
    Change,
    ChangedByAnother,
    Completion,
    Fix,
    Kept,
    Kind,
    Outcome,
    Refused,
    SheetColumn,
    State,
)

LEDGERS = ("效果", "安全", "规范", "作风", "技能", "加分", "扣分")
NAMES = ("钱一", "孙二", "李三", "周四", "吴五", "郑六")
AT = datetime(2027, 1, 11, 10, 24, 7, tzinfo=CHINA)


class Ledgers:
    """People × ledger columns. Marks lie between −10 and 10; `theirs` is what another typed meanwhile."""

    def __init__(self, people: int = 6, *, closed: Sequence[int] = ()) -> None:
        self.columns: tuple[SheetColumn, ...] = (
            SheetColumn("code", "工号", 66, editable=False, frozen=True),
            SheetColumn("name", "姓名", 88, Kind.NAME, editable=False, frozen=True),
            *(SheetColumn(f"l{at}", word, 88, Kind.NUMBER) for at, word in enumerate(LEDGERS)),
            SheetColumn("note", "备注", 160, stretch=True),
        )
        self._keys: Sequence[Hashable] = tuple(f"J{n:03}" for n in range(1, people + 1))
        self.closed = {self._keys[at] for at in closed}
        self.held: dict[tuple[Hashable, str], str] = {}
        self.theirs: dict[tuple[Hashable, str], str] = {}
        self.commits: list[list[Change]] = []

    def keys(self) -> Sequence[Hashable]:
        return self._keys

    def show_only(self, keys: Sequence[Hashable]) -> None:
        self._keys = tuple(keys)

    def cell(self, row: Hashable, column: str) -> Cell:
        if column == "code":
            return Cell(str(row), State.READ_ONLY)
        if column == "name":
            return Cell(NAMES[int(str(row)[1:]) % len(NAMES)], State.READ_ONLY)
        text = self.held.get((row, column), "")
        if row in self.closed:
            return Cell(text, State.CLOSED)
        return Cell(text, role="bad" if text.startswith("−") else "")

    def commit(self, row: Hashable, column: str, text: str) -> Outcome:
        return self.commit_block([Change(row, column, text)])[0]

    def commit_block(self, changes: Sequence[Change]) -> Sequence[Outcome]:
        self.commits.append(list(changes))
        return [self._take(change) for change in changes]

    def _take(self, change: Change) -> Outcome:
        name = (change.row, change.column)
        if name in self.theirs:
            self.held[name] = self.theirs.pop(name)
            return ChangedByAnother("李敏", AT, self.held[name])
        if change.column == "note" or not change.text:
            self.held[name] = change.text
            return Kept(AT)
        try:
            value = Decimal(change.text.replace("−", "-"))
        except InvalidOperation:
            return Refused(f"“{change.text}”不是分数，请填数字。")
        if abs(value) > 10:
            return Refused("分值须在 −10 到 10 之间。", (Fix("改为 10", "10"), Fix("清空", act=lambda: None)))
        self.held[name] = f"{value:+.2f}".replace("-", "−")
        return Kept(AT)

    def completions(self, column: str, typed: str) -> Sequence[Completion]:
        if column != "note":
            return ()
        heard = [name for name in NAMES if any(each.startswith(typed.casefold()) for each in readings(name))]
        return [Completion(name, "第一检察部") for name in heard]
