-- check: quarantine_of_its_rule
-- suite: quarantine
-- severity: critical
-- label_zh: 待核记录写明的规则会搁置行,文件名与其文件相同
SELECT
    concat(
        quarantine.file_name, ' 第', quarantine.row_number, '行因 ', quarantine.rule, ' 待核;',
        CASE WHEN rules.rule IS NULL THEN '没有这条会搁置行的规则。' ELSE concat('文件名应为 ', deliveries.file_name, '。') END
    ) AS message
FROM main.quarantine AS quarantine
LEFT JOIN main.deliveries AS deliveries USING (delivery_id)
LEFT JOIN inputs.set_aside_rules AS rules USING (rule)
WHERE rules.rule IS NULL OR quarantine.file_name IS DISTINCT FROM deliveries.file_name
