-- Each month of this year and the year before: applications or grants by type, and the year to date with the basis of
-- each of its months.
WITH counted AS (
    SELECT
        measure,
        year_offset,
        month_number,
        sum(volume) AS total,
        sum(volume) FILTER (patent_type = 'invention') AS inventions,
        sum(volume) FILTER (patent_type = 'utility_model') AS utility_models,
        sum(volume) FILTER (patent_type = 'design') AS designs
    FROM bulletin_volumes
    GROUP BY ALL
)

-- a month that is known and has no rows is a true zero
SELECT
    known.measure,
    known.year_offset,
    known.month_number,
    known.is_known,
    known.is_complete,
    known.basis,
    list(known.basis) OVER to_date AS bases_to_date,
    CAST(coalesce(counted.total, 0) AS BIGINT) AS total,
    CAST(coalesce(counted.inventions, 0) AS BIGINT) AS inventions,
    CAST(coalesce(counted.utility_models, 0) AS BIGINT) AS utility_models,
    CAST(coalesce(counted.designs, 0) AS BIGINT) AS designs,
    CAST(coalesce(sum(counted.total) OVER to_date, 0) AS BIGINT) AS total_to_date,
    CAST(coalesce(sum(counted.inventions) OVER to_date, 0) AS BIGINT) AS inventions_to_date
FROM bulletin_known AS known
LEFT JOIN counted USING (measure, year_offset, month_number)
WINDOW to_date AS (PARTITION BY known.measure, known.year_offset ORDER BY known.month_number)
ORDER BY known.measure, known.year_offset, known.month_number
