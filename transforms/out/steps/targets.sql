-- This year's targets with the counting rule each indicator follows in this year.
CREATE OR REPLACE TEMP TABLE step_targets AS
SELECT
    targets.year,
    targets.target_id,
    targets.unit_code,
    targets.indicator,
    targets.operator,
    targets.target_value,
    targets.target_numerator,
    targets.target_denominator,
    targets.closes_on,
    targets.sentence_zh,
    indicators.measure,
    indicators.accumulate,
    indicators.event,
    indicators.has_forecast,
    indicators.official_measure,
    bases.basis AS preferred_basis,
    rules.counting_rule,
    rules.from_year,
    rules.to_year
FROM inputs.targets AS targets
JOIN step_release AS release ON targets.year = release.year
JOIN step_indicators AS indicators ON targets.indicator = indicators.indicator
JOIN step_indicator_bases AS bases ON targets.indicator = bases.indicator AND bases.preference = 1
JOIN main.counting_rules AS rules
    ON indicators.series = rules.series AND targets.year BETWEEN rules.from_year AND rules.to_year
