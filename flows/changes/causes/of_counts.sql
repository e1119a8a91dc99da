-- A count changes because of the events (and deductions) that were or are counted in it.
CREATE OR REPLACE TEMP TABLE count_causes AS
SELECT DISTINCT changed_cells.* EXCLUDE (table_name, key), causes.cause
FROM changed_cells
JOIN causes USING (table_name, key);

-- Each column of a cell counts one event.
CREATE OR REPLACE TEMP TABLE line_causes AS
SELECT DISTINCT asked.table_name, asked.key, asked.column_name, count_causes.cause
FROM asked
JOIN count_causes ON count_causes.event = asked.event
    AND starts_with(count_causes.unit_code, asked.unit_code)
    AND count_causes.month <= asked.month
    AND (asked.has_history OR left(count_causes.month, 4) = left(asked.month, 4))
UNION
SELECT 'monthly_counts',
       concat_ws('|', key_part(month), key_part(unit_code), key_part(patent_type), key_part(applicant_kind), key_part(basis)),
       event || 's',
       cause
FROM count_causes
UNION
SELECT asked.table_name, asked.key, asked.column_name, causes.cause
FROM asked
JOIN causes ON causes.table_name = 'demonstration_enterprises'
WHERE asked.event = 'enterprise_list'
UNION
SELECT lines.table_name, lines.key, lines.column_name, new_deliveries.cause
FROM lines
JOIN new_deliveries ON new_deliveries.basis = 'official_aggregate'
WHERE lines.column_name IN ('official', 'official_value', 'difference');
