-- The month's line of each target, of the city and of units that have one; previous verdicts stand in other months.
SELECT scorecard.*
FROM main.scorecard AS scorecard
JOIN bulletin_period AS period USING (month)
ORDER BY
    scorecard.unit_code,
    list_position(
        [
            'patent_applications', 'invention_share', 'patent_grants', 'new_demonstration_enterprises',
            'new_provincial_demonstration_enterprises'
        ],
        scorecard.target_id
    ),
    scorecard.target_id
