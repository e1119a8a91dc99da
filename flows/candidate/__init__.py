"""The candidate file of a release: a copy of what is known, cut at the month, counted, scored and described."""

from flows.candidate.build import build_candidate, close_candidate, count_and_score, open_candidate

__all__ = ["build_candidate", "close_candidate", "count_and_score", "open_candidate"]
