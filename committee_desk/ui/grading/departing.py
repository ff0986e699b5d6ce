"""改定等次: departing from what the scheme proposes, with a reason; once proposed, in a meeting."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit

from committee_desk.domain.course import Stage
from committee_desk.domain.grade_list import ListStage
from committee_desk.domain.scores import Grade
from committee_desk.services.changes import Change
from committee_desk.services.grading_refusals import DepartureReasonMissing, GradeBound, NoPlaceLeft
from committee_desk.services.grading_seen import GradingChanged
from committee_desk.services.grading_views import CategoryRoll, Choice, RollRow
from committee_desk.services.meeting_views import MeetingRow
from committee_desk.ui.common.page import Page
from committee_desk.ui.grading.asking import OF_MEETING, GradingForm, MeetingBox
from committee_desk.ui.grading.columns import places_in_words
from committee_desk.wording.gradings import grade_name
from committee_desk.wording.language import tr


class DepartureForm(GradingForm):
    """Another grade for one person; the proposal's own grade lifts a departure."""

    def __init__(
        self, page: Page, stage: Stage, roll: CategoryRoll, row: RollRow, meetings: Sequence[MeetingRow]
    ) -> None:
        super().__init__(page, tr("改定等次：{name}", name=row.listed.name), tr("改定"))
        self._row, self._by_committee = row, stage is Stage.PROPOSED
        self._before = row.wanted
        self.explain(places_in_words(roll))
        proposed = grade_name(row.listed.proposed) if row.listed.proposed is not None else tr("无")
        self.add_words(tr("方案建议"), proposed)
        self.grade = QComboBox()
        for each in Grade:
            self.grade.addItem(grade_name(each), str(each))
        self.grade.setCurrentIndex(self.grade.findData(None if row.wanted is None else str(row.wanted)))
        self.add_row(tr("改为"), self.grade, tr("选回方案建议的等次，即取消改动"))
        self.reason = QLineEdit(row.listed.reason if self._is_own() else "")
        self.reason.setMaxLength(200)
        self.add_row(tr("理由"), self.reason, tr("写入等次建议名册"))
        self.meeting = MeetingBox(meetings)
        self.document = QLineEdit()
        self.document.setMaxLength(60)
        if self._by_committee:
            self.add_row(tr("会议"), self.meeting, tr("等次建议已提出，改动由委员会在会议上作出，须在名册表决之前登记"))
            self.add_row(tr("决定文号"), self.document, tr("可以不填"))
        self.fields = {
            DepartureReasonMissing: self.reason,
            GradeBound: self.grade,
            NoPlaceLeft: self.grade,
            **dict.fromkeys(OF_MEETING, self.meeting),
        }
        self.grade.currentIndexChanged.connect(lambda _at: self._say())
        self._say()

    def _is_own(self) -> bool:
        """Whether the departure that stands is of whoever departs now."""
        wanted = ListStage.APPROVED if self._by_committee else ListStage.PROPOSED
        return self._row.choice is not None and self._row.choice.stage is wanted

    @property
    def chosen(self) -> Grade | None:
        """The grade in the field."""
        data = self.grade.currentData()
        return Grade(data) if data is not None else None

    def _say(self) -> None:
        facts = {
            "name": self._row.listed.name,
            "before": grade_name(self._before),
            "after": grade_name(self.chosen),
        }
        same = self.chosen is self._before
        self.consequence.setText(
            tr("{name}的等次仍为{after}", **facts) if same else tr("{name}的等次由{before}改为{after}", **facts)
        )

    def learn(self, error: GradingChanged) -> None:
        """What the grade changes from is what stands now."""
        super().learn(error)
        self._before = error.now.grade if isinstance(error.now, Choice) else self._row.listed.proposed
        self._say()

    def depart(self) -> bool:
        """Record it."""
        desk, actor, year = self.page.desk, self.page.place.actor, self.page.year
        held = self._row.choice

        def command() -> Change:
            meeting = self.meeting.number if self._by_committee else None
            return desk.grading.choose(
                actor, year, self._row.code, self.chosen, self.reason.text(), meeting, self.document.text(),
                seen=self.seen(self._row.listed.name, held.entry if held is not None and self._is_own() else None),
            )  # fmt: skip

        return self.carry_out(command)
