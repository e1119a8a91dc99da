-- check: scorecard_forecast
-- suite: scorecard
-- severity: critical
-- label_zh: 全年预计在其区间之内,不低于已完成数
-- DECISIONS 17: no forecast without two whole earlier years; the range holds what is already there.
SELECT concat(month, ' ', target_id, ' 全年预计 ', forecast_total, '(', forecast_low, '—', forecast_high, '),已完成 ', value, '。') AS message
FROM main.scorecard
WHERE
    forecast_low > forecast_high
    OR (forecast_total IS NULL) <> (forecast_low IS NULL)
    OR (forecast_total IS NULL) <> (forecast_high IS NULL)
    OR (forecast_total IS NOT NULL AND coalesce(history_years, 0) < 2)
    OR forecast_total < coalesce(denominator, numerator)
    OR (denominator IS NULL AND NOT forecast_total BETWEEN forecast_low AND forecast_high)
    OR (denominator IS NOT NULL AND NOT (forecast_low >= 0 AND forecast_high <= 1))
