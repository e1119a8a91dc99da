-- The month's line of each target, of the city and of units that have one; previous verdicts stand in other months.
SELECT
    scorecard.*,
    -- a figure that is doubtful, or that two tables give differently, is not taken: it came all the same
    ARRAY(
        SELECT DISTINCT official.measure
        FROM main.official_totals AS official
        WHERE
            official.month = period.month
            AND official.region = scorecard.unit_code
            AND official.period = 'year_to_date'
    ) AS official_measures
FROM main.scorecard AS scorecard
JOIN bulletin_period AS period USING (month)
ORDER BY
    scorecard.unit_code,
    target_place(scorecard.target_id),
    scorecard.target_id
