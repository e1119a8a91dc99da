-- Every file known by the day, accepted or held, with its rows by fate; what was found to repeat was recorded first.
SELECT deliveries.delivery_id, deliveries.file_name, deliveries.source, deliveries.basis, deliveries.coverage,
       array_to_string(deliveries.events, '; ') AS events, deliveries.feed_month AS month, deliveries.sheets,
       deliveries.received_on, deliveries.known_on,
       deliveries.state, deliveries.reason, deliveries.remedy, deliveries.unknown_headers,
       deliveries.rows_read,
       deliveries.rows_recorded - coalesce(repeats.rows_repeated, 0) AS rows_accepted,
       CASE WHEN deliveries.state = 'accepted' THEN coalesce(repeats.rows_repeated, 0) END AS rows_repeated,
       deliveries.rows_quarantined, deliveries.rows_out_of_scope
FROM warehouse.deliveries AS deliveries
LEFT JOIN (
    SELECT sequence, count(*) AS rows_repeated FROM internal.repeats GROUP BY sequence
) AS repeats ON deliveries.sequence = repeats.sequence
WHERE coalesce(deliveries.known_on, deliveries.received_on) <= getvariable('as_of')
