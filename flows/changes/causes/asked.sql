-- Which event a line rests on. A month's standing rests on the events of its year so far; what is compared with earlier
-- years, on those as well. A published figure has a line for the months and units that it speaks of.
CREATE OR REPLACE TEMP TABLE asked AS
WITH target_events AS (
    SELECT unnest($targets) AS target_id, unnest($events) AS event
),
standings AS (
    SELECT lines.*, split_part(key, '|', 1) AS month, split_part(key, '|', 3) AS unit_code, target_events.event,
           column_name IN ('seasonal_progress', 'forecast_total', 'forecast_low', 'forecast_high', 'forecast_note',
                           'history_years', 'rest_required', 'rest_required_share', 'status') AS has_history
    FROM lines
    JOIN target_events ON target_events.target_id = split_part(key, '|', 2)
    WHERE table_name = 'scorecard'
),
compared_totals AS (
    SELECT lines.*, split_part(key, '|', 1) AS month, split_part(key, '|', 3) AS unit_code,
           unnest([CASE WHEN starts_with(split_part(key, '|', 2), 'grant') THEN 'grant' ELSE 'application' END,
                   'published_figure']) AS event,
           false AS has_history
    FROM lines
    WHERE table_name = 'reconciliation'
)
FROM standings UNION ALL FROM compared_totals
