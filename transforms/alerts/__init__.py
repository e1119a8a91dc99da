"""Which message a release raises about the invention share, and its words (DECISIONS 19-22)."""

from transforms.alerts.raising import Circumstances, raise_alerts

__all__ = ["Circumstances", "raise_alerts"]
