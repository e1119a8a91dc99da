-- rule: no_counting_month_of_application
-- severity: warning
-- label_zh: 申请无法确定计数月份
-- The row still reports a publication or a grant, which counts.
SELECT
    row_key,
    concat('有申请日 ', application_on, ',但无法确定申请的计数月份,本行只计公布或授权,不计申请。如需计入申请,请补上受理日。') AS reason
FROM {batch}
WHERE application_on IS NOT NULL
    AND application_month IS NULL
    AND (publication_on IS NOT NULL OR grant_on IS NOT NULL)
