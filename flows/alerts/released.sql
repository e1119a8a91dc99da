-- What earlier releases of the year raised, and what they said of the share; the release is in the path of the file.
CREATE OR REPLACE TABLE inputs.released_alerts AS
SELECT *, NULL::VARCHAR AS release_month, NULL::INTEGER AS revision
FROM main.alerts
LIMIT 0;

CREATE OR REPLACE TABLE inputs.released_shares AS
SELECT
    month, target_id, unit_code, numerator, denominator, status,
    NULL::VARCHAR AS release_month, NULL::INTEGER AS revision
FROM main.scorecard
LIMIT 0;
