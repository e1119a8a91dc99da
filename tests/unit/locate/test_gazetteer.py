"""Mistakes in the reference files are named by file and line; another county needs other files only."""

import polars as pl
import pytest

from tests.haiyan import HAIYAN
from transforms.errors import DataError
from transforms.locate import GAZETTEER_FILES, locate, parse_gazetteer

Texts = dict[str, str]


def _line(text: str, part: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("town_aliases.csv", "330482103,新仓,", "330482199,新仓,", "330482199"),
        ("town_aliases.csv", "新仓,short_name,with_context", "新仓,nickname,with_context", "nickname"),
        ("town_aliases.csv", "新仓,short_name,with_context", "新仓,short_name,maybe", "proves_county"),
        ("town_aliases.csv", "黄姑镇|黄姑乡", "黄姑镇|黄姑镇", "重复"),
        ("town_aliases.csv", "金家|虹霓", "九里亭|虹霓", "两个单位"),
        ("units.csv", "330482103,新仓镇", "330424103,新仓镇", "330424103"),
        ("units.csv", "广陈镇,town,7", "广陈镇,town,seven", "sort_order"),
        ("unit_hints.csv", "road,仓庆路", "street,仓庆路", "street"),
        ("china_divisions.csv", "330424,海盐县,county", "330424,海盐县,shire", "level"),
        ("neighbour_places.csv", "秀洲,short_name", "秀洲,nickname", "kind"),
        ("location_rules.csv", "foreign,false", "foreign,no", "in_territory"),
        ("territory.yml", "short_name: 平湖", "short_nam: 平湖", "short_nam"),
        ("territory.yml", "excluded_units: []", 'excluded_units: ["330482555"]', "330482555"),
        ("territory.yml", 'county_code: "330482"', 'county_code: "3304"', "6位"),
    ],
)
def test_mistake__named_by_file_and_line(texts: Texts, file: str, old: str, new: str, message: str) -> None:
    assert old in texts[file]
    broken = texts[file].replace(old, new, 1)
    with pytest.raises(DataError, match=message) as error:
        parse_gazetteer({**texts, file: broken})
    assert error.value.file == file
    first_changed = _line(broken, new) if message != "两个单位" else _line(broken, "330482003,九里亭")
    assert error.value.line == first_changed


@pytest.mark.parametrize("file", GAZETTEER_FILES)
def test_file__missing(texts: Texts, file: str) -> None:
    with pytest.raises(DataError) as error:
        parse_gazetteer({name: text for name, text in texts.items() if name != file})
    assert error.value.file == file


def test_unit__without_its_official_name(texts: Texts) -> None:
    lines = [
        line for line in texts["town_aliases.csv"].splitlines() if not line.startswith("330482106,广陈镇,official")
    ]
    with pytest.raises(DataError, match="330482106"):
        parse_gazetteer({**texts, "town_aliases.csv": "\n".join(lines)})


def test_another_county__by_its_files_only(texts: Texts) -> None:
    addresses = [
        "浙江省嘉兴市海盐县武原街道1号",
        "海盐县1号",
        "嘉兴市平湖市新仓镇",
        "嘉兴平湖1号",
        "沈荡镇",
        "中环路",
        "海盐武原1号",
        "HaiyanCounty,Jiaxing,ZhejiangProvince,CN",
        "PinghuCity,Jiaxing,ZhejiangProvince,CN",
    ]
    frame = pl.DataFrame({"address": addresses}).with_columns(postcode=pl.lit(None, dtype=pl.String))
    result = locate(frame, parse_gazetteer({**texts, **HAIYAN}), "330424")
    expected = ["武原街道", "未归属", None, None, "沈荡镇", "未归属", "武原街道", "未归属", None]
    assert result["unit_name"].to_list() == expected


def test_county_without_hints_neighbours_and_look_alikes(texts: Texts) -> None:
    empty = {
        name: next(line for line in texts[name].splitlines() if not line.startswith("#"))
        for name in ("unit_hints.csv", "neighbour_places.csv", "lookalike_places.csv")
    }
    frame = pl.DataFrame({"address": ["平湖市新仓镇1号", "深圳市龙岗区平湖街道"], "postcode": [None, None]})
    placed = locate(frame.cast(pl.String), parse_gazetteer({**texts, **empty}), None)
    assert placed["unit_name"].to_list() == ["新仓镇", None]
