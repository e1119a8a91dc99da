-- Patents with an event in the months that both releases hold.
SELECT * FROM changed
WHERE patent_id IN (
    SELECT patent_id FROM {side}.main.patent_events
    WHERE counting_month <= getvariable('last_month') AND patent_id IN (SELECT patent_id FROM changed_keys)
)
