"""The settings: each with its value, what it changes, and a reason for every change. Look and language of this PC."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.services.settings import (
    ABOUT_OTHERS,
    ANSWER_DAYS,
    BAR_BY_QUARTERS,
    COUNT_POSTING_DAY,
    CUT_OFF,
    DESK_DEPARTMENT,
    DESK_HANDLER,
    DESK_PHONE,
    DESK_PLACE,
    IDLE_MINUTES,
    MEETING_MAJORITY,
    MEETING_QUORUM,
    MONTHS_GRADED,
    NOTICE_ORDER,
    NOTICE_PLACES,
    NOTICE_RANKS,
    NOTICE_SCORES,
    NOTICE_UNGRADED,
    OFF,
    ON,
    SETTINGS,
)
from committee_desk.ui.common.dialogs import FormDialog
from committee_desk.ui.common.page import hairline
from committee_desk.ui.common.surfaces import Card, button, label, scrolled
from committee_desk.ui.common.theme import GAP, PAGE_MARGIN
from committee_desk.ui.system.cards_tab import allow
from committee_desk.wording.language import tr
from committee_desk.wording.saying import sentence

if TYPE_CHECKING:
    from committee_desk.ui.common.page import Page


def _settings() -> tuple[tuple[str, str, str, str], ...]:
    """Key, name, what it changes, what it takes."""
    return (
        (
            CUT_OFF,
            tr("截止时刻"),
            tr("公示最后一天几点截止收件，此后收到的异议登记为逾期，转结果通知后复核"),
            tr("24 小时制，如 17:30"),
        ),
        (
            COUNT_POSTING_DAY,
            tr("张贴当日计入"),
            tr("启用后 9:00 以前张贴的，张贴当日计入公示期；参照民法典第 201 条，当日不计入更稳妥"),
            "",
        ),
        (NOTICE_PLACES, tr("张贴地点"), tr("公示书贴在哪几处"), tr("用顿号隔开，如：内网公告栏、办公楼一楼公告栏")),
        (DESK_DEPARTMENT, tr("受理部门"), tr("哪个部门受理异议，印在公示书上"), tr("如：政治部")),
        (DESK_PLACE, tr("受理地点"), tr("在哪里受理异议，印在公示书上"), tr("如：办公楼 412 室")),
        (DESK_PHONE, tr("受理电话"), tr("受理异议的电话，印在公示书上"), tr("如：0000-5512")),
        (DESK_HANDLER, tr("受理经办人"), tr("谁经办异议，印在公示书上"), ""),
        (NOTICE_ORDER, tr("公示名单的排列"), tr("按部门或者按姓氏笔画，从不按得分"), ""),
        (NOTICE_SCORES, tr("公示得分"), tr("启用后公示书写明每人的得分"), ""),
        (NOTICE_RANKS, tr("公示名次"), tr("启用后公示书写明每人的名次"), ""),
        (
            NOTICE_UNGRADED,
            tr("公示另行确定的人员"),
            tr("启用后公示书也列出等次另行确定的人员，不写理由；不启用的，只列有等次的人员"),
            "",
        ),
        (
            IDLE_MINUTES,
            tr("无人操作后锁定"),
            tr("多少分钟没有人动键盘和鼠标就锁定窗口，没做完的内容原样保留；台账没有账号也没有口令的，不锁定"),
            tr("1 至 120 分钟"),
        ),
        (
            MONTHS_GRADED,
            tr("平时考核等次"),
            tr("启用后每季度给每人定好、较好、一般或较差，印在季度末月的公布表上"),
            "",
        ),
        (
            BAR_BY_QUARTERS,
            tr("平时考核一般或较差者不评优秀"),
            tr("启用后全年有一个季度的平时考核为一般或较差的，不评为优秀；成绩和排名不变"),
            "",
        ),
        (
            ANSWER_DAYS,
            tr("异议答复期限"),
            tr("收到异议后几个工作日内答复；改动只影响以后登记的异议"),
            tr("1 至 30 个工作日"),
        ),
        (
            ABOUT_OTHERS,
            tr("对他人结果的异议"),
            tr("启用后检察官可以对他人的结果提出异议；不启用的，登记为情况反映"),
            "",
        ),
        (
            MEETING_QUORUM,
            tr("考评委员会到会比例"),
            tr("到会并可以表决的委员不少于全体委员的几分之几，会议才能表决；法律没有规定"),
            tr("分数，如 2/3"),
        ),
        (
            MEETING_MAJORITY,
            tr("考评委员会通过比例"),
            tr("赞成票须超过全体委员的几分之几，表决才算通过；法律没有规定"),
            tr("分数，如 1/2"),
        ),
    )


def _in_words(key: str, value: str) -> str:
    """A setting's value; a switch says whether it is on, what is empty that it is not filled in."""
    return _offered(key).get(value, value) or tr("未填")


def _offered(key: str) -> dict[str, str]:
    """What a setting offers to choose from, in words; nothing where it is typed."""
    return {
        "switch": {OFF: tr("不启用"), ON: tr("启用")},
        "order": {"department": tr("按部门"), "strokes": tr("按姓氏笔画")},
    }.get(SETTINGS[key].shape, {})


class _Asked:
    """The field that takes a setting's new value: a line to type into, or a choice."""

    def __init__(self, key: str, value: str) -> None:
        self._key = key
        self.line, self.choice = QLineEdit(value), QComboBox()
        for each, words in _offered(key).items():
            self.choice.addItem(words, each)
        self.choice.setCurrentIndex(self.choice.findData(value))

    @property
    def field(self) -> QWidget:
        """What the form shows."""
        return self.choice if _offered(self._key) else self.line

    def value(self) -> str:
        """What is to be kept."""
        return str(self.choice.currentData()) if _offered(self._key) else self.line.text()


class SettingsTab(QFrame):
    """One card, a line for each setting."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._values: dict[str, QLabel] = {}
        self._held: dict[str, str] = {}
        self.changes: list[QPushButton] = []
        page.place.writing_barred.connect(self._follow)
        self.setProperty("r", "win")
        self.setAccessibleName(tr("设置"))
        content = QWidget()
        content.setProperty("r", "win")
        column = QVBoxLayout(content)
        column.setContentsMargins(PAGE_MARGIN, GAP, PAGE_MARGIN, GAP)
        card = Card(tr("本院设置"))
        for at, (key, name, what, takes) in enumerate(_settings()):
            if at:
                card.body.addWidget(hairline())
            card.body.addWidget(self._line(key, name, what, takes))
        column.addWidget(card)
        note = label(
            tr("名额比例、分值等属于年度考核方案，不在这里改。外观（浅色、深色）在左上角的台账菜单里，只影响这台电脑。"),
            "cap", wrap=True,
        )  # fmt: skip
        column.addWidget(note)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(content, tr("设置")))

    def _line(self, key: str, name: str, what: str, takes: str) -> QWidget:
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 10, 0, 10)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(name, "name"))
        words.addWidget(label(what, "cap", wrap=True))
        across.addLayout(words, 1)
        value = label("", "strong")
        self._values[key] = value
        across.addWidget(value)
        across.addSpacing(12)
        change = button(tr("修改…"), lambda: self._change(key, name, takes))
        change.setAccessibleName(tr("修改{name}", name=name))
        self.changes.append(change)
        across.addWidget(change)
        return line

    def refresh(self) -> None:
        """Read the values."""
        self._say_possible()
        desk = self._page.desk
        self._page.read(desk.settings.all, self._show, kind="settings")

    def _follow(self, _why: str) -> None:
        self._say_possible()

    def _say_possible(self) -> None:
        for each in self.changes:
            allow(each, self._page.place.no_writing)

    def _show(self, values: dict[str, str]) -> None:
        for key, shown in self._values.items():
            self._held[key] = values.get(key, "")
            shown.setText(_in_words(key, self._held[key]))

    def _change(self, key: str, name: str, takes: str) -> None:
        dialog = FormDialog(self, tr("修改{name}", name=name), tr("保存"))
        asked, why = _Asked(key, self._held.get(key, "")), QLineEdit()
        why.setMaxLength(200)
        dialog.add_row(name, asked.field, takes)
        dialog.add_row(tr("理由"), why)
        dialog.consequence.setText(tr("新值和理由记入日志"))
        desk, place = self._page.desk, self._page.place

        def act() -> bool:
            try:
                change = desk.settings.put(place.actor, key, asked.value(), why.text())
            except (DeskError, Trouble) as error:
                dialog.refuse(sentence(error), asked.field if why.text().strip() else why)
                return False
            if change.entry is None:
                dialog.refuse(tr("没有改动：新值与现在的值相同，没有记入日志。"), asked.field)
                return False
            place.changes.announce(change)
            return True

        if dialog.run(act):
            place.say(tr("设置已保存"))
