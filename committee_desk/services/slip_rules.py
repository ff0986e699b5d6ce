"""How slips go through their batches: which may be typed, by whom, what differs, and when a batch is counted.

Everything here works on what the working file holds and refuses before it changes anything.
"""

from collections.abc import Iterable, Mapping

from committee_desk.domain.round_counting import invalid_because
from committee_desk.domain.serials import Read, class_of, read_serial, spelt
from committee_desk.services.passwords import holder_spelt
from committee_desk.services.round_file import BatchState, KeptBatch, KeptSlip, Ledger, Typed, as_text
from committee_desk.services.round_open import OpenRound, named
from committee_desk.services.slip_reading import kept, slip_of, without_blanks
from committee_desk.services.slip_views import (
    BatchEmpty,
    BatchRow,
    BatchStands,
    Differing,
    FieldsMissing,
    LineRefused,
    NoSuchBatch,
    NotAllTypedAgain,
    NotOnTheSlip,
    NotTheTypist,
    SerialMistyped,
    SerialOfAnotherClass,
    SerialOfAnotherRound,
    SerialTwice,
    SerialUnknown,
    SlipNotInBatch,
    TypedSlip,
    TypistTwice,
)

S = BatchState
Fields = Mapping[str, Mapping[str, str]]
"""What is typed on lines that differ, by serial and person."""


def batch_in(ledger: Ledger, label: str, number: int, act: str, *enough: BatchState) -> KeptBatch:
    """The batch; refused where there is none, or it is not where the act needs it."""
    batch = ledger.batches.get(number)
    if batch is None:
        raise NoSuchBatch(label, number)
    if batch.state not in enough:
        raise BatchStands(label, number, batch.state, act)
    return batch


def slips_in(ledger: Ledger, number: int) -> dict[str, KeptSlip]:
    """The slips of a batch that is not counted, by serial."""
    return {serial: slip for serial, slip in sorted(ledger.slips.items()) if slip.batch == number}


def as_typist(batch: KeptBatch, label: str, name: str) -> KeptBatch:
    """The batch as that person may type it: the first typist, or the second, who is another."""
    if batch.state is S.TYPING:
        if not _same(batch.typed_by, name):
            raise NotTheTypist(label, batch.number, batch.typed_by)
        return batch
    return as_second(batch, label, name)


def as_second(batch: KeptBatch, label: str, name: str) -> KeptBatch:
    """The batch with that person as its second typist; refused to the first, and where another began."""
    if _same(batch.typed_by, name):
        raise TypistTwice(label, batch.number, name)
    if batch.compared_by and not _same(batch.compared_by, name):
        raise NotTheTypist(label, batch.number, batch.compared_by)
    return batch._replace(compared_by=batch.compared_by or name)


def as_third(batch: KeptBatch, label: str, name: str) -> KeptBatch:
    """The batch with that person to settle it, who typed it neither first nor second."""
    if _same(batch.typed_by, name) or _same(batch.compared_by, name):
        raise TypistTwice(label, batch.number, name)
    return batch._replace(settled_by=name)


def serial_for(ledger: Ledger, label: str, batch: KeptBatch, typed: str) -> str:
    """The serial as it is kept, where its slip can be typed in the batch now."""
    serial = known_serial(ledger, label, typed)
    if class_of(serial) is not batch.ballot_class:
        raise SerialOfAnotherClass(label, serial, class_of(serial), batch.ballot_class)
    if serial in ledger.counted:
        raise SerialTwice(label, serial, None)
    slip = ledger.slips.get(serial)
    if batch.state is S.TYPING_AGAIN and (slip is None or slip.batch != batch.number):
        raise SlipNotInBatch(label, serial, batch.number)
    if slip is not None and (batch.state is S.TYPING or slip.second is not None):
        raise SerialTwice(label, serial, slip.batch)
    return serial


def known_serial(ledger: Ledger, label: str, typed: str) -> str:
    """The serial as it is kept; refused where no slip of the round was printed with it."""
    serial = spelt(typed)
    read = read_serial(serial, ledger.mark)
    if read is Read.MISTYPED:
        raise SerialMistyped(label, typed.strip()[:20])
    if read is Read.ANOTHER_ROUND:
        raise SerialOfAnotherRound(label, serial)
    if serial not in ledger.serials:
        raise SerialUnknown(label, serial)
    return serial


def read_lines(here: OpenRound, serial: str, lines: Mapping[str, str]) -> dict[str, str]:
    """The lines as they are kept; refused where one says no mark or is nobody's on the slip."""
    rated, found = frozenset(here.rated), {}
    for code, text in lines.items():
        if code not in rated:
            raise NotOnTheSlip(here.label, serial, code)
        read = kept(text, here.held.kind)
        if read is None:
            raise LineRefused(here.label, serial, here.name(code), text.strip()[:20], here.held.kind)
        found[code] = read
    return found


def typed_slip(here: OpenRound, serial: str, typed: Typed) -> TypedSlip:
    """A slip as its typist sees it: every line, and why it will not count, if so."""
    lines = {code: typed.get(code, "") for code in here.rated}
    return TypedSlip(serial, lines, invalid_because(slip_of(class_of(serial), typed), here.rated, here.terms))


def put_typed(ledger: Ledger, batch: KeptBatch, serial: str, lines: Mapping[str, str]) -> None:
    """Keep what was typed: as the first typing, or as the second."""
    typed = without_blanks(lines)
    if batch.state is S.TYPING:
        ledger.slips[serial] = KeptSlip(batch.number, typed)
    else:
        ledger.slips[serial] = ledger.slips[serial]._replace(second=typed)
    ledger.batches[batch.number] = batch


def take_out(ledger: Ledger, label: str, batch: KeptBatch, typed: str) -> None:
    """Take a slip out of its batch: the second typing where there is one, else all of it."""
    serial = spelt(typed)
    slip = ledger.slips.get(serial)
    if slip is None or slip.batch != batch.number:
        raise SlipNotInBatch(label, serial, batch.number)
    if slip.second is None:
        del ledger.slips[serial]
    else:
        ledger.slips[serial] = slip._replace(second=None)
    ledger.batches[batch.number] = batch


def require_slips(ledger: Ledger, label: str, batch: KeptBatch) -> dict[str, KeptSlip]:
    """The slips of the batch, which has some."""
    slips = slips_in(ledger, batch.number)
    if not slips:
        raise BatchEmpty(label, batch.number)
    return slips


def require_typed_again(ledger: Ledger, label: str, batch: KeptBatch) -> None:
    """Refuse a comparison before every slip was typed twice."""
    lacking = tuple(serial for serial, slip in require_slips(ledger, label, batch).items() if slip.second is None)
    if lacking:
        raise NotAllTypedAgain(label, batch.number, lacking)


def differing_in(ledger: Ledger, here: OpenRound, number: int) -> tuple[Differing, ...]:
    """The lines on which the two typings of a batch differ, by serial and in the order of the slip."""
    found = []
    for serial, slip in slips_in(ledger, number).items():
        second = slip.second or {}
        codes = tuple(code for code in here.rated if slip.first.get(code, "") != second.get(code, ""))
        if codes:
            found.append(Differing(serial, codes))
    return tuple(found)


def answered(ledger: Ledger, here: OpenRound, number: int, fields: Fields) -> dict[str, dict[str, str]]:
    """The answers to every field that differs, as they are kept; refused where one is missing or another is there."""
    wanted = {each.serial: each.codes for each in differing_in(ledger, here, number)}
    given = {spelt(serial): lines for serial, lines in fields.items()}
    for serial in sorted({*wanted, *given}):
        codes = wanted.get(serial)
        if codes is None:
            raise SlipNotInBatch(here.label, serial, number)
        if set(given.get(serial, ())) != set(codes):
            raise FieldsMissing(here.label, serial, named(here.lines, codes))
    return {serial: read_lines(here, serial, lines) for serial, lines in given.items()}


def answer_second(ledger: Ledger, answers: Fields) -> None:
    """What the second typed anew takes the place of what he had typed."""
    for serial, lines in answers.items():
        slip = ledger.slips[serial]
        ledger.slips[serial] = slip._replace(second=without_blanks({**(slip.second or {}), **lines}))


def answer_third(ledger: Ledger, answers: Fields) -> None:
    """What the third found on the paper is what the slip says."""
    for serial, lines in answers.items():
        slip = ledger.slips[serial]
        ledger.slips[serial] = slip._replace(first=without_blanks({**slip.first, **lines}))


def count_batch(ledger: Ledger, batch: KeptBatch) -> KeptBatch:
    """The batch counts. Its slips are of no batch from here on; who typed one cannot be told any more."""
    slips = slips_in(ledger, batch.number)
    for serial, slip in slips.items():
        ledger.counted[serial] = as_text(slip.first)
        del ledger.slips[serial]
    counted = ledger.batches[batch.number] = batch._replace(state=S.COUNTED, slips=len(slips))
    return counted


def row_of(ledger: Ledger, here: OpenRound, batch: KeptBatch, name: str | None) -> BatchRow:
    """The batch as lists show it to that person, or to whoever sits at a desk without accounts."""
    slips = slips_in(ledger, batch.number)
    compared = batch.state in {S.COMPARED, S.SETTLING}
    return BatchRow(
        *batch[:4],
        len(slips) if batch.state is not S.COUNTED else batch.slips,
        *batch[4:7],
        typed_again=sum(1 for each in slips.values() if each.second is not None),
        differing=len(differing_in(ledger, here, batch.number)) if compared else 0,
        yours=batch.state is S.TYPING if name is None else _is_next(batch, name),
    )


def next_number(numbers: Iterable[int]) -> int:
    """The number of the next batch."""
    return max(numbers, default=0) + 1


def _is_next(batch: KeptBatch, name: str) -> bool:
    first, second = _same(batch.typed_by, name), _same(batch.compared_by, name)
    return {
        S.TYPING: first,
        S.TYPING_AGAIN: not first and (second or not batch.compared_by),
        S.COMPARED: second,
        S.SETTLING: not first and not second,
    }.get(batch.state, False)


def _same(one: str, other: str) -> bool:
    return holder_spelt(one) == holder_spelt(other)
