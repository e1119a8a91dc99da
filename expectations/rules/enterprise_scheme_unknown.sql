-- rule: enterprise_scheme_unknown
-- table: enterprises
-- severity: warning
-- label_zh: 称号类别不明
-- Other titles stand in the same lists; only the named one is counted, so a strange word counts nowhere.
SELECT
    row_key,
    concat(
        name, ' 的称号类别“', regexp_extract(unrecognised, 'scheme=(.*?)(; |$)', 1),
        '”不在词表中,没有计入专利示范企业。若应计入,请在企业用语词表中加上这个写法。'
    ) AS reason
FROM {batch}
WHERE scheme = '未识别'
