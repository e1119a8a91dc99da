-- rule: enterprise_event_unknown
-- table: enterprises
-- severity: set_aside
-- label_zh: 事项不明
SELECT
    row_key,
    concat(
        name,
        CASE
            WHEN contains(unrecognised, 'event=') THEN concat(' 的事项“', regexp_extract(unrecognised, 'event=(.*?)(; |$)', 1), '”不在词表中')
            ELSE ' 没有写事项'
        END,
        ',不知道是认定、复核还是撤销。请改正,或在企业用语词表中加上这个写法。'
    ) AS reason
FROM {batch}
WHERE event IS NULL
    OR event = '未识别'
