"""What the papers of objections say: form 4 with its receipt, 异议台账, and 个人得分说明."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from committee_desk.domain.explanation import PersonExplanation
from committee_desk.domain.notice import Receiving
from committee_desk.services.objection_views import ObjectionCard, ObjectionRow
from committee_desk.services.publication_views import PublicationStamp


@dataclass(frozen=True, slots=True)
class FormPaper:
    """What form 4 (异议申请表) needs: an objection, or none for the blank that lies at the counter."""

    stamp: PublicationStamp
    year: int
    card: ObjectionCard | None = None
    receiving: Receiving = field(default_factory=Receiving)
    """The desk that takes objections, as the newest notice names it."""
    against: str = ""
    """The title of the notice that it is against, as it was printed."""


@dataclass(frozen=True, slots=True)
class RegisterPaper:
    """What 异议台账 needs: the year's objections, by number."""

    stamp: PublicationStamp
    year: int
    rows: Sequence[ObjectionRow] = ()


@dataclass(frozen=True, slots=True)
class OwnScorePaper:
    """What 个人得分说明 needs: one person's figures as published, and why they are what they are. Nobody else's."""

    stamp: PublicationStamp
    year: int
    name: str
    department: str
    category: str
    scheme: str
    explanation: PersonExplanation
    names: Mapping[str, str]
    """What the scheme calls each indicator."""
    total: int
    rank: int | None
    ranked: int
    """How many are ranked."""
    grade: str
    """As on the notice; empty: 另行确定."""
    published: int | None
    """The total on the published list, in hundredths; None where nothing was published of the person."""


class ObjectionDrawer(Protocol):
    """Puts form 4, its receipt, 异议台账, the notice to whom an objection is about, and 个人得分说明 on paper."""

    def form(self, paper: FormPaper) -> bytes:
        """Form 4 with its receipt to tear off."""
        ...

    def receipt(self, paper: FormPaper) -> bytes:
        """The receipt alone."""
        ...

    def told(self, paper: FormPaper) -> bytes:
        """What the person is told whose result is objected to."""
        ...

    def register(self, paper: RegisterPaper) -> bytes:
        """The year's objections as a list."""
        ...

    def own_score(self, paper: OwnScorePaper) -> bytes:
        """One person's own score."""
        ...
