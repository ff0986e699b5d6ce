"""The schemes of a year: read in versions, drafted, looked at for what they do, adopted by decision, in and out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from committee_desk.domain.desk_file import FolderMissing, NoSuchYear
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Right
from committee_desk.domain.said import said
from committee_desk.domain.scheme import Scheme
from committee_desk.domain.scheme_changes import FieldChange, SchemeOfOtherCategory, compare, doubts
from committee_desk.domain.scheme_document import parsed, same, written
from committee_desk.domain.scheme_file import load, read
from committee_desk.domain.scheme_typed import require_clear, without_strays
from committee_desk.services.actor import Actor
from committee_desk.services.changes import Change, Topic
from committee_desk.services.collector import resting_collector
from committee_desk.services.folders import OpenFolder
from committee_desk.services.masking import person_without_reasons
from committee_desk.services.ports import Clock, OpenUnitOfWork, Progress, UnitOfWork
from committee_desk.services.scheme_effects import effects, require_fit, standards
from committee_desk.services.scheme_refusals import (
    AdoptedBeforeLast,
    AdoptedTooEarly,
    DecisionMissing,
    DoubtsNotAccepted,
    DraftChanged,
    DraftThere,
    NoDraft,
    NothingChanged,
    SchemeFileInTheWay,
)
from committee_desk.services.scheme_texts import head, is_a_scheme, subject, text_of, told
from committee_desk.services.scheme_views import (
    Adoption,
    EffectOnPerson,
    Effects,
    NewVersion,
    SchemeDraft,
    SchemeStand,
    StandardsShown,
)
from committee_desk.services.schemes import SHIPPED, scheme_text
from committee_desk.services.seat import Seat, allowed

DECEMBER_31 = 12, 31


class SchemeDesk:
    """What a year is scored by. An adopted scheme is locked: a change is a draft first, then a version of its own."""

    def __init__(
        self, open_work: OpenUnitOfWork, clock: Clock, seat: Seat, open_folder: OpenFolder, before: Callable[[], None]
    ) -> None:
        self._open, self._clock, self._seat = open_work, clock, seat
        self._open_folder, self._before = open_folder, before

    @allowed(Right.SEE_DESK)
    def read(self, year: int, category: Category = Category.PROSECUTOR) -> SchemeStand:
        """The versions of a category's scheme and its draft."""
        with self._open.reading() as uow:
            return _stand(uow, year, category)

    @allowed(Right.DRAFT_SCHEME)
    def begin(self, actor: Actor, year: int, category: Category = Category.PROSECUTOR) -> Change:
        """Begin a draft from the scheme in force; where there is none, from the one that comes with the program."""
        with self._open.writing() as uow:
            stand = _stand(uow, year, category)
            if stand.draft is not None:
                raise DraftThere(stand.draft.actor, stand.draft.at)
            text = without_strays(stand.holding.text) if stand.holding else scheme_text(SHIPPED[category])
            return self._keep(uow, actor, stand, text)

    @allowed(Right.DRAFT_SCHEME)
    def save(self, actor: Actor, year: int, category: Category, text: str, seen: int | None) -> Change:
        """Keep what was typed, lawful or not; `seen` is the entry of the draft that it was typed into."""
        require_clear(text)
        with self._open.writing() as uow:
            stand = _stand(uow, year, category)
            if (stand.draft.entry if stand.draft else None) != seen:
                raise DraftChanged(stand.draft)
            if stand.draft is not None and stand.draft.text == text:
                return Change.of(entry=stand.draft.entry)
            return self._keep(uow, actor, stand, text)

    @allowed(Right.DRAFT_SCHEME)
    def drop(self, actor: Actor, year: int, category: Category, seen: int) -> Change:
        """Let the draft go; the journal keeps that it was."""
        with self._open.writing() as uow:
            draft = _seen_draft(uow, year, category, seen)
            what = head(year, category, draft.text)
            entry = uow.journal.append(actor, "scheme.drop", subject(year, category), what)
            uow.schemes.end_draft(entry, year, category)
            uow.commit()
        return Change.of(Topic.SCHEME, entry=entry)

    @allowed(Right.SEE_SCORES)
    def effects(self, year: int, category: Category, text: str, progress: Progress | None = None) -> Effects:
        """What the text would do to every person, by real scoring with both; `progress` may raise to stop it."""
        after = _lawful(text, category)
        with self._open.reading() as uow, resting_collector():
            holding = uow.schemes.holding(year, category)
            before = load(holding.text) if holding else after
            require_fit(uow, year, before, after)
            found = effects(uow, year, before, after, progress)
        return found if self._seat.may(Right.SEE_SANCTIONS) else _without_reasons(found)

    @allowed(Right.SEE_SCORES)
    def standards(self, year: int, category: Category, text: str) -> StandardsShown:
        """Who falls short of the text's minimum standards as of today, or of the year's end."""
        scheme = _lawful(text, category)
        until = min(self._clock().date(), date(year, *DECEMBER_31))
        with self._open.reading() as uow, resting_collector():
            holding = uow.schemes.holding(year, category)
            require_fit(uow, year, load(holding.text) if holding else None, scheme)
            return standards(uow, year, scheme, until)

    @allowed(Right.ADOPT_SCHEME)
    def adopt(self, actor: Actor, year: int, category: Category, adoption: Adoption, seen: int | None) -> Change:
        """Put the draft in force by the committee's decision, as a version of its own that nobody changes any more.

        Without a draft (`seen` None) the scheme that the year was opened with is adopted as it is.
        """
        self._require_decided(adoption)
        with self._open.reading() as uow:
            self._to_adopt(uow, year, category, adoption, seen)
        self._before()
        with self._open.writing() as uow:
            scheme, version, changes = self._to_adopt(uow, year, category, adoption, seen)
            what = {
                **head(year, category, version.text),
                "name": scheme.name,
                "version": version.version,
                "adopted": adoption.day.isoformat(),
                **told(changes),
            }
            why, decision = said(adoption.accepted) or None, version.decision
            about = subject(year, category)
            entry = uow.journal.append(actor, "scheme.adopt", about, what, why=why, authority=decision)
            uow.schemes.put(entry, version)
            if seen is not None:
                uow.schemes.end_draft(entry, year, category)
            uow.commit()
        return Change.of(Topic.SCHEME, Topic.EVENTS, Topic.RATINGS, entry=entry)

    @allowed(Right.DRAFT_SCHEME)
    def take_file(self, actor: Actor, year: int, category: Category, path: Path, seen: int | None) -> Change:
        """Make the scheme of a file the draft."""
        text = text_of(path)
        given = read(text).category
        if given != category:
            raise SchemeOfOtherCategory(str(category), given)
        return self.save(actor, year, category, written(parsed(text)), seen)

    @allowed(Right.SEE_DESK)
    def write_file(self, text: str, path: Path) -> None:
        """Write a scheme to a file, as another office may take it over."""
        if not path.parent.is_dir():
            raise FolderMissing(path.parent)
        if path.is_dir() or (path.is_file() and path.stat().st_size and not is_a_scheme(path)):
            raise SchemeFileInTheWay(path)
        with self._open_folder(path.parent) as folder:
            folder.put(path.name, written(parsed(text)).encode() + b"\n")
            folder.place()

    def _keep(self, uow: UnitOfWork, actor: Actor, stand: SchemeStand, text: str) -> Change:
        new = read(text)
        if new.category != stand.category:
            raise SchemeOfOtherCategory(str(stand.category), new.category)
        before = stand.draft or stand.holding
        changes = compare(read(before.text), new) if before else ()
        what = {**head(stand.year, stand.category, text), **told(changes)}
        entry = uow.journal.append(actor, "scheme.draft", subject(stand.year, stand.category), what)
        uow.schemes.put_draft(entry, stand.year, stand.category, text)
        uow.commit()
        return Change.of(Topic.SCHEME, entry=entry)

    def _require_decided(self, adoption: Adoption) -> None:
        if not said(adoption.decision, "decision"):
            raise DecisionMissing
        if adoption.day > (today := self._clock().date()):
            raise AdoptedTooEarly(adoption.day, today)

    @staticmethod
    def _to_adopt(
        uow: UnitOfWork, year: int, category: Category, adoption: Adoption, seen: int | None
    ) -> tuple[Scheme, NewVersion, tuple[FieldChange, ...]]:
        stand = _stand(uow, year, category)
        holding = stand.holding
        draft = _seen_draft(uow, year, category, seen) if seen is not None else None
        if draft is None and (stand.draft is not None or holding is None):
            raise DraftChanged(stand.draft) if stand.draft else NoDraft
        text = draft.text if draft else holding.text if holding else ""
        if draft is not None:
            require_clear(text)
        if holding is not None and holding.is_adopted and same(holding.text, text):
            raise NothingChanged
        if holding is not None and holding.adopted is not None and adoption.day < holding.adopted:
            raise AdoptedBeforeLast(adoption.day, holding.adopted)
        scheme, before = _lawful(text, category), load(holding.text) if holding else None
        require_fit(uow, year, before, scheme)
        found = doubts(scheme)
        if found and not said(adoption.accepted):
            raise DoubtsNotAccepted(len(found))
        number = 1 + sum(each.is_adopted for each in stand.versions)
        version = NewVersion(year, category, text, number, said(adoption.decision, "decision"), adoption.day)
        return scheme, version, compare(before, scheme) if before else ()


def _stand(uow: UnitOfWork, year: int, category: Category) -> SchemeStand:
    years = uow.office.years()
    if year not in years:
        raise NoSuchYear(year, years)
    return SchemeStand(year, category, uow.schemes.versions(year, category), uow.schemes.draft(year, category))


def _seen_draft(uow: UnitOfWork, year: int, category: Category, seen: int) -> SchemeDraft:
    draft = uow.schemes.draft(year, category)
    if draft is None or draft.entry != seen:
        raise DraftChanged(draft)
    return draft


def _lawful(text: str, category: Category) -> Scheme:
    scheme = load(text)
    if scheme.category != category:
        raise SchemeOfOtherCategory(str(category), scheme.category)
    return scheme


def _without_reasons(found: Effects) -> Effects:
    """The same for who is not to know why somebody is pending or without a grade."""
    changed = tuple(
        EffectOnPerson(person_without_reasons(each.before), person_without_reasons(each.after))
        for each in found.changed
    )
    return replace(found, changed=changed)
