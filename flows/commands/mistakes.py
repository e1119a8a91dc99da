"""What is wrong with a command line, in sentences: cyclopts knows what it found, these words are ours."""

from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

from cyclopts import CoercionError, CycloptsError, MissingArgumentError, UnknownCommandError, UnknownOptionError
from cyclopts.exceptions import RepeatArgumentError, UnusedCliTokensError

_KINDS = {"int": "整数", "float": "数字", "Path": "文件或文件夹的路径"}


def sentence(error: CycloptsError, commands: tuple[str, ...]) -> str:
    """The mistake and what is possible instead; `commands` are those there are."""
    match error:
        case UnknownCommandError():
            word = (error.unused_tokens or [""])[0]
            return f"没有命令“{word}”。{_perhaps(word, commands)}可用的命令:{'、'.join(commands)}。"
        case UnknownOptionError():
            word = str(error.token.keyword or error.token.value)
            names = [name for argument in error.argument_collection if argument.parse for name in argument.names]
            return f"没有选项 {word}。{_perhaps(word, names)}"
        case MissingArgumentError():
            return _missing(error)
        case CoercionError():
            return _not_convertible(error)
        case UnusedCliTokensError():
            return f"多出了 {'、'.join(error.unused_tokens or [])}。选项的值要写在选项名之后,有空格的值要加引号。"
        case RepeatArgumentError():
            return f"{error.token.keyword} 给出了不止一次,只能给一次。"
        case _:
            return str(error)


def _perhaps(word: str, names: Any) -> str:
    close = get_close_matches(word, list(names), n=1)
    return f"是不是 {close[0]}?" if close else ""


def _missing(error: MissingArgumentError) -> str:
    argument = error.argument
    assert argument is not None, "cyclopts names the argument that is missing"
    meaning = str(argument.parameter.help or "")
    if argument.index is None:
        return f"选项 {error.keyword or argument.name} 后面缺少它的值:{meaning}"
    return f"缺少 {argument.name.lstrip('-').upper()}:{meaning}"


def _not_convertible(error: CoercionError) -> str:
    token = error.token
    assert token is not None, "only what was typed is converted"
    name = token.keyword or (error.argument.name.lstrip("-").upper() if error.argument else "")
    if get_origin(error.target_type) is Literal:
        return f"{name} 不能是“{token.value}”,可选:{'、'.join(map(str, get_args(error.target_type)))}。"
    kind = getattr(error.target_type, "__name__", "")
    if kind == "bool":
        return f"{name} 是开关,后面不写值。"
    return f"{name} 应为{_KINDS.get(kind, kind)},现为“{token.value}”。"
