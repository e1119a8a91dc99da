"""Why a file or folder cannot be read or written, in words for people."""

_TROUBLES = {
    FileNotFoundError: "没有这个文件或文件夹",
    IsADirectoryError: "这是一个文件夹",
    NotADirectoryError: "路径中有一段不是文件夹",
    PermissionError: "没有权限",
}


def file_sentence(error: OSError) -> str:
    """The reason alone; that of the system, in English, where none is known."""
    for kind, sentence in _TROUBLES.items():
        if isinstance(error, kind):
            return sentence
    return str(error.strerror or error)
