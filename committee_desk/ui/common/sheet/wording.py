"""The sentences of a sheet."""

from committee_desk.ui.common.sheet.going import Block
from committee_desk.ui.common.sheet.saved import Saved
from committee_desk.ui.common.sheet.source import Cell, ChangedByAnother, State
from committee_desk.wording.language import tr, tr_n


def said_of_cell(line: int, heading: str, cell: Cell) -> str:
    """A cell for screen readers: where it is, what it says, how it stands."""
    text = cell.text or tr("空")
    state = state_in_words(cell.state)
    said = tr("第 {line} 行“{heading}”：{text}", line=line, heading=heading, text=text)
    said = tr("{said}，{state}", said=said, state=state) if state else said
    return tr("{said}，{state}", said=said, state=cell.why) if cell.why else said


def state_in_words(state: State) -> str:
    """How a cell stands; nothing for one that is simply saved."""
    return {
        State.SAVED: "",
        State.DRAFT: tr("草稿"),
        State.READ_ONLY: tr("不能填写"),
        State.CLOSED: tr("已关账"),
        State.SAVING: tr("正在保存"),
        State.REFUSED: tr("未接受"),
        State.CHANGED: tr("他人已改"),
    }[state]


def cannot_type(line: int, heading: str, cell: Cell) -> str:
    """Why typing there does nothing."""
    if cell.why:
        return tr("第 {line} 行“{heading}”不能填写：{why}", line=line, heading=heading, why=cell.why)
    if cell.state is State.CLOSED:
        return tr("第 {line} 行“{heading}”已关账，不能填写。", line=line, heading=heading)
    return tr("第 {line} 行“{heading}”不能填写。", line=line, heading=heading)


def does_not_fit(lines: int, columns: int, line: int, heading: str, room: Block) -> str:
    """A block that is larger than what is left of the sheet."""
    return tr(
        "要粘贴的 {lines} 行 {columns} 列从第 {line} 行“{heading}”起放不下，"
        "到末尾只有 {room_lines} 行 {room_columns} 列：没有粘贴，请从靠前的格粘贴或先减少复制的范围。",
        lines=lines, columns=columns, line=line, heading=heading, room_lines=room.lines, room_columns=room.columns,
    )  # fmt: skip


def too_much_to_paste() -> str:
    """A clipboard beyond any sheet."""
    return tr("剪贴板里的内容太大，这张表放不下：没有粘贴，请先减少复制的范围。")


def nothing_to_paste() -> str:
    """A clipboard without text."""
    return tr("剪贴板里没有可以粘贴的文字。")


def would_overwrite(why: str) -> str:
    """A block that meets a cell which cannot be typed in."""
    return tr("{why}没有粘贴，其余各格不变。", why=why)


def changed_by_another(outcome: ChangedByAnother, mine: str) -> str:
    """Somebody changed the cell meanwhile."""
    return tr(
        "{who}在 {at} 把这一格改成了“{theirs}”，你填的“{mine}”没有保存。",
        who=outcome.who, at=f"{outcome.at:%H:%M:%S}", theirs=outcome.text or tr("空"), mine=mine or tr("空"),
    )  # fmt: skip


def saved_in_words(saved: Saved) -> str:
    """What reached the desk, and when."""
    done = tr("已保存 {time}", time=f"{saved.at:%H:%M:%S}") if saved.at else tr("已保存")
    if saved.cells == 1:
        return tr("{done}，第 {line} 行“{heading}”", done=done, line=saved.line, heading=saved.heading)
    return tr_n("{done}，{count} 格", "{done}，{count} 格", saved.cells, done=done)


def changed_since(count: int) -> str:
    """Cells that an undo leaves alone."""
    return tr_n("{count} 格后来又改过，没有撤销。", "{count} 格后来又改过，没有撤销。", count)


def not_shown() -> str:
    """An undo of rows that a filter hides."""
    return tr("这一步改的行现在没有显示，请先取消筛选再撤销或重做。")


def refused_not_shown() -> str:
    """Cells not accepted stand in rows that a filter hides."""
    return tr("未接受的格所在的行现在没有显示，请先取消筛选。")
