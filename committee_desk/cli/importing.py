"""`import`, `import-folder` and `template`: workbooks into the desk, all or nothing."""

from collections.abc import Iterable

from committee_desk.cli.grammar import Given, Option, Verb, Word
from committee_desk.cli.refusals import UnknownKind
from committee_desk.cli.scoring import DESK_FILE, YEAR
from committee_desk.cli.session import seated, year_of
from committee_desk.cli.speech import answer, say, warn
from committee_desk.services.access import Access
from committee_desk.services.desk import Desk
from committee_desk.services.imports import Difference, ImportOutcome, ImportPreview, Kind, RowProblem, RowWarning
from committee_desk.services.imports.problems import LONGEST_VALUE
from committee_desk.services.imports.refusals import DifferencesFound, ImportRefused
from committee_desk.wording.imports import (
    briefly,
    problem_in_words,
    remedy_in_words,
    row_in_words,
    unread_in_words,
    warning_in_words,
)
from committee_desk.wording.language import tr

KIND = Word("KIND", lambda: tr("种类：{kinds}", kinds=" ".join(Kind)))


def kind_of(given: Given) -> Kind:
    """The kind of workbook that was named."""
    try:
        return Kind(given.text("KIND"))
    except ValueError:
        raise UnknownKind(given.text("KIND"), tuple(Kind)) from None


def _import(given: Given) -> int:
    kind_of(given)  # said before the desk is opened
    with seated(given, access=Access.BESIDE if given.has("--dry-run") else Access.IMPORT) as desk:
        return _read_in(given, desk)


def _read_in(given: Given, desk: Desk) -> int:
    kind, path = kind_of(given), given.path("WORKBOOK")
    year, replace, as_json = year_of(given, desk), given.has("--replace"), given.has("--json")
    try:
        if given.has("--dry-run"):
            preview = desk.imports.preview(desk.seat.actor, kind, path, year, replace=replace)
            _refuse_what_would_be_refused(preview, replace=replace)
            _tell_preview(preview, replace=replace, as_json=as_json)
        else:
            _tell_outcome(desk.imports.carry_out(desk.seat.actor, kind, path, year, replace=replace), as_json=as_json)
    except (ImportRefused, DifferencesFound) as refused:
        _tell_refused(refused, kind, as_json=as_json)
        raise
    return 0


def _refuse_what_would_be_refused(preview: ImportPreview, *, replace: bool) -> None:
    if preview.problems:
        raise ImportRefused(preview.problems, (preview,))
    if preview.differences and not replace:
        raise DifferencesFound(preview.differences, (preview,))
    if preview.locked is not None:
        raise preview.locked


def _import_folder(given: Given) -> int:
    with seated(given, access=Access.IMPORT) as desk:
        return _read_folder_in(given, desk)


def _read_folder_in(given: Given, desk: Desk) -> int:
    folder = given.path("DIR")
    unread = desk.imports.unread(folder)
    if unread:
        warn(unread_in_words(unread))
    try:
        done = desk.imports.carry_out_folder(desk.seat.actor, folder, year_of(given, desk))
    except ImportRefused as refused:
        _list_problems(refused.problems)
        raise
    except DifferencesFound as refused:
        _list_differences(refused.differences)
        raise
    for outcome in done.outcomes:
        _tell_outcome(outcome, as_json=False)
    return 0


def _template(given: Given) -> int:
    kind = kind_of(given)
    from committee_desk.bootstrap import write_template  # noqa: PLC0415 - openpyxl, a third of a second

    write_template(kind, given.path("OUT.xlsx"))
    say(tr("已写成空白工作簿：{path}", path=given.text("OUT.xlsx")))
    return 0


# -- what is told -----------------------------------------------------------------------------------------------------


def _tell_outcome(outcome: ImportOutcome, *, as_json: bool) -> None:
    _warn(outcome.warnings)
    if as_json:
        facts = {"added": outcome.added, "replaced": outcome.replaced, "unchanged": outcome.unchanged}
        written = outcome.change.entry is not None
        answer(_report(outcome, facts, differences=outcome.differences, written=written, again=outcome.again))
    elif outcome.again:
        say(tr("《{workbook}》此前已经读入，没有改动。", workbook=outcome.workbook))
    else:
        _list_differences(outcome.differences)
        say(
            tr(
                "《{workbook}》：新增 {added}，替换 {replaced}，未变 {unchanged}",
                workbook=outcome.workbook,
                added=outcome.added,
                replaced=outcome.replaced,
                unchanged=outcome.unchanged,
            )
        )
        _tell_ignored(outcome.ignored)


def _tell_preview(preview: ImportPreview, *, replace: bool, as_json: bool) -> None:
    _warn(preview.warnings)
    replaced = preview.differing if replace else 0
    if as_json:
        facts = {"added": preview.added, "replaced": replaced, "unchanged": preview.unchanged}
        answer(_report(preview, facts, differences=preview.differences, again=preview.again))
        return
    _list_differences(preview.differences)
    say(
        tr(
            "试读《{workbook}》：将新增 {added}，替换 {replaced}，未变 {unchanged}；没有写入。",
            workbook=preview.workbook,
            added=preview.added,
            replaced=replaced,
            unchanged=preview.unchanged,
        )
    )
    _tell_ignored(preview.ignored)


def _tell_ignored(headings: tuple[str, ...]) -> None:
    if headings:
        say(tr("  没有读取的列：{headings}", headings=tr("、").join(briefly(heading) for heading in headings)))


def _tell_refused(refused: ImportRefused | DifferencesFound, kind: Kind, *, as_json: bool) -> None:
    problems = refused.problems if isinstance(refused, ImportRefused) else ()
    differences = refused.differences if isinstance(refused, DifferencesFound) else ()
    if not as_json:
        _list_problems(problems)
        _list_differences(differences)
        return
    facts = {"added": 0, "replaced": 0, "unchanged": 0}
    for preview in refused.previews:
        answer(_report(preview, facts, problems=problems, differences=differences))
        return
    parts = _parts(facts, problems, differences, ())
    answer({"kind": str(kind), **parts, "written": False, "again": False})


def _report(  # noqa: PLR0913 - the parts of one answer
    told: ImportOutcome | ImportPreview,
    facts: dict[str, int],
    *,
    problems: tuple[RowProblem, ...] = (),
    differences: tuple[Difference, ...] = (),
    written: bool = False,
    again: bool = False,
) -> dict[str, object]:
    named = {"kind": str(told.kind), "year": told.year, "workbook": told.workbook, "sha256": told.sha256}
    return {**named, **_parts(facts, problems, differences, told.ignored), "written": written, "again": again}


def _parts(
    facts: dict[str, int],
    problems: tuple[RowProblem, ...],
    differences: tuple[Difference, ...],
    ignored: tuple[str, ...],
) -> dict[str, object]:
    return {
        **facts,
        "differences": [_difference_as_json(difference) for difference in differences],
        "problems": [_problem_as_json(problem) for problem in problems],
        "ignored_columns": list(ignored),
    }


def _problem_as_json(problem: RowProblem) -> dict[str, object]:
    return {
        "workbook": problem.workbook,
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "heading": problem.heading,
        "value": problem.value,
        "why": problem_in_words(problem),
        "do": remedy_in_words(problem),
    }


def _difference_as_json(difference: Difference) -> dict[str, object]:
    return {
        "key": dict(difference.key),
        "heading": difference.heading,
        "old": difference.old[:LONGEST_VALUE],
        "new": difference.new[:LONGEST_VALUE],
        "sheet": difference.sheet,
        "row": difference.row,
        "column": difference.column,
    }


def _list_problems(problems: Iterable[RowProblem]) -> None:
    for problem in problems:
        say(row_in_words(problem))


def _list_differences(differences: Iterable[Difference]) -> None:
    for difference in differences:
        say(
            tr(
                "{key}的{heading}：现为“{old}”，工作簿为“{new}”（工作表“{sheet}”{cell}）",
                key=" ".join(difference.key.values()),
                heading=difference.heading,
                old=briefly(difference.old),
                new=briefly(difference.new),
                sheet=difference.sheet,
                cell=difference.cell,
            )
        )


def _warn(warnings: Iterable[RowWarning]) -> None:
    for warning in warnings:
        warn(warning_in_words(warning))


IMPORT = Verb(
    "import",
    lambda: tr("读入一个工作簿：有一行不合格就一行也不写，并列出每一行的毛病"),
    (DESK_FILE, KIND, Word("WORKBOOK", lambda: tr("工作簿：.xlsx .xls .ods .csv"))),
    (
        Option("--dry-run", lambda: tr("只试读，不写入")),
        Option("--replace", lambda: tr("与已有数据不同的，以工作簿为准")),
        Option("--json", lambda: tr("以 JSON 输出")),
        YEAR,
    ),
    _import,
    notes=lambda: tr(
        "JSON：kind year workbook sha256 added replaced unchanged、"
        "differences（key heading old new sheet row column）、"
        "problems（workbook sheet row column heading value why do）、"
        "ignored_columns（没有读取的列）、written、again（同一测评票文件已读入过）。"
    ),
)

IMPORT_FOLDER = Verb(
    "import-folder",
    lambda: tr("按先后次序读入一个文件夹里的全部工作簿，全部成功才写入"),
    (DESK_FILE, Word("DIR", lambda: tr("放有 人员.xlsx、案件.xlsx 等的文件夹"))),
    (YEAR,),
    _import_folder,
)

TEMPLATE = Verb(
    "template",
    lambda: tr("写出一个空白工作簿：表头、示例行、下拉选项和说明"),
    (KIND, Word("OUT.xlsx", lambda: tr("要写成的工作簿，不覆盖已有文件"))),
    (),
    _template,
)
