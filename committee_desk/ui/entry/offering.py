"""What the sheet of events offers while one types: people by code, name or pinyin, ledgers, and what stood before."""

from collections.abc import Callable, Iterable, Sequence

from committee_desk.services.entry_views import EventField, EventRow
from committee_desk.ui.common.sheet.source import Completion
from committee_desk.ui.entry.event_cells import Known

MOST = 8


class Offering:
    """Looks up what may be meant; `sounds` gives a name's pinyin once it is known."""

    def __init__(self, known: Known, rows: Iterable[EventRow], sounds: Callable[[str], str]) -> None:
        self._known, self._sounds = known, sounds
        self._heard: dict[str, dict[str, None]] = {
            EventField.REASON: {}, EventField.VOUCHER: {}, EventField.APPROVER: {}
        }  # fmt: skip
        for row in rows:
            self.heard(row)

    def heard(self, row: EventRow) -> None:
        """Remember what a row says, newest last."""
        for field, values in self._heard.items():
            value = getattr(row, field)
            if value:
                values.pop(value, None)
                values[value] = None

    def of(self, column: str, typed: str) -> Sequence[Completion]:
        """What may be meant by what is typed, best first."""
        wanted = typed.strip().casefold()
        if not wanted:
            return ()
        if column in {EventField.CODE, EventField.NAME}:
            return self._people(wanted, by_code=column == EventField.CODE)
        if column == EventField.INDICATOR:
            names = self._known.ledgers.values()
            return [Completion(name) for name in names if self._fits(name, wanted)][:MOST]
        values = reversed(self._heard.get(column, {}))
        return [Completion(value) for value in values if value.casefold().startswith(wanted)][:MOST]

    def _people(self, wanted: str, *, by_code: bool) -> Sequence[Completion]:
        found = []
        for code, (name, department) in self._known.people.items():
            if by_code and code.casefold().startswith(wanted):
                found.append(Completion(code, f"{name} {department}"))
            elif not by_code and self._fits(name, wanted):
                found.append(Completion(name, f"{code} {department}"))
            if len(found) == MOST:
                break
        return found

    def _fits(self, name: str, wanted: str) -> bool:
        if name.casefold().startswith(wanted):
            return True
        return any(sound.startswith(wanted) for sound in self._sounds(name).split())
