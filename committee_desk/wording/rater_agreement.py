"""What each coefficient of ballots says: the one-way forms of the intraclass correlation, and Krippendorff's alpha."""

from committee_desk.domain.rater_statistics.findings import Icc, NotComputable
from committee_desk.wording.language import tr
from committee_desk.wording.rater_statistics import FAR_BELOW, coefficient, not_computable, number

RELIABLE, TENTATIVE = 0.8, 0.667
"""From where alpha lets one draw conclusions, and tentative ones (Krippendorff 2019, chapter 12)."""


def form_words(form: str) -> str:
    """What a form of the intraclass correlation says."""
    return {
        "1,1": tr("单独一张票与另一张票的一致程度（不区分评分人）"),
        "1,k": tr("全部票平均分的可靠程度（不区分评分人）"),
    }[form]


def icc_words(icc: Icc) -> str:
    """One coefficient with what it means."""
    told = {"form": icc.form, "value": coefficient(icc), "meaning": form_words(icc.form)}
    if icc.value < FAR_BELOW:
        return tr("ICC({form}) 小于 0：{meaning}。不比随意打分更一致", form=icc.form, meaning=told["meaning"])
    if icc.value <= 0:
        return tr("ICC({form}) = {value}：{meaning}。不高于 0，看不出一致", **told)
    return tr("ICC({form}) = {value}：{meaning}。1 为完全一致，0 与随意打分无异", **told)


def alpha_meaning(alpha: float | NotComputable) -> str:
    """Krippendorff's alpha with what it means; his own bounds."""
    if isinstance(alpha, NotComputable):
        return tr("α（Krippendorff）：{why}", why=not_computable(alpha))
    value = number(alpha)
    if alpha >= RELIABLE:
        return tr("α（Krippendorff）= {value}：评分一致，可以据此比较各人", value=value)
    if alpha >= TENTATIVE:
        return tr("α（Krippendorff）= {value}：评分大体一致，比较各人时宜留余地", value=value)
    return tr(
        "α（Krippendorff）= {value}：单张票之间差别较大，不宜凭单张票比较；票多时平均分仍可能可靠，见 ICC(1,k)",
        value=value,
    )
