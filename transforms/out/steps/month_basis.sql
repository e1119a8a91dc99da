-- On which basis a month is known: the most preferred one that has a feed for it. Public documents come
-- without a month of their own, so there the documents themselves are the evidence that the month was covered.
CREATE OR REPLACE TEMP TABLE step_month_basis AS
WITH available AS (
    SELECT event, month, basis
    FROM inputs.delivered_feeds
    WHERE month <= (SELECT month FROM step_release)
    UNION
    SELECT event, counting_month AS month, basis
    FROM step_event_totals
    WHERE basis = 'public_documents'
)

SELECT
    bases.indicator,
    available.month,
    arg_min(available.basis, bases.preference) AS basis
FROM step_indicators AS indicators
JOIN step_indicator_bases AS bases ON indicators.indicator = bases.indicator
JOIN available ON indicators.event = available.event AND bases.basis = available.basis
GROUP BY ALL
