"""The tree of a score for Qt: a model over its nodes, read by eyes, keys and screen readers alike."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from committee_desk.domain.exact import figure
from committee_desk.ui.ranking.nodes import Level, Node, most
from committee_desk.wording.language import tr

Index = QModelIndex | QPersistentModelIndex
NODE = int(Qt.ItemDataRole.UserRole)


class ScoreTree(QAbstractItemModel):
    """Parts, indicators, lines, inputs: one column, painted by `ScorePaint`."""

    def __init__(self, root: Node, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = root

    def show_root(self, root: Node) -> None:
        """Show another person's tree."""
        self.beginResetModel()
        self._root = root
        self.endResetModel()

    def node(self, index: Index) -> Node:
        """The node at an index; the unseen root for an invalid one."""
        return index.internalPointer() if index.isValid() else self._root

    def index_of(self, node: Node) -> QModelIndex:
        """Where a node stands."""
        return QModelIndex() if node.parent is None else self.createIndex(node.place(), 0, node)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's signature
        """The index of a child."""
        children = self.node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 - Qt overloads parent()
        """The index of the parent."""
        parent = self.node(index).parent if index.isValid() else None
        return QModelIndex() if parent is None else self.index_of(parent)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and signature
        """How many rows below."""
        return len(self.node(parent).children)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's name and signature
        """One."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be selected; lines too, so that the keyboard and a reader reach them."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def headerData(
        self, section: int, _orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:  # noqa: ANN401 - Qt's variant and signature
        """The one column's name, for a reader; the header itself is hidden."""
        return tr("得分构成") if role == Qt.ItemDataRole.DisplayRole and section == 0 else None

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:  # noqa: ANN401 - Qt's variant
        """Words, and the same words with figures for a reader."""
        if not index.isValid():
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return node.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(node)
        return node if role == NODE else None


def spoken(node: Node) -> str:
    """The whole row in words."""
    if node.level in (Level.PART, Level.INDICATOR):
        got = node.absent or figure(node.value or 0)
        return tr("{name} {got}，满分 {maximum}", name=node.text, got=got, maximum=most(node))
    return " ".join(said for said in (node.text, node.more, node.figure) if said)
