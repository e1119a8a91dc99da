-- How much came and where its rows went: counts only, for the names of files may name firms.
SELECT
    count(*) FILTER (state = 'accepted') AS accepted_files,
    count(*) FILTER (state = 'held') AS held_files,
    coalesce(sum(rows_read), 0)::BIGINT AS rows_read,
    coalesce(sum(rows_accepted), 0)::BIGINT AS rows_accepted,
    coalesce(sum(rows_repeated), 0)::BIGINT AS rows_repeated,
    coalesce(sum(rows_quarantined), 0)::BIGINT AS rows_quarantined,
    coalesce(sum(rows_out_of_scope), 0)::BIGINT AS rows_out_of_scope
FROM main.deliveries
