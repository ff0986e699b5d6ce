"""The journal's chain: nothing in it changes, moves, appears or goes without being found."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committee_desk.domain.journal import BEGINNING, Break, Entry, canonical, chain_hash, groups, typed_head, verify
from committee_desk.domain.standing import Leave

words = st.text(max_size=8)
perhaps = st.none() | words
contents = st.lists(st.tuples(words, words, perhaps, words, perhaps, words, perhaps), min_size=1, max_size=6)


def _chain(rows: list[tuple[str | None, ...]]) -> list[Entry]:
    entries: list[Entry] = []
    for seq, (actor, role, authority, verb, subject, what, why) in enumerate(rows, start=1):
        previous = entries[-1].hash if entries else BEGINNING
        entry = Entry(seq, "2027-01-11T09:00:00+08:00", actor, role, authority, verb, subject, what, why, previous, "")
        entries.append(entry._replace(hash=chain_hash(entry)))
    return entries


@given(contents)
def test_a_chain_as_written_holds(rows: list[tuple[str | None, ...]]) -> None:
    assert verify(_chain(rows)) is None


@given(contents, st.data())
def test_any_changed_field_is_found_at_its_entry(rows: list[tuple[str | None, ...]], data: st.DataObject) -> None:
    entries = _chain(rows)
    place = data.draw(st.integers(0, len(entries) - 1))
    field = data.draw(st.sampled_from([f for f in Entry._fields if f != "seq"]))
    before = getattr(entries[place], field)
    entries[place] = entries[place]._replace(**{field: data.draw(words.filter(lambda text: text != before))})
    found = verify(entries)
    assert found is not None
    assert found.seq == place + 1


@given(contents, st.data())
def test_an_entry_rewritten_with_a_fitting_hash_breaks_the_next(
    rows: list[tuple[str | None, ...]], data: st.DataObject
) -> None:
    entries = [*_chain(rows), *_chain(rows)]
    entries = _chain([(e.actor, e.role, e.authority, e.verb, e.subject, e.what, e.why) for e in entries])
    place = data.draw(st.integers(0, len(entries) - 2))
    forged = entries[place]._replace(what=entries[place].what + "!")
    entries[place] = forged._replace(hash=chain_hash(forged))
    assert verify(entries) == Break(place + 2, "previous")


@pytest.mark.parametrize(
    "meddle",
    [
        lambda entries: entries[1:],
        lambda entries: [entries[0], *entries[2:]],
        lambda entries: [entries[1], entries[0], *entries[2:]],
        lambda entries: [entries[0], *entries],
    ],
    ids=["first one gone", "middle one gone", "two exchanged", "one doubled"],
)
def test_an_entry_gone_moved_or_doubled_is_found(meddle: Callable[[list[Entry]], list[Entry]]) -> None:
    entries = _chain([("甲", "desk", None, "verb", None, "{}", None)] * 4)
    assert verify(meddle(entries)) is not None


def test_an_empty_journal_holds() -> None:
    assert verify([]) is None


def test_fields_do_not_run_into_one_another() -> None:
    one, other = _chain([("ab", "c", None, "v", None, "", None)]), _chain([("a", "bc", None, "v", None, "", None)])
    assert one[0].hash != other[0].hash


def test_canonical_json_is_one_text_for_one_value() -> None:
    class Colour(Enum):
        RED = "红"

    value = {"乙": Decimal("1.50"), "甲": [Leave("J1", "病假", date(2026, 1, 2), date(2026, 1, 3))], "c": Colour.RED}
    assert canonical(value) == (
        '{"c":"红","乙":"1.50","甲":[{"code":"J1","kind":"病假","since":"2026-01-02","until":"2026-01-03"}]}'
    )
    assert canonical(dict(reversed(value.items()))) == canonical(value)


def test_canonical_json_takes_no_inexact_number() -> None:
    with pytest.raises(TypeError):
        canonical({"分值": 0.1})


def test_an_entry_without_a_seal_keeps_the_hash_that_it_had_before_there_were_seals() -> None:
    entry = Entry(1, "2027-01-11T09:00:00+08:00", "甲", "desk", None, "v", None, "{}", None, BEGINNING, "")
    before = sha256(canonical(list(entry[:10])).encode()).hexdigest()
    assert chain_hash(entry) == before
    assert len({before, chain_hash(entry._replace(rows="{}")), chain_hash(entry._replace(rows="[]"))}) == 3


@given(st.text("0123456789abcdef", min_size=16, max_size=64))
def test_a_head_is_read_back_as_it_is_printed(hash_: str) -> None:
    assert typed_head(groups(hash_)) == typed_head(groups(hash_).upper()) == hash_
    assert {len(group) for group in groups(hash_).split(" ")[:-1]} <= {4}
