-- check: scorecard_complete
-- suite: scorecard
-- severity: critical
-- label_zh: 目标完成情况逐月逐目标齐全
-- Every month of the year up to the release's month against every target of the year, with the plan's own words.
WITH wanted AS (
    SELECT strftime(make_date(release.year, months.number, 1), '%Y-%m') AS month, targets.*, release.as_of
    FROM inputs.release AS release
    JOIN inputs.targets AS targets USING (year)
    CROSS JOIN (SELECT CAST(unnest(range(1, 13)) AS INTEGER) AS number) AS months
    WHERE months.number <= release.month_number
)

SELECT
    concat(
        coalesce(wanted.month, scored.month), ' ', coalesce(wanted.target_id, scored.target_id),
        CASE WHEN scored.month IS NULL THEN ' 没有列出。' WHEN wanted.month IS NULL THEN ' 不是当年的目标或月份。'
             ELSE ' 的指标、目标值、比较符、原文或截至日与目标文件不同。' END
    ) AS message
FROM main.scorecard AS scored
FULL JOIN wanted USING (month, target_id, unit_code)
WHERE
    wanted.target_value IS DISTINCT FROM scored.target_value
    OR wanted.operator IS DISTINCT FROM scored.operator
    OR wanted.sentence_zh IS DISTINCT FROM scored.target_sentence
    OR wanted.as_of IS DISTINCT FROM scored.as_of
    OR wanted.indicator IS DISTINCT FROM scored.indicator
