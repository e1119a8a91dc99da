"""Application and publication numbers that no office ever gave, and the ways in which they are written."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

TYPE_DIGIT = {"invention": "1", "utility_model": "2", "design": "3"}
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
# Serials of nine million and more were never reached in these years, so no number is anybody's.
FIRST_SERIAL, LAST_SERIAL = 9_000_000, 9_999_999


def check_digit(base: str) -> str:
    """Return the check character of a 12-digit base number (weights 2-9, 2-5; remainder 10 is X)."""
    weights = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
    remainder = sum(int(digit) * weight for digit, weight in zip(base, weights, strict=True)) % 11
    return "X" if remainder == 10 else str(remainder)


def complete(base: str) -> str:
    """Return 'YYYYTNNNNNNN.C' for a 12-digit base number."""
    return f"{base}.{check_digit(base)}"


def wrongly_checked(base: str) -> str:
    """Return the number with a check digit that is one off."""
    right = check_digit(base)
    wrong = "0" if right == "X" else str((int(right) + 1) % 10)
    return f"{base}.{wrong}"


WRITTEN: tuple[tuple[int, Callable[[str], str]], ...] = (
    (50, lambda number: number),
    (9, lambda number: f"ZL{number}"),
    (9, lambda number: f"CN{number}"),
    (8, lambda number: number.replace(".", "")),
    (9, lambda number: f"{number[:4]} {number[4]} {number[5:]}"),
    (7, lambda number: number.translate(FULL_WIDTH)),
    (5, lambda number: number.lower()),
    (1, lambda number: f"ZL {number[:4]} {number[4]} {number[5:]}"),
    (1, lambda number: f"CN {number}"),
    (1, lambda number: number.replace(".", "．")),
)


def written_number(base: str, rng: Random) -> str:
    """Return the number in one of the forms of `WRITTEN`."""
    forms = [form for _, form in WRITTEN]
    return rng.choices(forms, weights=[weight for weight, _ in WRITTEN])[0](complete(base))


class NumberOffice:
    """Gives application and publication numbers, each once."""

    def __init__(self) -> None:
        self.given: set[str] = set()
        self.published: dict[str, int] = {}

    def application(self, year: int, type_digit: str, rng: Random) -> str:
        """Return a new 12-digit base number."""
        while True:
            base = f"{year}{type_digit}{rng.randint(FIRST_SERIAL, LAST_SERIAL)}"
            if base not in self.given:
                self.given.add(base)
                return base

    def publication(self, patent_type: str, kind: str) -> str:
        """Return a new publication number, nine digits and a kind letter, 'CN299000001U'."""
        digit = TYPE_DIGIT[patent_type]
        self.published[digit] = self.published.get(digit, 0) + 1
        return f"CN{digit}99{self.published[digit]:06}{kind}"


def document_kind(patent_type: str, announced: str) -> str:
    """Return the kind letter of a granted document; the letters changed on 2010-04-07 (day as ISO text)."""
    if announced < "2010-04-07":
        return {"invention": "C", "utility_model": "Y", "design": "D"}[patent_type]
    return {"invention": "B", "utility_model": "U", "design": "S"}[patent_type]
