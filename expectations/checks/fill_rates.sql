-- check: fill_rates
-- suite: deliveries
-- severity: warning
-- label_zh: 新到文件各列的填写率与以往相近
-- Per column and source, against the earlier deliveries of the same source.
WITH rates AS (
    SELECT deliveries.source, deliveries.file_name, deliveries.known_on, facts.is_new, filled.*
    FROM inputs.fill_rates AS filled
    JOIN main.deliveries AS deliveries USING (delivery_id)
    JOIN inputs.delivery_facts AS facts USING (delivery_id)
),

usual AS (
    SELECT
        new_rates.delivery_id,
        new_rates.column_name,
        sum(former.rows_filled) / sum(former.rows) AS rate,
        count(*) AS deliveries
    FROM rates AS new_rates
    JOIN rates AS former USING (source, column_name)
    WHERE new_rates.is_new AND former.known_on < new_rates.known_on
    GROUP BY ALL
)

SELECT
    concat(
        rates.file_name, ' 的“', rates.column_name, '”列填写', round(100 * rates.rows_filled / rates.rows, 1), '%,同一来源以往为',
        round(100 * usual.rate, 1), '%。'
    ) AS message
FROM rates
JOIN usual USING (delivery_id, column_name)
WHERE
    rates.rows >= inputs.bound('enough_rows')
    AND usual.deliveries >= inputs.bound('enough_deliveries')
    AND usual.rate - rates.rows_filled / rates.rows > inputs.bound('fill_rate_drop')
