"""Published documents as databases and the gazette show them: ours, and those of other places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Literal

from maker.calendar_days import month_of, shifted
from maker.feed import Memory, Sheet
from maker.grant_sheet import outsider
from maker.places import address_elsewhere
from maker.world import Application, Event, Grant

FAR_AWAY = (
    ("广东省东莞市示例镇云帆路{}号", "523000"), ("江苏省苏州市工业园区稻禾路{}号", "215000"),
    ("北京市海淀区晴川路{}号", "100080"), ("浙江省杭州市西湖区望潮路{}号", "310013"),
    ("浙江省嘉兴市桐乡市泊舟路{}号", "314500"), ("四川省成都市高新区松风路{}号", "610041"),
    ("浙江省宁波市慈溪市云帆路{}号", "315300"), ("美国示例州", None), ("日本东京都示例区", None),
)  # fmt: skip


@dataclass(frozen=True)
class Document:
    """One published document of China; its number ends in A where it is no grant."""

    base: str
    patent_type: str
    publication: str
    published: date
    filed: date
    applicants: tuple[str, ...]
    address: str
    postcode: str | None
    title: str
    classification: str
    unit: str | None
    applicant_kind: str

    @property
    def event(self) -> Event:
        """The event that the document makes."""
        what: Literal["publication", "grant"] = "publication" if self.publication.endswith("A") else "grant"
        return Event(
            what, self.base, month_of(self.published), self.patent_type, self.applicant_kind, self.unit
        )


def names_the_county(address: str | None) -> bool:
    """Say whether a public document with this address is ours without an office's word for it."""
    return address is not None and ("平湖" in address or "乍浦镇" in address)


def of_grant(grant: Grant, rng: Random) -> Document:
    """Return the document by which a grant was announced."""
    if not grant.address:
        raise ValueError(f"{grant.base} has no address to print")
    year = int(grant.base[:4])
    filed = min(date(year, rng.randint(1, 12), rng.randint(1, 28)), grant.announced - timedelta(days=60))
    return Document(
        grant.base,
        grant.patent_type,
        grant.publication,
        grant.announced,
        filed,
        grant.applicants,
        grant.address,
        grant.postcode,
        grant.title,
        grant.classification,
        grant.unit,
        grant.kind,
    )


def of_application(sheet: Sheet, application: Application, day: date) -> Document:
    """Return the published text of an invention that was applied for about eighteen months before."""
    if not application.address:
        raise ValueError(f"{application.base} has no address to print")
    sheet.memory.published.add(application.base)
    return Document(
        application.base,
        "invention",
        sheet.memory.office.publication("invention", "A"),
        day,
        application.filed,
        application.applicants,
        application.address,
        application.postcode,
        application.title,
        "B62B 7/06",
        application.unit,
        application.kind,
    )


def publishable(memory: Memory, day: date) -> list[Application]:
    """Return inventions of our sheets that are eighteen months old and neither published nor granted."""
    month = shifted(month_of(day), -18)
    return [
        item
        for item in memory.applications
        if item.patent_type == "invention"
        and item.counting_month in (month, shifted(month, -1))
        and item.base not in memory.granted | memory.published
        and names_the_county(item.address)
    ]


def from_elsewhere(sheet: Sheet, day: date, count: int, look_alikes: int) -> list[Document]:
    """Return documents of other places, some of which share a name with ours."""
    documents = []
    for turn in range(count):
        grant = outsider(sheet, day)
        if turn < look_alikes:
            address, postcode = address_elsewhere(turn, sheet.rng)
        else:
            form, postcode = FAR_AWAY[turn % len(FAR_AWAY)]
            address = form.format(sheet.rng.randint(1, 999))
        applicant = (
            f"外地{'甲乙丙丁戊己庚辛'[turn % 8]}示例{sheet.rng.choice(('科技', '机械', '电器'))}有限公司"
        )
        documents.append(
            Document(
                grant.base,
                grant.patent_type,
                grant.publication,
                day,
                day - timedelta(days=400 + turn),
                (applicant,),
                address,
                postcode,
                grant.title,
                grant.classification,
                None,
                "企业",
            )
        )
    return documents


def new_grant(sheet: Sheet, patent_type: str, day: date) -> Document:
    """Return a grant to one of our applicants that no sheet reported."""
    while True:
        found = outsider(sheet, day)
        if found.patent_type == patent_type and names_the_county(found.address):
            return of_grant(found, sheet.rng)
