"""The booth: codes in envelopes, one vote each, ballots together or not at all, and a PC that dies."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from committee_desk.bootstrap import open_desk
from committee_desk.domain.desk_file import DiskFull
from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.roles import Way
from committee_desk.domain.rounds import RoundStands
from committee_desk.domain.serials import LETTERS
from committee_desk.services.account_refusals import NotSignedIn
from committee_desk.services.booth_memory import Ballot
from committee_desk.services.booth_views import (
    BoothCutOff,
    BoothEnded,
    BoothHalfBlank,
    BoothLineRefused,
    BoothStranger,
    BoothTaken,
    BoothTooManyExcellent,
    CodeMistyped,
    CodeOfAnotherRound,
    CodeUnknown,
    CodeUsed,
    NobodyInBooth,
    NoCodesToMake,
    NoRater,
    NoRaterNamed,
    OwnLine,
    RaterCode,
    RaterHasVoted,
    TooFewWait,
)
from committee_desk.services.desk import Desk
from committee_desk.services.round_file import TOGETHER
from committee_desk.services.second import Second
from committee_desk.storage import round_file
from committee_desk.wording.errors import sentence
from tests.conftest import frozen_clock
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
    voted,
    whole,
)


@pytest.fixture
def desk(open_copy: Callable[[Path], Desk], template_people: Path) -> Desk:
    opened = open_copy(template_people)
    adopt(opened)
    return opened


def codes(desk: Desk, ballot_class: BallotClass | None = C, number: int = 1) -> list[RaterCode]:
    """Codes for everybody; those of one class."""
    made = desk.booth.make_codes(CLERK, YEAR, number).codes
    return [each for each in made if ballot_class in {None, each.ballot_class}]


def used(desk: Desk, ballot_class: BallotClass = C) -> int:
    return desk.slips.progress(YEAR, 1)[ballot_class].used


def marks(desk: Desk, ballot_class: BallotClass = C) -> list[tuple[str, Decimal | None]]:
    """The booth's marks of a class as the working file holds them."""
    ledger = desk.booth._files.open("2026-测-001").read()
    return sorted((each.code, each.mark) for each in ledger.booth if each.ballot_class is ballot_class)


# -- codes ------------------------------------------------------------------------------------------------------------


def test_codes_are_made_once_for_everybody_who_may_rate_and_only_hashes_kept(desk: Desk) -> None:
    made = desk.booth.make_codes(CLERK, YEAR, 1)
    raters = {each.participant.code for each in desk.rounds.participants(YEAR, 1) if each.participant.ballot_class}
    assert {each.person for each in made.codes} == raters
    assert len({each.code for each in made.codes}) == len(raters)
    assert all(len(each.code) == 10 and set(each.code) <= set(LETTERS) for each in made.codes)
    assert made.codes[0].code not in repr(made)
    held = desk.booth._files.open("2026-测-001").read()
    assert not {each.code for each in made.codes} & set(str(held.codes))
    assert all(each.code not in str(held) for each in made.codes)
    with pytest.raises(NoCodesToMake):
        desk.booth.make_codes(CLERK, YEAR, 1)


def test_a_lost_envelope_gets_another_code_and_the_first_opens_nothing(desk: Desk) -> None:
    lost = codes(desk)[0]
    fresh = desk.booth.make_codes(CLERK, YEAR, 1, [lost.person]).codes[0]
    assert fresh.person == lost.person
    with pytest.raises(CodeUnknown):
        desk.booth.enter(YEAR, 1, lost.code)
    voted(desk, fresh.code)
    with pytest.raises(RaterHasVoted):
        desk.booth.make_codes(CLERK, YEAR, 1, [lost.person])
    with pytest.raises(NoRater):
        desk.booth.make_codes(CLERK, YEAR, 1, ["X999"])
    with pytest.raises(NoRaterNamed) as told:
        desk.booth.make_codes(CLERK, YEAR, 1, [])
    assert sentence(told.value) == "没有指明给谁换发 2026-测-001 的验证码。请先选定投票人。"


def test_every_code_that_opens_nothing_is_refused_by_name(desk: Desk) -> None:
    adopt(desk, 2)
    mine = codes(desk)[0].code
    other = codes(desk, number=2)[0].code
    wrong = mine[:-1] + LETTERS[(LETTERS.index(mine[-1]) + 1) % len(LETTERS)]
    for code, refusal in {"": CodeMistyped, wrong: CodeMistyped, "码": CodeMistyped, other: CodeOfAnotherRound}.items():
        with pytest.raises(refusal) as told:
            desk.booth.enter(YEAR, 1, code)
        assert len(code) < 10 or code not in sentence(told.value)
    assert desk.booth.enter(YEAR, 1, f" {mine[:5].lower()}-{mine[5:]} ").label == "2026-测-001"


def test_a_code_is_good_once(desk: Desk) -> None:
    code = codes(desk)[0].code
    voted(desk, code)
    with pytest.raises(CodeUsed):
        desk.booth.enter(YEAR, 1, code)


def test_a_round_that_is_not_open_has_no_booth(desk: Desk) -> None:
    with pytest.raises(RoundStands):
        desk.booth.enter(YEAR, 2, "ABCDEFGHJK")
    with pytest.raises(RoundStands):
        desk.booth.make_codes(CLERK, YEAR, 2)


# -- one ballot -------------------------------------------------------------------------------------------------------


def test_the_own_line_is_barred_and_every_other_is_open(desk: Desk) -> None:
    rated = next(each for each in codes(desk, None) if each.person in RATED)
    ballot = desk.booth.enter(YEAR, 1, rated.code)
    assert [each.rated.code for each in ballot.lines if each.own] == [rated.person]
    assert rated.name not in {ballot.title, ballot.label}
    with pytest.raises(OwnLine):
        desk.booth.cast(whole(desk))
    desk.booth.cast({code: mark for code, mark in whole(desk).items() if code != rated.person})


def test_what_would_not_count_is_refused_and_the_ballot_stays_open(desk: Desk) -> None:
    desk.booth.enter(YEAR, 1, codes(desk)[0].code)
    rated = [each.code for each in desk.slips.lines(YEAR, 1)]
    for lines, refusal in (
        ({}, BoothHalfBlank),
        (dict.fromkeys(rated[:2], "80"), BoothHalfBlank),
        ({**whole(desk), rated[-1]: "101"}, BoothLineRefused),
        ({**whole(desk), "X999": "80"}, BoothStranger),
    ):
        for act in (desk.booth.check, desk.booth.cast):
            with pytest.raises(refusal) as told:
                act(lines)
            assert sentence(told.value)
    assert desk.booth.waiting() == 0
    desk.booth.cast(dict.fromkeys(rated, "弃权"))
    assert desk.booth.waiting() == 1


def test_more_excellent_than_the_cap_is_refused(desk: Desk) -> None:
    adopt(desk, 2)
    desk.booth.enter(YEAR, 2, next(each for each in codes(desk, number=2) if each.person.startswith("J")).code)
    rated = [each.code for each in desk.slips.lines(YEAR, 2)]
    with pytest.raises(BoothTooManyExcellent) as told:
        desk.booth.cast(dict.fromkeys(rated, "1"))
    assert (told.value.found, told.value.most) == (len(rated), 1)


def test_one_rater_at_a_time(desk: Desk) -> None:
    first, second, *_ = codes(desk)
    desk.booth.enter(YEAR, 1, first.code)
    with pytest.raises(BoothTaken):
        desk.booth.enter(YEAR, 1, second.code)
    desk.booth.leave()
    for act in (desk.booth.check, desk.booth.cast):
        with pytest.raises(NobodyInBooth):
            act({})
    voted(desk, first.code)


def test_whoever_votes_signs_in_nowhere_and_reaches_nothing_else(
    open_copy: Callable[[Path], Desk], template_people: Path
) -> None:
    desk = strictly(open_copy(template_people), Way.PLAIN)
    clerk = seated(desk, "operator")
    adopt(desk, actor=clerk, second=Second("reviewer", SECRET))
    code = desk.booth.make_codes(clerk, YEAR, 1).codes[0]
    desk.seating.sign_out()
    voted_lines = desk.booth.enter(YEAR, 1, code.code).lines
    desk.booth.cast({each.rated.code: "85" for each in voted_lines if not each.own})
    assert desk.booth.waiting() == 1
    for act in (
        lambda: desk.booth.state(YEAR, 1),
        lambda: desk.booth.contents(YEAR, 1),
        lambda: desk.slips.progress(YEAR, 1),
        lambda: desk.booth.make_codes(clerk, YEAR, 1),
    ):
        with pytest.raises(NotSignedIn):
            act()


# -- together or not at all -------------------------------------------------------------------------------------------


def test_ballots_wait_until_five_can_go_and_five_stay_back(desk: Desk) -> None:
    envelopes = codes(desk)
    for at, each in enumerate(envelopes[: 2 * TOGETHER - 1], start=1):
        voted(desk, each.code)
        assert (desk.booth.waiting(), used(desk), marks(desk)) == (at, 0, [])
    voted(desk, envelopes[9].code)
    assert (desk.booth.waiting(), used(desk)) == (TOGETHER, TOGETHER)
    assert len(marks(desk)) == TOGETHER * len(RATED)


def test_a_class_that_has_voted_as_a_whole_is_written_at_once(desk: Desk) -> None:
    heads = codes(desk, BallotClass.B)
    for each in heads[:-1]:
        voted(desk, each.code)
    assert used(desk, BallotClass.B) == 0
    voted(desk, heads[-1].code)
    assert (desk.booth.waiting(), used(desk, BallotClass.B)) == (0, len(heads))


def test_what_was_cast_is_what_closing_gets(desk: Desk) -> None:
    expected: list[tuple[str, Decimal | None]] = []
    envelopes = codes(desk)[:17]
    for at, each in enumerate(envelopes):
        ballot = desk.booth.enter(YEAR, 1, each.code)
        lines = {line.rated.code: str(60 + at) for line in ballot.lines if not line.own}
        lines["J006" if each.person != "J006" else "J005"] = "弃"
        desk.booth.cast(lines)
        taken = {code: Decimal(60 + at) for code in lines}
        expected += [(code, None if lines.get(code, "弃") == "弃" else taken[code]) for code in RATED]
    found = desk.booth.contents(YEAR, 1)
    assert sorted(((each.code, each.mark) for each in found.booth.marks), key=str) == sorted(expected, key=str)
    assert found.booth.valid == {C: 17}
    assert found.took_part == {each.person for each in envelopes}
    assert used(desk) == 10, "asking writes nothing"


def test_straight_lines_are_counted_before_a_ballot_is_parted(desk: Desk) -> None:
    for at, each in enumerate(codes(desk)[:8]):
        voted(desk, each.code, (lambda _: "85") if at < 3 else (lambda code: f"8{code[-1]}"))
    assert desk.booth.contents(YEAR, 1).straight == {C: 3}


def test_few_ballots_beside_others_that_are_known_do_not_close_a_round(desk: Desk) -> None:
    batch = typed_batch(desk, {printed(desk)[0]: whole(desk)})
    desk.slips.confirm(CLERK, YEAR, 1, batch, SCRUTINEER)
    voted(desk, codes(desk)[0].code)
    assert desk.booth.state(YEAR, 1).too_few == (C,)
    with pytest.raises(TooFewWait) as told:
        desk.booth.contents(YEAR, 1)
    assert "纸质票" in sentence(told.value)
    assert len(desk.booth.contents(YEAR, 1, giving_up=True).slips) == 1


def test_ballots_given_back_free_their_codes(desk: Desk) -> None:
    first = codes(desk)[0]
    voted(desk, first.code)
    assert desk.booth.give_back(CLERK, YEAR, 1, C).entry is not None
    assert desk.booth.waiting() == 0
    assert desk.booth.give_back(CLERK, YEAR, 1, C).entry is None
    voted(desk, first.code)


def test_a_ballot_in_memory_says_nothing_in_a_trace(desk: Desk) -> None:
    voted(desk, codes(desk)[0].code)
    held = desk.booth._waiting[YEAR, 1][0]
    assert isinstance(held, Ballot)
    assert repr(held) == "Ballot()"


def test_a_disk_that_fails_costs_no_ballot(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    envelopes = codes(desk)
    for each in envelopes[:9]:
        voted(desk, each.code)
    with monkeypatch.context() as patch:

        def full(*_: object) -> None:
            raise DiskFull(desk.path)

        patch.setattr(round_file, "_write_anew", full)
        voted(desk, envelopes[9].code)
        assert desk.booth.waiting() == 10
    assert used(desk) == 0
    voted(desk, envelopes[10].code)
    assert (desk.booth.waiting(), used(desk)) == (5, 6)


# -- a PC that dies ---------------------------------------------------------------------------------------------------


def test_after_a_cut_off_program_the_codes_are_free_and_the_round_says_whom_to_ask(desk: Desk) -> None:
    envelopes = codes(desk)
    for each in envelopes[:12]:
        voted(desk, each.code)
    assert not desk.booth.state(YEAR, 1).interrupted
    with open_desk(desk.path, clock=frozen_clock) as again:  # the first one's memory is lost
        state = again.booth.state(YEAR, 1)
        assert (state.interrupted, again.booth.waiting()) == (True, 0)
        everybody = {each.participant.code for each in again.rounds.participants(YEAR, 1)}
        assert len(state.ask_again) == len(everybody) - 5
        free = {each.code for each in state.ask_again}
        lost = [each for each in envelopes[:12] if each.person in free]
        assert len(lost) == 7
        voted(again, lost[0].code)
        after = again.booth.state(YEAR, 1)
        assert after.interrupted, "asking somebody is not asking all"
        assert after.ask_again == state.ask_again, "who has voted since is not told one by one"
        again.booth.asked_again(CLERK, YEAR, 1)
        assert not again.booth.state(YEAR, 1).interrupted
        for each in lost[1:]:
            voted(again, each.code)
        assert again.booth.contents(YEAR, 1).took_part == {each.person for each in envelopes[:12]}


def test_a_round_is_not_closed_over_ballots_in_the_memory_of_another_window(desk: Desk) -> None:
    first, *rest = codes(desk, BallotClass.B)
    voted(desk, first.code)
    with open_desk(desk.path, clock=frozen_clock) as other:
        with pytest.raises(BoothCutOff) as told:
            other.rounds.close(CLERK, YEAR, 1, SCRUTINEER)
        assert "请在那里关闭计票" in sentence(told.value)
        assert not other.booth.contents(YEAR, 1, giving_up=True).took_part
    for each in rest:
        voted(desk, each.code)
    assert desk.booth.contents(YEAR, 1).booth.valid == {BallotClass.B: len(rest) + 1}


def test_who_votes_at_two_windows_with_one_code_is_counted_once(desk: Desk) -> None:
    envelopes = codes(desk, BallotClass.B)
    voted(desk, envelopes[0].code)
    with open_desk(desk.path, clock=frozen_clock) as other:
        for each in envelopes:
            voted(other, each.code)
        assert (used(desk, BallotClass.B), other.booth.waiting()) == (len(envelopes), 0)
        assert other.booth._files.open("2026-测-001").read().ballots == {BallotClass.B: len(envelopes)}
    with pytest.raises(CodeUsed):
        desk.booth.enter(YEAR, 1, envelopes[0].code)
    desk.booth.asked_again(CLERK, YEAR, 1)
    assert desk.booth.contents(YEAR, 1).booth.valid == {BallotClass.B: len(envelopes)}


def test_a_code_that_another_window_replaced_breaks_nothing(desk: Desk) -> None:
    envelopes = codes(desk, BallotClass.B)
    voted(desk, envelopes[0].code)
    with open_desk(desk.path, clock=frozen_clock) as other:
        (fresh,) = other.booth.make_codes(CLERK, YEAR, 1, [envelopes[0].person]).codes
    for each in envelopes[1:]:
        voted(desk, each.code)
    voted(desk, fresh.code)
    assert (used(desk, BallotClass.B), desk.booth.waiting()) == (len(envelopes), 0)


def test_nobody_is_thanked_for_a_ballot_whose_code_another_window_replaced_or_took(desk: Desk) -> None:
    replaced, taken, *_ = codes(desk, BallotClass.B)
    with open_desk(desk.path, clock=frozen_clock) as other:
        for each, meanwhile, refusal in (
            (replaced, lambda: other.booth.make_codes(CLERK, YEAR, 1, [replaced.person]), CodeUnknown),
            (taken, lambda: _use(other, taken), CodeUsed),
        ):
            lines = desk.booth.enter(YEAR, 1, each.code).lines
            meanwhile()
            with pytest.raises(refusal):
                desk.booth.cast({line.rated.code: "85" for line in lines if not line.own})
            desk.booth.leave()
    assert desk.booth.waiting() == 0


def _use(other: Desk, code: RaterCode) -> None:
    """As if that window had written the ballot."""
    with other.booth._files.open("2026-测-001").writing() as ledger:
        (hashed,) = (each for each, held in ledger.codes.items() if held.person == code.person)
        ledger.codes[hashed] = ledger.codes[hashed]._replace(used=True)


def test_a_ballot_cast_after_everybody_was_asked_at_another_window_is_not_closed_over(desk: Desk) -> None:
    first, second, *_ = codes(desk, BallotClass.B)
    voted(desk, first.code)
    with open_desk(desk.path, clock=frozen_clock) as other:
        other.booth.asked_again(CLERK, YEAR, 1)
        assert not other.booth.state(YEAR, 1).interrupted
        voted(desk, second.code)
        with pytest.raises(BoothCutOff):
            other.booth.contents(YEAR, 1)


@pytest.mark.parametrize("waiting", [0, 2])
def test_who_casts_after_another_window_ended_the_round_hears_that_it_was_not_counted(desk: Desk, waiting: int) -> None:
    envelopes = codes(desk, BallotClass.B)
    for each in envelopes[:waiting]:
        voted(desk, each.code)
    ballot = desk.booth.enter(YEAR, 1, envelopes[waiting].code)
    lines = {each.rated.code: "85" for each in ballot.lines if not each.own}
    with open_desk(desk.path, clock=frozen_clock) as other:
        other.booth.asked_again(CLERK, YEAR, 1)
        other.rounds.void(CLERK, YEAR, 1, "设备故障", SCRUTINEER)
    for _ in range(2):
        with pytest.raises(BoothEnded) as told:
            desk.booth.cast(lines)
        assert sentence(told.value) == "2026-测-001 已经结束，您的这张票没有计入。请离开这张票，并告诉工作人员。"
    assert desk.booth.waiting() == 0
    desk.booth.leave()
    with pytest.raises(BoothEnded) as next_one:
        desk.booth.enter(YEAR, 1, envelopes[-1].code)
    assert sentence(next_one.value) == "2026-测-001 已经结束，不再接收投票。请告诉工作人员。"


def test_a_program_that_ended_with_nothing_waiting_was_not_cut_off(desk: Desk) -> None:
    for each in codes(desk, BallotClass.B):
        voted(desk, each.code)
    with open_desk(desk.path, clock=frozen_clock) as again:
        assert not again.booth.state(YEAR, 1).interrupted


def test_a_round_that_ended_is_forgotten(desk: Desk) -> None:
    first, second, *_ = codes(desk)
    voted(desk, first.code)
    desk.booth.enter(YEAR, 1, second.code)
    lines = whole(desk)
    desk.rounds.void(CLERK, YEAR, 1, "设备故障", SCRUTINEER)
    assert desk.booth.waiting() == 0
    with pytest.raises(NobodyInBooth):
        desk.booth.cast(lines)
