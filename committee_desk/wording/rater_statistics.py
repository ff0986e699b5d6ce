"""What the statistics of a rating round ask, in plain sentences: they ask, accuse nobody, and never change a score.

Each number comes with what it means; each flag is a question with more than one honest answer.
"""

from collections.abc import Mapping
from decimal import Decimal

from committee_desk.domain.rater_statistics.findings import (
    FEW,
    TOLD_FROM,
    Agreement,
    Ballots,
    Bar,
    ClassSpread,
    Flag,
    FlagKind,
    Icc,
    NotComputable,
    Pattern,
    PersonSpread,
    Severity,
    Shift,
    SignedAgreement,
    Why,
)
from committee_desk.wording.language import tr
from committee_desk.wording.numbers import plain, rounded

OF_THE_MEAN = "1,k"
FAR_BELOW = -1.0
"""Where marks differ less between people than by chance the coefficient has no bound below: -385.57 is no finding."""
HIGH, MIDDLE = 0.75, 0.5
"""From where an agreement of the mean is called good, and fair (Koo & Li 2016)."""


def number(value: float, places: int = 2) -> str:
    """A figure of the statistics as people read it."""
    return rounded(Decimal(str(value)), places)


def icc_number(value: float) -> str:
    """An intraclass correlation, or a bound of it; so far below 0 the figure means nothing more than that."""
    return tr("小于 0") if value < FAR_BELOW else number(value)


def not_computable(why: NotComputable) -> str:
    """Why there is no number."""
    return {
        Why.NO_MARKS: tr("没有评分"),
        Why.TOO_FEW_BALLOTS: tr("票太少，不显示"),
        Why.TOO_FEW_PEOPLE: tr("被评的人太少，不显示"),
        Why.MERGED: tr("有票少的票类合并显示，此项不列"),
        Why.TOO_FEW_MARKS: tr("评分太少，不显示"),
        Why.ALL_EQUAL: tr("评分全部相同，无从计算"),
        Why.PEOPLE_EQUAL: tr("各人的平均分没有差别，无从计算"),
        Why.NOBODY_IN_COMMON: tr("没有足够的人也由别人评价，无从比较"),
        Why.NOT_MUTUAL: tr("互相评价的人太少，无从计算"),
        Why.TOO_MANY_RATERS: tr("评分人太多，未计算"),
    }[why.why]


def class_of(ballot_class: str) -> str:
    """A class, or where none is named the whole round."""
    return tr("{name} 类", name=ballot_class) if ballot_class else tr("全体")


def spread_words(each: ClassSpread) -> str:
    """How a class's marks spread."""
    name, five = class_of(each.ballot_class), each.quartiles
    if isinstance(five, NotComputable):
        return tr("{name}（{ballots} 张票）：{why}", name=name, ballots=each.ballots, why=not_computable(five))
    return tr(
        "{name}（{ballots} 张票）：一半评分在 {lower}–{upper} 之间，中位 {middle}；"
        "两头各去掉 {out} 个评分，其余在 {lowest}–{highest} 之间",
        name=name,
        out=TOLD_FROM - 1,
        ballots=each.ballots,
        **{key: plain(Decimal(str(value))) for key, value in five._asdict().items()},
    )


def bar_words(bar: Bar) -> str:
    """One column of a distribution."""
    return tr("{low}–{high} 分：{count} 个评分", low=bar.low, high=bar.high, count=bar.number)


def person_words(name: str, each: PersonSpread) -> str:
    """How far apart the marks for somebody lie."""
    if isinstance(each.deviation, NotComputable):
        return tr("{name}：{why}", name=name, why=not_computable(each.deviation))
    return tr("{name}：评分一般偏离平均分 {value} 分（标准差）", name=name, value=number(each.deviation, 1))


def agreement_words(each: Agreement) -> str:
    """What the agreement of a class means."""
    name = class_of(each.ballot_class)
    if isinstance(each.one_way, NotComputable):
        return tr("{name}：{why}", name=name, why=not_computable(each.one_way))
    value = next(icc.value for icc in each.one_way if icc.form == OF_THE_MEAN)
    if value < FAR_BELOW:
        return tr("{name}：平均分的可靠程度小于 0，不比随意打分更一致", name=name)
    facts = {"name": name, "value": number(value)}
    if value >= HIGH:
        return tr("{name}：平均分的可靠程度为 {value}，评分人看法相当一致", **facts)
    if value >= MIDDLE:
        return tr("{name}：平均分的可靠程度为 {value}，评分人看法大体一致", **facts)
    return tr("{name}：平均分的可靠程度为 {value}，评分人看法分歧较大，平均分之间的小差别说明不了什么", **facts)


def coefficient(icc: Icc | None) -> str:
    """An intraclass correlation with its interval; a dash where there is none."""
    if icc is None:
        return "—"
    if icc.interval is None:
        return icc_number(icc.value)
    low, high = (icc_number(each) for each in icc.interval)
    return tr("{value}（{low}～{high}）", value=icc_number(icc.value), low=low, high=high)


def alpha_words(alpha: float | NotComputable) -> str:
    """Krippendorff's alpha; a dash where there is none."""
    return "—" if isinstance(alpha, NotComputable) else number(alpha)


def straight_words(told: Ballots) -> str:
    """How many ballots give everybody the same."""
    return tr("对五人以上全评同一分的票：{told}", told=_count(told))


def far_words(told: Ballots | NotComputable) -> str:
    """How many ballots lie far from the rest."""
    words = not_computable(told) if isinstance(told, NotComputable) else _count(told)
    return tr("与其余票相差很远的票：{told}", told=words)


def _count(told: Ballots) -> str:
    if told.number is None:
        return tr("不足 3 张（共 {among} 张），具体数不显示", among=told.among)
    return tr("{number} 张（共 {among} 张）", number=told.number, among=told.among)


def severity_words(name: str, each: Severity) -> str:
    """Whether a signed rater is strict or lenient, and how sure that is."""
    shift = each.shift
    if isinstance(shift, NotComputable):
        return tr("{name}：{why}", name=name, why=not_computable(shift))
    facts = {
        "name": name,
        "size": number(abs(shift.mean), 1),
        "low": number(shift.interval.low, 1),
        "high": number(shift.interval.high, 1),
        "others": shift.others,
        "people": shift.people,
    }
    if shift.interval.low <= 0 <= shift.interval.high:
        return tr("{told}，说明不了宽严", told=_apart(shift, facts))
    return _apart(shift, facts) + (tr("；只有两人相比，分不清谁宽谁严") if shift.others == 1 else "")


def _apart(shift: Shift, facts: Mapping[str, object]) -> str:
    if shift.mean > 0:
        return tr(
            "{name}：比同评 {people} 人的居中评分平均高 {size} 分（95%：{low} 至 {high}；另有 {others} 人同评）",
            **facts,
        )
    return tr(
        "{name}：比同评 {people} 人的居中评分平均低 {size} 分（95%：{low} 至 {high}；另有 {others} 人同评）", **facts
    )


def signed_agreement_words(told: SignedAgreement | NotComputable) -> str:
    """How well those who sign agree, strictness apart and strictness among it."""
    if isinstance(told, NotComputable):
        return tr("评价人之间的一致程度：{why}", why=not_computable(told))
    forms = {icc.form: coefficient(icc) for icc in told.forms}
    return tr(
        "{raters} 名评价人都评了的 {people} 人：单独一人评分的一致程度 ICC(2,1) 为 {one}，不计宽严 ICC(3,1) 为 {fixed}"
        "；平均分的可靠程度 ICC(2,k) 为 {mean}，不计宽严 ICC(3,k) 为 {fixed_mean}（1 为完全一致，0 与随意打分无异）",
        raters=told.raters,
        people=told.people,
        one=forms["2,1"],
        fixed=forms["3,1"],
        mean=forms["2,k"],
        fixed_mean=forms["3,k"],
    )


def reciprocity_words(pattern: Pattern | NotComputable, names: Mapping[str, str]) -> str:
    """Whether signed raters repay each other."""
    return tr("两人互评，彼此都偏高或都偏低：{told}", told=_pattern(pattern, names))


def circles_words(pattern: Pattern | NotComputable, names: Mapping[str, str]) -> str:
    """Whether signed raters stand in circles that raise each other."""
    return tr("三人互评，彼此都偏高：{told}", told=_pattern(pattern, names))


def _pattern(pattern: Pattern | NotComputable, names: Mapping[str, str]) -> str:
    if isinstance(pattern, NotComputable):
        return not_computable(pattern)
    told = tr(
        "{possible} 例互评中有 {found} 例彼此都偏高；各评各的，偶然也会如此的概率为 {p}。",
        possible=pattern.possible,
        found=pattern.found,
        p=number(pattern.p_value, 3),
    )
    if pattern.people:
        told += tr("涉及：{names}。", names=tr("、").join(names.get(each, each) for each in pattern.people))
    if pattern.few:
        told += tr("可能的情形很少，个别习惯也会显得像规律，不宜据此下结论。")
    return told


def flag_words(flag: Flag, names: Mapping[str, str]) -> str:
    """The question that the committee is asked."""
    if flag.kind in {FlagKind.SEVERE, FlagKind.LENIENT}:
        return _one_sided(flag, names.get(flag.about, flag.about))
    if flag.kind in {FlagKind.RECIPROCITY, FlagKind.CIRCLES}:
        return _between(flag)
    facts = {"number": flag.number, "among": flag.among}
    if flag.kind is FlagKind.STRAIGHT_LINES:
        return tr("有 {number} 张票（共 {among} 张）对五人以上全评同一分：是看法确实如此，还是没有逐人细看？", **facts)
    if flag.kind is FlagKind.FAR_BALLOTS:
        return tr("有 {number} 张票（共 {among} 张）与其余票相差很远：是另有了解，还是填写有误？", **facts)
    return tr(
        "{about}的平均分可靠程度只有 {value}：评分人对标准的理解是否一致？各人平均分的小差别不宜看重",
        about=class_of(flag.about),
        value=icc_number(flag.value),
    )


def _one_sided(flag: Flag, about: str) -> str:
    facts = {"about": about, "value": number(abs(flag.value), 1)}
    if flag.kind is FlagKind.SEVERE:
        told = tr("{about}的领导评价比同评这些人的居中评分平均低 {value} 分：是掌握标准较严，还是所见不同？", **facts)
    else:
        told = tr("{about}的领导评价比同评这些人的居中评分平均高 {value} 分：是掌握标准较宽，还是所见不同？", **facts)
    return told + (tr("只有两人相比，分不清谁宽谁严。") if flag.among == 1 else "")


def _between(flag: Flag) -> str:
    facts = {"number": flag.number, "among": flag.among}
    if flag.kind is FlagKind.RECIPROCITY:
        told = tr("署名评价中互评的有 {among} 对，其中 {number} 对彼此都评得偏高。", **facts)
    else:
        told = tr("署名评价中三人互评的有 {among} 组，其中 {number} 组彼此都评得偏高。", **facts)
    told += tr("各评各的，偶然也会如此的概率为 {p}。", p=number(flag.value, 3))
    told += tr("是共事多、了解深，还是另有原因？")
    return told + (tr("人数很少，不宜据此下结论。") if flag.among < FEW else "")
