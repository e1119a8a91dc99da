-- Files and their rows by fate, by source; held files have no rows yet.
SELECT
    coalesce(basis, '') AS basis,
    count(*) FILTER (state = 'accepted') AS accepted_files,
    count(*) FILTER (state = 'held') AS held_files,
    CAST(sum(rows_read) AS BIGINT) AS rows_read,
    CAST(sum(rows_accepted) AS BIGINT) AS rows_accepted,
    CAST(sum(rows_repeated) AS BIGINT) AS rows_repeated,
    CAST(sum(rows_quarantined) AS BIGINT) AS rows_quarantined,
    CAST(sum(rows_out_of_scope) AS BIGINT) AS rows_out_of_scope
FROM main.deliveries
GROUP BY GROUPING SETS ((basis), ())
HAVING count(*) > 0
ORDER BY grouping(basis), basis NULLS LAST
