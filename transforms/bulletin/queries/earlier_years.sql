-- Whether anything of an earlier year is known of this kind of event: without it nobody can be called new.
SELECT coalesce(min(counting_month) < (SELECT first_month FROM bulletin_period), false) AS is_known
FROM main.patent_events
WHERE event = $event AND in_territory
