"""The acts of the journal in words."""

from committee_desk.wording.language import tr


def act_name(verb: str) -> str:
    """What was done; an act of a later version keeps its own name."""
    return {
        "desk.found": tr("新建台账"),
        "import": tr("导入工作簿"),
        "import.folder": tr("导入文件夹"),
        "import.take_back": tr("撤回导入"),
        "calendar.set": tr("改日历"),
        "calendar.clear": tr("取消日历改动"),
        "setting.put": tr("修改设置"),
        "sheets.draw": tr("打印考核表"),
        "scores.export": tr("导出排名"),
    }.get(verb, verb)
