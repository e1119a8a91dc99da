"""`ipstats`: the command line. Commands are imported when they are called, so that `query` starts quickly."""

import re
import sys
from typing import NoReturn

from cyclopts import App, CycloptsError

from flows.interrupt import SENTENCE, code_of

app = App(
    name="ipstats",
    help="专利统计:读入各类专利数据文件,核对、统计、对照年度目标,按月发布。",
    version_flags=["--version"],
    help_flags=["--help", "-h"],
    # what a Ctrl-C means for the data is said here
    suppress_keyboard_interrupt=False,
)
COMMANDS = ("demo", "run", "backfill", "status", "query", "trace", "checks", "diff", "alerts", "rebuild", "serve")
for _name in COMMANDS:
    app.command(f"flows.commands.{_name}:{_name}", name=_name)


# SQL may begin with a comment: options have no blank, line break or Chinese character behind their two hyphens
_COMMENT = re.compile(r"--(?:\s|[^\x00-\x7f])")


def _no_option(word: str) -> str:
    return f"\n{word}" if _COMMENT.match(word) else word


def main() -> NoReturn:
    """Run one command; exit 0 done, 1 refused or failed, 2 wrong usage, 130 or 143 interrupted. Sentences to standard error."""
    from transforms.errors import Refused

    if sys.argv[1:] in ([], ["-h"], ["--help"]):
        # the overview shows a sentence a command, which only the imported command knows
        for name in COMMANDS:
            app[name]
    try:
        words = [_no_option(word) for word in sys.argv[1:]]
        result = app(words, exit_on_error=False, print_error=False, result_action="return_value")
        sys.exit(result if isinstance(result, int) else 0)
    except CycloptsError as error:
        from flows.commands.mistakes import sentence

        sys.stderr.write(f"用法有误:{sentence(error, COMMANDS)}\n用 ipstats --help 或 ipstats 命令 --help 查看用法。\n")
        sys.exit(2)
    except OSError as error:
        from flows.file_troubles import file_sentence

        sys.stderr.write(f"没有执行:读写文件失败:{error.filename or ''}({file_sentence(error)})。请检查 --home 和目录权限。\n")
        sys.exit(1)
    except Refused as refusal:
        sys.stderr.write(f"没有执行:{refusal}\n")
        sys.exit(1)
    except KeyboardInterrupt as interruption:
        sys.stderr.write(SENTENCE)
        sys.exit(code_of(interruption))


if __name__ == "__main__":
    main()
