-- The year's months of the share target of the whole territory, as known now, with what the wording needs.
SELECT
    scorecard.month,
    scorecard.target_id,
    scorecard.numerator,
    scorecard.denominator,
    scorecard.obs_status,
    -- a share counts from the office's own records or official totals only, complete from January on
    scorecard.status <> 'no_data' AND scorecard.denominator > 0 AND list_has_all(
        ['receipt_records', 'official_aggregate'], string_split(scorecard.basis, '+')
    ) AS is_valid,
    scorecard.obs_status = 'missing' AS is_missing,
    scorecard.forecast_total,
    scorecard.forecast_high,
    scorecard.rest_required,
    scorecard.rest_required_share,
    targets.target_numerator,
    targets.target_denominator,
    targets.target_value,
    targets.closes_on
FROM main.scorecard AS scorecard
JOIN inputs.targets AS targets
    ON scorecard.target_id = targets.target_id
    AND scorecard.unit_code = targets.unit_code
    AND CAST(left(scorecard.month, 4) AS INTEGER) = targets.year
WHERE targets.target_id = $target_id AND targets.unit_code = $territory_code AND scorecard.month <= $month
ORDER BY scorecard.month
