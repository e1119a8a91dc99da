-- What earlier releases of the year said of each month's share where it was known then: in the last release of the
-- month itself (issued), and in the last one before this (restatable).
WITH known AS (
    SELECT
        released.release_month,
        released.revision,
        released.month,
        released.numerator AS k,
        released.denominator AS n,
        targets.target_numerator AS p,
        targets.target_denominator AS q
    FROM inputs.released_shares AS released
    JOIN inputs.targets AS targets
        ON released.target_id = targets.target_id
        AND released.unit_code = targets.unit_code
        AND CAST(left(released.month, 4) AS INTEGER) = targets.year
    WHERE released.target_id = $target_id AND released.unit_code = $territory_code
        AND released.release_month <= $month
        AND released.status <> 'no_data' AND released.denominator > 0
)

SELECT 'issued' AS reading, month, k, n, p, q
FROM known
WHERE month = release_month
QUALIFY row_number() OVER (PARTITION BY month ORDER BY revision DESC) = 1
UNION ALL
SELECT 'restatable' AS reading, month, k, n, p, q
FROM known
WHERE release_month = (SELECT max(release_month) FROM known)
QUALIFY row_number() OVER (PARTITION BY month ORDER BY revision DESC) = 1
