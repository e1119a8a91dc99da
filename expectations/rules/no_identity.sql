-- rule: no_identity
-- severity: set_aside
-- label_zh: 没有任何号码
-- A number that is there but unusable has a rule of its own.
SELECT
    row_key,
    '申请号和公布(公告)号都是空的,无法确认是哪一件申请。请向来源补要申请号后更正。' AS reason
FROM {batch}
WHERE patent_id IS NULL
    AND coalesce(number_state, 'missing') NOT IN ('destroyed', 'malformed', 'wrong_check')
