"""How much room a text takes in columns of one Latin letter: Chinese characters take two."""

import unicodedata


def character_width(character: str) -> int:
    """Columns a character takes: 2 for Chinese, 0 for marks that combine, else 1."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def width(text: str) -> int:
    """Columns a text takes on one line."""
    return len(text) if text.isascii() else sum(map(character_width, text))
