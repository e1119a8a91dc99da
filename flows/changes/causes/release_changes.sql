-- Every line with its causes; several are joined, of many the first few are named.
INSERT INTO later.main.release_changes BY NAME
WITH found AS (
    SELECT lines.table_name, lines.key, lines.column_name, causes.cause
    FROM lines
    JOIN causes ON causes.table_name = lines.table_name AND causes.listed_under = lines.key
    UNION
    FROM line_causes
    UNION
    -- at its close a year's figures become final and what is not met is missed, whatever came in (DECISIONS 14)
    SELECT table_name, key, column_name, '年度终审'
    FROM lines
    WHERE table_name = 'scorecard'
        AND ((column_name = 'obs_status' AND after = 'final') OR (column_name = 'status' AND after = 'missed'))
),
feeds AS (
    -- a file without rows changes what is known of its month, though no event
    SELECT asked.table_name, asked.key, asked.column_name, new_feeds.cause
    FROM (FROM asked ANTI JOIN found USING (table_name, key, column_name)) AS asked
    JOIN new_feeds ON new_feeds.event = asked.event
        AND (new_feeds.month IS NULL
             OR (new_feeds.month <= asked.month
                 AND (asked.has_history OR left(new_feeds.month, 4) = left(asked.month, 4))))
),
listed AS (
    SELECT table_name, key, column_name, list_sort(list(DISTINCT cause)) AS causes
    FROM (FROM found UNION FROM feeds)
    GROUP BY ALL
)
SELECT lines.table_name, lines.key, lines.column_name, lines.before, lines.after,
       coalesce(
           array_to_string(listed.causes[:$most_causes], ';')
           || CASE WHEN len(listed.causes) > $most_causes THEN '等' || len(listed.causes) || '项' ELSE '' END,
           getvariable('otherwise')
       ) AS cause
FROM lines
LEFT JOIN listed USING (table_name, key, column_name)
