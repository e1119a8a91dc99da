-- How many lists of enterprises have come: without any, no events is not none (DECISIONS 6).
SELECT count(*) AS lists
FROM main.deliveries
WHERE state = 'accepted' AND coverage = 'full_list' AND basis = 'department_report'
