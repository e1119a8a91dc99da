-- check: difference_is_ours_less_official
-- suite: reconciliation
-- severity: critical
-- label_zh: 差额等于本系统数减上级公布数
SELECT concat(month, ' ', measure, ' ', unit_code, ' 本系统', ours, '、上级', official, ',差额写为', difference, '。') AS message
FROM main.reconciliation
WHERE difference IS DISTINCT FROM ours - official
