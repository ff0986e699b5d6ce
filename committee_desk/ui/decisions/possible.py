"""Why an act on results cannot be done now; empty where it can."""

from committee_desk.domain.course import Stage
from committee_desk.services.result_refusals import Bar
from committee_desk.services.result_views import ResultRow, ResultsView
from committee_desk.wording.courses import stage_name
from committee_desk.wording.language import tr
from committee_desk.wording.results import bar_of


def why_not_on(row: ResultRow) -> str:
    """Why nobody can decide on that person."""
    if row.barred is not None:
        return bar_of(row.barred)
    return "" if row.decidable else tr("院党组已作出决定，此后没有变动")


def why_not_on_anybody(view: ResultsView) -> str:
    """Why there is nobody on whom one can decide."""
    if any(row.decidable for row in view.rows):
        return ""
    if not view.rows or not Stage.CLOSED.is_reached_at(view.stage):
        return tr("现在是“{stage}”，公示关闭以后由院党组决定", stage=stage_name(view.stage))
    bars = [row.barred for row in view.rows if row.barred is not None]
    if bars:
        nearest = min(bars, key=lambda each: each.bar is Bar.MOVABLE)  # what moves others is open about somebody
        return tr("{name}：{why}", name=nearest.name, why=bar_of(nearest))
    return tr("院党组对所有人都已作出决定")


def why_not_serve(row: ResultRow | None) -> str:
    """Why the notice of that person cannot be served."""
    if row is None or row.result is None:
        return _nothing_yet(row)
    return tr("{name}的结果通知书已经送达", name=row.name) if row.delivery is not None else ""


def why_not_sign(row: ResultRow | None) -> str:
    """Why no signature of that person can be recorded; who refuses may refuse before it is served."""
    if row is None or row.result is None:
        return _nothing_yet(row)
    return tr("{name}的签字已经登记", name=row.name) if row.signature is not None else ""


def why_not_archive(view: ResultsView) -> str:
    """Why the year is not where it is archived."""
    if view.stage is Stage.ARCHIVED:
        return tr("{year} 年度已经归档", year=view.year)
    if view.stage is Stage.CLOSED:
        return ""
    return tr("现在是“{stage}”，公示关闭、全部送达签字以后归档", stage=stage_name(view.stage))


def _nothing_yet(row: ResultRow | None) -> str:
    return tr("先选中一个人") if row is None else tr("院党组还没有作出决定")
