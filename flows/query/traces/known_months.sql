-- The months the file can speak of.
SELECT DISTINCT month FROM scorecard
UNION
SELECT DISTINCT month FROM monthly_counts
ORDER BY 1
