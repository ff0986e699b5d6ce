"""The statistics in words: every finding has its sentence, and a flag asks and accuses nobody."""

import pytest

from committee_desk.domain.rater_statistics.findings import (
    Agreement,
    Ballots,
    Flag,
    FlagKind,
    Icc,
    Interval,
    NotComputable,
    Pattern,
    Severity,
    Shift,
    SignedAgreement,
    Why,
)
from committee_desk.wording.language import speaking
from committee_desk.wording.rater_agreement import alpha_meaning, icc_words
from committee_desk.wording.rater_statistics import (
    agreement_words,
    coefficient,
    far_words,
    flag_words,
    not_computable,
    reciprocity_words,
    severity_words,
    signed_agreement_words,
    straight_words,
)

NAMES = {"L1": "王一", "J001": "赵晓英"}
LANGUAGES = ("zh", "en")
ACCUSING = ("舞弊", "作弊", "串通", "小团体", "不公", "报复", "cheat", "collu", "unfair", "fraud")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", Why)
def test_every_reason_against_a_number_has_its_words(why: Why, language: str) -> None:
    with speaking(language):
        assert not_computable(NotComputable(why))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FlagKind)
def test_every_flag_is_a_question_and_accuses_nobody(kind: FlagKind, language: str) -> None:
    with speaking(language):
        said = flag_words(Flag(kind, "L1" if kind in {FlagKind.SEVERE, FlagKind.LENIENT} else "", 3, 30, 0.04), NAMES)
    assert ("？" if language == "zh" else "?") in said
    assert not any(word in said for word in ACCUSING)
    assert "{" not in said


def test_a_flag_on_few_people_says_so() -> None:
    assert "不宜据此下结论" in flag_words(Flag(FlagKind.CIRCLES, "", 3, 4, 0.04), NAMES)
    assert "不宜据此下结论" not in flag_words(Flag(FlagKind.CIRCLES, "", 3, 40, 0.04), NAMES)


def test_of_two_leaders_nobody_is_called_the_strict_one() -> None:
    assert "分不清谁宽谁严" in flag_words(Flag(FlagKind.SEVERE, "L1", 12, 1, -9.0), NAMES)
    assert "分不清谁宽谁严" not in flag_words(Flag(FlagKind.SEVERE, "L1", 12, 2, -9.0), NAMES)


def test_a_rater_is_named_and_his_shift_said_without_its_sign() -> None:
    said = flag_words(Flag(FlagKind.LENIENT, "L1", 12, 3, 4.5), NAMES)
    assert said.startswith("王一的领导评价")
    assert "高 4.5 分" in said


def test_a_count_under_three_is_not_told() -> None:
    assert "不足 3 张" in straight_words(Ballots(None, 30))
    assert "4 张（共 30 张）" in far_words(Ballots(4, 30))
    assert not_computable(NotComputable(Why.TOO_FEW_BALLOTS)) in far_words(NotComputable(Why.TOO_FEW_BALLOTS, 0, 5))


@pytest.mark.parametrize(("value", "word"), [(0.9, "相当一致"), (0.6, "大体一致"), (0.3, "分歧较大")])
def test_agreement_is_said_with_what_it_means(value: float, word: str) -> None:
    icc = Icc("1,k", value, Interval(value - 0.1, value + 0.05), 4.0, 10, 50)
    assert word in agreement_words(Agreement("C", 12, (icc,), 0.3))


@pytest.mark.parametrize(("value", "word"), [(0.81, "可以据此比较"), (0.7, "宜留余地"), (0.2, "不宜凭单张票比较")])
def test_alpha_is_said_by_its_authors_bounds(value: float, word: str) -> None:
    assert word in alpha_meaning(value)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["1,1", "1,k"])
def test_every_form_says_what_it_measures(form: str, language: str) -> None:
    with speaking(language):
        assert icc_words(Icc(form, 0.5, None, None, 1, 1)) != icc_words(Icc(form, -0.5, None, None, 1, 1))


def test_a_coefficient_stands_with_its_interval() -> None:
    assert coefficient(Icc("1,1", 0.17, Interval(-0.13, 0.72), 1.79, 5, 18)) == "0.17（−0.13～0.72）"
    assert coefficient(None) == "—"


def test_a_coefficient_far_below_0_is_said_to_be_no_better_than_chance_and_not_as_a_figure() -> None:
    icc = Icc("1,k", -385.57, Interval(-1e4, -0.4), 0.003, 10, 50)
    assert coefficient(icc) == "小于 0（小于 0～−0.40）"
    assert icc_words(icc).startswith("ICC(1,k) 小于 0：")
    told = (icc_words(icc), agreement_words(Agreement("C", 12, (icc,), 0.3)))
    assert all(each.endswith("不比随意打分更一致") and "385" not in each for each in told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_agreement_of_leaders_is_said_by_all_four_forms_with_their_intervals(language: str) -> None:
    forms = tuple(
        Icc(form, value, Interval(value - 0.1, value + 0.05), 11.03, 5, 15)
        for form, value in (("2,1", 0.29), ("2,k", 0.62), ("3,1", 0.71), ("3,k", 0.91))
    )
    with speaking(language):
        said = signed_agreement_words(SignedAgreement(4, 6, forms))
        for icc in forms:
            told = said.split(f"ICC({icc.form})")[1]
            assert coefficient(icc) in told[: told.find("ICC")]
        nobody = NotComputable(Why.NOBODY_IN_COMMON, 0, 5)
        assert not_computable(nobody) in signed_agreement_words(nobody)


def test_an_interval_across_nought_says_nothing_of_strictness() -> None:
    severity = Severity("L1", Shift(-1.0, Interval(-2.5, 0.5), 12, 3))
    said = severity_words("王一", severity)
    assert "平均低 1.0 分（95%：−2.5 至 0.5；另有 3 人同评），说明不了宽严" in said
    assert "平均低 4.0 分" in severity_words("王一", Severity("L1", Shift(-4.0, Interval(-5.5, -2.5), 12, 3)))


def test_a_pattern_says_its_p_and_whom_it_concerns() -> None:
    said = reciprocity_words(Pattern(4, 9, 0.8, 0.012, ("L1", "J001")), NAMES)
    assert "0.012" in said
    assert "王一、赵晓英" in said
    assert "不宜据此下结论" in said
