"""Drawers loaded with their first sheet: neither window nor command line waits for paper it does not print."""

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from committee_desk.documents.grade_sheet import GradeSheetForm
    from committee_desk.domain.notice import Notice, NoticeWords
    from committee_desk.domain.results import Signature
    from committee_desk.services.edition_views import EditionPaper
    from committee_desk.services.evaluation_paper import EvaluationForm
    from committee_desk.services.grading_papers import ListPaper, ReviewPaper
    from committee_desk.services.locked_sheets import DrawnFinal, LockedSheet
    from committee_desk.services.meeting_papers import MeetingPaper
    from committee_desk.services.month_explained_views import ExplainedPaper
    from committee_desk.services.month_views import PaperSheet
    from committee_desk.services.objection_paper_views import FormPaper, OwnScorePaper, RegisterPaper
    from committee_desk.services.opinion_views import OpinionPaper
    from committee_desk.services.password_slips import Slip
    from committee_desk.services.protection import RecoverySheet
    from committee_desk.services.publication_views import NoteRow, PublicationStamp, VersionView
    from committee_desk.services.result_paper_views import (
        DecisionPaper,
        InformingPaper,
        MaterialPaper,
        NoticePaper,
        ResultRegister,
        ReviewRegister,
    )
    from committee_desk.services.round_paper_views import (
        BatchPaper,
        EnvelopePaper,
        SealPaper,
        SlipPaper,
        StatisticsPaper,
        SummaryPaper,
        UnsealedPaper,
    )
    from committee_desk.services.sheet_views import GradeSheet, Stamp


class LazyDrawer:
    """Draws form 1."""

    def file_name(self, sheet: "GradeSheet") -> str:
        """What the sheet's file is called."""
        return self._form.file_name(sheet)

    def basis(self, sheet: "GradeSheet") -> "Mapping[str, str]":
        """The text of 依据 that the sheet prints of each indicator, by its id."""
        return self._form.basis(sheet)

    def draw_final(
        self, locked: "LockedSheet", stamp: "Stamp", approval: str = "", signature: "Signature | None" = None
    ) -> "DrawnFinal":
        """The final sheet from its locked data, with where it is signed and what the person said of it so far."""
        return self._form.draw_final(locked, stamp, approval, signature)

    def draw(self, sheet: "GradeSheet", stamp: "Stamp") -> bytes:
        """The sheet as PDF; UnprintableCharacters when no font holds one of its characters."""
        return self._form.draw(sheet, stamp)

    @cached_property
    def _form(self) -> "GradeSheetForm":
        from committee_desk.documents.grade_sheet import GradeSheetForm  # noqa: PLC0415 - reportlab takes 0.2 s

        return GradeSheetForm()


class LazyRecovery:
    """Draws the recovery sheet."""

    def draw(self, sheet: "RecoverySheet") -> bytes:
        """The sheet as PDF."""
        from committee_desk.documents.recovery_sheet import draw  # noqa: PLC0415 - reportlab takes 0.2 s

        return draw(sheet)


class LazySlips:
    """Draws slips that hand a password over."""

    def draw(self, slips: "Sequence[Slip]") -> bytes:
        """One slip a page, as PDF."""
        from committee_desk.documents.password_slip import draw  # noqa: PLC0415 - reportlab takes 0.2 s

        return draw(slips)


class LazyOpinions:
    """Draws form 13."""

    def draw(self, paper: "OpinionPaper") -> bytes:
        """The forms as PDF."""
        from committee_desk.documents.outside_opinion import draw  # noqa: PLC0415 - reportlab takes 0.2 s

        return draw(paper)


class LazyEvaluations:
    """Draws form 10."""

    def draw(self, form: "EvaluationForm", stamp: "Stamp") -> bytes:
        """The form as PDF; UnprintableCharacters when no font holds one of its characters."""
        from committee_desk.documents.evaluation_form import draw  # noqa: PLC0415 - reportlab takes 0.2 s

        return draw(form, stamp)


class LazyMonths:
    """Draws form 8, and writes it as a workbook."""

    def file_name(self, paper: "PaperSheet", ending: str) -> str:
        """What the sheet's file is called."""
        from committee_desk.documents.month_sheet import file_name  # noqa: PLC0415 - reportlab takes 0.2 s

        return file_name(paper, ending)

    def draw(self, paper: "PaperSheet") -> bytes:
        """The sheet as PDF; UnprintableCharacters when no font holds one of its characters."""
        from committee_desk.documents.month_sheet import draw  # noqa: PLC0415 - the same

        return draw(paper)

    def workbook(self, paper: "PaperSheet") -> bytes:
        """The sheet as a workbook."""
        from committee_desk.documents.month_workbook import write  # noqa: PLC0415 - openpyxl is loaded with it

        return write(paper)


class LazyPublication:
    """Draws form 3: notices, posting records, and what is hung beside a notice."""

    def words(self, notice: "Notice") -> "NoticeWords":
        """The sentences that the notice is printed with."""
        from committee_desk.documents.notice_words import words  # noqa: PLC0415 - read when a notice is made

        return words(notice)

    def notice(self, notice: "Notice", stamp: "PublicationStamp", *, draft: bool) -> bytes:
        """The notice as PDF; UnprintableCharacters when no font holds one of its characters."""
        from committee_desk.documents.notice import draw  # noqa: PLC0415 - reportlab takes 0.2 s

        return draw(notice, stamp, draft=draft)

    def record(self, view: "VersionView", stamp: "PublicationStamp") -> bytes:
        """The posting record: where, from when to when, by whom; the counted days and why."""
        from committee_desk.documents.posting_record import draw  # noqa: PLC0415 - the same

        return draw(view, stamp)

    def note(self, view: "VersionView", note: "NoteRow", stamp: "PublicationStamp") -> bytes:
        """A supplementary notice or a correction note."""
        from committee_desk.documents.notice_note import draw  # noqa: PLC0415 - the same

        return draw(view, note, stamp)


class LazyObjections:
    """Draws form 4 and what goes with it."""

    def form(self, paper: "FormPaper") -> bytes:
        """Form 4 with its receipt to tear off."""
        from committee_desk.documents.objection_form import draw  # noqa: PLC0415 - reportlab takes 0.2 s

        return draw(paper)

    def receipt(self, paper: "FormPaper") -> bytes:
        """The receipt alone."""
        from committee_desk.documents.objection_form import draw_receipt  # noqa: PLC0415 - the same

        return draw_receipt(paper)

    def told(self, paper: "FormPaper") -> bytes:
        """What the person is told whose result is objected to."""
        from committee_desk.documents.objection_form import draw_told  # noqa: PLC0415 - the same

        return draw_told(paper)

    def register(self, paper: "RegisterPaper") -> bytes:
        """The year's objections as a list."""
        from committee_desk.documents.objection_register import draw  # noqa: PLC0415 - the same

        return draw(paper)

    def own_score(self, paper: "OwnScorePaper") -> bytes:
        """One person's own score."""
        from committee_desk.documents.own_score import draw  # noqa: PLC0415 - the same

        return draw(paper)


class LazyMeetings:
    """Draws form 11: minutes, vote slips and the register of recusals."""

    def minutes(self, paper: "MeetingPaper") -> bytes:
        """会议记录 as PDF; UnprintableCharacters when no font holds one of its characters."""
        from committee_desk.documents.minutes import draw  # noqa: PLC0415 - reportlab takes 0.2 s

        return draw(paper)

    def slips(self, paper: "MeetingPaper") -> bytes:
        """表决票 as PDF."""
        from committee_desk.documents.vote_slip import draw  # noqa: PLC0415 - the same

        return draw(paper)

    def register(self, paper: "MeetingPaper") -> bytes:
        """回避登记表 as PDF."""
        from committee_desk.documents.recusal_register import draw  # noqa: PLC0415 - the same

        return draw(paper)


class LazyGrading:
    """Draws forms 7 and 12 and the roll of proposed grades."""

    def ranking(self, paper: "ListPaper") -> bytes:
        """Form 7 as PDF; UnprintableCharacters when no font holds one of its characters."""
        from committee_desk.documents.grade_lists import ranking  # noqa: PLC0415 - reportlab takes 0.2 s

        return ranking(paper)

    def roll(self, paper: "ListPaper") -> bytes:
        """等次建议名册 as PDF."""
        from committee_desk.documents.grade_lists import roll  # noqa: PLC0415 - the same

        return roll(paper)

    def review(self, paper: "ReviewPaper") -> bytes:
        """Form 12 as PDF."""
        from committee_desk.documents.ability_review import draw  # noqa: PLC0415 - the same

        return draw(paper)


class LazyResults:
    """Draws forms 5 and 15 with what goes with them, the registers, and the public edition."""

    def notices(self, papers: "Sequence[NoticePaper]") -> bytes:
        """Form 15 of each with its 送达回证; UnprintableCharacters when no font holds one of their characters."""
        from committee_desk.documents.result_notice import draw  # noqa: PLC0415 - reportlab takes 0.2 s

        return draw(papers)

    def decision(self, paper: "DecisionPaper") -> bytes:
        """Form 5 with its 送达回证."""
        from committee_desk.documents.review_decision import draw  # noqa: PLC0415 - the same

        return draw(paper)

    def material(self, paper: "MaterialPaper") -> bytes:
        """复核材料."""
        from committee_desk.documents.review_material import draw  # noqa: PLC0415 - the same

        return draw(paper)

    def informing(self, paper: "InformingPaper") -> bytes:
        """告知书."""
        from committee_desk.documents.informing import draw  # noqa: PLC0415 - the same

        return draw(paper)

    def reviews(self, paper: "ReviewRegister") -> bytes:
        """复核申诉台账."""
        from committee_desk.documents.result_registers import reviews  # noqa: PLC0415 - the same

        return reviews(paper)

    def results(self, paper: "ResultRegister") -> bytes:
        """决定与送达台账."""
        from committee_desk.documents.result_registers import results  # noqa: PLC0415 - the same

        return results(paper)

    def edition(self, paper: "EditionPaper") -> bytes:
        """The public edition as PDF."""
        from committee_desk.documents.public_edition import draw  # noqa: PLC0415 - the same

        return draw(paper)

    def edition_html(self, paper: "EditionPaper") -> bytes:
        """The public edition as HTML."""
        from committee_desk.documents.public_edition_html import page  # noqa: PLC0415 - nobody waits for its words

        return page(paper)


class LazyRounds:
    """Draws form 6 and what goes with it."""

    def slips(self, papers: "Sequence[SlipPaper]") -> bytes:
        """民主测评票 as PDF; UnprintableCharacters when no font holds one of their characters."""
        from committee_desk.documents.round_slips import draw  # noqa: PLC0415 - reportlab takes 0.2 s

        return draw(papers)

    def envelopes(self, paper: "EnvelopePaper") -> bytes:
        """The envelopes as PDF, one a page."""
        from committee_desk.documents.round_envelopes import draw  # noqa: PLC0415 - the same

        return draw(paper)

    def summary(self, paper: "SummaryPaper") -> bytes:
        """测评结果汇总表 as PDF."""
        from committee_desk.documents.round_summary import draw  # noqa: PLC0415 - the same

        return draw(paper)

    def seal(self, paper: "SealPaper") -> bytes:
        """封存单 as PDF."""
        from committee_desk.documents.round_seal import draw_seal  # noqa: PLC0415 - the same

        return draw_seal(paper)

    def unsealed(self, paper: "UnsealedPaper") -> bytes:
        """启封清单 as PDF."""
        from committee_desk.documents.round_seal import draw_unsealed  # noqa: PLC0415 - the same

        return draw_unsealed(paper)

    def batches(self, paper: "BatchPaper") -> bytes:
        """计票批次表 as PDF."""
        from committee_desk.documents.round_batches import draw  # noqa: PLC0415 - the same

        return draw(paper)

    def statistics(self, paper: "StatisticsPaper") -> bytes:
        """测评统计报告 as PDF."""
        from committee_desk.documents.round_statistics import draw  # noqa: PLC0415 - the same

        return draw(paper)


class LazyExplained:
    """Puts a person's month on one page."""

    def draw(self, paper: "ExplainedPaper") -> bytes:
        """The page as PDF; UnprintableCharacters when no font holds one of its characters."""
        from committee_desk.documents.month_explained import draw  # noqa: PLC0415 - reportlab takes 0.2 s

        return draw(paper)


def missing_glyphs(text: str) -> list[str]:
    """Which characters of a text no font holds, each once."""
    from committee_desk.documents.fonts import face  # noqa: PLC0415 - reportlab takes 0.2 s

    return face("song").missing(text)
