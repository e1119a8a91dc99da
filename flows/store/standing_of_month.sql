SELECT sequence, file_name
FROM warehouse.deliveries
WHERE state = 'accepted' AND source = $source AND feed_month = $month AND part IS NOT DISTINCT FROM $part
  AND sequence NOT IN (SELECT removed_sequence FROM warehouse.removals WHERE record_order IS NULL)
ORDER BY sequence;
