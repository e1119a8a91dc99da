-- 标题: 与上一版相比改动的月份
-- 说明: 上一发布版也有的月份中,件数有改动的:原数、现数和原因(新到文件、替换文件、更正等);上一版还没有收到该月明细的,原数为空。本版没有改动时没有行。
-- 参数 since 月份 = 1985-01: 从哪个月份起
WITH changed AS (
    SELECT
        split_part(key, '|', 1) AS month,
        split_part(key, '|', 5) AS basis,
        column_name AS measure,
        sum(coalesce(CAST(after AS BIGINT), 0) - coalesce(CAST(before AS BIGINT), 0)) AS difference,
        string_agg(DISTINCT cause, ';' ORDER BY cause) AS causes
    FROM release_changes
    WHERE table_name = 'monthly_counts'
    GROUP BY ALL
),

counted AS (
    SELECT
        month,
        basis,
        unnest(['applications', 'publications', 'grants']) AS measure,
        unnest([sum(applications), sum(publications), sum(grants)]) AS total
    FROM monthly_counts
    GROUP BY month, basis
),

-- the release that this one was compared with: the month's own before it, else the last of a month before
compared AS (
    SELECT releases.as_of
    FROM releases
    JOIN (SELECT month, revision FROM releases ORDER BY published_at DESC, month DESC LIMIT 1) AS this
        ON (releases.month, releases.revision) < (this.month, this.revision)
    ORDER BY releases.month DESC, releases.revision DESC
    LIMIT 1
),

-- feeds that the release before knew: of a month without one no number was known
known AS (
    SELECT DISTINCT month, unnest(string_split(events, '; ')) || 's' AS measure
    FROM deliveries
    WHERE
        coverage = 'month' AND basis = 'receipt_records'
        AND known_on <= (SELECT as_of FROM compared)
)

SELECT
    changed.month AS 月份,
    CASE changed.measure WHEN 'applications' THEN '申请量' WHEN 'publications' THEN '公布量' WHEN 'grants' THEN '授权量' END AS 指标,
    CASE changed.basis
        WHEN 'receipt_records' THEN '受理授权明细' WHEN 'public_documents' THEN '公开文献' ELSE changed.basis
    END AS 数据来源口径,
    CASE
        WHEN changed.basis <> 'receipt_records' OR known.month IS NOT NULL
            THEN CAST(coalesce(counted.total, 0) - changed.difference AS BIGINT)
    END AS 原数,
    CAST(coalesce(counted.total, 0) AS BIGINT) AS 现数,
    changed.causes AS 原因
FROM changed
LEFT JOIN counted USING (month, basis, measure)
LEFT JOIN known USING (month, measure)
WHERE changed.month >= $since
ORDER BY changed.month, changed.measure, changed.basis
