-- Firms of the year to date by $event (grant, application), most first, on the basis that stands for each month; first_month
-- is the firm's first known event of that kind in any year, on any basis.
WITH firm_events AS (
    SELECT first_applicant, basis, counting_month, patent_type, unit_code
    FROM main.patent_events
    WHERE
        event = $event
        AND in_territory
        AND applicant_kind = '企业'
        AND first_applicant IS NOT NULL
        AND (event <> 'application' OR patent_id NOT IN (SELECT patent_id FROM main.deductions WHERE effective))
),

first_months AS (
    SELECT first_applicant, min(counting_month) AS first_month
    FROM firm_events
    GROUP BY first_applicant
)

SELECT
    rank() OVER (ORDER BY count(*) DESC) AS place,
    firm_events.first_applicant AS firm,
    list(DISTINCT firm_events.unit_code ORDER BY firm_events.unit_code) AS unit_codes,
    count(*) AS total,
    count(*) FILTER (firm_events.patent_type = 'invention') AS inventions,
    count(*) FILTER (firm_events.patent_type = 'utility_model') AS utility_models,
    count(*) FILTER (firm_events.patent_type = 'design') AS designs,
    any_value(first_months.first_month) AS first_month
FROM firm_events
JOIN first_months USING (first_applicant)
JOIN bulletin_known AS known
    ON
        firm_events.counting_month = known.month
        AND firm_events.basis = known.counted_on
        AND known.year_offset = 0
        AND known.measure = CASE $event WHEN 'grant' THEN 'grants' WHEN 'application' THEN 'applications' END
GROUP BY firm_events.first_applicant
ORDER BY place, firm
