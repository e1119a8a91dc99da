-- What an event after the months of both releases adds to a patent (a grant: its date, its number, columns that were
-- blank) is news of that month, not a change of what was said before.
UPDATE later_rows
SET publication_number = before.publication_number,
    published_on = before.published_on,
    granted_on = before.granted_on,
    bases = before.bases,
    title = CASE WHEN before.title IS NOT NULL THEN later_rows.title END,
    filed_on = CASE WHEN before.filed_on IS NOT NULL THEN later_rows.filed_on END,
    accepted_on = CASE WHEN before.accepted_on IS NOT NULL THEN later_rows.accepted_on END,
    ipc_main = CASE WHEN before.ipc_main IS NOT NULL THEN later_rows.ipc_main END,
    locarno = CASE WHEN before.locarno IS NOT NULL THEN later_rows.locarno END
FROM earlier_rows AS before
WHERE later_rows.patent_id = before.patent_id
  AND before.patent_id IN (
      SELECT patent_id FROM later.main.patent_events WHERE counting_month > getvariable('last_month')
      UNION ALL
      SELECT patent_id FROM earlier.main.patent_events WHERE counting_month > getvariable('last_month')
  )
