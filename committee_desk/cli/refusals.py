"""What can be wrong with a command as it was written, and the sentence for each."""

from pathlib import Path

from committee_desk.domain.errors import DeskError, Trouble
from committee_desk.wording.errors import says
from committee_desk.wording.language import tr


class CommandRefused(DeskError):
    """A command that is not written as it has to be."""


class UnknownVerb(CommandRefused):
    """No such command, and no file of that name either."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


class UnknownOption(CommandRefused):
    """The verb does not take that option."""

    def __init__(self, option: str, usage: str) -> None:
        super().__init__(option, usage)
        self.option, self.usage = option, usage


class OptionNeedsValue(CommandRefused):
    """The option stands without its value."""

    def __init__(self, option: str, value: str) -> None:
        super().__init__(option, value)
        self.option, self.value = option, value


class OptionTakesNoValue(CommandRefused):
    """The option was given a value and takes none."""

    def __init__(self, option: str) -> None:
        super().__init__(option)
        self.option = option


class OptionMissing(CommandRefused):
    """The verb cannot do without that option."""

    def __init__(self, option: str, usage: str) -> None:
        super().__init__(option, usage)
        self.option, self.usage = option, usage


class WordMissing(CommandRefused):
    """A word that the verb needs was not given."""

    def __init__(self, word: str, usage: str) -> None:
        super().__init__(word, usage)
        self.word, self.usage = word, usage


class WordTooMany(CommandRefused):
    """More words were given than the verb takes."""

    def __init__(self, word: str, usage: str) -> None:
        super().__init__(word, usage)
        self.word, self.usage = word, usage


class NotADate(CommandRefused):
    """No date of the calendar, or not written as one."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class NotANumber(CommandRefused):
    """No whole number where one is needed."""

    def __init__(self, option: str, text: str) -> None:
        super().__init__(option, text)
        self.option, self.text = option, text


class NotAYear(CommandRefused):
    """No year of four digits."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class NotText(CommandRefused):
    """An argument that is not text in UTF-8."""

    def __init__(self, shown: str) -> None:
        super().__init__(shown)
        self.shown = shown


class UnknownLanguage(CommandRefused):
    """A language that the program does not speak."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class UnknownKind(CommandRefused):
    """No workbook of that kind is read."""

    def __init__(self, text: str, known: tuple[str, ...]) -> None:
        super().__init__(text, known)
        self.text, self.known = text, known


class OneDateOnly(CommandRefused):
    """A posting day and a meeting day were both given, or neither."""


class PassphraseFileUnreadable(CommandRefused):
    """The file named by COMMITTEE_DESK_PASSPHRASE_FILE cannot be read as text, or holds nothing."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class PasswordFileUnreadable(CommandRefused):
    """The file named by COMMITTEE_DESK_PASSWORD_FILE cannot be read as text, or holds nothing."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class UserNotText(CommandRefused):
    """COMMITTEE_DESK_USER holds bytes that are no UTF-8."""


class AccountNeeded(CommandRefused):
    """The desk has accounts, and the environment names none for a command that shows or writes figures."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class NoScreen(Trouble):
    """A window was asked for where none can be shown."""


class AnswerNotWritten(Trouble):
    """Standard output takes no more: its disk is full or its device fails."""


@says(AnswerNotWritten)
def _answer_not_written(_error: AnswerNotWritten) -> str:
    return tr("结果写不出去：标准输出所在的磁盘已满或不可写。请换一个去处后重新运行。")


@says(NoScreen)
def _no_screen(_error: NoScreen) -> str:
    return tr("这里没有可用的屏幕，打不开窗口。请在图形桌面上运行，或使用 committee-desk --help 所列的命令。")


@says(UnknownVerb)
def _unknown_verb(error: UnknownVerb) -> str:
    return tr("没有“{word}”这个命令，也没有这个文件。可用的命令见 committee-desk --help。", word=error.word)


@says(UnknownOption)
def _unknown_option(error: UnknownOption) -> str:
    return tr("不认识选项 {option}。写法：{usage}", option=error.option, usage=error.usage)


@says(OptionNeedsValue)
def _option_needs_value(error: OptionNeedsValue) -> str:
    return tr("选项 {option} 后面缺 {value}。", option=error.option, value=error.value)


@says(OptionTakesNoValue)
def _option_takes_no_value(error: OptionTakesNoValue) -> str:
    return tr("选项 {option} 后面不带值。", option=error.option)


@says(OptionMissing)
def _option_missing(error: OptionMissing) -> str:
    return tr("缺少选项 {option}。写法：{usage}", option=error.option, usage=error.usage)


@says(WordMissing)
def _word_missing(error: WordMissing) -> str:
    return tr("缺少 {word}。写法：{usage}", word=error.word, usage=error.usage)


@says(WordTooMany)
def _word_too_many(error: WordTooMany) -> str:
    return tr("多了“{word}”。写法：{usage}", word=error.word, usage=error.usage)


@says(NotADate)
def _not_a_date(error: NotADate) -> str:
    return tr("“{text}”不是日期。请写成 2026-02-09 这样，并确认这一天存在。", text=error.text)


@says(NotANumber)
def _not_a_number(error: NotANumber) -> str:
    return tr("{option} 要一个整数，“{text}”不是。", option=error.option, text=error.text)


@says(NotAYear)
def _not_a_year(error: NotAYear) -> str:
    return tr("“{text}”不是年度。请写四位数字，如 2026。", text=error.text)


@says(NotText)
def _not_text(error: NotText) -> str:
    return tr("参数“{shown}”不是 UTF-8 文字。请把文件或文件夹改名后再试。", shown=error.shown)


@says(UnknownLanguage)
def _unknown_language(error: UnknownLanguage) -> str:
    return tr("没有“{text}”这种语言。可用：zh（中文）、en（English）。", text=error.text)


@says(UnknownKind)
def _unknown_kind(error: UnknownKind) -> str:
    return tr("没有“{text}”这一种工作簿。种类：{known}。", text=error.text, known=" ".join(error.known))


@says(OneDateOnly)
def _one_date_only(_error: OneDateOnly) -> str:
    return tr("请给出一个日期：张贴日（window 日期），或会议日（window --close-by 日期），二者取一。")


@says(PasswordFileUnreadable)
def _password_file_unreadable(error: PasswordFileUnreadable) -> str:
    return tr(
        "COMMITTEE_DESK_PASSWORD_FILE 指向的文件 {path} 读不出密码：文件应存在、可读、为 UTF-8 文字且不为空。",
        path=error.path,
    )


@says(UserNotText)
def _user_not_text(_error: UserNotText) -> str:
    return tr("环境变量 COMMITTEE_DESK_USER 的内容不是 UTF-8 文字。请把它重新设为登录名。")


@says(AccountNeeded)
def _account_needed(error: AccountNeeded) -> str:
    return tr(
        "台账“{path}”设有账号：请把环境变量 COMMITTEE_DESK_USER 设为登录名、"
        "COMMITTEE_DESK_PASSWORD_FILE 设为密码文件后再执行。",
        path=error.path,
    )


@says(PassphraseFileUnreadable)
def _passphrase_file_unreadable(error: PassphraseFileUnreadable) -> str:
    return tr(
        "COMMITTEE_DESK_PASSPHRASE_FILE 指向的文件 {path} 读不出口令：文件应存在、可读、为 UTF-8 文字且不为空。",
        path=error.path,
    )
