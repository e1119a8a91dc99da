-- rule: kind_unknown
-- severity: set_aside
-- label_zh: 专利类型不明
-- A row without identity is set aside for that already.
SELECT
    row_key,
    CASE
        WHEN patent_type IS NULL
            THEN concat('由号码 ', coalesce(application_number, publication_number, patent_id), ' 看不出是发明、实用新型还是外观设计。请核对号码后更正。')
        ELSE concat('公布(公告)号 ', publication_number, ' 的文献种类“', document_kind, '”不是中国专利文献的种类。请核对后更正。')
    END AS reason
FROM {batch}
WHERE patent_id IS NOT NULL
    AND (
        patent_type IS NULL
        OR (
            document_kind NOT IN ('A', 'B', 'C', 'U', 'Y', 'S', 'D')
            AND NOT regexp_matches(document_kind, '^[ABCUYSD][1-9]$')
        )
    )
