-- 标题: 各月明细到达情况
-- 说明: 当年各月、各来源按月下发的文件是否已到,何时到,多少行;没有到的不等于零。
-- 参数 month 月份: 截至月份
WITH feeds AS (
    SELECT *
    FROM deliveries
    WHERE state = 'accepted' AND coverage = 'month' AND month IS NOT NULL
),

months AS (
    SELECT left($month, 4) || printf('-%02d', unnest(range(1, CAST(right($month, 2) AS BIGINT) + 1))) AS month
),

expected AS (
    SELECT months.month, sources.source
    FROM months
    CROSS JOIN (SELECT DISTINCT source FROM feeds) AS sources
)

SELECT
    expected.month AS 月份,
    expected.source AS 来源,
    CASE WHEN count(feeds.delivery_id) = 0 THEN '未到' ELSE '已到' END AS 是否已到,
    count(feeds.delivery_id) AS 文件数,
    min(feeds.received_on) AS 最早收到日期,
    sum(feeds.rows_read) AS 读入行数,
    sum(feeds.rows_accepted) AS 入库行数
FROM expected
LEFT JOIN feeds USING (month, source)
GROUP BY expected.month, expected.source
ORDER BY expected.month, expected.source
