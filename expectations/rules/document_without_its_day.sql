-- rule: document_without_its_day
-- severity: warning
-- label_zh: 公开文献没有相应日期
-- A published or granted document whose day the export does not give (or gives for a time in which there was no such
-- kind of document): only the application of the row counts.
SELECT
    row_key,
    concat('公布(公告)号 ', publication_number, ' 表明已经公布或授权,但本行没有与文献种类“', document_kind, '”相符的公开(公告)日或授权公告日,只计申请,不计公布或授权。请在导出时加上公开(公告)日一列后重新导出。') AS reason
FROM {batch}
WHERE basis = 'public_documents'
    AND document_kind IS NOT NULL
    AND publication_number IS NOT NULL
    AND application_on IS NOT NULL
    AND published_on IS NULL
    AND granted_on IS NULL
    AND unreadable_dates IS NULL
    AND NOT is_correction
