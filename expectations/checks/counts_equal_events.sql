-- check: counts_equal_events
-- suite: monthly_counts
-- severity: critical
-- label_zh: 月度统计等于专利事件分组计数
SELECT
    concat(
        month, ' ', unit_code, ' ', patent_type, ' ', applicant_kind, ' ', basis, ' 统计为 ',
        concat_ws('、', counted.applications, counted.publications, counted.grants), ',由事件计得 ',
        concat_ws('、', events.applications, events.publications, events.grants), '(申请、公布、授权)。'
    ) AS message
FROM main.monthly_counts AS counted
FULL JOIN (
    SELECT
        counting_month AS month,
        unit_code,
        patent_type,
        applicant_kind,
        basis,
        coalesce(sum(number) FILTER (event = 'application'), 0) AS applications,
        coalesce(sum(number) FILTER (event = 'publication'), 0) AS publications,
        coalesce(sum(number) FILTER (event = 'grant'), 0) AS grants
    FROM inputs.counted_events
    GROUP BY ALL
    HAVING greatest(applications, publications, grants) > 0
) AS events USING (month, unit_code, patent_type, applicant_kind, basis)
WHERE
    counted.applications IS DISTINCT FROM events.applications
    OR counted.publications IS DISTINCT FROM events.publications
    OR counted.grants IS DISTINCT FROM events.grants
