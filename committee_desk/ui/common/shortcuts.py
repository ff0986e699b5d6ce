"""Every shortcut of the window in one list: menus, tooltips and the Ctrl+? page read it."""

from enum import Enum

from PySide6.QtGui import QKeyEvent, QKeySequence

from committee_desk.wording.language import tr


class Shortcut(Enum):
    """A key and what it does; pages bind them, so that no key is taken twice."""

    SEARCH = "Ctrl+K"
    HELP = "F1"
    ALL_SHORTCUTS = "Ctrl+?"
    OPEN_DESK = "Ctrl+O"
    NEW_DESK = "Ctrl+N"
    VERIFY = "Ctrl+Shift+O"
    IMPORT = "Ctrl+I"
    PRINT = "Ctrl+P"
    EXPORT = "Ctrl+E"
    FILTER = "Ctrl+F"
    COPY = "Ctrl+C"
    COPY_WITH_HEADINGS = "Ctrl+Shift+C"
    CUT = "Ctrl+X"
    PASTE = "Ctrl+V"
    FILL_DOWN = "Ctrl+D"
    UNDO = "Ctrl+Z"
    REDO = "Ctrl+Y"
    FIND_NEXT = "F3"
    FIND_PREVIOUS = "Shift+F3"
    NEXT_REFUSED = "F8"
    PREVIOUS_REFUSED = "Shift+F8"
    FIXES = "Alt+Down"
    BATCH = "Ctrl+B"
    LAST_SLIP = "F2"
    BATCH_DONE = "F9"
    BY_EVENT = "Ctrl+1"
    BY_PERSON = "Ctrl+2"
    PREVIOUS_MONTH = "Ctrl+Alt+Left"
    NEXT_MONTH = "Ctrl+Alt+Right"
    HISTORY = "Ctrl+H"
    EVALUATE = "Ctrl+R"
    OVERRIDE = "Ctrl+U"
    OBJECT = "Ctrl+J"
    REFRESH = "F5"
    CLOSE_DETAIL = "Escape"
    NEXT_PAGE = "Ctrl+PgDown"
    PREVIOUS_PAGE = "Ctrl+PgUp"
    NEXT_AREA = "F6"
    CONFIRM = "Ctrl+Return"
    MENU = "F10"
    LOCK = "Ctrl+L"
    QUIT = "Ctrl+Q"

    @property
    def keys(self) -> QKeySequence:
        """The key as Qt takes it."""
        return QKeySequence(self.value)

    def pressed_by(self, event: QKeyEvent) -> bool:
        """Whether a key event is this shortcut."""
        return QKeySequence(event.keyCombination()) == self.keys

    @property
    def shown(self) -> str:
        """The key as people read it."""
        return self.value.replace("Return", "Enter").replace("Escape", "Esc")

    def does(self) -> str:
        """What the key does, in a few words."""
        return {
            Shortcut.SEARCH: tr("搜索人员、案件、异议、命令"),
            Shortcut.HELP: tr("本页帮助"),
            Shortcut.ALL_SHORTCUTS: tr("全部快捷键"),
            Shortcut.OPEN_DESK: tr("打开台账"),
            Shortcut.NEW_DESK: tr("新建台账"),
            Shortcut.VERIFY: tr("核验一份考核表"),
            Shortcut.IMPORT: tr("导入工作簿"),
            Shortcut.PRINT: tr("打印"),
            Shortcut.EXPORT: tr("导出本页"),
            Shortcut.FILTER: tr("在表中筛选"),
            Shortcut.COPY: tr("复制所选行"),
            Shortcut.COPY_WITH_HEADINGS: tr("连同表头复制"),
            Shortcut.CUT: tr("剪切所选格"),
            Shortcut.PASTE: tr("粘贴，可从 Excel、WPS 粘贴整块"),
            Shortcut.FILL_DOWN: tr("向下填充"),
            Shortcut.UNDO: tr("撤销"),
            Shortcut.REDO: tr("重做"),
            Shortcut.FIND_NEXT: tr("查找下一处"),
            Shortcut.FIND_PREVIOUS: tr("查找上一处"),
            Shortcut.NEXT_REFUSED: tr("下一个未接受的格"),
            Shortcut.PREVIOUS_REFUSED: tr("上一个未接受的格"),
            Shortcut.BATCH: tr("填写本列的批次"),
            Shortcut.LAST_SLIP: tr("录入测评票：改刚录的一张"),
            Shortcut.BATCH_DONE: tr("录入测评票：本批录完"),
            Shortcut.BY_EVENT: tr("评分录入：按事件"),
            Shortcut.BY_PERSON: tr("评分录入：按人员"),
            Shortcut.PREVIOUS_MONTH: tr("评分录入：上一个月"),
            Shortcut.NEXT_MONTH: tr("评分录入：下一个月"),
            Shortcut.FIXES: tr("未接受的格的改法"),
            Shortcut.HISTORY: tr("所选内容的历史"),
            Shortcut.EVALUATE: tr("评价所选案件"),
            Shortcut.OVERRIDE: tr("更正所选的导入值"),
            Shortcut.OBJECT: tr("登记异议"),
            Shortcut.REFRESH: tr("重新读取"),
            Shortcut.CLOSE_DETAIL: tr("关闭右侧详情"),
            Shortcut.NEXT_PAGE: tr("下一页面"),
            Shortcut.PREVIOUS_PAGE: tr("上一页面"),
            Shortcut.NEXT_AREA: tr("在导航、页面、详情之间移动"),
            Shortcut.CONFIRM: tr("确认对话框"),
            Shortcut.MENU: tr("台账菜单"),
            Shortcut.LOCK: tr("锁定窗口"),
            Shortcut.QUIT: tr("退出"),
        }[self]


def with_key(text: str, key: Shortcut) -> str:
    """A tooltip that names its key: 导出（Ctrl+E）."""
    return tr("{text}（{key}）", text=text, key=key.shown)
