"""方案: the scheme of a category in a year, drafted, looked at for what it does, and adopted."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog

from committee_desk.domain.scheme_changes import doubts
from committee_desk.domain.scheme_document import Document
from committee_desk.services.changes import Change
from committee_desk.services.scheme_views import Adoption, SchemeDraft, SchemeStand
from committee_desk.services.views import Owed
from committee_desk.ui.common.messages import ask
from committee_desk.ui.common.perform import tell_failure
from committee_desk.ui.common.progress import ProgressDialog
from committee_desk.ui.scheme.adopting import AdoptingDialog
from committee_desk.ui.scheme.comparing import ComparingDialog, NamedText
from committee_desk.ui.scheme.effects import EffectsDialog
from committee_desk.ui.scheme.nodes import Act
from committee_desk.ui.scheme.page_view import SchemeView
from committee_desk.ui.scheme.short import ShortDialog
from committee_desk.ui.scheme.shown import Shown, shown, shown_document
from committee_desk.wording.language import tr
from committee_desk.wording.scheme_versions import draft_name, version_name

MOST_UNDONE = 50


class SchemePage(SchemeView):
    """The acts of the page: each keeps what was typed before it does anything."""

    # -- drafting ----------------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin a draft of the scheme in force."""
        self._looking = None
        desk, year, category = self.desk, self.year, self.category
        if self.perform(lambda: desk.schemes.begin(self.place.actor, year, category)) is not None:
            self.when_read(self.tree.setFocus)

    def _edit(self) -> None:
        self.show_detail(wanted=True)
        self.detail_opened.emit()
        self.panel.focus_field()

    def _type(self, document: Document) -> None:
        """What it would be, while it is typed: only the row over the tree follows."""
        would = shown_document(document, self.year)
        self.state.show_scheme(would.scheme, would.faults)
        self.panel.show_faults(would.by_where)

    def _keep(self, document: Document) -> None:
        """A field was left: keep the draft, and let who types go on."""
        key = self.tree.current_key()
        if not self._save(shown_document(document, self.year)):
            return
        if self._shown is not None and (node := self._shown.node(key)) is not None:
            self.panel.follow(node, self._shown.document, self._shown.by_where)
        else:  # its own name was changed
            self._choose_after_rename(key)

    def _choose_after_rename(self, key: str) -> None:
        above = key.rpartition("/")[0]
        if self._shown is not None:
            same = [
                each.key for top in self._shown.nodes for each in top.walk() if each.key.rpartition("/")[0] == above
            ]
            at = self._at_before if self._at_before < len(same) else 0
            self.tree.choose(same[at] if same else above)
        self._show_node()

    _at_before = 0

    def _save(self, now: Shown) -> bool:
        stand, before = self._stand, self._shown
        if stand is None or stand.draft is None or before is None:
            return False
        key = self.tree.current_key()
        above = key.rpartition("/")[0]
        sisters = [each.key for top in before.nodes for each in top.walk() if each.key.rpartition("/")[0] == above]
        self._at_before = sisters.index(key) if key in sisters else 0
        text, seen, desk = now.text, stand.draft.entry, self.desk
        self._past = [*self._past, before.text][-MOST_UNDONE:]
        saved = self.perform(lambda: self._saved(text, seen))
        if saved is None or saved.entry is None:
            self._past.pop()
            self.read_again()
            return False
        draft = SchemeDraft(stand.year, stand.category, text, saved.entry, desk.clock(), self.place.actor.name)
        self._stand = SchemeStand(stand.year, stand.category, stand.versions, draft)
        self._shown = now
        self.tree.show_nodes(now.nodes, now.by_key)
        self.state.show_scheme(now.scheme, now.faults)
        self._say()
        return True

    def _saved(self, text: str, seen: int) -> Change:
        return self.desk.schemes.save(self.place.actor, self.year, self.category, text, seen)

    def _act(self, act: Act) -> None:
        self.panel.keep_typed()
        if self._shown is None or not self._editable:
            return
        document, key = act.change(self._shown.document)
        if self._save(shown_document(document, self.year)):
            self.tree.choose(key)
            self._show_node()
            if act.icon == "plus":
                self.panel.focus_field()
            else:
                self.tree.setFocus()

    def _remove(self) -> None:
        node = self._shown.node(self.tree.current_key()) if self._shown is not None else None
        if node is not None and node.remove is not None and self._editable:
            self._act(node.remove)

    def undo(self) -> None:
        """Take the last change of the draft back, as far as this page remembers."""
        if self._past and self._editable:
            text = self._past[-1]
            if self._save(shown(text, self.year)):
                self._past = self._past[:-2]
                if not self._past and self.undo_button.hasFocus():
                    self.tree.setFocus()  # the button goes; Qt would lead on to the one that drops the draft
                self._say_possible()
                self._show_node()

    def drop(self) -> None:
        """Let the draft go."""
        stand = self._stand
        if stand is None or stand.draft is None:
            return
        seen = stand.draft.entry
        if ask(self, tr("放弃这份草稿？"), tr("草稿里的改动不再使用，现行方案不变。"), tr("放弃草稿")):
            self.perform(lambda: self.desk.schemes.drop(self.place.actor, self.year, self.category, seen))

    def go_to_fault(self) -> None:
        """To the first thing that is wrong, into its field."""
        if self._shown is None:
            return
        for key, where in self._shown.where_of.items():
            if self.tree.choose(key):
                self._show_node()
                self.panel.focus_field(where)
                return

    # -- looking and adopting ----------------------------------------------------------------------------------------

    def show_effects(self) -> None:
        """What the draft would do to every person."""
        text = self._text()
        if text is None:
            return
        desk, year, category = self.desk, self.year, self.category
        dialog = ProgressDialog(self, tr("正在按草稿计算每个人的得分"))
        found = dialog.carry_out(
            self.place.worker, lambda progress: desk.schemes.effects(year, category, text, progress)
        )
        if found is not None and not dialog.stopped:
            self._tell(EffectsDialog(self, self.place.memory, found))

    def show_short(self) -> None:
        """Who falls short of which minimum standard."""
        text = self._text()
        if text is None or self._shown is None:
            return
        desk, year, category, scheme = self.desk, self.year, self.category, self._shown.scheme
        self.read(
            lambda: desk.schemes.standards(year, category, text),
            lambda found: self._tell(ShortDialog(self, self.place.memory, scheme, found)),
            kind="short",
            failed=self._failed,
        )

    def _tell(self, dialog: EffectsDialog | ShortDialog) -> None:
        self._say_possible()
        dialog.exec()

    def _failed(self, error: BaseException) -> None:
        self._say_possible()
        tell_failure(self, error)

    def compare(self) -> None:
        """Two versions side by side: at first the one in force and the draft, or the two newest."""
        if self._stand is None:
            return
        texts = [NamedText(version_name(each), each.text) for each in self._stand.versions]
        if self._stand.draft is not None:
            texts.append(NamedText(draft_name(), self._stand.draft.text))
        last = len(texts) - 1
        ComparingDialog(self, self.place.memory, texts, max(0, last - 1), last).exec()

    def adopt(self) -> None:
        """Ask for the committee's decision and put the scheme in force."""
        self.panel.keep_typed()
        stand, now = self._stand, self._shown
        if stand is None or now is None or now.faults:
            return
        number = 1 + sum(each.is_adopted for each in stand.versions)
        seen = stand.draft.entry if stand.draft else None
        dialog = AdoptingDialog(self, number, self.now().date(), doubts(now.scheme), self._note(stand))
        done: list[Change] = []

        def put(adoption: Adoption) -> None:
            done.append(self.desk.schemes.adopt(self.place.actor, self.year, self.category, adoption, seen))

        if dialog.ask(put):
            self._looking = None
            self.place.changes.announce(done[0])
            self.place.say(tr("第 {version} 版方案已采用", version=number))

    @staticmethod
    def _note(stand: SchemeStand) -> str:
        adopted = any(each.is_adopted for each in stand.versions)
        return tr("本年度得分和名次随即按新方案重算。") if adopted else ""

    def show_target(self, key: object) -> None:
        """A line of 工作台: the scheme of the category that it is about; who falls short."""
        if not isinstance(key, Owed):
            return
        held = key.facts.get("categories", ())
        if isinstance(held, tuple) and held and str(held[0]) != str(self.category):
            self.categories.setCurrentIndex(self.categories.findData(str(held[0])))
            self._pick_category(str(held[0]))
        if key.kind == "standards_short":
            self.when_read(lambda: QTimer.singleShot(0, self, self.show_short))

    # -- files -------------------------------------------------------------------------------------------------------

    def import_file(self) -> None:
        """Make the scheme of a file the draft."""
        name, _ = QFileDialog.getOpenFileName(self, tr("导入考核方案"), "", tr("考核方案 (*.json)"))
        if name:
            self.take_file(Path(name))

    def take_file(self, path: Path) -> None:
        """The same without asking where."""
        seen = self._stand.draft.entry if self._stand and self._stand.draft else None
        desk, year, category = self.desk, self.year, self.category
        self._looking = None
        self._shown = None
        self.perform(lambda: desk.schemes.take_file(self.place.actor, year, category, path, seen))

    def export_file(self) -> None:
        """Write what is shown to a file."""
        if self._shown is None:
            return
        start = f"{self._shown.scheme.name} {self.year}.json"
        name, _ = QFileDialog.getSaveFileName(self, tr("导出考核方案"), start, tr("考核方案 (*.json)"))
        if name:
            path = Path(name) if name.endswith(".json") else Path(f"{name}.json")
            text = self._shown.text
            self.perform(lambda: self.desk.schemes.write_file(text, path))
