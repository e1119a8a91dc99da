"""Quoting of names and texts in SQL, where publishing looks for it."""

from transforms.quoting import column_list, quote_identifier, quote_text

__all__ = ["column_list", "quote_identifier", "quote_text"]
