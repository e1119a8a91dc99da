-- On which basis each month is known, and on which it is counted though it is not: what other months' feeds say of it is part
-- of the year to date, as in the scorecard. A month without a basis is missing, not zero.
CREATE OR REPLACE TEMP TABLE bulletin_known AS
WITH chosen AS (
    SELECT
        measures.measure,
        months.*,
        standing.basis AS counted_on,
        CASE WHEN standing.is_known THEN standing.basis END AS basis
    FROM bulletin_months AS months
    CROSS JOIN (VALUES ('applications', 'application'), ('grants', 'grant')) AS measures (measure, event)
    LEFT JOIN month_bases AS standing
        ON months.month = standing.month AND measures.event = standing.event AND standing.is_standing
)

SELECT
    *,
    basis IS NOT NULL AS is_known,
    count(basis) OVER (PARTITION BY measure, year_offset ORDER BY month_number) = month_number AS is_complete
FROM chosen
