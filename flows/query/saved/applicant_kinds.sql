-- 标题: 申请人类型与职务、非职务
-- 说明: 年初至所选月份各类申请人的申请量;企业、大专院校、科研单位、机关团体为职务,个人为非职务,未分类单列。有月份的明细未到时在数据状态里写明。
-- 参数 month 月份: 截至月份
WITH coverage AS (
    SELECT count(*) = CAST(right($month, 2) AS INTEGER) AS is_complete
    FROM month_bases
    WHERE
        event = 'application' AND is_standing AND is_known
        AND month BETWEEN left($month, 4) || '-01' AND $month
)

SELECT
    CASE
        WHEN applicant_kind IN ('企业', '大专院校', '科研单位', '机关团体') THEN '职务'
        WHEN applicant_kind = '个人' THEN '非职务'
        WHEN applicant_kind = '未分类' THEN '未分类'
    END AS 职务与否,
    applicant_kind AS 申请人类型,
    sum(applications) AS 申请量,
    coalesce(sum(applications) FILTER (patent_type = 'invention'), 0) AS 发明,
    coalesce(sum(applications) FILTER (patent_type = 'utility_model'), 0) AS 实用新型,
    coalesce(sum(applications) FILTER (patent_type = 'design'), 0) AS 外观设计,
    (20000 * sum(applications) // sum(sum(applications)) OVER () + 1) // 2 / 100 AS "占全部(%)",
    CASE WHEN NOT is_complete THEN '部分月份数据未到' END AS 数据状态
FROM monthly_counts
CROSS JOIN coverage
WHERE basis = 'receipt_records' AND month BETWEEN left($month, 4) || '-01' AND $month
GROUP BY applicant_kind, is_complete
HAVING sum(applications) > 0
ORDER BY 申请量 DESC, 申请人类型
