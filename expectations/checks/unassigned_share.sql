-- check: unassigned_share
-- suite: monthly_counts
-- severity: warning
-- label_zh: 未归属的比重不过高
SELECT
    concat(basis, ' 当年申请、授权', number, '件,其中未归属', unassigned, '件,占', round(100 * unassigned / number, 2), '%。') AS message
FROM (
    SELECT
        counts.basis,
        sum(counts.applications + counts.grants) AS number,
        coalesce(sum(counts.applications + counts.grants) FILTER (units.unit_kind = 'unassigned'), 0) AS unassigned
    FROM main.monthly_counts AS counts
    JOIN inputs.units AS units USING (unit_code)
    JOIN inputs.release AS release ON left(counts.month, 4) = left(release.month, 4)
    GROUP BY counts.basis
)
WHERE number >= inputs.bound('enough_rows') AND unassigned > inputs.bound('unassigned_share') * number
