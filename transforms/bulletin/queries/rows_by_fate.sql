-- Files and their rows by fate, by source; held files have no rows yet.
SELECT
    coalesce(basis, '') AS basis,
    count(*) FILTER (state = 'accepted') AS accepted_files,
    count(*) FILTER (state = 'held') AS held_files,
    CAST(coalesce(sum(rows_read), 0) AS BIGINT) AS rows_read,
    CAST(coalesce(sum(rows_accepted), 0) AS BIGINT) AS rows_accepted,
    CAST(coalesce(sum(rows_repeated), 0) AS BIGINT) AS rows_repeated,
    CAST(coalesce(sum(rows_quarantined), 0) AS BIGINT) AS rows_quarantined,
    CAST(coalesce(sum(rows_out_of_scope), 0) AS BIGINT) AS rows_out_of_scope
FROM main.deliveries
GROUP BY GROUPING SETS ((basis), ())
HAVING count(*) > 0
ORDER BY grouping(basis), basis NULLS LAST
