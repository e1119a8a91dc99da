"""`datapackage.json` of a release: a Frictionless tabular data package over the exported tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from flows.publishing.export import ExportedFile

if TYPE_CHECKING:
    from expectations.contracts import Column, Contract

_TYPES = {
    "VARCHAR": "string",
    "BIGINT": "integer",
    "INTEGER": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "datetime",
}
_MEDIA_TYPES = {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}


def datapackage(
    release_id: str, created: str, contracts: Sequence[Contract], files: Sequence[ExportedFile]
) -> dict[str, Any]:
    """The package description; `created` is an ISO instant with offset; every file is one resource."""
    by_table = {contract.table: contract for contract in contracts}
    return {
        "profile": "data-package",
        "name": f"ipstats-{release_id}",
        "title": f"专利统计 {release_id}",
        "version": release_id,
        "created": created,
        "resources": [_resource(by_table[file.table], file) for file in files],
    }


def _resource(contract: Contract, file: ExportedFile) -> dict[str, Any]:
    # Only a text table is a "tabular data resource" of the standard; Parquet carries its own types.
    is_csv = file.format == "csv"
    resource: dict[str, Any] = {
        "profile": "tabular-data-resource" if is_csv else "data-resource",
        "name": contract.table if is_csv else f"{contract.table}-{file.format}",
        "title": contract.label_zh,
        "description": " ".join((contract.description_zh, *contract.usage_warnings_zh)),
        "path": file.path,
        "format": file.format,
        "mediatype": _MEDIA_TYPES[file.format],
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": _schema(contract),
    }
    if is_csv:
        resource["encoding"] = "utf-8"
        resource["dialect"] = {
            "delimiter": ",",
            "lineTerminator": "\n",
            "quoteChar": '"',
            "doubleQuote": True,
        }
    return resource


def _schema(contract: Contract) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in contract.columns],
        "missingValues": [""],
    }
    # The standard's primary key may not be empty; a key with an empty part is documented as the grain only.
    nullable = {column.name for column in contract.columns if column.nullable}
    if not nullable & set(contract.key):
        schema["primaryKey"] = list(contract.key)
    return schema


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "title": column.label_zh,
        "description": column.description_zh,
    }
    if column.type == "TIMESTAMP":
        field["format"] = "%Y-%m-%d %H:%M:%S"
    constraints: dict[str, Any] = {} if column.nullable else {"required": True}
    if column.domain is not None:
        constraints["enum"] = list(column.domain)
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    if constraints:
        field["constraints"] = constraints
    return field
