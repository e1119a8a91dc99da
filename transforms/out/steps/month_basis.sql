-- On which basis an indicator knows a month: the one that stands for its event; where its rule does not admit that one,
-- its own most preferred.
CREATE OR REPLACE TEMP TABLE step_month_basis AS
SELECT
    bases.indicator,
    known.month,
    arg_min(known.basis, (NOT known.is_standing, bases.preference)) AS basis
FROM step_indicators AS indicators
JOIN step_indicator_bases AS bases USING (indicator)
JOIN main.month_bases AS known ON indicators.event = known.event AND bases.basis = known.basis
WHERE known.is_known
GROUP BY ALL
