"""Everything the pipeline is told: files under `data/` and `expectations/`, read once a process and named by hash."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import polars as pl

from expectations.bounds import Bound, parse_bounds
from expectations.checks import Check, load_checks
from expectations.contracts import Contract, load_contracts
from expectations.expectation import Expectation
from expectations.home_words import in_words_of
from expectations.rules import Rule, load_rules
from expectations.suites import all_expectations
from flows.agreement import agreed_imprint, agreed_profiles, agreed_targets
from flows.file_troubles import file_sentence
from flows.home import CHECKOUT
from transforms.bulletin.imprint import Imprint
from transforms.clean import CLEAN_REFERENCE_FILES, CleanReference, parse_clean_reference
from transforms.corrections import Correction, parse_corrections, unknown_unit
from transforms.errors import DataError, Refused
from transforms.intake import Profile, Synonyms, parse_synonyms
from transforms.locate import GAZETTEER_FILES, Gazetteer, parse_gazetteer
from transforms.out import Target

# What a record says depends on these; when one of them changes the warehouse is made anew from the archive.
_CODE_OF_RECORDS = (
    "transforms/intake",
    "transforms/clean",
    "transforms/locate",
    "transforms/core",
    "expectations/rules",
    "flows/store",
)
_CODE = ("transforms", "expectations", "flows")
_DATA_OF_RECORDS = ("reference", "sources")
_REFERENCE_FOLDERS = (*_DATA_OF_RECORDS, "targets", "corrections", "notes", "checks", "bulletin")
_TEXT_ENDINGS = (".py", ".sql", ".yml", ".csv", ".md")


@dataclass(frozen=True)
class Reference:
    """The reference data of one checkout, parsed; `derivation_key` names the state of all that records depend on."""

    profiles: list[Profile]
    synonyms: Synonyms
    clean: CleanReference
    gazetteer: Gazetteer
    rules: tuple[Rule, ...]
    contracts: tuple[Contract, ...]
    checks: tuple[Check, ...]
    expectations: tuple[Expectation, ...]
    bounds: dict[str, Bound]
    targets: list[Target]
    corrections: list[Correction]
    imprint: Imprint
    derivation_key: str
    file_hashes: dict[str, str]


@cache
def load_reference(data: Path) -> Reference:
    """Read and check all reference data; raises DataError that names file and line of a mistake."""
    if not (data / "reference").is_dir():
        raise Refused(f"找不到参考数据文件夹:{data / 'reference'}。请检查 IPSTATS_DATA。")
    gazetteer = parse_gazetteer(_texts(data / "reference", GAZETTEER_FILES))
    corrections = [item for name, text in _named_texts(data / "corrections") for item in parse_corrections(text, name)]
    county_code = gazetteer.territory.county_code
    unit_codes = set(gazetteer.units["unit_code"].to_list())
    for correction in corrections:
        unknown_unit(correction, unit_codes)
    clean = parse_clean_reference(_texts(data / "reference", CLEAN_REFERENCE_FILES))
    contracts = in_words_of(load_contracts(), _words(gazetteer, clean))
    rules = load_rules()
    bounds = parse_bounds(_text(data / "checks" / "bounds.yml"), "bounds.yml")
    checks = load_checks({contract.table for contract in contracts}, bounds)
    hashes = _hashes(data, _REFERENCE_FOLDERS)
    code = _hashes(CHECKOUT, _CODE_OF_RECORDS)
    return Reference(
        profiles=agreed_profiles(_named_texts(data / "sources"), county_code),
        synonyms=parse_synonyms(_text(data / "reference" / "header_synonyms.yml"), "header_synonyms.yml"),
        clean=clean,
        gazetteer=gazetteer,
        rules=rules,
        contracts=contracts,
        checks=checks,
        expectations=all_expectations(contracts, rules, checks),
        bounds=bounds,
        targets=agreed_targets(_named_texts(data / "targets"), county_code, unit_codes),
        corrections=corrections,
        imprint=agreed_imprint(_text(data / "bulletin" / "bulletin.yml"), "bulletin.yml", gazetteer.territory.short_name),
        derivation_key=_key(code, {name: hashes[name] for name in hashes if name.split("/")[0] in _DATA_OF_RECORDS}),
        file_hashes=hashes,
    )


def _words(gazetteer: Gazetteer, clean: CleanReference) -> dict[str, str]:
    """What `{...}` in a contract's text stands for here."""
    levels = clean.enterprise_words.filter(pl.col("field") == "level")["value"].unique(maintain_order=True)
    return {
        "county_code": gazetteer.territory.county_code,
        "unassigned_code": gazetteer.territory.unassigned_code,
        "levels": "、".join(levels),
    }


def code_version(reference: Reference) -> dict[str, str]:
    """What made a release: the program's version, a hash of its code, and one of all that records depend on."""
    return {"ipstats": version("ipstats"), "code_hash": _code_hash(), "derivation_key": reference.derivation_key}


@cache
def _code_hash() -> str:
    return _key(_hashes(CHECKOUT, _CODE))


def _named_texts(folder: Path) -> list[tuple[str, str]]:
    """Name and text of every YAML file of a folder, by name; raises DataError for one that its ending would hide."""
    for file in folder.glob("*.yaml"):
        raise DataError(file.name, 0, "文件名应以 .yml 结尾,否则不会读取")
    return [(file.name, _text(file)) for file in sorted(folder.glob("*.yml"))]


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Refused(f"读不到参考数据 {file}:{file_sentence(error)}。") from error
    except UnicodeDecodeError as error:
        raise Refused(f"参考数据 {file} 不是 UTF-8 文本,请另存为 UTF-8。") from error


def _texts(folder: Path, names: tuple[str, ...]) -> dict[str, str]:
    return {name: _text(folder / name) for name in names}


def _hashes(root: Path, folders: tuple[str, ...]) -> dict[str, str]:
    """sha256 of the text files in these folders, by path below `root`."""
    files = sorted(file for folder in folders for file in (root / folder).rglob("*") if file.suffix in _TEXT_ENDINGS)
    return {str(file.relative_to(root)): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def _key(*parts: dict[str, str]) -> str:
    said = "\n".join(f"{name} {value}" for part in parts for name, value in sorted(part.items()))
    return hashlib.sha256(said.encode()).hexdigest()[:16]
