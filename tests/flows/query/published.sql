-- A small published file, every row made by hand (fictitious firms and persons). Months 2012-01 to 2013-02.
INSERT INTO deliveries BY NAME
SELECT * FROM (VALUES
    ('d0', '申请明细2012-01.csv', 'application_detail', 'receipt_records', 'month', '2012-01', DATE '2012-02-15', 'accepted', NULL, NULL, 0, 0, 0, 0, 0),
    ('d1', '申请明细2012-02.csv', 'application_detail', 'receipt_records', 'month', '2012-02', DATE '2012-03-15', 'accepted', NULL, NULL, 3, 3, 0, 0, 0),
    ('d2', '申请明细2013-01.csv', 'application_detail', 'receipt_records', 'month', '2013-01', DATE '2013-02-15', 'accepted', NULL, NULL, 6, 4, 0, 1, 1),
    ('d3', '申请明细2013-02.csv', 'application_detail', 'receipt_records', 'month', '2013-02', DATE '2013-03-15', 'accepted', NULL, NULL, 6, 5, 1, 0, 0),
    ('d4', '授权明细2013-02.csv', 'grant_detail', 'receipt_records', 'month', '2013-02', DATE '2013-03-15', 'accepted', NULL, NULL, 2, 2, 0, 0, 0),
    ('d5', '公报导出.csv', 'cnipa_gazette', 'public_documents', 'increment', NULL, DATE '2013-03-10', 'accepted', NULL, NULL, 3, 3, 0, 0, 0),
    ('d6', '示范企业名录.xlsx', 'enterprise_list', 'department_report', 'full_list', NULL, DATE '2013-03-12', 'accepted', NULL, NULL, 7, 7, 0, 0, 0),
    ('d7', '不明表格.xlsx', NULL, NULL, NULL, NULL, DATE '2013-03-14', 'held', '没有相符的来源说明。', '请附带说明文件写明来源。', NULL, NULL, NULL, NULL, NULL)
) AS rows (
    delivery_id, file_name, source, basis, coverage, month, received_on, state, reason, remedy,
    rows_read, rows_accepted, rows_repeated, rows_quarantined, rows_out_of_scope
);

UPDATE deliveries SET known_on = received_on WHERE state = 'accepted';
UPDATE deliveries
SET events = CASE source WHEN 'application_detail' THEN 'application' WHEN 'grant_detail' THEN 'grant' ELSE 'publication; grant' END
WHERE source IN ('application_detail', 'grant_detail', 'cnipa_gazette');

-- A is of 2012, B of January, C reported in February (C1 late: accepted in January); C4 lies in another county.
INSERT INTO patent_events BY NAME
SELECT
    *,
    unit_code IS NOT NULL AS in_territory,
    CASE WHEN unit_code = '330482000' THEN '浙江省平湖市' WHEN unit_code IS NULL THEN '浙江省某市' ELSE '浙江省平湖市' || unit_name END AS address,
    CASE WHEN unit_code = '330482000' THEN 'county_only' ELSE 'town' END AS location_rule,
    CASE WHEN unit_code = '330482000' THEN 'low' ELSE 'high' END AS location_confidence,
    'Sheet1' AS sheet
FROM (VALUES
    ('A1', 'application', DATE '2012-01-10', '2012-01', '2012-02', 'receipt_records', 'invention', '甲甲有限公司', '企业', '330482001', '当湖街道', NULL, 'd1', 2),
    ('A2', 'application', DATE '2012-02-05', '2012-02', '2012-02', 'receipt_records', 'utility_model', '甲甲有限公司', '企业', '330482001', '当湖街道', NULL, 'd1', 3),
    ('A3', 'application', DATE '2012-02-20', '2012-02', '2012-02', 'receipt_records', 'design', '某甲', '个人', '330482102', '新埭镇', NULL, 'd1', 4),
    ('B1', 'application', DATE '2013-01-05', '2013-01', '2013-01', 'receipt_records', 'invention', '甲甲有限公司', '企业', '330482001', '当湖街道', NULL, 'd2', 2),
    ('B2', 'application', DATE '2013-01-15', '2013-01', '2013-01', 'receipt_records', 'utility_model', '乙乙洁具厂', '企业', '330482001', '当湖街道', NULL, 'd2', 3),
    ('B3', 'application', DATE '2013-01-20', '2013-01', '2013-01', 'receipt_records', 'design', '某甲', '个人', '330482102', '新埭镇', NULL, 'd2', 4),
    ('B4', 'application', DATE '2013-01-25', '2013-01', '2013-01', 'receipt_records', 'utility_model', '丙丙有限公司', '企业', '330482000', '未归属', '330482102', 'd2', 5),
    ('C1', 'application', DATE '2013-01-28', '2013-01', '2013-02', 'receipt_records', 'invention', '乙乙洁具厂', '企业', '330482001', '当湖街道', NULL, 'd3', 2),
    ('C2', 'application', DATE '2013-02-03', '2013-02', '2013-02', 'receipt_records', 'utility_model', '丁丁大学', '大专院校', '330482102', '新埭镇', NULL, 'd3', 3),
    ('C3', 'application', DATE '2013-02-10', '2013-02', '2013-02', 'receipt_records', 'utility_model', '乙乙洁具厂', '企业', '330482001', '当湖街道', NULL, 'd3', 4),
    ('C4', 'application', DATE '2013-02-11', '2013-02', '2013-02', 'receipt_records', 'utility_model', '戊戊有限公司', '企业', NULL, NULL, NULL, 'd3', 5),
    ('C5', 'application', DATE '2013-02-12', '2013-02', '2013-02', 'receipt_records', 'design', '某乙', '个人', '330482000', '未归属', NULL, 'd3', 6),
    ('A2', 'grant', DATE '2013-02-06', '2013-02', '2013-02', 'receipt_records', 'utility_model', '甲甲有限公司', '企业', '330482001', '当湖街道', NULL, 'd4', 2),
    ('A3', 'grant', DATE '2013-02-20', '2013-02', '2013-02', 'receipt_records', 'design', '某甲', '个人', '330482102', '新埭镇', NULL, 'd4', 3),
    ('A1', 'grant', DATE '2013-01-09', '2013-01', '2013-03', 'public_documents', 'invention', '甲甲有限公司', '企业', '330482001', '当湖街道', NULL, 'd5', 2),
    ('A2', 'grant', DATE '2013-02-06', '2013-02', '2013-03', 'public_documents', 'utility_model', '甲甲有限公司', '企业', '330482001', '当湖街道', NULL, 'd5', 3),
    ('B1', 'publication', DATE '2013-02-13', '2013-02', '2013-03', 'public_documents', 'invention', '甲甲有限公司', '企业', '330482001', '当湖街道', NULL, 'd5', 4)
) AS rows (
    patent_id, event, event_on, counting_month, reported_month, basis, patent_type, first_applicant, applicant_kind,
    unit_code, unit_name, suggested_unit_code, delivery_id, row_number
);

INSERT INTO patents BY NAME
SELECT
    events.patent_id,
    events.patent_id AS application_number,
    events.patent_type,
    classes.title,
    events.event_on AS filed_on,
    events.first_applicant,
    events.applicant_kind,
    events.address,
    events.unit_code,
    events.unit_name,
    events.in_territory,
    classes.ipc_main,
    classes.locarno,
    events.basis AS bases
FROM patent_events AS events
JOIN (VALUES
    ('A1', '一种甲', 'F16B1/00', NULL), ('A2', '一种乙', 'F16B2/00', NULL), ('A3', '一种丙', NULL, '06-01'),
    ('B1', '折叠车架', 'B62B7/06', NULL), ('B2', '=HYPERLINK("http://x","排水装置")', 'E03C1/12', NULL),
    ('B3', '推车', NULL, '12-12'), ('B4', '婴儿车刹车装置', 'B60T1/00', NULL), ('C1', '混水阀', 'F16K11/00', NULL),
    ('C2', '一种算法', 'G06F1/00', NULL), ('C3', '连接件', 'F16B3/00', NULL), ('C4', '座椅', 'B62B9/10', NULL),
    ('C5', '盒', NULL, '09-03')
) AS classes (patent_id, title, ipc_main, locarno) USING (patent_id)
WHERE events.event = 'application';

INSERT INTO monthly_counts
SELECT
    counting_month, unit_code, unit_name, patent_type, applicant_kind, basis,
    count(*) FILTER (event = 'application'), count(*) FILTER (event = 'publication'), count(*) FILTER (event = 'grant')
FROM patent_events
WHERE in_territory
GROUP BY ALL
ORDER BY ALL;

INSERT INTO scorecard BY NAME
SELECT
    *, target_id AS indicator, '330482' AS unit_code, '>=' AS operator, 'no_data' AS status, 'provisional' AS obs_status,
    'receipt_records' AS basis, 'received' AS counting_rule, '示例' AS target_sentence, DATE '2013-03-15' AS as_of,
    CAST(right(month, 2) AS INTEGER) / 12 AS time_progress, '不作预测' AS forecast_note
FROM (VALUES
    ('2013-01', 'patent_applications', 5, 5, NULL, 20), ('2013-02', 'patent_applications', 8, 8, NULL, 20),
    ('2013-01', 'invention_share', 2 / 5, 2, 5, 0.1), ('2013-02', 'invention_share', 2 / 8, 2, 8, 0.1),
    ('2013-01', 'patent_grants', 1, 1, NULL, 10), ('2013-02', 'patent_grants', 3, 3, NULL, 10),
    ('2013-01', 'new_demonstration_enterprises', 1, 1, NULL, 6),
    ('2013-02', 'new_demonstration_enterprises', 2, 2, NULL, 6),
    ('2013-01', 'new_provincial_demonstration_enterprises', 0, 0, NULL, 1),
    ('2013-02', 'new_provincial_demonstration_enterprises', 1, 1, NULL, 1)
) AS rows (month, target_id, value, numerator, denominator, target_value);

-- f1 wins two titles in 2013, f3 one; f2 is of 2012 and reviewed in 2013; f4 loses its title in the same month.
INSERT INTO demonstration_enterprises BY NAME
SELECT
    *,
    event = '认定' AS is_new,
    CASE WHEN enterprise_id = 'f4' AND event = '认定' THEN DATE '2013-02-25' END AS revoked_on,
    'd6' AS delivery_id,
    '名录' AS sheet
FROM (VALUES
    ('f1', '甲甲有限公司', '330482001', '当湖街道', '嘉兴市级', '认定', '1号', DATE '2013-01-30', 2),
    ('f1', '甲甲有限公司', '330482001', '当湖街道', '省级', '认定', '2号', DATE '2013-02-15', 3),
    ('f2', '乙乙洁具厂', '330482001', '当湖街道', '平湖市级', '认定', '3号', DATE '2012-05-01', 4),
    ('f2', '乙乙洁具厂', '330482001', '当湖街道', '平湖市级', '复核通过', '4号', DATE '2013-02-01', 5),
    ('f3', '丙丙有限公司', '330482102', '新埭镇', '嘉兴市级', '认定', '5号', DATE '2013-02-20', 6),
    ('f4', '己己有限公司', '330482102', '新埭镇', '平湖市级', '认定', '6号', DATE '2013-02-01', 7),
    ('f4', '己己有限公司', '330482102', '新埭镇', '平湖市级', '撤销', '7号', DATE '2013-02-25', 8)
) AS rows (enterprise_id, name, unit_code, unit_name, level, event, document_number, event_on, row_number);

INSERT INTO quarantine BY NAME
SELECT 'd2' AS delivery_id, '申请明细2013-01.csv' AS file_name, 'Sheet1' AS sheet, * FROM (VALUES
    (7, 'number_destroyed', '号码已被表格软件改坏。', '{"申请号": "2.01E+12"}'),
    (7, 'no_event_date', '没有日期。', '{"申请号": "2.01E+12"}')
) AS rows (row_number, rule, reason, original);

INSERT INTO row_warnings BY NAME
SELECT 'd3' AS delivery_id, '申请明细2013-02.csv' AS file_name, 'Sheet1' AS sheet, * FROM (VALUES
    (2, 'conflict_with_earlier_record', '申请人与更早的记录不同。'),
    (3, 'address_missing', '地址为空。'),
    (4, 'address_missing', '地址为空。')
) AS rows (row_number, rule, reason);

INSERT INTO checks BY NAME
SELECT * FROM (VALUES
    ('patents', '待核行比例', 'warning', false, '9.1%', 1, '待核行偏多'),
    ('patents', '主键唯一', 'critical', true, '0', 0, NULL)
) AS rows (suite, expectation, severity, success, observed, failing_rows, message);

INSERT INTO releases BY NAME
SELECT '2013-02.1' AS release_id, '2013-02' AS month, 1 AS revision, DATE '2013-03-15' AS as_of,
    TIMESTAMP '2013-03-15 09:00:00' AS published_at
UNION ALL
SELECT '2013-01.1', '2013-01', 1, DATE '2013-02-15', TIMESTAMP '2013-02-15 09:00:00';

INSERT INTO counting_rules BY NAME
SELECT * FROM (VALUES
    ('applications', 'received', '受理件数', 1985, 2016), ('applications', 'fee_paid', '已缴费件数', 2017, 9999)
) AS rows (series, counting_rule, label_zh, from_year, to_year);

-- not deducted in 2012, and of nobody's number
INSERT INTO deductions BY NAME
SELECT *, 'application' AS event, 'd3' AS delivery_id, 'Sheet1' AS sheet, false AS effective FROM (VALUES
    ('A3', '2012-02', '2013-02', '未缴费', DATE '2013-02-20', 'design', '新埭镇', '该年不扣减', 2),
    ('X9', NULL, '2013-02', '视为撤回', DATE '2013-02-21', NULL, NULL, '没有受理记录', 3)
) AS rows (patent_id, counting_month, reported_month, reason, deducted_on, patent_type, unit_name, remark, row_number);

-- C1 is ours in January and came down in February
INSERT INTO reconciliation BY NAME
SELECT
    *, 0 AS deductions, 0 AS quarantined, 0 AS out_of_territory, 0 AS repeats, 0 AS other_basis, 0 AS other_rule,
    0 AS replaced
FROM (VALUES
    ('2013-01', 'applications', '330482', 'month', NULL, 5, 4, 1, 1, 0, '本系统多1件:跨月下发+1件,已逐件对清。'),
    ('2013-02', 'applications', '330482102', 'year_to_date', 'design', 1, 2, -1, 0, -1, '本系统少1件,没有解释。')
) AS rows (
    month, measure, unit_code, period, patent_type, ours, official, difference, late_arrivals, unexplained, explanation
);
-- what the release of February says of January: C1 came late, the grant of A1 from the gazette
INSERT INTO release_changes
SELECT table_name, key, column_name, before, after, cause FROM (VALUES
    ('monthly_counts', '2013-01|330482001|invention|企业|receipt_records', 'applications', '1', '2', '新到文件:申请明细2013-02.csv'),
    ('monthly_counts', '2013-01|330482001|invention|企业|public_documents', 'grants', NULL, '1', '新到文件:公报导出.csv'),
    ('patent_events', 'C1|application|receipt_records', 'row', NULL, '{}', '新到文件:申请明细2013-02.csv'),
    ('patents', 'B4', 'address', '浙江省', '浙江省平湖市', '更正:来电核实(2013.yml,a1b2c3d4)'),
    ('patents', 'B4', 'title', '刹车', '婴儿车刹车装置', '更正:来电核实(2013.yml,a1b2c3d4)'),
    ('demonstration_enterprises', '出处', 'delivery_id', NULL, '4 行', '新到文件:示范企业名录.xlsx')
) AS rows (table_name, key, column_name, before, after, cause);
