-- check: year_without_targets
-- suite: scorecard
-- severity: warning
-- label_zh: 当年有目标文件
SELECT concat(year, ' 年没有目标文件(data/targets),只发布统计数。') AS message
FROM inputs.release
WHERE year NOT IN (SELECT year FROM inputs.targets)
