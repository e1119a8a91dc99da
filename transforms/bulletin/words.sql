-- Chinese words for the codes of the published tables, looked up in variables that `words.py` sets; a
-- code without a word stays as it is.
CREATE OR REPLACE TEMP MACRO patent_type_zh(code) AS coalesce(getvariable('patent_type_words')[code], code);

CREATE OR REPLACE TEMP MACRO event_zh(code) AS coalesce(getvariable('event_words')[code], code);

CREATE OR REPLACE TEMP MACRO measure_zh(code) AS coalesce(getvariable('measure_words')[code], code);

CREATE OR REPLACE TEMP MACRO period_zh(code) AS coalesce(getvariable('period_words')[code], code);

CREATE OR REPLACE TEMP MACRO cause_zh(code) AS coalesce(getvariable('cause_words')[code], code);

CREATE OR REPLACE TEMP MACRO confidence_zh(code) AS coalesce(getvariable('confidence_words')[code], code);

CREATE OR REPLACE TEMP MACRO basis_zh(code) AS
    list_aggregate(list_transform(string_split(code, '+'), lambda one: coalesce(getvariable('basis_words')[one], one)), 'string_agg', '、');

CREATE OR REPLACE TEMP MACRO status_zh(code) AS coalesce(getvariable('status_words')[code], code);

CREATE OR REPLACE TEMP MACRO obs_status_zh(code) AS coalesce(getvariable('obs_status_words')[code], code);

CREATE OR REPLACE TEMP MACRO target_zh(code, sentence := NULL) AS coalesce(getvariable('target_words')[code], sentence, code);

-- The place of a target in the plan; one that the plan does not name has none and comes last.
CREATE OR REPLACE TEMP MACRO target_place(code) AS list_position(getvariable('plan_order'), code);

-- A completion in per cent, rounded half up, also where a double lies a little below the half; less than the whole is
-- never written as 100.0 % (DECISIONS 19).
CREATE OR REPLACE TEMP MACRO completion_zh(completion) AS
    printf('%.1f%%', CASE WHEN completion < 1 THEN least(completion * 100 + 1e-9, 99.9) ELSE completion * 100 + 1e-9 END);
