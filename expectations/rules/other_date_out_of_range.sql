-- rule: other_date_out_of_range
-- severity: warning
-- label_zh: 不参与计数的日期不合理
SELECT
    row_key,
    concat(
        concat_ws('、',
            CASE WHEN filed_on NOT BETWEEN DATE '1985-04-01' AND received_on THEN concat('申请日 ', filed_on) END,
            CASE WHEN accepted_on NOT BETWEEN DATE '1985-04-01' AND received_on THEN concat('受理日 ', accepted_on) END,
            CASE WHEN published_on NOT BETWEEN DATE '1985-04-01' AND received_on THEN concat('公布日 ', published_on) END,
            CASE WHEN granted_on NOT BETWEEN DATE '1985-04-01' AND received_on THEN concat('授权公告日 ', granted_on) END
        ),
        ' 早于专利法施行或晚于文件收到日;本行的事件不靠它计数,已照常统计。请核对。'
    ) AS reason
FROM {batch}
WHERE (
        greatest(filed_on, accepted_on, published_on, granted_on) > received_on
        OR least(filed_on, accepted_on, published_on, granted_on) < DATE '1985-04-01'
    )
    AND greatest(application_on, publication_on, grant_on) <= received_on
    AND least(application_on, publication_on, grant_on) >= DATE '1985-04-01'
