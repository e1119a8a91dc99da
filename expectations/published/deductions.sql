SELECT
    patent_id,
    reason,
    deducted_on,
    received_on,
    concat_ws(' ', patent_id, reason, deducted_on) AS named
FROM main.deductions
