"""How a delivery is read once it is recognised."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from transforms.intake.profiles import Profile


@dataclass(frozen=True)
class Figure:
    """What the numbers of one column of a published table are; None is the total of that dimension."""

    column: int  # 0-based
    header: str  # as printed, the parts of a grouped header joined by `/`
    reading: str
    measure: str
    period: str
    patent_type: str | None = None
    applicant_kind: str | None = None

    @property
    def field(self) -> str:
        """Return the name of the column's text among the raw rows."""
        return f"figure_{self.column}"


@dataclass(frozen=True)
class SheetPlan:
    """How one sheet is read; a text file is one sheet with an empty name."""

    sheet: str
    header_row: int  # 1-based; 0: the file has no header and a sidecar names its columns by letter
    columns: dict[str, int]  # canonical field -> 0-based column
    headers: tuple[str | None, ...]
    unknown_headers: tuple[str, ...]
    stated_total: int | None  # what the sheet's own grand total says
    # what stands in headers of records -> the field it means here, if any: a row of these is another header
    header_words: Mapping[str, str | None] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()  # of a published table
    title_says: Mapping[str, str] = field(default_factory=dict)
    banner: str = ""  # the lines above the header
    place: str | None = None  # the region that the title of a published table names, where its layout leaves that open


@dataclass(frozen=True)
class DeliveryPlan:
    """How one delivery is read."""

    profile: Profile
    feed_month: str | None
    relation: str | None
    sheets: tuple[SheetPlan, ...]
    is_maybe_truncated: bool = False  # it has as many rows as its vendor exports at most
    part: str | None = None  # which of a source's tables of one month, where its title tells them apart
