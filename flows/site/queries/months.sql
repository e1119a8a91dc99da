-- The city's standing at the end of the release's month: counts, and the share's k and n.
SELECT
    max(numerator) FILTER (target_id = 'patent_applications') AS applications,
    max(numerator) FILTER (target_id = 'patent_grants') AS grants,
    max(numerator) FILTER (target_id = 'invention_share') AS inventions,
    max(denominator) FILTER (target_id = 'invention_share') AS share_of,
    max(target_value) FILTER (target_id = 'invention_share') AS share_target,
    max(status) FILTER (target_id = 'invention_share') AS share_status
FROM main.scorecard
WHERE month = $month AND unit_code = $city_code
