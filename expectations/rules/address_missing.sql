-- rule: address_missing
-- severity: warning
-- label_zh: 缺地址
SELECT
    row_key,
    CASE
        WHEN in_territory THEN concat('地址为空,已计入“', unit_name, '”。请补上地址以便归入镇(街道)。')
        ELSE '地址为空,本行看不出是否属于本市,不据以计入本市统计(别的文件给出地址的照计)。请补上地址。'
    END AS reason
FROM {batch}
WHERE address IS NULL
