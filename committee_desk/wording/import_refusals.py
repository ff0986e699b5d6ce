"""The sentences of an import's refusals. `wording.errors` reads this file in, so that they are registered."""

from committee_desk.services.imports.refusals import (
    BuiltUpon,
    DifferencesFound,
    FiguresOverridden,
    FolderMissing,
    FolderWithoutWorkbooks,
    HeadingsMissing,
    HeadingTwice,
    ImportRefused,
    NotAnImport,
    NotAWorkbook,
    TemplateExists,
    TextUnreadable,
    TrialReadOnly,
    WhyMissing,
    WorkbookChanged,
    WorkbookDamaged,
    WorkbookEmpty,
    WorkbookIsAFolder,
    WorkbookMissing,
    WorkbookProtected,
    WorkbookTooLarge,
    WorkbookTwice,
)
from committee_desk.services.workbook_names import NotXlsx
from committee_desk.wording.acts import act_name
from committee_desk.wording.imports import kind_name, row_in_words
from committee_desk.wording.language import tr
from committee_desk.wording.saying import says

NAMED = 3
"""So many places are named; more are counted."""


@says(ImportRefused)
def _import_refused(error: ImportRefused) -> str:
    if len(error.problems) == 1:
        return tr("有 1 处错误，什么也没有写入：{row}", row=row_in_words(error.problems[0]))
    return tr(
        "有 {count} 处错误，什么也没有写入。请逐处改正工作簿后再导入。第一处：{row}",
        count=len(error.problems),
        row=row_in_words(error.problems[0]),
    )


@says(DifferencesFound)
def _differences_found(error: DifferencesFound) -> str:
    return tr(
        "有 {count} 处与台账中已有的数据不同，什么也没有写入。请核对差异；确要以工作簿为准的，选择替换（--replace）。",
        count=len(error.differences),
    )


@says(WorkbookMissing)
def _workbook_missing(error: WorkbookMissing) -> str:
    return tr("没有文件“{path}”。请核对文件名和位置。", path=error.path)


@says(WorkbookIsAFolder)
def _workbook_is_a_folder(error: WorkbookIsAFolder) -> str:
    return tr("“{path}”是文件夹，不是工作簿。请选择其中的一个工作簿，或用“导入文件夹”。", path=error.path)


@says(WorkbookEmpty)
def _workbook_empty(error: WorkbookEmpty) -> str:
    return tr("“{path}”是空文件（0 字节）。请重新导出这个工作簿。", path=error.path)


@says(WorkbookDamaged)
def _workbook_damaged(error: WorkbookDamaged) -> str:
    return tr("“{path}”已损坏或不完整，读不出来。请重新导出或重新复制这个工作簿。", path=error.path)


@says(NotAWorkbook)
def _not_a_workbook(error: NotAWorkbook) -> str:
    return tr(
        "“{path}”不是工作簿。请用 .xlsx、.xls、.ods 或 .csv 文件；其他格式请在表格软件中另存为 .xlsx。", path=error.path
    )


@says(WorkbookProtected)
def _workbook_protected(error: WorkbookProtected) -> str:
    return tr("“{path}”设有打开密码，读不出来。请在表格软件中取消密码后另存，再导入。", path=error.path)


@says(WorkbookTooLarge)
def _workbook_too_large(error: WorkbookTooLarge) -> str:
    return tr(
        "“{path}”展开后过大，没有打开：可能是压缩炸弹，或在很远的单元格里有内容。请只复制需要的行列到新工作簿。",
        path=error.path,
    )


@says(TextUnreadable)
def _text_unreadable(error: TextUnreadable) -> str:
    return tr("“{path}”的文字读不出来。请在表格软件中另存为 .xlsx，或存为 UTF-8 编码的 .csv。", path=error.path)


@says(WorkbookChanged)
def _workbook_changed(error: WorkbookChanged) -> str:
    return tr("“{path}”在预览之后被改动过，没有写入。请重新预览。", path=error.path)


@says(HeadingsMissing)
def _headings_missing(error: HeadingsMissing) -> str:
    facts = {"path": error.path, "kind": kind_name(error.kind), "missing": tr("、").join(error.missing)}
    if error.looks_like is not None:
        return tr(
            "“{path}”不是{kind}工作簿：缺表头 {missing}。它像是{other}工作簿，请按该种类导入，或补上表头。",
            other=kind_name(error.looks_like),
            **facts,
        )
    return tr("“{path}”不是{kind}工作簿：缺表头 {missing}。请补上表头，或选对种类。", **facts)


@says(HeadingTwice)
def _heading_twice(error: HeadingTwice) -> str:
    return tr(
        "“{path}”工作表“{sheet}”有两列表头都是“{heading}”（{columns} 列）而内容不同，分不清用哪一列。"
        "请改掉其中一列的表头。",
        path=error.path,
        sheet=error.sheet,
        heading=error.heading,
        columns=tr("、").join(error.columns),
    )


@says(FolderMissing)
def _folder_missing(error: FolderMissing) -> str:
    return tr("没有文件夹“{path}”。请核对位置。", path=error.path)


@says(FolderWithoutWorkbooks)
def _folder_without_workbooks(error: FolderWithoutWorkbooks) -> str:
    return tr(
        "文件夹“{path}”里没有可导入的工作簿。请按 人员.xlsx、案件.xlsx、评查.xlsx 等名称放好文件。", path=error.path
    )


@says(WorkbookTwice)
def _workbook_twice(error: WorkbookTwice) -> str:
    return tr(
        "文件夹里有几个{kind}工作簿（{names}），分不清用哪一个。请只留一个。",
        kind=kind_name(error.kind),
        names=tr("、").join(path.name for path in error.paths),
    )


@says(NotAnImport)
def _not_an_import(error: NotAnImport) -> str:
    return tr("日志第 {entry} 条不是导入，或已经撤回。请在导入历史中选择。", entry=error.entry)


@says(WhyMissing)
def _why_missing(_error: WhyMissing) -> str:
    return tr("撤回导入须写明理由。请填写理由。")


@says(BuiltUpon)
def _built_upon(error: BuiltUpon) -> str:
    later = tr("、").join(
        tr("第 {entry} 条 {workbook}", entry=entry, workbook=act_name(workbook))
        for entry, workbook in error.later.items()
    )
    return tr("这次导入之后已有数据以它为基础（日志{later}），不能撤回。请先撤回那些导入，或恢复导入值。", later=later)


@says(FiguresOverridden)
def _figures_overridden(error: FiguresOverridden) -> str:
    places = tr("；").join(
        tr(
            "{key} 的{heading}：导入 {old}，工作簿现为 {new}",
            key=" ".join(each.key.values()),
            heading=each.heading,
            old=each.old or tr("空"),
            new=each.new or tr("空"),
        )
        for each in error.differences[:NAMED]
    )
    return tr(
        "有 {count} 处来源数据变了，而这些项已由两人更正过，导入不能替换：{places}。"
        "请在窗口中打开该项的“更正导入值”，恢复导入值后再导入。",
        count=len(error.differences),
        places=places,
    )


@says(NotXlsx)
def _not_xlsx(error: NotXlsx) -> str:
    return tr("“{path}”不以 .xlsx 结尾，而写出的是 .xlsx 工作簿。请把文件名改为以 .xlsx 结尾。", path=error.path)


@says(TrialReadOnly)
def _trial_read_only(error: TrialReadOnly) -> str:
    return tr(
        "“{path}”所在的介质只读，不能试读：试读要先照样写入、再全部撤销。请把台账复制到可写的磁盘上再试读。",
        path=error.path,
    )


@says(TemplateExists)
def _template_exists(error: TemplateExists) -> str:
    return tr("“{path}”已经存在，没有覆盖。请换一个文件名。", path=error.path)
