-- check: empty_month
-- suite: monthly_counts
-- severity: warning
-- label_zh: 收到明细的月份不是一件也没有
SELECT concat(release.month, ' 收到了', CASE known.event WHEN 'application' THEN '受理' WHEN 'grant' THEN '授权' END, '明细,本市却一件也没有。')
        AS message
FROM inputs.release AS release
JOIN main.month_bases AS known USING (month)
LEFT JOIN main.monthly_counts AS counts
    ON counts.month = release.month
    AND counts.basis = known.basis
    AND CASE known.event WHEN 'application' THEN counts.applications WHEN 'grant' THEN counts.grants END > 0
WHERE known.is_standing AND known.is_known AND known.event IN ('application', 'grant')
GROUP BY ALL
HAVING count(counts.month) = 0
