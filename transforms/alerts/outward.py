"""What of a file's name and of a sentence about it may leave the section (DECISIONS 22).

Either may carry a firm, a person or an application number, so a part is shown only where it is known to be harmless.
"""

import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

# What names of patent files are made of; no single characters, for names of persons hold them too.
_WORDS = (Path(__file__).parent / "file_name_words.txt").read_text(encoding="utf-8").split()
_OTHERS = (
    # years, months, days and short numbers; other digits may be of an application number
    r"第?(?<!\d)(?:(?:19|20)\d{2}(?:\d{2}){0,2}|\d{1,3})(?!\d)(?:年|月份|月|日|期|号|季度)?",
    r"表(?=$|[_\-\d \(()])",
    r"[\s_\-—()()\[\]、]",
)
_ENDING = re.compile(r"\.[A-Za-z]{2,5}")
_LEFT_OUT = "…"
_NAMED = re.compile("“[^“”]*”")
_ASIDE = re.compile(r"[((][^()()]*[))]")
_ODD_ENDING = re.compile(r"\.[^\s,,。;]*[^\x00-\x7f\s,,。;][^\s,,。;]*")
# What follows one of these is a list of headers, names or an example.
_LIST = re.compile("[::{'\"]")
_DANGLING = re.compile("[,,;;][^,,;;]*(看到的表头|例如[^,,;;]*)$")


def shown_file_name(name: str, places: Sequence[str] = ()) -> str:
    """The name with `…` for every part that is not made of the usual words, `places` (平湖市), dates or marks."""
    words = sorted((*_WORDS, *places), key=len, reverse=True)
    known = re.compile("|".join([*map(re.escape, words), *_OTHERS]), re.IGNORECASE)
    return "/".join(_shown(part, known) for part in name.split("/"))


def shown_sentence(sentence: str) -> str:
    """The sentence without what it quotes, sets in brackets or lists; without full stop, empty where nothing is left."""
    said = _ASIDE.sub("", _NAMED.sub("“…”", sentence))
    if re.search("[“”()()]", said.replace("“…”", "")):
        # marks within what is quoted: nothing after the first of them can be told apart
        said = re.split("[“”()()]", sentence, maxsplit=1)[0]
    said, *listed = _LIST.split(_ODD_ENDING.sub(".…", said), maxsplit=1)
    if listed and "。" in said:
        said = said[: said.rindex("。")]
    return re.sub("[,,、;;。 ]+$", "", _DANGLING.sub("", said))


def _shown(name: str, known: re.Pattern[str]) -> str:
    suffix = PurePosixPath(name).suffix
    ending = suffix if _ENDING.fullmatch(suffix) else ""
    stem, at = name.removesuffix(ending), 0
    shown: list[str] = []
    for found in known.finditer(stem):
        shown += [_LEFT_OUT] * (found.start() > at) + [found[0]]
        at = found.end()
    return "".join([*shown, _LEFT_OUT * (at < len(stem)), ending])
