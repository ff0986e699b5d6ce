"""What 告知书 says to somebody whose figures a decision moved: the own figures, why, whether the grade hangs again."""

from datetime import date, datetime

from committee_desk.domain.effects import Effects
from committee_desk.domain.notice import Receiving
from committee_desk.domain.proceeding_kept import Proceeding
from committee_desk.domain.publication import CHINA
from committee_desk.services.effect_publishing import dates_of
from committee_desk.services.effect_refusals import NobodyToTell
from committee_desk.services.effect_rules import proceeding_of
from committee_desk.services.effect_views import Informing
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_views import HeldVersion, PublicationStamp
from committee_desk.services.result_paper_views import InformingPaper
from committee_desk.services.year_schemes import indicator_names


def informing_paper(  # noqa: PLR0913, PLR0917 - of which decision, to whom, by whom, when
    uow: UnitOfWork, year: int, number: int, code: str, stamp: PublicationStamp, now: datetime
) -> InformingPaper:
    """The paper to one person; NobodyToTell for whom the decision did not move.

    It speaks of today and bears today's date until the person is told. Drawn again after that it says what could be
    told on that day, bears that day, and says that it was drawn again.
    """
    held = proceeding_of(uow, year, number)
    informing = next((each for each in uow.informings.of_year(year, number) if each.code == code), None)
    if informing is None or held.day is None:
        raise NobodyToTell(held.label, code)
    republished = bool(held.effects) and code in Effects.from_json(held.effects).republished
    versions = [each for each in uow.publication.versions(year) if _known(each, informing)]
    hangs = _hangs(versions, code, held.list_version) if republished else None
    counted: tuple[date, ...] = ()
    cut_off = ""
    if hangs is not None:
        window = uow.publication.window(year, hangs.version)
        moved_since = informing.told is not None and len(window.steps) > 1
        counted, cut_off = window.counted, "" if moved_since else window.cut_off
    elif republished and (planned := dates_of(uow, year, now)) is not None:
        counted = planned.counted
    return InformingPaper(
        stamp=stamp,
        year=year,
        label=held.label,
        document=held.document,
        day=held.day,
        moved=informing.moved,
        indicators=indicator_names(uow, year),
        republished=republished,
        counted=counted,
        cut_off=cut_off,
        renewed=_stood(uow, held, code),
        receiving=versions[-1].notice.receiving if versions else Receiving(),
        dated=informing.told or now.astimezone(CHINA).date(),
        again=informing.told is not None,
    )


def _known(version: HeldVersion, informing: Informing) -> bool:
    """Whether the notice can be spoken of: of one that stands; to somebody who was told, of one that hung by then."""
    if informing.told is None:
        return version.taken_back is None
    gone = version.taken_back is not None and version.taken_back.astimezone(CHINA).date() <= informing.told
    hung = version.entry < informing.entry and version.at.astimezone(CHINA).date() <= informing.told
    return hung and not gone


def _stood(uow: UnitOfWork, held: Proceeding, code: str) -> bool:
    """Whether the 院党组 had decided on the person when the list was changed, whenever the paper is printed."""
    since = held.list_version
    results = [each for each in uow.results.of_year(held.year) if each.code == code]
    return any(since is None or each.list_version < since for each in results)


def _hangs(versions: list[HeldVersion], code: str, list_version: int | None) -> HeldVersion | None:
    """The notice on which the person's new grade hangs, of the list that the decision laid down or a later one."""
    for each in reversed(versions):
        named = any(line.code == code for line in (*each.notice.lines, *each.notice.removed))
        if named and list_version is not None and each.list_version >= list_version:
            return each
    return None
