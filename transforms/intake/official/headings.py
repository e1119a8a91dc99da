"""Where the header of a published table stands and how much of a layout it shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transforms.intake.official.layouts import Layout
from transforms.intake.official.paths import column_letter, header_paths, path_key
from transforms.intake.tables import Cells


@dataclass(frozen=True)
class Heading:
    """The header found for a layout: its last row (1-based), one printed path a column, the lines above it.

    `labels` maps region, group and row to columns, `figures` columns to the path of the layout; `missing` are the
    layout's paths that no column shows, `repeated` what is said of a path that several show, `unknown` the columns that
    it does not name.
    """

    row: int
    paths: tuple[str, ...]
    banner: str
    labels: Mapping[str, int]
    figures: Mapping[int, str]
    missing: tuple[str, ...]
    repeated: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def share_found(self) -> float:
        """Return how much of the layout was found, 0 to 1."""
        found = len(self.labels) + len(self.figures)
        return found / (found + len(self.missing) + len(self.repeated))


def find_heading(rows: Sequence[tuple[int, Cells]], layout: Layout) -> Heading | None:
    """Return the header among a sheet's first rows that shows most of the layout (the upper one of equals)."""
    best: Heading | None = None
    for first in range(len(rows) - layout.header_rows + 1):
        block = rows[first : first + layout.header_rows]
        banner = "\n".join(cell for _, above in rows[:first] for cell in above if cell)
        paths = tuple(header_paths([cells for _, cells in block]))
        heading = _understood(block[-1][0], paths, banner, layout)
        if best is None or heading.share_found > best.share_found:
            best = heading
    return best


def _understood(row: int, paths: tuple[str, ...], banner: str, layout: Layout) -> Heading:
    places: dict[str, list[int]] = {}
    for column, path in enumerate(paths):
        key = path_key(path)
        places.setdefault(layout.same.get(key, key), []).append(column)
    letters = {column_letter(column).lower(): [column] for column in range(len(paths))}
    labels = {
        role: next((columns[0] for path in named if (columns := places.get(path, letters.get(path)))), -1)
        for role, named in layout.labels.items()
    }
    figures = {places[path][0]: path for path in layout.figures if len(places.get(path, [])) == 1}
    known = {*labels.values(), *figures}
    return Heading(
        row=row,
        paths=paths,
        banner=banner,
        labels={role: column for role, column in labels.items() if column >= 0},
        figures=figures,
        missing=tuple(
            [layout.labels[role][0] for role, column in labels.items() if column < 0]
            + [path for path in layout.figures if path not in places and path not in layout.optional]
        ),
        repeated=tuple(
            f"“{path}”出现在{'、'.join(map(column_letter, places[path]))}列"
            for path in layout.figures if len(places.get(path, [])) > 1
        ),
        unknown=tuple(path for column, path in enumerate(paths) if path and column not in known),
    )
