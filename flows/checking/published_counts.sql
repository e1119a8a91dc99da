INSERT INTO inputs.published_counts
WITH said AS (
    SELECT month, basis, applications, publications, grants
    FROM known_last.main.monthly_counts
    WHERE month <= getvariable('month')
)

SELECT month, basis, measure, sum(number) AS published
FROM (UNPIVOT said ON applications, publications, grants INTO NAME measure VALUE number)
GROUP BY ALL;

CREATE OR REPLACE TABLE inputs.fallen_counts AS
WITH counted AS (
    UNPIVOT (SELECT month, basis, applications, publications, grants FROM main.monthly_counts)
    ON applications, publications, grants INTO NAME measure VALUE number
)

SELECT published.month, published.basis, published.measure
FROM inputs.published_counts AS published
LEFT JOIN counted USING (month, basis, measure)
GROUP BY ALL
HAVING coalesce(sum(counted.number), 0) < any_value(published.published);
