"""Serials and codes: random, told from other rounds', and nothing at all with one character wrong."""

from hypothesis import given
from hypothesis import strategies as st

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.serials import (
    CODE_LENGTH,
    LETTERS,
    SERIAL_LENGTH,
    Read,
    class_of,
    new_code,
    new_mark,
    new_serial,
    read_code,
    read_serial,
    spelt,
)

marks = st.text(LETTERS, min_size=2, max_size=2)


@given(marks, st.sampled_from(BallotClass))
def test_a_serial_says_its_class_and_its_round(mark: str, ballot_class: BallotClass) -> None:
    serial = new_serial(ballot_class, mark)
    assert (len(serial), class_of(serial), read_serial(serial, mark)) == (SERIAL_LENGTH, ballot_class, Read.OURS)
    other = LETTERS[(LETTERS.index(mark[0]) + 1) % len(LETTERS)] + mark[1]
    assert read_serial(serial, other) is Read.ANOTHER_ROUND


@given(marks, st.data())
def test_one_wrong_character_or_two_exchanged_ones_make_it_nothing(mark: str, data: st.DataObject) -> None:
    for text, read in ((new_serial(BallotClass.B, mark), read_serial), (new_code(mark), read_code)):
        at = data.draw(st.integers(0, len(text) - 1))
        wrong = data.draw(st.sampled_from([each for each in LETTERS if each != text[at]]))
        assert read(text[:at] + wrong + text[at + 1 :], mark) is Read.MISTYPED
        swapped = text[:at] + text[at : at + 2][::-1] + text[at + 2 :]
        assert swapped == text or read(swapped, mark) is Read.MISTYPED
        for other in (text[:-1], text + text[-1], "", text.replace(text[at], "0")):
            assert read(other, mark) is Read.MISTYPED


@given(marks)
def test_a_code_is_good_for_its_round_alone(mark: str) -> None:
    code = new_code(mark)
    assert (len(code), read_code(code, mark)) == (CODE_LENGTH, Read.OURS)
    assert read_code(code, mark[::-1]) is (Read.OURS if mark[0] == mark[1] else Read.ANOTHER_ROUND)


def test_no_two_are_alike_and_none_reads_like_another() -> None:
    mark = new_mark()
    assert len({new_code(mark) for _ in range(500)}) == 500
    assert not set("01OIL") & set(LETTERS)
    assert spelt(" ａ7k-2m9p-4\n") == "A7K2M9P4"
