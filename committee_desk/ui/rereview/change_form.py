"""One figure that was found to be otherwise: whose, which, what it is, what it should be, why and by which paper."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.domain.proceedings import Challenge, ChangeKind, FactChange
from committee_desk.services.proceeding_figures import FactNow
from committee_desk.services.proceeding_refusals import NothingLikeThat, SharesBeyondTheCase
from committee_desk.ui.common.person_field import Named
from committee_desk.ui.rereview.change_fields import OF, ChangeFields
from committee_desk.ui.rereview.form import no_day
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.proceedings import challenge_name
from committee_desk.wording.saying import sentence
from committee_desk.wording.scheme_names import named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from committee_desk.ui.common.page import Page

T = TypeVar("T")
_NEEDS_VALUE = frozenset({ChangeKind.REVIEW, ChangeKind.SHARE, ChangeKind.NEW_EVENT, ChangeKind.MARK})


class ChangeDialog(ChangeFields):
    """What is typed is tried at once as it would be kept; what stands against it is said at its field."""

    def __init__(
        self,
        page: "Page",
        people: Sequence[Named],
        about: str,
        given: FactChange | None = None,
        challenged: Sequence[Challenge] = (),
    ) -> None:
        super().__init__(page, people, about, given)
        self._now, self._read_of, self.made = FactNow({}), "", given
        self._challenged, self._shown = tuple(challenged), self.key
        self.kind.currentIndexChanged.connect(lambda _at: self._kind_changed())
        self.person.editingFinished.connect(self._read_person)
        self.which.currentIndexChanged.connect(lambda _at: self._read_fact())
        if (typed := self.which.lineEdit()) is not None:
            typed.editingFinished.connect(self._which_typed)
        self.slip.editingFinished.connect(self._read_fact)
        self.counted.editingFinished.connect(self._read_fact)
        self.named_by.currentIndexChanged.connect(lambda _at: self._kind_changed())
        self.field.currentIndexChanged.connect(lambda _at: self._show_now())
        self._kind_changed()

    # -- what it is now --------------------------------------------------------------------------------------------

    def _kind_changed(self) -> None:
        self.show_fields()
        self._read_of, self._now = "", FactNow({})
        self._show_now()
        self._read_person()
        QTimer.singleShot(0, self, self.fit)  # once the rows that went are gone

    def _read_person(self) -> None:
        """What of that person can be changed, away from the window."""
        code, kind = self.code, self.chosen
        if not code or self._read_of == f"{code} {kind}":
            return
        self._read_of = f"{code} {kind}"
        desk, year = self.page.desk, self.page.year
        if kind is ChangeKind.NEW_EVENT:
            self._work(lambda: desk.proceedings.ledgers(year, code), self._offer_indicators)
        elif kind in OF:
            self._work(lambda: desk.proceedings.challengeable(year, code), self._offer_facts)
        else:
            self._read_fact()

    def _work(self, read: Callable[[], T], show: Callable[[T], None]) -> None:
        asked = self._read_of
        self.page.place.worker.run(
            lambda _tell: read(),
            lambda found: show(found) if asked == self._read_of else None,
            lambda error: self.refuse(sentence(error)) if isinstance(error, DeskError | Trouble) else None,
            owner=self,
        )

    def _offer_indicators(self, found: tuple[tuple[str, str], ...]) -> None:
        self.indicator.clear()
        for id_, name in found:
            self.indicator.addItem(named(name), id_)
        given = self.given
        if given is not None and given.kind is ChangeKind.NEW_EVENT:
            self.indicator.setCurrentIndex(max(0, self.indicator.findData(given.key[1])))
            lines: tuple[QLineEdit, ...] = (self.day, self.voucher, self.happened)
            for line, text in zip(lines, given.key[2:], strict=True):
                line.setText(text)
            self.value.setCurrentText(given.after)

    def _offer_facts(self, found: tuple[Challenge, ...]) -> None:
        self.offered = [each for each in found if each.kind is OF.get(self.chosen)]
        self.which.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.which.clear()
        for each in self.offered:
            self.which.addItem(challenge_name(each))
        given = self.given
        keys = [given.key] if given is not None else [each.key for each in self._challenged]
        at = next((at for at, each in enumerate(self.offered) if each.key in keys), 0)
        self.which.setCurrentIndex(at if self.offered else -1)
        self.which.blockSignals(False)  # noqa: FBT003 - as above
        self._read_fact()

    def _which_typed(self) -> None:
        """Another fact was typed, or a part of its number: what stands beneath is of no other."""
        self.pick_by_part()
        if self.key != self._shown:
            self._take_fact(FactNow({}))
            self._read_fact()

    def _read_fact(self) -> None:
        """What the chosen fact says now."""
        kind, key = self.chosen, self.key
        if kind is ChangeKind.NEW_EVENT or not all(key):
            return
        desk, year = self.page.desk, self.page.year

        def fetch() -> FactNow:
            try:
                return desk.proceedings.fact(year, kind, key)
            except NothingLikeThat:  # said where it is added
                return FactNow({})

        self.page.place.worker.run(
            lambda _tell: fetch(),
            lambda found: self._take_fact(found) if (kind, key) == (self.chosen, self.key) else None,
            lambda error: self.refuse(sentence(error)) if isinstance(error, DeskError | Trouble) else None,
            owner=self,
        )

    def _take_fact(self, now: FactNow) -> None:
        if (now, self.key) == (self._now, self._shown):
            return  # read twice: what was typed meanwhile stays
        self._now, self._shown = now, self.key
        self._show_now()

    def _show_now(self) -> None:
        name = self.figure
        value = self._now.values.get(name)
        nothing = tr("弃权") if self.chosen is ChangeKind.BALLOT else tr("无")
        said = tr("{field}现为 {value}", field=self.figure_name, value=dictionary_word(value) if value else nothing)
        self.now.setText(said if value is not None else "")
        self.value.clear()
        for word in self._now.choices.get(name, ()):
            self.value.addItem(dictionary_word(word), word)
        given = self.given
        kept = given is not None and given.kind is self.chosen and given.field == name
        self.value.setCurrentIndex(-1)
        self.value.setCurrentText(dictionary_word(given.after) if kept and given is not None and given.after else "")
        QTimer.singleShot(0, self, self.fit)

    def _wrong(self) -> list[tuple[str, QWidget]]:
        """Everything that is missing, said at once; an empty slip is an abstention."""
        said: list[tuple[str, QWidget]] = []
        if self.day.isEnabled() and self.day.day is None:
            said.append((no_day(tr("发生日期")), self.day))
        if self.value.isEnabled() and self.chosen in _NEEDS_VALUE and not self.after:
            said.append((tr("请填写应为什么。"), self.value))
        if not self.why.text().strip():
            said.append((tr("请填写理由。"), self.why))
        if not self.evidence.text().strip():
            said.append((tr("请填写证明材料的名称和文号。"), self.evidence))
        return said

    # -- adding it -------------------------------------------------------------------------------------------------

    def carry(self) -> bool:
        """Try it as it would be kept."""
        if wrong := self._wrong():
            self.refuse_all(wrong)
            return False
        desk, year, found = self.page.desk, self.page.year, self.found()
        try:
            tried = desk.proceedings.tried(year, (found,))
        except SharesBeyondTheCase:
            self.made = FactChange(*found[:3], self._now.values.get(found.field, ""), *found[3:])
            return True  # the other handlers' shares may follow; all are weighed together
        except (DeskError, Trouble) as error:
            self.say_refused(error, {})
            return False
        self.made = tried[0]
        return True
