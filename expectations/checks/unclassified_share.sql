-- check: unclassified_share
-- suite: monthly_counts
-- severity: warning
-- label_zh: 申请人类型未分类的比重不过高
SELECT
    concat(basis, ' 当年申请、授权', number, '件,其中未分类', unclassified, '件,占', round(100 * unclassified / number, 2), '%。')
        AS message
FROM (
    SELECT
        counts.basis,
        sum(counts.applications + counts.grants) AS number,
        coalesce(sum(counts.applications + counts.grants) FILTER (counts.applicant_kind = '未分类'), 0) AS unclassified
    FROM main.monthly_counts AS counts
    JOIN inputs.release AS release ON left(counts.month, 4) = left(release.month, 4)
    GROUP BY counts.basis
)
WHERE number >= inputs.bound('enough_rows') AND unclassified > inputs.bound('unclassified_share') * number
