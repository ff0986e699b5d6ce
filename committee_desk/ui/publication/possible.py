"""Why an act of 公示 cannot be done as the year stands."""

from committee_desk.domain.course import Stage
from committee_desk.services.publication_views import PublicationView, VersionView
from committee_desk.wording.courses import stage_name
from committee_desk.wording.language import tr

RUNNING = frozenset({"hang_again", "lengthen", "recount", "correct", "close", "take_back"})
HANGING = frozenset({"photo", "take_down"})
READING = frozenset({"print_notice", "print_record", "print_note", "photos"})


def why_not(name: str, view: PublicationView | None, shown: VersionView | None) -> str:
    """Empty where it can be done, or where nothing is known yet of the year: the service says so then."""
    if name in READING:
        return _why_not_read(name, shown)
    if view is None:
        return ""
    return _why_not_at(name, view) or _why_not_hanging(name, view)


def _why_not_at(name: str, view: PublicationView) -> str:
    """What the stage of the year stands against."""
    if name == "post" and view.stage is not Stage.APPROVED:
        return _at(view, tr("审议通过、还没有张贴时才能张贴"))
    if name == "publish_again" and view.stage is Stage.ARCHIVED:
        return _at(view, tr("已归档的年度由更正或复核的决定重新公示"))
    if name == "publish_again" and view.stage is not Stage.CLOSED:
        return _at(view, tr("公示关闭以后才能退回重新公示"))
    if name in RUNNING and view.stage is not Stage.PUBLISHED:
        return _at(view, tr("只在公示中能办"))
    if name in HANGING and (not Stage.PUBLISHED.is_reached_at(view.stage) or view.current is None):
        return _at(view, tr("张贴以后才能办"))
    return ""


def _why_not_hanging(name: str, view: PublicationView) -> str:
    """What the postings themselves stand against."""
    current = view.current
    if current is None:
        return ""
    newest = {row.place: row for row in sorted(current.postings, key=lambda each: each.posted)}
    down = [row for row in newest.values() if row.taken is not None]
    if name == "take_down" and len(down) == len(newest):
        return tr("各处的公示书都已撤下")
    if name == "hang_again" and not down:
        return tr("各处的公示书都张贴着，没有撤下的")
    if name == "recount" and all(each.kind != "recount" for each in view.owed):
        return tr("按现在的日历，公示期没有变化")
    return ""


def _why_not_read(name: str, shown: VersionView | None) -> str:
    if shown is None:
        return tr("还没有张贴过公示书")
    return tr("这一版没有补充公告和更正说明") if name == "print_note" and not shown.notes else ""


def _at(view: PublicationView, when: str) -> str:
    return tr("{when}。现在：{stage}", when=when, stage=stage_name(view.stage))
