-- Counted events of both years on the basis that stands for their month, in leaf rows.
CREATE OR REPLACE TEMP TABLE bulletin_volumes AS
WITH counted AS (
    UNPIVOT (
        SELECT month, unit_code, patent_type, applicant_kind, basis, applications, grants FROM main.monthly_counts
    )
    ON applications, grants
    INTO NAME measure VALUE volume
)

SELECT
    known.measure,
    known.year_offset,
    known.month_number,
    counted.unit_code,
    counted.patent_type,
    counted.applicant_kind,
    counted.volume
FROM bulletin_known AS known
JOIN counted
    ON known.measure = counted.measure
    AND known.month = counted.month
    AND known.counted_on = counted.basis
