"""The releases under `published/`: freezing one, making it current, and repairing what was cut off."""

from flows.publishing.freeze import read_manifest, set_current, write_release
from flows.publishing.repair import complete_releases, damaged_releases, latest, repair

__all__ = [
    "complete_releases",
    "damaged_releases",
    "latest",
    "read_manifest",
    "repair",
    "set_current",
    "write_release",
]
