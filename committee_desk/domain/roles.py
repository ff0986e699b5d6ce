"""The roles at a desk, the two ways of working, and what each role may do in each of them."""

from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """What somebody is at the desk; an account may bear several."""

    OPERATOR = "operator"
    REVIEWER = "reviewer"
    CASE_MANAGEMENT = "case_management"
    SECRETARY = "secretary"
    MEMBER = "member"
    CHAIR = "chair"
    INSPECTOR = "inspector"
    LEADER = "leader"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Way(StrEnum):
    """How the office works: 简易, two or three people and few ceremonies, or 严格, three separated powers."""

    PLAIN = "plain"
    STRICT = "strict"


class Right(StrEnum):
    """What may be asked of the desk."""

    SEE_DESK = "see_desk"
    SEE_PEOPLE = "see_people"
    SEE_CASES = "see_cases"
    SEE_SCORES = "see_scores"
    SEE_SANCTIONS = "see_sanctions"
    SEE_BALLOTS = "see_ballots"
    SEE_JOURNAL = "see_journal"
    SEE_ACCOUNTS = "see_accounts"
    IMPORT = "import"
    IMPORT_PEOPLE = "import_people"
    IMPORT_CASES = "import_cases"
    IMPORT_MARKS = "import_marks"
    IMPORT_BALLOTS = "import_ballots"
    IMPORT_SANCTIONS = "import_sanctions"
    IMPORT_LEAVE = "import_leave"
    KEEP_CALENDAR = "keep_calendar"
    ATTACH = "attach"
    DRAFT_SCHEME = "draft_scheme"
    ADOPT_SCHEME = "adopt_scheme"
    ENTER_EVENTS = "enter_events"
    APPROVE_EVENTS = "approve_events"
    ENTER_EVALUATIONS = "enter_evaluations"
    FIND_CAUSE = "find_cause"
    ENTER_MARKS = "enter_marks"
    KEEP_REPORTS = "keep_reports"
    KEEP_RELATIONS = "keep_relations"
    CLOSE_MONTH = "close_month"
    PUBLISH_MONTH = "publish_month"
    OVERRIDE = "override"
    OPEN_YEAR = "open_year"
    SEE_GRADING = "see_grading"
    KEEP_COMMITTEE = "keep_committee"
    PROPOSE_GRADES = "propose_grades"
    HOLD_MEETING = "hold_meeting"
    DECIDE_GRADES = "decide_grades"
    REVIEW_ABILITY = "review_ability"
    PUBLISH_GRADES = "publish_grades"
    SEE_OBJECTIONS = "see_objections"
    TAKE_OBJECTIONS = "take_objections"
    GO_BACK = "go_back"
    REREVIEW = "rereview"
    DECIDE_REREVIEW = "decide_rereview"
    DECIDE_RESULTS = "decide_results"
    SERVE_RESULTS = "serve_results"
    SEAL_SHEETS = "seal_sheets"
    SIGN_SHEETS = "sign_sheets"
    KEEP_CERTIFICATES = "keep_certificates"
    KEEP_ROUNDS = "keep_rounds"
    ENTER_SLIPS = "enter_slips"
    ADOPT_ROUNDS = "adopt_rounds"
    SEE_STATISTICS = "see_statistics"
    PRINT_SHEETS = "print_sheets"
    EXPORT = "export"
    SETTINGS = "settings"
    KEEP_ACCOUNTS = "keep_accounts"
    PROTECT = "protect"
    BACKUP = "backup"
    RESTORE = "restore"
    OVERRULE_CLOCK = "overrule_clock"
    CONFIRM = "confirm"
    CONFIRM_RESCUE = "confirm_rescue"


R = Right

_READING = {R.SEE_DESK, R.SEE_PEOPLE, R.SEE_CASES, R.SEE_SCORES}
_TYPING = {R.IMPORT, R.IMPORT_PEOPLE, R.IMPORT_MARKS, R.IMPORT_BALLOTS, R.IMPORT_LEAVE, R.KEEP_CALENDAR, R.ATTACH}
_ENTERING = {
    R.DRAFT_SCHEME, R.ENTER_EVENTS, R.ENTER_MARKS, R.KEEP_REPORTS, R.KEEP_RELATIONS, R.CLOSE_MONTH, R.OVERRIDE,
    R.SEE_GRADING, R.KEEP_COMMITTEE, R.PROPOSE_GRADES, R.REVIEW_ABILITY, R.SEE_OBJECTIONS, R.TAKE_OBJECTIONS,
    R.REREVIEW, R.SERVE_RESULTS, R.KEEP_ROUNDS, R.ENTER_SLIPS,
}  # fmt: skip
_CLOSING = {
    R.HOLD_MEETING, R.DECIDE_GRADES, R.PUBLISH_GRADES, R.GO_BACK, R.DECIDE_REREVIEW, R.DECIDE_RESULTS, R.SEAL_SHEETS,
    R.ADOPT_ROUNDS, R.SEE_STATISTICS,
}  # fmt: skip
"""The committee's meetings and what follows from them; the secretary's in 严格."""
_DECIDED = {R.ADOPT_SCHEME, R.APPROVE_EVENTS, R.FIND_CAUSE, R.PUBLISH_MONTH, R.OPEN_YEAR, *_CLOSING}
"""What rests on somebody's decision: the committee's, a leader's."""
_KEEPING = {
    R.SEE_DESK, R.SEE_JOURNAL, R.SEE_ACCOUNTS, R.SETTINGS, R.KEEP_ACCOUNTS, R.PROTECT, R.BACKUP, R.RESTORE,
    R.OVERRULE_CLOCK, R.CONFIRM, R.CONFIRM_RESCUE, R.KEEP_CERTIFICATES,
}  # fmt: skip
_CASEWORK = {
    R.SEE_DESK, R.SEE_PEOPLE, R.SEE_CASES, R.IMPORT, R.IMPORT_CASES, R.ATTACH, R.ENTER_EVALUATIONS, R.OVERRIDE,
}  # fmt: skip
_PROCEDURE = {
    *_READING, *_TYPING, *_ENTERING, *_DECIDED, R.SEE_SANCTIONS, R.SEE_BALLOTS, R.SEE_JOURNAL, R.PRINT_SHEETS, R.EXPORT,
    R.OVERRULE_CLOCK, R.CONFIRM, R.CONFIRM_RESCUE,
}  # fmt: skip
_INSPECTION = {
    R.SEE_DESK, R.SEE_PEOPLE, R.SEE_SCORES, R.SEE_SANCTIONS, R.IMPORT, R.IMPORT_SANCTIONS, R.CONFIRM_RESCUE,
}  # fmt: skip

_STRICT: dict[Role, set[Right]] = {
    Role.OPERATOR: {*_READING, *_TYPING, *_ENTERING, R.EXPORT},
    Role.REVIEWER: {
        *_READING,
        R.SEE_GRADING,
        R.SEE_OBJECTIONS,
        R.APPROVE_EVENTS,
        R.SEE_JOURNAL,
        R.CONFIRM,
        R.CONFIRM_RESCUE,
    },
    Role.CASE_MANAGEMENT: _CASEWORK,
    Role.SECRETARY: _PROCEDURE,
    Role.MEMBER: {*_READING, R.SEE_GRADING, R.SEE_STATISTICS},
    Role.CHAIR: {
        *_READING,
        R.SEE_GRADING,
        R.SEE_STATISTICS,
        R.SEE_OBJECTIONS,
        R.SIGN_SHEETS,
        R.CONFIRM,
        R.CONFIRM_RESCUE,
    },
    Role.INSPECTOR: _INSPECTION,
    Role.LEADER: {R.SEE_DESK, R.SEE_PEOPLE},
    Role.ADMINISTRATOR: _KEEPING,
    Role.AUDITOR: {
        *_READING,
        R.SEE_GRADING,
        R.SEE_OBJECTIONS,
        R.SEE_JOURNAL,
        R.SEE_ACCOUNTS,
        R.CONFIRM_RESCUE,
    },
}

# 简易 knows two people: the second of them must be able to confirm what the first does, whichever of them sits down.
_PLAIN: dict[Role, set[Right]] = {
    **_STRICT,
    Role.OPERATOR: {
        *_READING,
        *_TYPING,
        *_ENTERING,
        R.ENTER_EVALUATIONS,
        R.PUBLISH_MONTH,
        *_CLOSING,
        R.IMPORT_CASES,
        R.EXPORT,
        R.BACKUP,
        R.CONFIRM,
        R.CONFIRM_RESCUE,
    },
    Role.REVIEWER: {*_PROCEDURE, *_KEEPING, R.ENTER_EVALUATIONS, R.IMPORT_CASES, R.IMPORT_SANCTIONS},
}

APART = (Role.ADMINISTRATOR, Role.OPERATOR, Role.AUDITOR)
"""三员分立: in 严格 these are three people."""

ALONE = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})
"""Who in 严格 is nothing else: one sees no figures, the other changes nothing."""


def rights_of(roles: Iterable[Role], way: Way) -> frozenset[Right]:
    """What somebody with these roles may do."""
    table = _STRICT if way is Way.STRICT else _PLAIN
    return frozenset[Right]().union(*(table[role] for role in roles))


def united(roles: Iterable[Role], way: Way) -> frozenset[Role]:
    """The roles among these that one person must not unite; empty where all go together."""
    held = frozenset(roles)
    if way is Way.STRICT and len(held) > 1 and held & ALONE:
        return held
    return frozenset()
