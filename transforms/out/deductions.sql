-- Applications that stop counting (DECISIONS 13): each line of a deduction list against the application it names.
-- The rule of the application's own counting year decides, and an application is deducted once.
CREATE OR REPLACE TABLE main.deductions AS
WITH listed AS (
    SELECT *
    FROM inputs.deduction_records
    WHERE known_on <= (SELECT as_of FROM step_release)
),

applications AS (
    SELECT patent_id, event, counting_month, patent_type, applicant_kind, unit_code, unit_name, in_territory
    FROM main.patent_events
    WHERE
        event = 'application'
        AND basis = 'receipt_records'
        AND patent_id IN (SELECT patent_id FROM listed)
),

-- at most one application event a line, and one rule a year: no line is lost or doubled
named AS (
    SELECT
        listed.*,
        applications.* EXCLUDE (patent_id, event),
        rules.counting_rule,
        rules.label_zh AS rule_label,
        coalesce(list_contains(string_split(rules.deducted_reasons, '; '), listed.reason), false) AS is_deducted_reason
    FROM listed
    LEFT JOIN applications USING (patent_id)
    LEFT JOIN main.counting_rules AS rules
        ON rules.series = 'applications'
        AND CAST(left(applications.counting_month, 4) AS INTEGER) BETWEEN rules.from_year AND rules.to_year
),

ranked AS (
    SELECT
        *,
        row_number() OVER (PARTITION BY patent_id, is_deducted_reason ORDER BY record_order) AS place
    FROM named
),

judged AS (
    SELECT
        *,
        CASE
            WHEN counting_month IS NULL THEN '没有这件申请的受理记录,无从扣减;请核对申请号'
            WHEN NOT in_territory THEN '申请不属本市,本来就没有计入,不扣减'
            WHEN NOT is_deducted_reason
                THEN concat('申请计入', left(counting_month, 4), '年,该年计数规则为“', rule_label, '”,不扣减')
            WHEN place > 1 THEN '更早的清单已经扣减,不再扣减'
        END AS remark
    FROM ranked
)

SELECT
    patent_id,
    'application' AS event,
    counting_month,
    reported_month,
    reason,
    deducted_on,
    received_on,
    known_on,
    patent_type,
    applicant_kind,
    unit_code,
    unit_name,
    counting_rule,
    remark IS NULL AS effective,
    remark,
    delivery_id,
    sheet,
    row_number
FROM judged
ORDER BY delivery_id, sheet, row_number
