"""`published/site/`: what may be passed on, made from the published releases alone (DECISIONS 22)."""

from flows.site.build import build_site

__all__ = ["build_site"]
