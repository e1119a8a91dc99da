"""Why a file or folder cannot be read or written, in words for people."""

import errno

_BY_NUMBER = {
    errno.ENOSPC: "磁盘空间已用完",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EROFS: "所在的盘是只读的",
    errno.ENAMETOOLONG: "名称太长",
    errno.EMFILE: "打开的文件太多",
}
_TROUBLES = {
    FileNotFoundError: "没有这个文件或文件夹",
    IsADirectoryError: "这是一个文件夹",
    NotADirectoryError: "路径中有一段不是文件夹",
    PermissionError: "没有权限",
}


def file_sentence(error: OSError) -> str:
    """The reason alone; that of the system, in English, where none is known."""
    if error.errno in _BY_NUMBER:
        return _BY_NUMBER[error.errno]
    for kind, sentence in _TROUBLES.items():
        if isinstance(error, kind):
            return sentence
    return str(error.strerror or error)
