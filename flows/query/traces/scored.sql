-- The scorecard's figure for a unit; without a unit, the whole, whose code is the shortest.
SELECT numerator, denominator, obs_status
FROM scorecard
WHERE
    month = $month
    AND target_id = $target_id
    AND unit_code = coalesce($unit, (SELECT min_by(unit_code, length(unit_code)) FROM scorecard))
