-- rule: date_before_1985
-- severity: set_aside
-- label_zh: 日期早于专利法施行
-- The Patent Law took effect, and the office accepted its first applications, on 1985-04-01.
SELECT
    row_key,
    concat('事件日期 ', least(application_on, publication_on, grant_on), ' 早于专利法施行之日(1985-04-01),多为表格软件改坏的日期。请核对原件后更正。') AS reason
FROM {batch}
WHERE least(application_on, publication_on, grant_on) < DATE '1985-04-01'
