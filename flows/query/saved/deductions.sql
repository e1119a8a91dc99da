-- 标题: 申请扣减
-- 说明: 扣减清单的每一行:扣减哪一件、什么原因、何时通知、是否已从统计数中减去,没有减去的为什么。内部资料 注意保存:含未公布的申请,不得对外提供。
SELECT
    deductions.patent_id AS 申请号,
    CASE patent_type
        WHEN 'invention' THEN '发明' WHEN 'utility_model' THEN '实用新型' WHEN 'design' THEN '外观设计'
    END AS 专利类型,
    unit_name AS 统计单位,
    deductions.reason AS 扣减原因,
    deducted_on AS 通知日期,
    counting_month AS 计数月份,
    reported_month AS 下发月份,
    CASE WHEN effective THEN '已扣减' ELSE '不扣减' END AS 是否扣减,
    remark AS 不扣减的原因,
    deliveries.file_name AS 文件名,
    sheet AS 工作表,
    row_number AS 行号
FROM deductions
LEFT JOIN deliveries USING (delivery_id)
ORDER BY reported_month, deducted_on, 文件名, sheet, row_number
