"""The names of units that an address contains, read once from left to right."""

import polars as pl

from transforms.locate.gazetteer import Gazetteer

FOUND = ("alias_unit", "alias_rule", "alias_proves", "alias_confidence")
PROOF_RANK = {"always": 2, "with_context": 1, "never": 0}


def find_aliases(place: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Adds the columns of the first name (`alias_unit` and so on, null without a name) and `alias_conflict`,
    and `ranked_head` (the address begins with this county).

    The leftmost name decides the unit, but a zone larger than one unit yields to any other name; the strongest
    proof among the names stands; names of two units are a conflict.
    """
    literals = sorted(gazetteer.aliases["alias"], key=lambda name: (-len(name), name))
    found = place.select(
        "row",
        # read here because Polars scans the two columns at the same time
        names=pl.col("text").str.extract_many(literals, leftmost=True),
        ranked_head=pl.col("text").str.contains(gazetteer.patterns.home.ranked_head),
    )
    single = found.select("row", "ranked_head", alias=pl.col("names").list.first()).join(
        gazetteer.aliases, on="alias", how="left", maintain_order="left"
    )
    several = _several(found.select("row", "names").filter(pl.col("names").list.len() > 1), gazetteer.aliases)
    columns = [pl.coalesce(f"{name}_of_several", name).alias(name) for name in FOUND]
    merged = single.join(several, on="row", how="left", maintain_order="left", suffix="_of_several").select(
        "ranked_head", *columns, pl.col("alias_conflict").fill_null(False)
    )
    return place.with_columns(merged)


def _several(found: pl.DataFrame, aliases: pl.DataFrame) -> pl.DataFrame:
    names = found.explode("names").join(aliases, left_on="names", right_on="alias", maintain_order="left")
    precise = pl.col("alias_rule") != "zone_overlay"
    first = [
        pl.coalesce(pl.col(name).filter(precise).first(), pl.col(name).first()).alias(name)
        for name in ("alias_unit", "alias_rule", "alias_confidence")
    ]
    rank = pl.col("alias_proves").replace_strict(PROOF_RANK, return_dtype=pl.Int8)
    return (
        names.group_by("row", maintain_order=True)
        .agg(
            *first,
            alias_proves=pl.col("alias_proves").sort_by(rank).last(),
            alias_conflict=pl.col("alias_unit").n_unique() > 1,
        )
        .select("row", *FOUND, "alias_conflict")
    )
