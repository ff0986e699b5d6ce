"""Printed slips: serials, batches, 简易 against the paper, 严格 twice, and whatever must be refused."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from committee_desk.domain.desk_file import DiskFull
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.roles import Way
from committee_desk.domain.round_counting import Invalid
from committee_desk.domain.rounds import Participant, RoundKind, RoundStands
from committee_desk.domain.serials import LETTERS, new_serial
from committee_desk.services.account_refusals import SecondIsFirst, SecondNeeded
from committee_desk.services.desk import Desk
from committee_desk.services.round_file import (
    TOGETHER,
    BatchState,
    RoundElsewhere,
    RoundFileBroken,
    RoundFileGone,
    from_text,
)
from committee_desk.services.second import Second
from committee_desk.services.slip_reading import kept, slip_of
from committee_desk.services.slip_views import (
    BatchEmpty,
    BatchStands,
    ClassWithoutRaters,
    FieldsMissing,
    LineRefused,
    NoSuchBatch,
    NotAllTypedAgain,
    NotOnTheSlip,
    NotTheTypist,
    OtherWay,
    SerialMistyped,
    SerialOfAnotherClass,
    SerialOfAnotherRound,
    SerialTwice,
    SerialUnknown,
    SlipCount,
    SlipNotInBatch,
    TypistTwice,
)
from committee_desk.storage.unit_of_work import SqlUnitOfWork
from committee_desk.wording.errors import sentence
from tests.services.seated_desks import SECRET
from tests.services.slip_hands import (
    CLERK,
    RATED,
    SCRUTINEER,
    YEAR,
    C,
    adopt,
    printed,
    seated,
    strictly,
    typed_batch,
    whole,
)


@pytest.fixture
def desk(open_copy: Callable[[Path], Desk], template_people: Path) -> Desk:
    opened = open_copy(template_people)
    adopt(opened)
    return opened


@pytest.fixture
def strict(open_copy: Callable[[Path], Desk], template_people: Path) -> Desk:
    opened = strictly(open_copy(template_people))
    secretary = seated(opened, "secretary")
    adopt(opened, actor=secretary, second=Second("reviewer", SECRET))
    return opened


def counted(desk: Desk, number: int = 1) -> dict[str, dict[str, str]]:
    """What the counted slips say, past the services, as closing will read them."""
    ledger = desk.slips._files.open(desk.rounds.card(YEAR, number).round.label).read()
    return {serial: dict(from_text(typed)) for serial, typed in ledger.counted.items()}


# -- serials ----------------------------------------------------------------------------------------------------------


def test_serials_are_random_of_their_class_and_never_come_twice(desk: Desk) -> None:
    first = desk.slips.make_serials(CLERK, YEAR, 1, C, "40").serials
    second = desk.slips.make_serials(CLERK, YEAR, 1, C, 40).serials
    assert len(set(first) | set(second)) == 80
    assert {each[0] for each in first} == {"C"}
    assert {each[1:3] for each in (*first, *second)} == {first[0][1:3]}, "the round's mark"
    assert all(set(each) <= set(LETTERS) and len(each) == 8 for each in first)
    assert desk.slips.progress(YEAR, 1)[C].serials == 80
    assert first[0] not in repr(desk.slips.make_serials(CLERK, YEAR, 1, C, 5))


def test_few_slips_are_never_made_by_themselves(desk: Desk) -> None:
    assert len(desk.slips.make_serials(CLERK, YEAR, 1, BallotClass.A, 1).serials) == TOGETHER


@pytest.mark.parametrize("count", ["0", "-3", "两", "3001", "2.5", ""])
def test_a_number_of_slips_that_is_none_is_refused(desk: Desk, count: str) -> None:
    with pytest.raises(SlipCount):
        desk.slips.make_serials(CLERK, YEAR, 1, C, count)


# -- 简易 -------------------------------------------------------------------------------------------------------------


def test_one_types_a_batch_and_another_confirms_it_against_the_paper(desk: Desk) -> None:
    serials = printed(desk)
    paper = {serials[0]: whole(desk), serials[1]: {**whole(desk, "９０ "), "J002": "弃", "J003": "", "J004": "87.50"}}
    batch = typed_batch(desk, paper)
    assert [each.serial for each in desk.slips.typed(YEAR, 1, batch)] == sorted(serials[:2])
    change = desk.slips.confirm(CLERK, YEAR, 1, batch, SCRUTINEER)
    row = desk.slips.batches(YEAR, 1)[0]
    assert (row.state, row.slips, row.typed_by, row.compared_by) == (BatchState.COUNTED, 2, "周敏", "李强")
    assert change.entry == desk.journal.head().entries
    wanted = {"J001": "90", "J002": "弃权", "J004": "87.5", "J005": "90", "J006": "90"}
    assert counted(desk) == {serials[0]: whole(desk), serials[1]: wanted}
    for told in (lambda: desk.slips.typed(YEAR, 1, batch), lambda: desk.slips.drop(CLERK, YEAR, 1, batch)):
        with pytest.raises(BatchStands):
            told()


def test_nobody_confirms_what_he_typed(desk: Desk) -> None:
    batch = typed_batch(desk, {printed(desk)[0]: whole(desk)})
    with pytest.raises(SecondIsFirst):
        desk.slips.confirm(CLERK, YEAR, 1, batch, Second("周敏"))
    with pytest.raises(SecondNeeded):
        desk.slips.confirm(CLERK, YEAR, 1, batch, None)
    assert counted(desk) == {}


def test_a_slip_is_taken_back_out_of_a_batch_and_typed_again(desk: Desk) -> None:
    serial = printed(desk)[0]
    batch = typed_batch(desk, {serial: whole(desk, "11")})
    desk.slips.take_back(CLERK, YEAR, 1, batch, serial.lower())
    with pytest.raises(BatchEmpty):
        desk.slips.confirm(CLERK, YEAR, 1, batch, SCRUTINEER)
    desk.slips.type(CLERK, YEAR, 1, batch, serial, whole(desk, "91"))
    desk.slips.confirm(CLERK, YEAR, 1, batch, SCRUTINEER)
    assert counted(desk) == {serial: whole(desk, "91")}
    with pytest.raises(BatchStands):
        desk.slips.take_back(CLERK, YEAR, 1, batch, serial)


def test_a_dropped_batch_leaves_its_slips_to_be_typed_anew(desk: Desk) -> None:
    serial = printed(desk)[0]
    batch = typed_batch(desk, {serial: whole(desk)})
    desk.slips.drop(CLERK, YEAR, 1, batch)
    assert desk.slips.progress(YEAR, 1)[C].typed == 0
    with pytest.raises(NoSuchBatch):
        desk.slips.typed(YEAR, 1, batch)
    typed_batch(desk, {serial: whole(desk)})


def test_an_invalid_slip_is_told_kept_as_it_is_and_counted_by_its_reason(desk: Desk) -> None:
    serials = printed(desk)
    batch, _ = desk.slips.begin(CLERK, YEAR, 1, C)
    half, more = dict.fromkeys(RATED[:3], "80"), dict.fromkeys(RATED[:2], "80")
    assert desk.slips.type(CLERK, YEAR, 1, batch, serials[0], half).slip.invalid is None
    told = desk.slips.type(CLERK, YEAR, 1, batch, serials[1], more).slip
    assert (told.invalid, told.lines["J001"], told.lines["J006"]) == (Invalid.HALF_BLANK, "80", "")
    abstains = {**more, **dict.fromkeys(RATED[2:], "-")}
    assert desk.slips.type(CLERK, YEAR, 1, batch, serials[2], abstains).slip.invalid is None
    desk.slips.confirm(CLERK, YEAR, 1, batch, SCRUTINEER)
    assert counted(desk)[serials[1]] == more


def test_more_excellent_than_the_cap_is_told_and_kept(desk: Desk) -> None:
    adopt(desk, 2)
    serials, people = printed(desk, number=2), [each.code for each in desk.slips.lines(YEAR, 2)]
    batch, _ = desk.slips.begin(CLERK, YEAR, 2, C)
    fine = desk.slips.type(CLERK, YEAR, 2, batch, serials[0], dict(zip(people, "123453", strict=True))).slip
    assert fine.invalid is None
    assert list(fine.lines.values()) == ["优秀", "称职", "基本称职", "不称职", "弃权", "基本称职"]
    told = desk.slips.type(CLERK, YEAR, 2, batch, serials[1], dict(zip(people, "112222", strict=True))).slip
    assert (told.invalid, told.lines[people[1]]) == (Invalid.TOO_MANY_EXCELLENT, "优秀")


@pytest.mark.parametrize("text", ["101", "-1", "85.555", "优秀", "8 5分", "NaN", "1e2", "５_0"])
def test_a_line_that_says_no_mark_is_refused_and_nothing_kept(desk: Desk, text: str) -> None:
    batch, _ = desk.slips.begin(CLERK, YEAR, 1, C)
    with pytest.raises(LineRefused) as told:
        desk.slips.type(CLERK, YEAR, 1, batch, printed(desk)[0], {**whole(desk), "J002": text})
    assert told.value.serial in sentence(told.value)
    assert desk.slips.typed(YEAR, 1, batch) == ()


def test_a_line_for_a_stranger_is_refused(desk: Desk) -> None:
    batch, _ = desk.slips.begin(CLERK, YEAR, 1, C)
    with pytest.raises(NotOnTheSlip):
        desk.slips.type(CLERK, YEAR, 1, batch, printed(desk)[0], {**whole(desk), "J019": "80"})


# -- serials that do not fit ------------------------------------------------------------------------------------------


def test_every_serial_that_does_not_fit_is_refused_by_name(desk: Desk) -> None:
    adopt(desk, 2)
    first, other = printed(desk), printed(desk, number=2)
    leader = desk.slips.make_serials(CLERK, YEAR, 1, BallotClass.A, 5).serials[0]
    batch = typed_batch(desk, {first[0]: whole(desk)})
    again, _ = desk.slips.begin(CLERK, YEAR, 1, C)
    wrong = first[1][:-1] + LETTERS[(LETTERS.index(first[1][-1]) + 1) % len(LETTERS)]
    swapped = next(
        found
        for at in range(6)
        if (found := first[1][:at] + first[1][at + 1] + first[1][at] + first[1][at + 2 :]) != first[1]
    )
    expected = {
        first[0]: SerialTwice, wrong: SerialMistyped, swapped: SerialMistyped, "": SerialMistyped,
        "票号": SerialMistyped, other[0]: SerialOfAnotherRound, leader: SerialOfAnotherClass,
    }  # fmt: skip
    for serial, refusal in expected.items():
        for asked in (batch, again):
            with pytest.raises(refusal) as told:
                desk.slips.check_serial(YEAR, 1, asked, serial)
            assert sentence(told.value)
            with pytest.raises(refusal):
                desk.slips.type(CLERK, YEAR, 1, asked, serial, whole(desk))
    desk.slips.confirm(CLERK, YEAR, 1, batch, SCRUTINEER)
    with pytest.raises(SerialTwice) as told:
        desk.slips.type(CLERK, YEAR, 1, again, first[0], whole(desk))
    assert told.value.batch is None
    assert desk.slips.check_serial(YEAR, 1, again, f" {first[1][:4].lower()}-{first[1][4:]} ") == first[1]


def test_a_serial_that_nobody_printed_is_unknown(desk: Desk) -> None:
    mark = printed(desk)[0][1:3]
    batch, _ = desk.slips.begin(CLERK, YEAR, 1, C)
    with pytest.raises(SerialUnknown):
        desk.slips.check_serial(YEAR, 1, batch, new_serial(C, mark))


def test_a_class_that_nobody_rates_in_has_no_slips(open_copy: Callable[[Path], Desk], template_people: Path) -> None:
    desk = open_copy(template_people)
    for row in desk.rounds.participants(YEAR, 1):
        if row.participant.ballot_class is BallotClass.B:
            placed = Participant(row.participant.code, C, rated=row.participant.rated)
            desk.rounds.place(CLERK, YEAR, 1, placed)
    adopt(desk)
    for act in (desk.slips.begin, lambda *asked: desk.slips.make_serials(*asked, 5)):
        with pytest.raises(ClassWithoutRaters):
            act(CLERK, YEAR, 1, BallotClass.B)


def test_a_round_that_is_not_open_takes_no_slip(desk: Desk) -> None:
    with pytest.raises(RoundStands):
        desk.slips.begin(CLERK, YEAR, 2, C)
    with pytest.raises(RoundStands):
        desk.slips.progress(YEAR, 2)


# -- 严格 -------------------------------------------------------------------------------------------------------------


def hand_over(desk: Desk, slips: dict[str, dict[str, str]]) -> int:
    """The first typist types these slips and hands the batch over."""
    first = seated(desk, "operator")
    batch, _ = desk.slips.begin(first, YEAR, 1, C)
    for serial, lines in slips.items():
        desk.slips.type(first, YEAR, 1, batch, serial, lines)
    desk.slips.hand_over(first, YEAR, 1, batch)
    return batch


def test_two_type_the_second_blind_and_a_third_settles(strict: Desk) -> None:
    serials = printed(strict, actor=seated(strict, "secretary"))
    paper = {serial: whole(strict, str(80 + at)) for at, serial in enumerate(serials)}
    batch = hand_over(strict, {**paper, serials[1]: {**paper[serials[1]], "J002": "18", "J003": ""}})
    second = seated(strict, "operator2")
    assert strict.slips.to_type_again(YEAR, 1, batch) == tuple(sorted(serials))
    with pytest.raises(BatchStands):
        strict.slips.typed(YEAR, 1, batch)
    for serial in serials:
        wrong = {"J005": "48"} if serial == serials[4] else {}
        strict.slips.type(second, YEAR, 1, batch, serial, {**paper[serial], **wrong})
    found = strict.slips.compare(second, YEAR, 1, batch).differing
    assert dict(found) == {serials[1]: ("J002", "J003"), serials[4]: ("J005",)}
    told = repr([codes for _, codes in found])  # a serial may bear any two digits
    assert "18" not in told
    assert "48" not in told
    again = {serials[1]: {"J002": "81", "J003": "81"}, serials[4]: {"J005": "84"}}
    left = strict.slips.retype(second, YEAR, 1, batch, again).differing
    assert dict(left) == {serials[1]: ("J002", "J003")}
    third = seated(strict, "secretary")
    assert strict.slips.differing(YEAR, 1, batch) == left
    strict.slips.settle(third, YEAR, 1, batch, {serials[1]: {"J002": "81", "J003": "81"}})
    assert counted(strict) == paper
    row = strict.slips.batches(YEAR, 1)[0]
    assert (row.typed_by, row.compared_by, row.settled_by, row.slips) == ("周敏", "钱芳", "孙丽", 5)


def test_the_first_typist_is_never_the_second_nor_the_third(strict: Desk) -> None:
    serials = printed(strict, actor=seated(strict, "secretary"))
    batch = hand_over(strict, {serials[0]: whole(strict)})
    first = seated(strict, "operator")
    for act in (
        lambda: strict.slips.type(first, YEAR, 1, batch, serials[0], whole(strict)),
        lambda: strict.slips.check_serial(YEAR, 1, batch, serials[0]),
        lambda: strict.slips.take_back(first, YEAR, 1, batch, serials[0]),
        lambda: strict.slips.compare(first, YEAR, 1, batch),
    ):
        with pytest.raises(TypistTwice) as told:
            act()
        assert "周敏" in sentence(told.value)
    second = seated(strict, "operator2")
    strict.slips.type(second, YEAR, 1, batch, serials[0], whole(strict, "86"))
    third = seated(strict, "secretary")
    with pytest.raises(NotTheTypist):
        strict.slips.compare(third, YEAR, 1, batch)
    second = seated(strict, "operator2")
    strict.slips.compare(second, YEAR, 1, batch)
    strict.slips.retype(second, YEAR, 1, batch, {serials[0]: dict.fromkeys(RATED, "86")})
    for login in ("operator", "operator2"):
        with pytest.raises(TypistTwice):
            strict.slips.settle(seated(strict, login), YEAR, 1, batch, {serials[0]: dict.fromkeys(RATED, "86")})
    strict.slips.settle(seated(strict, "secretary"), YEAR, 1, batch, {serials[0]: dict.fromkeys(RATED, "86")})
    assert counted(strict) == {serials[0]: whole(strict, "86")}


def test_a_batch_is_the_first_typists_until_he_hands_it_over(strict: Desk) -> None:
    serials = printed(strict, actor=seated(strict, "secretary"))
    first = seated(strict, "operator")
    batch, _ = strict.slips.begin(first, YEAR, 1, C)
    with pytest.raises(BatchEmpty):
        strict.slips.hand_over(first, YEAR, 1, batch)
    strict.slips.type(first, YEAR, 1, batch, serials[0], whole(strict))
    other = seated(strict, "operator2")
    for act in (
        lambda: strict.slips.typed(YEAR, 1, batch),
        lambda: strict.slips.type(other, YEAR, 1, batch, serials[1], whole(strict)),
        lambda: strict.slips.hand_over(other, YEAR, 1, batch),
    ):
        with pytest.raises(NotTheTypist):
            act()
    first = seated(strict, "operator")
    with pytest.raises(OtherWay):
        strict.slips.confirm(first, YEAR, 1, batch, Second("operator2", SECRET))


def test_slips_that_only_one_of_two_has_are_named(strict: Desk) -> None:
    serials = printed(strict, actor=seated(strict, "secretary"))
    batch = hand_over(strict, {serials[0]: whole(strict), serials[1]: whole(strict)})
    second = seated(strict, "operator2")
    with pytest.raises(SlipNotInBatch):
        strict.slips.type(second, YEAR, 1, batch, serials[2], whole(strict))
    strict.slips.type(second, YEAR, 1, batch, serials[0], whole(strict))
    with pytest.raises(SerialTwice):
        strict.slips.type(second, YEAR, 1, batch, serials[0], whole(strict))
    with pytest.raises(NotAllTypedAgain) as told:
        strict.slips.compare(second, YEAR, 1, batch)
    assert told.value.serials == (serials[1],)
    strict.slips.take_back(second, YEAR, 1, batch, serials[0])
    strict.slips.type(second, YEAR, 1, batch, serials[0], whole(strict))
    strict.slips.take_back(second, YEAR, 1, batch, serials[1])
    assert strict.slips.compare(second, YEAR, 1, batch).differing == ()
    assert counted(strict) == {serials[0]: whole(strict)}


def test_exactly_the_fields_that_differ_are_answered(strict: Desk) -> None:
    serials = printed(strict, actor=seated(strict, "secretary"))
    batch = hand_over(strict, {serials[0]: whole(strict)})
    second = seated(strict, "operator2")
    strict.slips.type(second, YEAR, 1, batch, serials[0], {**whole(strict), "J001": "58"})
    strict.slips.compare(second, YEAR, 1, batch)
    for wrong in ({serials[0]: {}}, {serials[0]: {"J001": "85", "J002": "85"}}, {}):
        with pytest.raises(FieldsMissing):
            strict.slips.retype(second, YEAR, 1, batch, wrong)
    with pytest.raises(SlipNotInBatch):
        strict.slips.retype(second, YEAR, 1, batch, {serials[0]: {"J001": "85"}, serials[1]: {}})
    with pytest.raises(LineRefused):
        strict.slips.retype(second, YEAR, 1, batch, {serials[0]: {"J001": "850"}})
    assert strict.slips.retype(second, YEAR, 1, batch, {serials[0]: {"J001": "85"}}).differing == ()


def test_in_plain_with_accounts_the_scrutineer_gives_a_password(
    open_copy: Callable[[Path], Desk], template_people: Path
) -> None:
    desk = strictly(open_copy(template_people), Way.PLAIN)
    clerk = seated(desk, "operator")
    adopt(desk, actor=clerk, second=Second("reviewer", SECRET))
    batch, _ = desk.slips.begin(clerk, YEAR, 1, C)
    desk.slips.type(clerk, YEAR, 1, batch, printed(desk, actor=clerk)[0], whole(desk))
    with pytest.raises(OtherWay):
        desk.slips.hand_over(clerk, YEAR, 1, batch)
    desk.slips.confirm(clerk, YEAR, 1, batch, Second("reviewer", SECRET))
    assert desk.slips.batches(YEAR, 1)[0].compared_by == "李强"


# -- whatever happens, the count is the paper's -----------------------------------------------------------------------

LINES = ["", "弃权", "0", "7", "59.5", "60", "85", "86", "100"]
papers = st.lists(st.lists(st.sampled_from(LINES), min_size=len(RATED), max_size=len(RATED)), min_size=1, max_size=4)
slips_of_keys = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, len(RATED) - 1), st.integers(1, len(LINES) - 1)), max_size=6
)


def typed_wrong(paper: dict[str, dict[str, str]], wrong: list[tuple[int, int, int]]) -> dict[str, dict[str, str]]:
    """The paper as somebody types it who slips in some fields: each wrong value is another than the paper's."""
    found = {serial: dict(lines) for serial, lines in paper.items()}
    for at, person, step in wrong:
        serial, code = sorted(paper)[at % len(paper)], RATED[person]
        found[serial][code] = LINES[(LINES.index(paper[serial][code]) + step) % len(LINES)]
    return found


@given(papers, slips_of_keys, slips_of_keys, slips_of_keys, st.lists(st.integers(0, 3), max_size=3))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_strict_the_accepted_slips_are_the_paper_and_every_mistake_is_found(
    strict: Desk,
    filled: list[list[str]],
    one: list[tuple[int, int, int]],
    two: list[tuple[int, int, int]],
    three: list[tuple[int, int, int]],
    back: list[int],
) -> None:
    serials = sorted(printed(strict, actor=seated(strict, "secretary")))[: len(filled)]
    paper = {serial: dict(zip(RATED, lines, strict=True)) for serial, lines in zip(serials, filled, strict=True)}
    first, second = typed_wrong(paper, one), typed_wrong(paper, two)
    for serial in serials:  # two who make the same mistake in the same field are beyond any comparison
        for code in RATED:
            if first[serial][code] == second[serial][code] != paper[serial][code]:
                second[serial][code] = paper[serial][code]
    batch = hand_over(strict, first)
    typist = seated(strict, "operator2")
    for serial in serials:
        strict.slips.type(typist, YEAR, 1, batch, serial, second[serial])
    for at in back:  # taken back and typed once more, the same or right
        serial = serials[at % len(serials)]
        strict.slips.take_back(typist, YEAR, 1, batch, serial)
        strict.slips.type(typist, YEAR, 1, batch, serial, second[serial])
    planted = {
        serial: tuple(code for code in RATED if first[serial][code] != second[serial][code]) for serial in serials
    }
    found = strict.slips.compare(typist, YEAR, 1, batch).differing
    assert dict(found) == {serial: codes for serial, codes in planted.items() if codes}
    if found:
        third = typed_wrong(paper, three)
        again = {
            serial: {
                code: paper[serial][code] if third[serial][code] == first[serial][code] else third[serial][code]
                for code in codes
            }
            for serial, codes in found
        }
        left = strict.slips.retype(typist, YEAR, 1, batch, again).differing
        if left:
            settled = {serial: {code: paper[serial][code] for code in codes} for serial, codes in left}
            strict.slips.settle(seated(strict, "secretary"), YEAR, 1, batch, settled)
    whole_file = counted(strict)
    assert {serial: whole_file[serial] for serial in serials} == {
        serial: {code: text for code, text in lines.items() if text} for serial, lines in paper.items()
    }


@given(papers, slips_of_keys)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_plain_the_accepted_slips_are_the_paper_once_the_scrutineer_has_compared_them(
    desk: Desk, filled: list[list[str]], wrong: list[tuple[int, int, int]]
) -> None:
    serials = sorted(printed(desk))[: len(filled)]
    paper = {serial: dict(zip(RATED, lines, strict=True)) for serial, lines in zip(serials, filled, strict=True)}
    first = typed_wrong(paper, wrong)
    batch = typed_batch(desk, first)
    differing = {each.serial for each in desk.slips.typed(YEAR, 1, batch) if each.lines != paper[each.serial]}
    assert differing == {serial for serial in serials if first[serial] != paper[serial]}
    for serial in differing:
        desk.slips.take_back(CLERK, YEAR, 1, batch, serial)
        desk.slips.type(CLERK, YEAR, 1, batch, serial, paper[serial])
    desk.slips.confirm(CLERK, YEAR, 1, batch, SCRUTINEER)
    whole_file = counted(desk)
    assert {serial: whole_file[serial] for serial in serials} == {
        serial: {code: text for code, text in lines.items() if text} for serial, lines in paper.items()
    }


@given(st.text(max_size=8), st.sampled_from(list(RoundKind)))
def test_whatever_is_typed_on_a_line_is_kept_as_a_line_or_refused(text: str, kind: RoundKind) -> None:
    read = kept(text, kind)
    if read is not None:
        assert kept(read, kind) == read
        assert set(slip_of(C, {"J001": read}).lines) == {"J001"}


def test_a_batch_whose_confirmation_the_desk_cannot_keep_is_not_counted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    serial, *_ = printed(desk)
    batch = typed_batch(desk, {serial: whole(desk)})
    head = desk.journal.rows(1)[0].seq

    def full(_uow: SqlUnitOfWork) -> None:
        raise DiskFull(desk.path)

    with monkeypatch.context() as patch:
        patch.setattr(SqlUnitOfWork, "commit", full)
        with pytest.raises(DiskFull):
            desk.slips.confirm(CLERK, YEAR, 1, batch, SCRUTINEER)
    assert (counted(desk), desk.journal.rows(1)[0].seq) == ({}, head)
    desk.slips.confirm(CLERK, YEAR, 1, batch, SCRUTINEER)
    assert (set(counted(desk)), desk.journal.rows(1)[0].verb) == ({serial}, "slips.confirm")


def test_what_a_batch_does_not_take_any_more_is_named_in_words(desk: Desk) -> None:
    serial, other, *_ = printed(desk)
    batch = typed_batch(desk, {serial: whole(desk)})
    with pytest.raises(BatchStands) as told:
        desk.slips.compare(CLERK, YEAR, 1, batch)
    assert sentence(told.value) == "第 1 批现为“正在录入”，不能“比对”。请刷新后再办理。"
    desk.slips.confirm(CLERK, YEAR, 1, batch, SCRUTINEER)
    for act, words in (
        (lambda: desk.slips.type(CLERK, YEAR, 1, batch, other, whole(desk)), "录入"),
        (lambda: desk.slips.take_back(CLERK, YEAR, 1, batch, serial), "撤回"),
        (lambda: desk.slips.drop(CLERK, YEAR, 1, batch), "删除"),
        (lambda: desk.slips.typed(YEAR, 1, batch), "查看"),
        (lambda: desk.slips.hand_over(CLERK, YEAR, 1, batch), "交第二人录入"),
        (lambda: desk.slips.retype(CLERK, YEAR, 1, batch, {}), "重录差异"),
        (lambda: desk.slips.settle(CLERK, YEAR, 1, batch, {}), "裁定差异"),
    ):
        with pytest.raises(BatchStands) as told:
            act()
        assert sentence(told.value) == f"第 1 批现为“已计票”，不能“{words}”。请刷新后再办理。"


# -- the working file -------------------------------------------------------------------------------------------------


def test_without_the_key_of_this_pc_the_round_goes_on_elsewhere(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("another-pc")))
    with pytest.raises(RoundElsewhere) as told:
        desk.slips.begin(CLERK, YEAR, 1, C)
    assert "2026-测-001" in sentence(told.value)
    assert not desk.rounds.card(YEAR, 1).here


def test_a_working_file_that_is_gone_or_broken_is_said_so(desk: Desk) -> None:
    file = desk.path.with_name(f"{desk.path.name}.2026-测-001")
    content = file.read_bytes()
    file.unlink()
    with pytest.raises(RoundFileGone):
        desk.slips.begin(CLERK, YEAR, 1, C)
    for broken in (b"", content[:100], content[:4096], bytes(len(content)), content[::-1]):
        file.write_bytes(broken)
        with pytest.raises(RoundFileBroken):
            desk.slips.begin(CLERK, YEAR, 1, C)
    file.write_bytes(content)
    desk.slips.begin(CLERK, YEAR, 1, C)


def test_a_backup_holds_neither_working_file_nor_key(desk: Desk, tmp_path: Path) -> None:
    serial = printed(desk)[0]
    typed_batch(desk, {serial: whole(desk)})
    desk.backup.copy_to(CLERK, tmp_path / "备份.desk")
    shutil.copytree(tmp_path, tmp_path / "copied", ignore=shutil.ignore_patterns("*.2026-测-001", "copied"))
    for each in (tmp_path / "copied").rglob("*"):
        if each.is_file():
            assert serial.encode() not in each.read_bytes()
