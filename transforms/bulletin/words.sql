-- Chinese words for the codes of the published tables, looked up in variables that `words.py` sets.
CREATE OR REPLACE TEMP MACRO patent_type_zh(code) AS getvariable('patent_type_words')[code];

CREATE OR REPLACE TEMP MACRO event_zh(code) AS getvariable('event_words')[code];

CREATE OR REPLACE TEMP MACRO confidence_zh(code) AS getvariable('confidence_words')[code];

CREATE OR REPLACE TEMP MACRO basis_zh(code) AS
    list_aggregate(list_transform(string_split(code, '+'), lambda one: getvariable('basis_words')[one]), 'string_agg', '、');

CREATE OR REPLACE TEMP MACRO status_zh(code) AS getvariable('status_words')[code];

CREATE OR REPLACE TEMP MACRO obs_status_zh(code) AS getvariable('obs_status_words')[code];

CREATE OR REPLACE TEMP MACRO target_zh(code) AS coalesce(getvariable('target_words')[code], code);
