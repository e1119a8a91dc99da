-- check: warned_row_set_aside
-- suite: row_warnings
-- severity: critical
-- label_zh: 被搁置的行没有行提示
-- A warning is about a row that counts.
SELECT concat(warnings.file_name, ' ', warnings.sheet, ' 第', warnings.row_number, '行已被搁置,不应再有提示 ', warnings.rule, '。')
        AS message
FROM main.row_warnings AS warnings
SEMI JOIN main.quarantine AS quarantine USING (delivery_id, sheet, row_number)
