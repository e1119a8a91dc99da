-- What the lists of enterprises report for the year to date; a public notice alone has no date of issue and stays out.
SELECT enterprises.event_on, enterprises.name, enterprises.scheme, enterprises.level, enterprises.event,
       enterprises.is_new, enterprises.document_number, enterprises.revoked_on
FROM main.demonstration_enterprises AS enterprises
CROSS JOIN bulletin_period AS period
WHERE
    enterprises.event_on BETWEEN CAST(period.first_month || '-01' AS DATE) AND last_day(CAST(period.month || '-01' AS DATE))
ORDER BY enterprises.event_on, enterprises.name, enterprises.level, enterprises.event, enterprises.scheme
