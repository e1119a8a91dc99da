"""The reference files of another county, as short as they may be."""

HAIYAN = {
    "territory.yml": """
county_code: "330424"
short_name: 海盐
former_names: []
postcode_prefixes: ["3143"]
town_suffixes: [街道, 镇, 乡]
zone_suffixes: [工业园]
unassigned: {unit_code: "330424000", unit_name: 未归属, unit_label: 地址未写明镇(街道)}
excluded_units: []
""",
    "units.csv": "unit_code,unit_name,unit_label,unit_kind,sort_order,source,certainty\n"
    "330424001,武原街道,武原街道,street,1,test,C\n330424100,沈荡镇,沈荡镇,town,2,test,C\n",
    "town_aliases.csv": "unit_code,alias,alias_kind,proves_county,valid_from,valid_to,source,certainty\n"
    "330424001,武原街道,official,always,,,test,C\n330424100,沈荡镇,official,always,,,test,C\n"
    "330424001,武原,short_name,always,,,test,C\n",
    "unit_hints.csv": "kind,key,unit_code,source,certainty\npostcode,314311,330424100,test,C\n",
    "neighbour_places.csv": "county_code,county_name,name,kind,source,certainty\n330482,平湖市,平湖,short_name,test,C\n",
    "lookalike_places.csv": "code,name,parent,guard_words,source,certainty\n320903,海盐镇,某省某县,某县,test,C\n",
}
