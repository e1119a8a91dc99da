-- Units whose own share of the year to date moved most against the same months of last year, in the asked direction.
-- Units with few applications are left out: one invention more or less says nothing there.
WITH asked AS (
    SELECT
        $month::VARCHAR AS month,
        left($month::VARCHAR, 4) || '-01' AS first_month,
        (CAST(left($month::VARCHAR, 4) AS INTEGER) - 1)::VARCHAR || substr($month::VARCHAR, 5) AS last_year_month,
        (CAST(left($month::VARCHAR, 4) AS INTEGER) - 1)::VARCHAR || '-01' AS last_year_first
),

-- a month of last year without a feed is not zero: then there is nothing to compare with; nor across counting rules
comparable AS (
    SELECT
        count(*) = CAST(right($month::VARCHAR, 2) AS INTEGER)
        AND (
            SELECT count(DISTINCT rules.counting_rule) = 1
            FROM main.counting_rules AS rules
            WHERE rules.series = 'applications'
                AND rules.from_year <= CAST(left($month::VARCHAR, 4) AS INTEGER)
                AND rules.to_year >= CAST(left($month::VARCHAR, 4) AS INTEGER) - 1
        ) AS is_comparable
    FROM main.month_bases AS known
    CROSS JOIN asked
    WHERE known.event = 'application' AND known.is_standing AND known.is_known
        AND known.month BETWEEN asked.last_year_first AND asked.last_year_month
),

sums AS (
    SELECT
        counts.unit_code,
        coalesce(sum(counts.applications) FILTER (this_year), 0) AS applications,
        coalesce(sum(counts.applications) FILTER (this_year AND patent_type = 'invention'), 0) AS inventions,
        coalesce(sum(counts.applications) FILTER (NOT this_year), 0) AS applications_before,
        coalesce(sum(counts.applications) FILTER (NOT this_year AND patent_type = 'invention'), 0) AS inventions_before
    FROM (
        SELECT monthly.*, monthly.month >= asked.first_month AS this_year
        FROM main.monthly_counts AS monthly
        CROSS JOIN asked
        WHERE monthly.basis = 'receipt_records' AND (
            monthly.month BETWEEN asked.first_month AND asked.month
            OR monthly.month BETWEEN asked.last_year_first AND asked.last_year_month
        )
    ) AS counts
    GROUP BY ALL
),

moved AS (
    SELECT
        units.unit_label,
        units.sort_order,
        sums.*,
        sums.inventions / sums.applications - sums.inventions_before / sums.applications_before AS change
    FROM sums
    JOIN inputs.units AS units USING (unit_code)
    WHERE sums.applications >= $fewest AND sums.applications_before >= $fewest
        AND units.unit_kind <> 'unassigned'
        AND (SELECT is_comparable FROM comparable)
)

SELECT
    unit_label,
    inventions_before::BIGINT AS inventions_before,
    applications_before::BIGINT AS applications_before,
    inventions::BIGINT AS inventions,
    applications::BIGINT AS applications
FROM moved
WHERE CASE WHEN $falling THEN change < 0 ELSE change > 0 END
ORDER BY abs(change) DESC, sort_order
LIMIT $most
