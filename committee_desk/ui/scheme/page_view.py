"""方案 as it is shown: what stands on the page, what it reads, and what can be done now."""

from typing import ClassVar

from committee_desk.domain.people import Category
from committee_desk.domain.scheme_document import Document
from committee_desk.services.changes import Topic
from committee_desk.services.scheme_views import SchemeStand, SchemeVersion
from committee_desk.ui.common.page import Workplace, hairline
from committee_desk.ui.common.surfaces import EmptyState
from committee_desk.ui.scheme.nodes import Act
from committee_desk.ui.scheme.page_acts import DRAFT, SchemeActs
from committee_desk.ui.scheme.panel import SchemePanel
from committee_desk.ui.scheme.shown import Shown, shown
from committee_desk.ui.scheme.state import StateRow
from committee_desk.ui.scheme.tree import SchemeTree
from committee_desk.wording.language import tr
from committee_desk.wording.scheme_names import scheme_name
from committee_desk.wording.scheme_versions import draft_name, version_line, version_name


class SchemeView(SchemeActs):
    """One category's scheme: the draft where there is one, else what is in force; older versions to look at.

    `SchemePage` has the acts that its buttons and fields lead to.
    """

    page_id: ClassVar[str] = "scheme"
    icon_name: ClassVar[str] = "scale"
    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.SCHEME})

    def __init__(self, place: Workplace) -> None:
        super().__init__(place)
        self.state = StateRow()
        self.body.addWidget(self.state)
        self.body.addWidget(hairline())
        self.tree = SchemeTree()
        self.body.addWidget(self.tree, 1)
        self.empty = EmptyState(
            "scale",
            tr("本年度还没有这类人员的考核方案"),
            tr("取用自带的方案作为草稿，改好后由考评委员会决定采用。"),
            (tr("取用自带的方案"), self.begin),
        )
        self.body.addWidget(self.empty, 1)
        self.empty.hide()
        self.detail = self.panel = SchemePanel()
        self._connect()

    def _connect(self) -> None:
        self.tree.chosen.connect(lambda _key: self._show_node())
        self.tree.edit_wanted.connect(self._edit)
        self.tree.remove_wanted.connect(self._remove)
        self.panel.typing.connect(self._type)
        self.panel.typed.connect(self._keep)
        self.panel.acted.connect(self._act)
        self.panel.left.connect(self.tree.setFocus)
        self.panel.closed.connect(lambda: self.show_detail(wanted=False))
        self.state.next_fault.connect(self.go_to_fault)
        self.follow_rights(self._say_possible)

    @classmethod
    def title(cls) -> str:
        """方案."""
        return tr("方案")

    # -- reading -----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the versions and the draft."""
        desk, year, category = self.desk, self.year, self.category
        self.read(lambda: desk.schemes.read(year, category), self._take)

    def _take(self, stand: SchemeStand) -> None:
        before, self._stand = self._stand, stand
        same = before is not None and (before.year, before.category) == (stand.year, stand.category)
        if not same or (before is not None and (before.draft is None) != (stand.draft is None)):
            self._looking = None
            self._past = []
        own = same and self._drafting and self._is_own(before, stand)
        self._offer_versions(stand)
        text = self._text()
        self.tree.setVisible(text is not None)
        self.state.setVisible(text is not None)
        self.empty.setVisible(text is None)
        if text is None:
            self._shown = None
            self.show_detail(wanted=False)
        elif not own:
            self._show(shown(text, self.year))
        self._say()

    def _is_own(self, before: SchemeStand | None, stand: SchemeStand) -> bool:
        """Whether the draft is what this page itself kept last, so that nothing is to be shown anew."""
        held, now = before.draft if before is not None else None, stand.draft
        return self._shown is not None and held is not None and now is not None and held.entry == now.entry

    def _text(self) -> str | None:
        if self._stand is None:
            return None
        if self._drafting and self._stand.draft is not None:
            return self._stand.draft.text
        version = self._version()
        return version.text if version is not None else None

    def _version(self) -> SchemeVersion | None:
        """The version that is looked at; the one in force where no other was chosen."""
        if self._stand is None:
            return None
        chosen = (each for each in self._stand.versions if each.number == self._looking)
        return next(chosen, self._stand.holding)

    def _offer_versions(self, stand: SchemeStand) -> None:
        self.versions.clear()
        if stand.draft is not None:
            self.versions.addItem(draft_name(), DRAFT)
        for each in reversed(stand.versions):
            self.versions.addItem(version_name(each), each.number)
        self.versions.setCurrentIndex(max(0, self.versions.findData(self._looking)))
        if self._looking is None and stand.draft is None and stand.holding is not None:
            self.versions.setCurrentIndex(max(0, self.versions.findData(stand.holding.number)))

    def _show(self, now: Shown) -> None:
        self._shown = now
        self.tree.show_nodes(now.nodes, now.by_key)
        self.state.show_scheme(now.scheme, now.faults)
        self._show_node()

    def _show_node(self) -> None:
        self.panel.keep_typed()
        if self._shown is None:
            return
        node = self._shown.node(self.tree.current_key())
        if node is not None:
            self.panel.show_node(node, self._shown.document, self._shown.by_where, edit=self._editable, of=self._told())
            self.show_detail(wanted=True)

    def _told(self) -> tuple[int, Category]:
        return self.year, self.category

    def _say(self) -> None:
        if self._stand is None:
            return
        said = [scheme_name(self._shown.scheme)] if self._shown else []
        version = self._version()
        if self._drafting and self._stand.draft is not None:
            draft = self._stand.draft
            said.append(tr("草稿，{actor} 于 {at} 保存", actor=draft.actor, at=f"{draft.at:%m-%d %H:%M:%S}"))
        elif version is not None:
            said.append(version_line(version))
        self.head.say(tr("，").join(said))
        self._say_possible()

    def _pick_category(self, category: str) -> None:
        self.panel.keep_typed()
        self.category = Category(category)
        self.read_again()

    def _look_at(self, at: int) -> None:
        self._looking = int(self.versions.itemData(at))
        text = self._text()
        if text is not None:
            self._show(shown(text, self.year))
        self._say()

    # -- what SchemePage does -----------------------------------------------------------------------------------------

    def _edit(self) -> None:
        raise NotImplementedError

    def _remove(self) -> None:
        raise NotImplementedError

    def _type(self, document: Document) -> None:
        raise NotImplementedError

    def _keep(self, document: Document) -> None:
        raise NotImplementedError

    def _act(self, act: Act) -> None:
        raise NotImplementedError

    # -- the window --------------------------------------------------------------------------------------------------

    def help_text(self) -> str:
        """How a scheme comes to hold."""
        return tr(
            "每类人员一套方案。先起草，再看它对每个人的影响，由考评委员会决定后采用；采用即锁定，再改就是新的一版。"
            "除加分外满分合计 100 分，业绩不少于 60 分。回车或 F2 进入右侧字段，回车到下一个；Delete 删去一项。"
        )

    def focus_first(self) -> None:
        """Into the tree."""
        if self._shown is not None:
            self.tree.setFocus()
        else:
            self.empty.button.setFocus()
