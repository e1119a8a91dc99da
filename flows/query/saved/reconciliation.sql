-- 标题: 与上级公布数对账
-- 说明: 当年至所选月份上级公布的每个数、本系统的数、差额及其构成。跨月下发和扣减是确定的;其余各项要么整项解释,要么不用来解释。逐件明细见 reconciliation_rows。
-- 参数 month 月份: 截至月份
WITH units AS (
    SELECT DISTINCT unit_code, unit_name FROM monthly_counts
)

SELECT
    lines.month AS 月份,
    CASE lines.measure WHEN 'applications' THEN '申请量' WHEN 'grants' THEN '授权量' ELSE lines.measure END AS 指标,
    CASE lines.period WHEN 'month' THEN '当月' WHEN 'year_to_date' THEN '累计' END AS 时段,
    coalesce(units.unit_name, CASE WHEN length(lines.unit_code) = 6 THEN '全市' ELSE lines.unit_code END) AS 统计单位,
    CASE lines.patent_type
        WHEN 'invention' THEN '发明' WHEN 'utility_model' THEN '实用新型' WHEN 'design' THEN '外观设计' ELSE '合计'
    END AS 专利类型,
    ours AS 本系统数,
    official AS 上级公布数,
    difference AS 差额,
    late_arrivals AS 跨月下发,
    deductions AS 扣减,
    quarantined AS 待核记录,
    out_of_territory AS 外地地址,
    repeats AS 重复下发,
    other_basis + other_rule AS 其他口径或规则,
    replaced AS 替换文件,
    unexplained AS 没有解释,
    explanation AS 解释
FROM reconciliation AS lines
LEFT JOIN units USING (unit_code)
WHERE lines.month BETWEEN left($month, 4) || '-01' AND $month
ORDER BY lines.month, lines.measure, lines.period, lines.unit_code, lines.patent_type NULLS FIRST
