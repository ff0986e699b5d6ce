"""What a round is counted by, and who takes part, in words: as two people lock it."""

from collections.abc import Iterator
from fractions import Fraction

from committee_desk.domain.ratings import BallotClass
from committee_desk.domain.rounds import Round, RoundKind
from committee_desk.services.round_views import RoundCard
from committee_desk.wording.dictionary import dictionary_word
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import plain
from committee_desk.wording.rounds import round_kind
from committee_desk.wording.scores import grade_in_words


def terms_words(given: Round) -> Iterator[tuple[str, str]]:
    """Each rule with its name."""
    terms = given.terms
    yield tr("票种"), _kind(given)
    weights = tr("，").join(
        tr("{name} 票 {weight}%", name=each, weight=plain(Fraction(terms.weights[each]) * 100))
        for each in BallotClass
        if each in terms.weights
    )
    yield tr("权重"), weights
    yield (
        tr("计算"),
        tr(
            "弃权先剔除；票类满 {count} 个评分时去掉一个最高和一个最低；没有票的票类，其余按比例放大",
            count=terms.trimmed_from,
        ),
    )
    cap = terms.most_excellent
    yield tr("什么票无效"), (
        tr("空白超过一半的整张无效；弃权不算空白") if cap is None
        else tr("空白超过一半的、评优秀多于 {cap} 人的整张无效；弃权不算空白", cap=cap)
    )  # fmt: skip
    yield (
        tr("有效条件"),
        tr(
            "收回不少于应到的 {returned}，有效多于收回的 {valid}；收回多于发出的作废；应到就是下面投票的人数",
            returned=share(terms.least_returned),
            valid=share(terms.least_valid),
        ),
    )
    yield tr("保密"), tr("不足 {count} 个评分的票类合并显示，不单独公布", count=terms.shown_from)


def participation_words(card: RoundCard) -> Iterator[tuple[str, str]]:
    """Who is rated and who rates."""
    categories = tr("、").join(dictionary_word(each) for each in card.round.categories)
    yield tr("被测评"), tr("{categories}，{count} 人", categories=categories, count=len(card.rated))
    yield (
        tr("投票的人"),
        tr("，").join(tr("{name} 票 {count} 人", name=each.ballot_class, count=each.raters) for each in card.classes)
        or tr("没有人"),
    )


def _kind(given: Round) -> str:
    terms = given.terms
    if given.kind is RoundKind.SCORE:
        if terms.most_excellent is None:
            return round_kind(given.kind)
        return tr("{kind}，{mark} 分以上算优秀", kind=round_kind(given.kind), mark=plain(terms.excellent_from))
    told = tr("、").join(
        tr("{grade} {points}", grade=grade_in_words(each), points=plain(value)) for each, value in terms.points.items()
    )
    return tr("{kind}：{told}", kind=round_kind(given.kind), told=told)


def share(part: Fraction) -> str:
    """A share as it is said: 2/3."""
    return tr("{above}/{below}", above=part.numerator, below=part.denominator)
