-- On which basis each month is known (DECISIONS 6, 7): applications by their feed; grants by theirs, else by public
-- documents, never both. A month without a basis is missing, not zero.
CREATE OR REPLACE TEMP TABLE bulletin_known AS
WITH fed AS (
    SELECT DISTINCT
        CASE unnest(string_split(events, '; ')) WHEN 'application' THEN 'applications' WHEN 'grant' THEN 'grants' END
            AS measure,
        month,
        basis
    FROM main.deliveries
    WHERE state = 'accepted' AND coverage = 'month' AND basis = 'receipt_records'
),

documented AS (
    SELECT DISTINCT 'grants' AS measure, month, basis
    FROM main.monthly_counts
    WHERE basis = 'public_documents' AND grants > 0
),

chosen AS (
    SELECT measures.measure, months.*, coalesce(fed.basis, documented.basis) AS basis
    FROM bulletin_months AS months
    CROSS JOIN (SELECT unnest(['applications', 'grants']) AS measure) AS measures
    LEFT JOIN fed ON measures.measure = fed.measure AND months.month = fed.month
    LEFT JOIN documented ON measures.measure = documented.measure AND months.month = documented.month
)

SELECT
    *,
    basis IS NOT NULL AS is_known,
    count(basis) OVER (PARTITION BY measure, year_offset ORDER BY month_number) = month_number AS is_complete
FROM chosen
