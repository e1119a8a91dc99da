-- The month's line of each target, of the city and of units that have one; previous verdicts stand in other months.
SELECT scorecard.*
FROM main.scorecard AS scorecard
JOIN bulletin_period AS period USING (month)
ORDER BY
    scorecard.unit_code,
    target_place(scorecard.target_id),
    scorecard.target_id
