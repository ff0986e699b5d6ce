"""The ranking's rows: order, the quota line, what is said of each person."""

from random import Random

from committee_desk.domain.scores import Grade, PersonScore, Quota, Status, YearScores
from committee_desk.ui.ranking.columns import Cut, quota_line, tie_sentence
from committee_desk.ui.ranking.facts import line_between
from committee_desk.ui.ranking.rows import Show, people_rows, wanted
from committee_desk.wording.scores import status_outside
from tests.ui.invented import SCHEME, YEAR, score, tied


def rows_of(*people, places: int = 1):
    return people_rows(YearScores(YEAR, Quota(5 * places, 20, places), people), SCHEME)


def test_the_quota_line_stands_under_the_last_who_gets_a_place() -> None:
    rows = rows_of(
        score("A", 9500, 1, barred=True), score("B", 9400, 2, proposed_grade=Grade.EXCELLENT), score("C", 9000, 3)
    )
    at, line = quota_line(rows, Quota(19, 20, 3))
    assert at == 2
    assert line.text == "优秀名额线 3 名（基数 19 × 20% = 3.8，舍去小数），符合条件 1 人"


def test_with_nobody_worthy_the_quota_line_stands_above_all() -> None:
    at, _ = quota_line(rows_of(score("A", 7000, 1)), Quota(5, 20, 1))
    assert at == 0


def test_a_tie_has_the_line_run_through_the_equals() -> None:
    rows = people_rows(tied(), SCHEME)
    at, line = quota_line(rows, Quota(10, 20, 2))
    assert [row.score.code for row in rows.in_order[:at]] == ["A1", "A2"]
    assert line.text == "优秀名额线：2 人相同，只余 1 名"
    assert tie_sentence(rows) == "第 2、3 名相同，须委员会决定"


def test_without_a_tie_there_is_no_banner() -> None:
    assert tie_sentence(rows_of(score("A", 7000, 1))) is None


def test_the_line_is_drawn_only_while_everybody_ranked_is_in_view() -> None:
    cut, people = Cut(), people_rows(tied(), SCHEME)
    cut.set(Quota(10, 20, 2), people)
    rows = people.in_order
    assert sorted(cut.rules(rows, "rank", True)) == [2, 4]
    assert sorted(cut.rules(rows[1:], "rank", True)) == [3]
    assert cut.rules(rows, "total", True) == {}


def test_pending_and_no_grade_are_said_alike() -> None:
    assert status_outside(Status.PENDING) == status_outside(Status.NO_GRADE) == "另行确定"


def test_the_chip_of_the_unranked_names_no_reason() -> None:
    chips = {row.score.code: row.chip for row in people_rows(tied(), SCHEME).in_order}
    assert chips["A5"] == chips["A6"]


def test_a_review_before_grading_is_said_of_who_is_barred_too() -> None:
    (row,) = rows_of(score("A", 6000, 1, review_required=True, barred=True)).in_order
    assert row.chip is not None
    assert row.chip.text == "须先评审"


def test_a_bar_from_an_excellent_grade_is_no_word_of_the_ranking() -> None:
    (row,) = rows_of(score("A", 9300, 1, barred=True)).in_order
    assert row.chip is None


def test_equal_totals_are_marked_as_shared() -> None:
    rows = rows_of(score("A", 8526, 1), score("B", 8526, 1))
    assert [row.chip.text for row in rows.in_order if row.chip] == ["并列", "并列"]


def test_fallen_away_indicators_are_said_beside_the_grade() -> None:
    (row,) = rows_of(score("A", 7898, 1, not_applicable=("efficiency", "quality", "quantity"))).in_order
    assert row.remark == "按 3 项折算"


def test_namesakes_are_told_apart_by_code() -> None:
    first, second = score("A", 8000, 1), score("B", 7000, 2)._replace(name="名A")
    assert [row.name for row in rows_of(first, second).in_order] == ["名A A", "名A B"]


def test_the_filter_of_what_is_to_do_holds_ties_reviews_and_missing_marks() -> None:
    people = [
        score("A", 9000, 1),
        score("B", 8000, 2, status=Status.TIE_AT_QUOTA),
        score("C", 7000, 3, review_required=True),
        score("D", 6000, None, status=Status.INCOMPLETE),
    ]
    assert [row.score.code for row in rows_of(*people).in_order if wanted(row, Show.TO_DO)] == ["B", "C", "D"]


def test_the_line_in_the_spread_lies_between_the_neighbours() -> None:
    rows = rows_of(score("A", 9365, 1, proposed_grade=Grade.EXCELLENT), score("B", 9008, 2))
    assert line_between(rows) == 9186


def somebody(chance: Random, code: str) -> PersonScore:
    """With or without a rank, often at the same place as others."""
    if chance.random() < 0.2:
        return score(code, 0, None, status=chance.choice((Status.INCOMPLETE, Status.PENDING, Status.LEFT)))
    rank = chance.randint(1, 8)
    status, grade = chance.choice(
        ((Status.GRADED, Grade.EXCELLENT), (Status.GRADED, Grade.COMPETENT), (Status.TIE_AT_QUOTA, None))
    )
    made = score(code, 9900 - 100 * rank, rank, status=status, proposed_grade=grade, review_required=rank > 6)
    return made._replace(name=chance.choice("甲乙"), department=chance.choice("一二"))


def test_however_people_move_rows_go_on_as_if_made_anew() -> None:
    chance = Random(20261122)
    quota = Quota(20, 20, 4)
    people = [somebody(chance, f"P{number:02}") for number in range(12)]
    rows = people_rows(YearScores(YEAR, quota, tuple(people)), SCHEME)
    for _ in range(400):
        for at in chance.sample(range(12), chance.choice((0, 1, 1, 2, 5))):
            people[at] = somebody(chance, people[at].code)._replace(name=people[at].name)
        if chance.random() < 0.1:
            people[0] = people[0]._replace(name=chance.choice("甲乙"))  # somebody is called otherwise
        scores = YearScores(YEAR, quota, tuple(people))
        rows, anew = people_rows(scores, SCHEME, rows), people_rows(scores, SCHEME)
        assert rows == anew
        assert (rows.last_given, rows.tied, rows.from_below) == (anew.last_given, anew.tied, anew.from_below)


def test_rows_that_go_on_are_those_of_a_list_made_anew() -> None:
    before = people_rows(tied(), SCHEME)
    first, *others = tied().people
    moved = tied()._replace(people=(first._replace(total=1, rank=9), *others))
    assert people_rows(moved, SCHEME, before) == people_rows(moved, SCHEME)
    assert people_rows(tied(), SCHEME, people_rows(moved, SCHEME, before)) == before
