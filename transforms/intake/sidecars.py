"""Sidecars: the small YAML file a person lays beside a delivery to say what the file itself does not."""

from dataclasses import dataclass
from datetime import date

from transforms.intake.fields import ALL_FIELDS, BASES, EVENTS, RELATIONS
from transforms.strict_yaml import YamlValue, read_yaml

_KEYS = ("source", "received_on", "columns", "relation", "month", "basis", "events", "attributed_to")


@dataclass(frozen=True)
class Sidecar:
    """What a person declared about one delivery; None or empty where nothing was said."""

    source: str | None = None
    received_on: date | None = None
    columns: tuple[tuple[str, str], ...] = ()  # (header text or column letter, canonical field)
    relation: str | None = None
    month: str | None = None
    basis: str | None = None
    events: tuple[str, ...] | None = None
    attributed_to: str | None = None


def parse_sidecar(text: str, file_name: str) -> Sidecar:
    """Read a sidecar strictly; DataError names file and line of anything not understood."""
    entries = read_yaml(text, file_name).mapping(_KEYS)

    def said(key: str, pattern: str, meaning: str) -> str | None:
        """Return the text of a key that was given and has its form."""
        return entries[key].text(pattern, meaning) if key in entries else None

    return Sidecar(
        source=said("source", r"[a-z][a-z0-9_]*", "来源名称(小写字母、数字、下划线)"),
        received_on=entries["received_on"].day() if "received_on" in entries else None,
        columns=_columns(entries["columns"]) if "columns" in entries else (),
        relation=entries["relation"].choice(RELATIONS) if "relation" in entries else None,
        month=said("month", r"(19|20)\d\d-(0[1-9]|1[0-2])", "月份,例如 2013-09"),
        basis=entries["basis"].choice(BASES) if "basis" in entries else None,
        events=entries["events"].choices(EVENTS) if "events" in entries else None,
        attributed_to=said("attributed_to", r"\d{6}", "六位行政区划代码,例如 330482"),
    )


def _columns(value: YamlValue) -> tuple[tuple[str, str], ...]:
    columns = tuple((header, field.choice(ALL_FIELDS)) for header, field in value.entries().items())
    named = [field for _, field in columns if field != "ignored"]
    twice = sorted({field for field in named if named.count(field) > 1})
    if twice:
        raise value.error(f"两个以上的列指向同一字段:{'、'.join(twice)}")
    return columns


def sidecar_example(file_name: str, lines: str) -> str:
    """Return the sentence that shows a sidecar of a file with these lines."""
    base = file_name.rsplit("/", 1)[-1]
    return f"请在文件旁放一个旁注文件“{base}.yml”,内容例如:\n  {lines}\n"
