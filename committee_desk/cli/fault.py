"""A bug at the command line: written down for those who mend it, told in one sentence to the person who met it."""

import platform
from datetime import datetime

from committee_desk.paths import log_folder
from committee_desk.self_check import installed_version
from committee_desk.traces import where
from committee_desk.wording.language import tr

LOG = "crash.log"


def told(bug: Exception) -> str:
    """Write the bug down and say where."""
    path = log_folder() / LOG
    lines = where(bug)
    moment = datetime.now().astimezone().isoformat()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{moment} {installed_version()} {platform.platform()}\n{lines}\n")
    except OSError:
        return tr("程序出错，命令没有完成；错误记录也写不进 {path}。请联系信息技术人员。", path=path)
    return tr("程序出错，命令没有完成。错误记在 {path}，请连同所用的命令告诉信息技术人员。", path=path)
