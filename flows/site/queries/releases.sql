-- The city's standing at the end of each release's own month, as that release said it; one line a release.
SELECT
    regexp_extract(filename, '([^/\\]+)[/\\]tables[/\\]scorecard\.parquet$', 1) AS release_id,
    max(numerator) FILTER (target_id = 'patent_applications') AS applications,
    max(numerator) FILTER (target_id = 'patent_grants') AS grants,
    max(numerator) FILTER (target_id = 'invention_share') AS inventions,
    max(denominator) FILTER (target_id = 'invention_share') AS share_of,
    max(target_value) FILTER (target_id = 'invention_share') AS share_target,
    max(status) FILTER (target_id = 'invention_share') AS share_status
FROM read_parquet($files, filename = true, union_by_name = true)
WHERE unit_code = $city_code AND starts_with(release_id, month || '.')
GROUP BY release_id
