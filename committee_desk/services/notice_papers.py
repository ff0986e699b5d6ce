"""What 结果通知书 (form 15) says of a person's result, read from its locked data, and the register of all of them."""

from collections.abc import Sequence
from datetime import date

from committee_desk.domain.results import Delivery, PartyDecision, Result, Signature
from committee_desk.services.certificate_rules import anchor_of
from committee_desk.services.locked_sheets import LockedSheet
from committee_desk.services.ports import UnitOfWork
from committee_desk.services.publication_views import PublicationStamp
from committee_desk.services.result_notices import named_remedies, notice_labels
from committee_desk.services.result_paper_views import Addressee, NoticePaper, ResultLine
from committee_desk.services.result_refusals import OldVersion
from committee_desk.services.result_rules import nothing_decided
from committee_desk.services.settings import REVIEW_DAYS, SETTINGS


def notice_papers(  # noqa: PLR0913, PLR0917 - whose, of which version, by whom, as if served when
    uow: UnitOfWork,
    year: int,
    codes: Sequence[str],
    stamp: PublicationStamp,
    served: date,
    version: int | None = None,
) -> tuple[NoticePaper, ...]:
    """The notices of these people, each of the newest version unless another is asked for.

    NothingDecided for whom the 院党组 has not decided on, OldVersion for a version that there is not.
    """
    read = _Read(uow, year)
    anchor = anchor_of(uow.certificates.all())
    days = int(uow.settings.all().get(REVIEW_DAYS, SETTINGS[REVIEW_DAYS].default))
    papers = []
    for code in dict.fromkeys(codes):
        result, newest = read.result(code, version), read.newest[code].version
        line = read.line(result)
        known = line.delivery.known if line.delivery else served
        papers.append(
            NoticePaper(
                stamp=stamp,
                year=year,
                label=line.label,
                to=line.to,
                grade=result.grade,
                version=result.version,
                decision=line.decision,
                decided=line.decided,
                remedies=line.delivery.remedies
                if line.delivery
                else named_remedies(uow, result.grade, known, line.to.category),
                review_days=days,
                counted_from=known,
                delivery=line.delivery,
                signature=line.signature,
                replaces=result.replaces,
                why=result.why,
                anchor=anchor.fingerprint if anchor is not None else "",
                superseded=newest if newest != result.version else None,
            )
        )
    return tuple(papers)


def result_lines(uow: UnitOfWork, year: int) -> tuple[ResultLine, ...]:
    """Every version of every result, in the order of their notices' numbers."""
    read = _Read(uow, year)
    return tuple(sorted(map(read.line, read.results), key=lambda each: each.label))


class _Read:
    """The results of a year with everything that belongs to each, read once."""

    def __init__(self, uow: UnitOfWork, year: int) -> None:
        self._uow, self._year = uow, year
        self.results = uow.results.of_year(year)
        self.newest = {each.code: each for each in self.results}
        self._labels = notice_labels(year, self.results)
        self._decisions: dict[int, PartyDecision] = {each.number: each for each in uow.results.decisions(year)}
        self._deliveries: dict[tuple[str, int], Delivery] = {
            (each.code, each.version): each for each in uow.results.deliveries(year)
        }
        self._signatures: dict[tuple[str, int], Signature] = {
            (each.code, each.version): each for each in uow.results.signatures(year)
        }

    def result(self, code: str, version: int | None) -> Result:
        """That version of the person's result, or the newest."""
        newest = self.newest.get(code)
        if newest is None:
            raise nothing_decided(self._uow, self._year, code)
        if version is None:
            return newest
        found = next((each for each in self.results if (each.code, each.version) == (code, version)), None)
        if found is None:
            raise OldVersion(self.line(newest).to.name, version, newest.version)
        return found

    def line(self, result: Result) -> ResultLine:
        """One version with its decision, notice and signature."""
        key, person = (result.code, result.version), LockedSheet.from_json(result.sheet).sheet
        decision, delivery = self._decisions[result.decision], self._deliveries.get(key)
        return ResultLine(
            Addressee(result.code, person.person.name, person.person.department, str(person.category)),
            result,
            decision.document,
            decision.day,
            delivery.notice if delivery else self._labels[key],
            delivery,
            self._signatures.get(key),
            self.newest[result.code].version != result.version,
        )
