-- 标题: 与上一版相比改动的月份
-- 说明: 上一发布版也有的月份中,公布的件数有改动的:原数、现数和原因(新到文件、替换文件、更正等)。各月按其所依据的口径(有明细的按明细;授权、公布没有明细的按公开文献),口径变了的写作“原口径→现口径”;数据未到的为空,其他月份的明细零星补来的不算已到。没有改动时没有行。
-- 参数 since 月份 = 1985-01: 从哪个月份起
WITH bases (measure, basis, preference) AS (
    VALUES
    ('applications', 'receipt_records', 1), ('grants', 'receipt_records', 1), ('grants', 'public_documents', 2),
    ('publications', 'receipt_records', 1), ('publications', 'public_documents', 2)
),

-- the release that this one was compared with: the month's own before it, else the last of a month before
compared AS (
    SELECT releases.month, releases.as_of
    FROM releases
    JOIN (SELECT month, revision FROM releases ORDER BY published_at DESC, month DESC LIMIT 1) AS this
        ON (releases.month, releases.revision) < (this.month, this.revision)
    ORDER BY releases.month DESC, releases.revision DESC
    LIMIT 1
),

changed AS (
    SELECT
        split_part(key, '|', 1) AS month,
        split_part(key, '|', 5) AS basis,
        column_name AS measure,
        coalesce(CAST(after AS BIGINT), 0) - coalesce(CAST(before AS BIGINT), 0) AS difference,
        cause
    FROM release_changes
    WHERE table_name = 'monthly_counts'
),

totals AS (
    SELECT
        month,
        basis,
        measure,
        CAST(sum(number) AS BIGINT) AS number,
        CAST(sum(number - difference) AS BIGINT) AS number_before
    FROM (
        SELECT month, basis, measure, number, 0 AS difference
        FROM (UNPIVOT monthly_counts ON applications, publications, grants INTO NAME measure VALUE number)
        UNION ALL
        SELECT month, basis, measure, 0 AS number, difference FROM changed
    )
    GROUP BY month, basis, measure
),

-- a file that came on the day of the release before is in it, unless it is told as new
feeds AS (
    SELECT
        deliveries.month,
        deliveries.basis,
        unnest(string_split(deliveries.events, '; ')) || 's' AS measure,
        '新到文件:' || deliveries.file_name AS cause,
        deliveries.known_on < compared.as_of
        OR (
            deliveries.known_on = compared.as_of
            AND NOT EXISTS (FROM release_changes WHERE contains(release_changes.cause, '新到文件:' || deliveries.file_name))
        ) AS was_there
    FROM deliveries
    CROSS JOIN compared
    WHERE deliveries.state = 'accepted' AND deliveries.coverage = 'month'
),

-- public documents come without a month of their own: there they are themselves the evidence that it was covered
evidence AS (
    SELECT month, basis, measure, was_there, true AS is_there FROM feeds
    UNION ALL
    SELECT month, basis, measure, number_before > 0, number > 0 FROM totals WHERE basis = 'public_documents'
),

standing AS (
    SELECT
        month,
        measure,
        arg_min(basis, preference) FILTER (was_there) AS basis_before,
        arg_min(basis, preference) FILTER (is_there) AS basis
    FROM evidence
    JOIN bases USING (measure, basis)
    WHERE month BETWEEN $since AND (SELECT month FROM compared)
    GROUP BY month, measure
),

figures AS (
    SELECT
        standing.*,
        CASE WHEN standing.basis_before IS NOT NULL THEN coalesce(earlier.number_before, 0) END AS number_before,
        CASE WHEN standing.basis IS NOT NULL THEN coalesce(later.number, 0) END AS number
    FROM standing
    LEFT JOIN totals AS earlier
        ON standing.month = earlier.month AND standing.measure = earlier.measure AND standing.basis_before = earlier.basis
    LEFT JOIN totals AS later
        ON standing.month = later.month AND standing.measure = later.measure AND standing.basis = later.basis
),

causes AS (
    SELECT month, basis, measure, unnest(string_split(cause, ';')) AS cause FROM changed
    UNION
    SELECT month, basis, measure, cause FROM feeds WHERE NOT was_there
),

told AS (
    SELECT month, basis, measure, string_agg(cause, ';' ORDER BY cause) AS causes
    FROM causes
    GROUP BY month, basis, measure
),

basis_words (basis, basis_zh) AS (
    VALUES ('receipt_records', '受理授权明细'), ('public_documents', '公开文献')
)

SELECT
    figures.month AS 月份,
    CASE figures.measure WHEN 'applications' THEN '申请量' WHEN 'publications' THEN '公布量' WHEN 'grants' THEN '授权量' END AS 指标,
    CASE
        WHEN earlier.basis_zh <> later.basis_zh THEN concat(earlier.basis_zh, '→', later.basis_zh)
        ELSE coalesce(later.basis_zh, earlier.basis_zh)
    END AS 数据来源口径,
    figures.number_before AS 原数,
    figures.number AS 现数,
    told.causes AS 原因
FROM figures
LEFT JOIN basis_words AS earlier ON figures.basis_before = earlier.basis
LEFT JOIN basis_words AS later ON figures.basis = later.basis
LEFT JOIN told
    ON figures.month = told.month
    AND figures.measure = told.measure
    AND coalesce(figures.basis, figures.basis_before) = told.basis
WHERE (figures.basis_before, figures.number_before) IS DISTINCT FROM (figures.basis, figures.number)
ORDER BY figures.month, figures.measure
