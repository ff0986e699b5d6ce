"""方案: drafted, compared, looked at for what it does, adopted by decision, in versions, in and out of files."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from committee_desk.bootstrap import new_desk
from committee_desk.domain.people import Category
from committee_desk.domain.roles import Role, Way
from committee_desk.domain.scheme_document import parsed, put, without, written
from committee_desk.domain.scheme_faults import (
    SchemeRefused,
    SchemeTextTooLarge,
    SchemeTotalWrong,
    SchemeUnreadable,
)
from committee_desk.domain.scheme_file import load
from committee_desk.domain.scores import Status
from committee_desk.services.actor import Actor
from committee_desk.services.desk import Desk
from committee_desk.services.scheme_refusals import (
    AdoptedBeforeLast,
    AdoptedTooEarly,
    DecisionMissing,
    DoubtsNotAccepted,
    DraftChanged,
    DraftThere,
    NoSchemeFile,
    NothingChanged,
    SchemeFileInTheWay,
    SchemeStillUsed,
)
from committee_desk.services.scheme_views import Adoption
from committee_desk.services.schemes import scheme_text
from committee_desk.wording.acts import act_name, act_object
from committee_desk.wording.entries import told_by
from committee_desk.wording.saying import sentence
from tests.conftest import OFFICE
from tests.services.seated_desks import sit, with_accounts

PROSECUTORS = Category.PROSECUTOR
DECIDED = Adoption("考评委〔2026〕1号", date(2026, 1, 20))
QUANTITY, QUALITY = ("parts", 0, "indicators", 0, "maximum"), ("parts", 0, "indicators", 1, "maximum")


@pytest.fixture
def drafting(sample_desk: Desk, actor: Actor) -> Callable[..., int]:
    """Begins a draft and changes it place by place; the entry of the draft."""

    def change(*changes: tuple[tuple[str | int, ...], object]) -> int:
        sample_desk.schemes.begin(actor, 2026)
        draft = sample_desk.schemes.read(2026).draft
        assert draft is not None
        document = parsed(draft.text)
        for place, value in changes:
            document = put(document, place, value)
        saved = sample_desk.schemes.save(actor, 2026, PROSECUTORS, written(document), draft.entry)
        assert saved.entry is not None
        return saved.entry

    return change


def held(desk: Desk) -> str:
    holding = desk.schemes.read(2026).holding
    assert holding is not None
    return holding.text


def drafted(desk: Desk) -> str:
    draft = desk.schemes.read(2026).draft
    assert draft is not None
    return draft.text


def test_the_scheme_of_a_new_year_is_not_adopted_and_can_be_as_it_is(sample_desk: Desk, actor: Actor) -> None:
    before = sample_desk.schemes.read(2026).holding
    assert before is not None
    assert not before.is_adopted
    sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, DECIDED, None)
    after = sample_desk.schemes.read(2026).holding
    assert after is not None
    assert (after.version, after.decision, after.adopted) == (1, "考评委〔2026〕1号", date(2026, 1, 20))
    assert after.text == before.text


def test_an_adopted_scheme_is_locked_and_a_change_is_a_version_of_its_own(
    sample_desk: Desk, actor: Actor, drafting: Callable[..., int]
) -> None:
    sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, DECIDED, None)
    seen = drafting((QUANTITY, 18), (QUALITY, 30))
    sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, Adoption("考评委〔2026〕5号", date(2026, 7, 1)), seen)
    stand = sample_desk.schemes.read(2026)
    adopted = [(each.version, each.decision, each.holds) for each in stand.versions if each.is_adopted]
    assert adopted == [(1, "考评委〔2026〕1号", False), (2, "考评委〔2026〕5号", True)]
    assert stand.draft is None
    assert sample_desk.scores.scheme(2026).indicator("quantity").maximum == 18


def test_the_year_is_scored_anew_by_what_was_adopted(
    sample_desk: Desk, actor: Actor, drafting: Callable[..., int]
) -> None:
    before = {each.code: each.total for each in sample_desk.scores.year(2026).people}
    seen = drafting((QUANTITY, 10), (QUALITY, 38))
    told = sample_desk.schemes.effects(2026, PROSECUTORS, drafted(sample_desk))
    assert {each.code: each.total for each in sample_desk.scores.year(2026).people} == before
    sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, DECIDED, seen)
    after = sample_desk.scores.year(2026)
    assert {each.before.code for each in told.changed}
    for each in told.changed:
        assert each.before.total == before[each.before.code]
        assert each.after == after.of(each.after.code)
    untouched = [code for code in before if code not in {each.before.code for each in told.changed}]
    assert len(untouched) == told.unchanged
    assert all(before[code] == after.of(code).total for code in untouched)


def test_effects_say_how_far_they_are_and_whoever_hears_it_may_stop_them(
    sample_desk: Desk, drafting: Callable[..., int]
) -> None:
    drafting((QUANTITY, 10), (QUALITY, 38))
    heard: list[tuple[int, int]] = []
    text = drafted(sample_desk)
    sample_desk.schemes.effects(2026, PROSECUTORS, text, lambda done, total: heard.append((done, total)))
    people = len(sample_desk.scores.year(2026).people)
    assert heard[0] == (0, 0)
    assert heard[-1] == (2 * people, 2 * people)
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)

    def stop(done: int, _total: int) -> None:
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        sample_desk.schemes.effects(2026, PROSECUTORS, text, stop)


def test_what_changes_for_a_person_is_named_by_indicator(sample_desk: Desk, drafting: Callable[..., int]) -> None:
    drafting((("parts", 1, "indicators", 0, "start"), 3))
    told = sample_desk.schemes.effects(2026, PROSECUTORS, drafted(sample_desk))
    assert told.changed
    assert {name for each in told.changed for name, _, _ in each.indicators} == {"conduct"}


def test_effects_give_no_reason_away_to_who_may_not_see_decisions(
    sample_desk: Desk, drafting: Callable[..., int]
) -> None:
    drafting((("parts", 1, "indicators", 0, "start"), 3))
    text = drafted(sample_desk)
    with_accounts(sample_desk, Way.PLAIN)

    def statuses(role: Role) -> set[Status]:
        sit(sample_desk, role)
        changed = sample_desk.schemes.effects(2026, PROSECUTORS, text).changed
        return {status for each in changed for status in (each.before.status, each.after.status)}

    inside, outside = statuses(Role.REVIEWER), statuses(Role.OPERATOR)
    reasons = {Status.PENDING, Status.NO_GRADE}
    assert inside & reasons
    assert not outside & reasons
    assert Status.SETTLED_APART in outside


def test_a_draft_that_changes_nobody_says_so(sample_desk: Desk, drafting: Callable[..., int]) -> None:
    drafting((("name",), "二〇二六年度考核方案"))
    told = sample_desk.schemes.effects(2026, PROSECUTORS, drafted(sample_desk))
    assert (told.changed, told.unchanged) == ((), len(sample_desk.scores.year(2026).people))


def test_a_draft_may_be_unlawful_and_is_never_adopted_so(
    sample_desk: Desk, actor: Actor, drafting: Callable[..., int]
) -> None:
    seen = drafting((QUANTITY, 21))
    assert load(held(sample_desk)).indicators[0].maximum == 20
    with pytest.raises(SchemeTotalWrong):
        sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, DECIDED, seen)
    with pytest.raises(SchemeTotalWrong):
        sample_desk.schemes.effects(2026, PROSECUTORS, drafted(sample_desk))


def test_a_text_that_is_no_scheme_is_not_kept(sample_desk: Desk, actor: Actor, drafting: Callable[..., int]) -> None:
    seen = drafting()
    with pytest.raises(SchemeUnreadable):
        sample_desk.schemes.save(actor, 2026, PROSECUTORS, "{", seen)


def test_a_text_that_no_desk_should_keep_is_not_kept(
    sample_desk: Desk, actor: Actor, drafting: Callable[..., int]
) -> None:
    seen = drafting()
    text = drafted(sample_desk)
    for spoilt in (text + " " * 2_000_000, written(put(parsed(text), ("name",), "方案" * 21))):
        with pytest.raises(SchemeRefused):
            sample_desk.schemes.save(actor, 2026, PROSECUTORS, spoilt, seen)
    assert drafted(sample_desk) == text


def test_a_founding_scheme_is_as_clear_as_one_that_is_typed(tmp_path: Path, actor: Actor) -> None:
    file = tmp_path / "本院.json"
    for place, value in ((("name",), "方\x00案"), (("id",), "../../etc"), (("evil",), 1)):
        file.write_text(written(put(parsed(scheme_text()), place, value)), encoding="utf-8")
        with pytest.raises(SchemeRefused):
            new_desk(tmp_path / "考评.desk", OFFICE, 2026, actor, scheme=str(file))
        assert not (tmp_path / "考评.desk").exists()
    file.write_text(scheme_text() + " " * 50_000_000, encoding="utf-8")
    with pytest.raises(SchemeTextTooLarge):
        new_desk(tmp_path / "考评.desk", OFFICE, 2026, actor, scheme=str(file))


def test_somebody_elses_draft_is_neither_begun_again_nor_overwritten(
    sample_desk: Desk, drafting: Callable[..., int]
) -> None:
    seen = drafting((QUANTITY, 18))
    other = Actor("吴静")
    with pytest.raises(DraftThere):
        sample_desk.schemes.begin(other, 2026)
    newer = written(put(parsed(drafted(sample_desk)), QUALITY, 30))
    sample_desk.schemes.save(other, 2026, PROSECUTORS, newer, seen)
    with pytest.raises(DraftChanged) as refused:
        sample_desk.schemes.save(Actor("周敏"), 2026, PROSECUTORS, written(put(parsed(newer), QUANTITY, 1)), seen)
    assert "吴静" in sentence(refused.value)
    assert drafted(sample_desk) == newer


def test_a_dropped_draft_is_gone_and_the_scheme_stays(
    sample_desk: Desk, actor: Actor, drafting: Callable[..., int]
) -> None:
    before, seen = held(sample_desk), drafting((QUANTITY, 18))
    sample_desk.schemes.drop(actor, 2026, PROSECUTORS, seen)
    stand = sample_desk.schemes.read(2026)
    assert stand.draft is None
    assert held(sample_desk) == before


def test_adopting_asks_for_the_decision_and_no_day_to_come(
    sample_desk: Desk, actor: Actor, drafting: Callable[..., int]
) -> None:
    seen = drafting((QUANTITY, 18), (QUALITY, 30))
    with pytest.raises(DecisionMissing):
        sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, Adoption("  ", date(2026, 1, 20)), seen)
    with pytest.raises(AdoptedTooEarly):
        sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, Adoption("1号", date(2027, 1, 12)), seen)


def test_a_later_version_is_not_decided_before_the_one_in_force(
    sample_desk: Desk, actor: Actor, drafting: Callable[..., int]
) -> None:
    sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, Adoption("1号", date(2026, 1, 20)), None)
    seen = drafting((QUANTITY, 18), (QUALITY, 30))
    with pytest.raises(AdoptedBeforeLast):
        sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, Adoption("2号", date(2026, 1, 19)), seen)
    sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, Adoption("2号", date(2026, 1, 20)), seen)


def test_what_is_adopted_already_is_not_adopted_again(
    sample_desk: Desk, actor: Actor, drafting: Callable[..., int]
) -> None:
    sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, DECIDED, None)
    with pytest.raises(NothingChanged):
        sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, DECIDED, drafting())


def test_doubts_are_accepted_with_a_reason_that_is_kept(
    sample_desk: Desk, actor: Actor, drafting: Callable[..., int]
) -> None:
    seen = drafting((QUANTITY, 40), (QUALITY, 8))
    with pytest.raises(DoubtsNotAccepted):
        sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, DECIDED, seen)
    accepted = Adoption(DECIDED.decision, DECIDED.day, "本年以清理积案为主")
    sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, accepted, seen)
    row = sample_desk.journal.rows(1)[0]
    assert (row.verb, row.why, row.authority) == ("scheme.adopt", "本年以清理积案为主", "考评委〔2026〕1号")
    assert (act_name(row.verb), act_object(row)) == ("采用方案", "2026 年度检察官，第 1 版")
    told = {each.name: (each.old, each.new) for each in told_by(row.what)}
    assert told["办案数量 · 满分"] == ("20", "40")
    assert json.loads(row.what)["after"]["quantity.maximum"] == "40"
    assert json.loads(row.what)["before"]["quantity.maximum"] == "20"


def test_adopting_copies_the_desk_first(sample_desk: Desk, actor: Actor, drafting: Callable[..., int]) -> None:
    seen = drafting((QUANTITY, 18), (QUALITY, 30))
    before = len(sample_desk.backup.copies())
    sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, DECIDED, seen)
    assert len(sample_desk.backup.copies()) == before + 1


def test_an_indicator_that_has_events_is_not_removed(
    sample_desk: Desk, actor: Actor, drafting: Callable[..., int]
) -> None:
    document = without(parsed(held(sample_desk)), ("parts", 1, "indicators", 1))
    document = put(document, ("parts", 1, "indicators", 0, "maximum"), 14)
    seen = drafting((("parts",), document["parts"]))
    with pytest.raises(SchemeStillUsed) as refused:
        sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, DECIDED, seen)
    assert [each.word for each in refused.value.used] == ["skill"]
    assert "司法技能" in sentence(refused.value)
    with pytest.raises(SchemeStillUsed):
        sample_desk.schemes.effects(2026, PROSECUTORS, drafted(sample_desk))


def test_a_kind_of_case_and_a_review_grade_in_use_are_not_removed(
    sample_desk: Desk, actor: Actor, drafting: Callable[..., int]
) -> None:
    document = without(parsed(held(sample_desk)), ("cases", "weights", "审查起诉"))
    document = without(document, ("reviews", "dictionaries", 1, "points", "合格"))
    seen = drafting((("cases",), document["cases"]), (("reviews",), document["reviews"]))
    with pytest.raises(SchemeStillUsed) as refused:
        sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, DECIDED, seen)
    assert {each.word for each in refused.value.used} == {"审查起诉", "合格"}
    assert all(each.count for each in refused.value.used)


def test_a_ledger_indicator_is_added_and_takes_its_points(
    sample_desk: Desk, actor: Actor, drafting: Callable[..., int]
) -> None:
    new = {"id": "ledger_1", "name": "企业合规", "maximum": 2, "rule": "ledger", "start": 2}
    seen = drafting((QUANTITY, 18), (("parts", 0, "indicators", 6), new))
    sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, DECIDED, seen)
    whole = [each for each in sample_desk.scores.year(2026).people if not each.not_applicable]
    assert whole
    assert {each.indicators["ledger_1"] for each in whole} == {200}


def test_minimum_standards_are_pro_rata_and_name_who_falls_short(
    sample_desk: Desk, drafting: Callable[..., int]
) -> None:
    standards = [{"work": "*", "measure": "cases", "least": 30}, {"work": "skill", "measure": "events", "least": 1}]
    drafting((("minimum_standards",), standards))
    shown = sample_desk.schemes.standards(2026, PROSECUTORS, drafted(sample_desk))
    everybody = {each.code for each in sample_desk.scores.year(2026).people}
    assert shown.until == date(2026, 12, 31)
    assert {each.code for each in shown.short} < everybody
    part_time = [each for each in shown.short if each.standard.work == "*" and each.expected < 30]
    assert part_time, "somebody was not on duty all year"
    for each in shown.short:
        assert each.reached < each.expected <= each.standard.least
        assert shown.names[each.code][0]


def test_a_scheme_goes_out_to_a_file_and_comes_back_as_a_draft(
    sample_desk: Desk, actor: Actor, drafting: Callable[..., int], tmp_path: Path
) -> None:
    seen = drafting((QUANTITY, 18), (QUALITY, 30))
    path = tmp_path / "方案.json"
    sample_desk.schemes.write_file(drafted(sample_desk), path)
    sample_desk.schemes.drop(actor, 2026, PROSECUTORS, seen)
    sample_desk.schemes.take_file(actor, 2026, PROSECUTORS, path, None)
    assert load(drafted(sample_desk)).indicators[0].maximum == 18
    sample_desk.schemes.write_file(drafted(sample_desk), path)


@pytest.mark.parametrize(("content", "why"), [(b"\xff\xfe\x00", "unreadable"), (b" " * 1_100_000, "large")])
def test_a_file_that_is_no_scheme_is_refused_and_not_replaced(
    sample_desk: Desk, actor: Actor, tmp_path: Path, content: bytes, why: str
) -> None:
    path = tmp_path / "别的.json"
    path.write_bytes(content)
    with pytest.raises(NoSchemeFile) as refused:
        sample_desk.schemes.take_file(actor, 2026, PROSECUTORS, path, None)
    assert refused.value.why == why
    with pytest.raises(SchemeFileInTheWay):
        sample_desk.schemes.write_file(held(sample_desk), path)
    assert path.read_bytes() == content


def test_a_scheme_without_decision_a_draft_and_who_falls_short_are_owed(
    sample_desk: Desk, actor: Actor, drafting: Callable[..., int]
) -> None:
    def owed() -> dict[str, object]:
        lines = sample_desk.overview(2026, date(2026, 12, 20)).owed
        return {line.kind: line.facts.get("count", line.facts.get("people")) for line in lines if line.page == "scheme"}

    staffed = {each.category for each in sample_desk.people.roster(2026)}
    assert owed() == {"schemes_unadopted": len(staffed)}
    seen = drafting((("minimum_standards",), [{"work": "*", "measure": "cases", "least": 30}]))
    assert owed() == {"schemes_unadopted": len(staffed), "scheme_drafts": 1}
    sample_desk.schemes.adopt(actor, 2026, PROSECUTORS, DECIDED, seen)
    after = owed()
    assert after.pop("standards_short") == len(
        {each.code for each in sample_desk.schemes.standards(2026, PROSECUTORS, held(sample_desk)).short}
    )
    assert after == ({"schemes_unadopted": len(staffed) - 1} if len(staffed) > 1 else {})
