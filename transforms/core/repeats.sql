-- A later row with the same identity, basis, event and event date, type, first applicant and address is a repeat;
-- where one of these differs the first row stands and the later one is listed as a conflict (DECISIONS 4).
-- Each row is judged against the rows that stood when it came, so that the fates of a delivery never change.
CREATE OR REPLACE TEMP TABLE pairs_on_arrival AS
SELECT later.record_order, later.patent_id, later.event, later.basis, any_value(later.is_placed) AS is_placed,
       arg_min(former.record_order, former.standing_order) AS former_order,
       arg_min(former.record_order, former.standing_order) FILTER (former.is_placed) AS placed_order
FROM evidence AS later
JOIN evidence AS former USING (patent_id, event, basis)
WHERE later.patent_id IN (SELECT patent_id FROM several)
  AND former.record_order < later.record_order
  AND former.standing_order < later.standing_order
  AND (former.removal_order IS NULL OR former.removal_order > later.record_order)
GROUP BY later.record_order, later.patent_id, later.event, later.basis;

-- Rows beside what they are compared with: `former_order`, and for the address `placed_order`, where both say something
-- of it.
CREATE OR REPLACE TEMP MACRO compared(pairs) AS TABLE
SELECT pairs.record_order, pairs.patent_id, pairs.event, later.removal_order IS NOT NULL AS is_removed,
       later.sequence, later.sheet, later.row_number,
       later.patent_type AS later_type, former.patent_type AS former_type,
       later.first_applicant AS later_applicant, former.first_applicant AS former_applicant,
       later.address AS later_address, placed.address AS former_address,
       CASE pairs.event WHEN 'application' THEN later.application_on WHEN 'publication' THEN later.publication_on
            WHEN 'grant' THEN later.grant_on END AS later_on,
       CASE pairs.event WHEN 'application' THEN former.application_on WHEN 'publication' THEN former.publication_on
            WHEN 'grant' THEN former.grant_on END AS former_on,
       deliveries.file_name AS former_file, former.sheet AS former_sheet, former.row_number AS former_row,
       later_type IS DISTINCT FROM former_type AS type_differs,
       later_applicant IS DISTINCT FROM former_applicant AS applicant_differs,
       pairs.is_placed AND pairs.placed_order IS NOT NULL AND later_address IS DISTINCT FROM former_address AS address_differs,
       later_on IS DISTINCT FROM former_on AS date_differs,
       type_differs OR applicant_differs OR address_differs OR date_differs AS differs
FROM query_table(pairs) AS pairs
JOIN scope AS later ON later.record_order = pairs.record_order
JOIN scope AS former ON former.record_order = pairs.former_order
LEFT JOIN scope AS placed ON placed.record_order = pairs.placed_order
JOIN warehouse.deliveries AS deliveries ON deliveries.sequence = former.sequence;

CREATE OR REPLACE TEMP TABLE found_on_arrival AS FROM compared('pairs_on_arrival');

DELETE FROM internal.repeats WHERE patent_id IN (SELECT patent_id FROM touched);

INSERT INTO internal.repeats
SELECT record_order, any_value(sequence), any_value(patent_id)
FROM found_on_arrival
JOIN (SELECT record_order, count(*) AS events FROM evidence GROUP BY record_order) AS reporting USING (record_order)
GROUP BY record_order
HAVING count(*) = any_value(events) AND NOT bool_or(differs);

-- A conflict is listed as long as the row differs from what stands by now: a replacement or a correction of either may
-- have settled it.
CREATE OR REPLACE TEMP TABLE pairs_by_now AS
SELECT record_order, patent_id, event, is_placed, stands.record_order AS former_order, stands.placed_order
FROM found_on_arrival
JOIN pairs_on_arrival USING (record_order, patent_id, event)
JOIN first_reports AS stands USING (patent_id, event, basis)
WHERE differs AND NOT is_removed AND stands.record_order <> found_on_arrival.record_order;

DELETE FROM internal.conflicts WHERE patent_id IN (SELECT patent_id FROM touched);

INSERT INTO internal.conflicts
SELECT record_order, any_value(sequence), any_value(sheet), any_value(row_number), any_value(patent_id),
       '与先到的记录(' || any_value(former_file) || ' ' || any_value(former_sheet) || ' 第' || any_value(former_row) || '行)不一致:'
       || concat_ws(';',
            CASE WHEN bool_or(date_differs) THEN '日期 ' || any_value(former_on) FILTER (date_differs) || ' → '
                      || any_value(later_on) FILTER (date_differs) END,
            CASE WHEN bool_or(type_differs) THEN '类型 ' || any_value(former_type) || ' → ' || any_value(later_type) END,
            CASE WHEN bool_or(applicant_differs)
                 THEN '第一申请人 ' || coalesce(any_value(former_applicant), '空') || ' → ' || coalesce(any_value(later_applicant), '空') END,
            CASE WHEN bool_or(address_differs)
                 THEN '地址 ' || coalesce(any_value(former_address), '空') || ' → ' || coalesce(any_value(later_address), '空') END)
       || '。仍按先到的记录统计;请用更正或替换文件确认。'
FROM compared('pairs_by_now')
WHERE differs
GROUP BY record_order;
