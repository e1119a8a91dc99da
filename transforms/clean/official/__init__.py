"""Rows of published tables to typed numbers: which region a row is of, what each of its cells says."""

from transforms.clean.official.regions import RegionNames
from transforms.clean.official.rows import clean_official

__all__ = ["RegionNames", "clean_official"]
