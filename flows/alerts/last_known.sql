-- The territory as a whole has the code of a county, six digits.
SELECT month, numerator, denominator, target_value
FROM read_parquet($file)
WHERE target_id = $target_id AND length(unit_code) = 6 AND status <> 'no_data' AND denominator > 0
ORDER BY month DESC
LIMIT 1
