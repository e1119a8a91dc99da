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

CREATE OR REPLACE TEMP MACRO target_zh(code) AS coalesce(getvariable('target_words')[code], code);
