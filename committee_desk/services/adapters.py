"""What the services of a desk are given beside its storage: readers and writers of workbooks, and paper."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # named here and not used: the window stands sooner without them
    from committee_desk.services.attachment_views import AttachmentFiles
    from committee_desk.services.certificate_views import CertificateMaker
    from committee_desk.services.evaluation_paper import EvaluationDrawer
    from committee_desk.services.folders import OpenFolder
    from committee_desk.services.grading_papers import GradingDrawer
    from committee_desk.services.imports.table import TemplateWriter, WorkbookReader
    from committee_desk.services.meeting_papers import MeetingDrawer
    from committee_desk.services.month_explained_views import ExplainedDrawer
    from committee_desk.services.month_views import MonthPaper
    from committee_desk.services.objection_paper_views import ObjectionDrawer
    from committee_desk.services.on_paper import MissingGlyphs
    from committee_desk.services.opinion_views import OpinionDrawer
    from committee_desk.services.page_pictures import Rasterise
    from committee_desk.services.password_slips import SlipDrawer
    from committee_desk.services.protection import RecoveryDrawer
    from committee_desk.services.publication_views import PublicationPaper
    from committee_desk.services.ranking_export import RankingWriter
    from committee_desk.services.result_paper_views import ResultDrawer
    from committee_desk.services.round_paper_views import RoundDrawer
    from committee_desk.services.sheet_views import SheetDrawer
    from committee_desk.services.signing_views import SheetSigner
    from committee_desk.services.trust import TrustStore
    from committee_desk.services.verdicts import Verifier


class Workbooks(NamedTuple):
    """What reads workbooks, writes their templates, and writes the ranking."""

    reader: "WorkbookReader"
    templates: "TemplateWriter"
    ranking: "RankingWriter"


class Paper(NamedTuple):
    """The adapters of paper: who draws a sheet, who opens the folder it goes to, who turns a PDF into pictures, and who
    draws the papers of protection and of accounts."""

    drawer: "SheetDrawer"
    open_folder: "OpenFolder"
    rasterise: "Rasterise"
    recovery: "RecoveryDrawer"
    slips: "SlipDrawer"
    attachments: "AttachmentFiles"
    opinions: "OpinionDrawer"
    months: "MonthPaper"
    evaluations: "EvaluationDrawer"
    explained: "ExplainedDrawer"
    publication: "PublicationPaper"
    objections: "ObjectionDrawer"
    meetings: "MeetingDrawer"
    grading: "GradingDrawer"
    results: "ResultDrawer"
    rounds: "RoundDrawer"
    certificates: "CertificateMaker"
    signer: "SheetSigner"
    trust: "TrustStore"
    verifier: "Verifier"
    missing: "MissingGlyphs"
