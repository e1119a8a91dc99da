-- 标题: 童车、洁具行业的申请
-- 说明: 年初至所选月份主分类号(IPC 或洛迦诺分类)或名称属于童车、洁具的申请。核心:分类号即该产品;相关:分类号沾边;名称:只有名称含关键词。同一件申请可属两个行业。只含已收到明细的月份,各月是否收到见 feed_coverage。
-- 参数 month 月份: 截至月份
WITH classes (sector, closeness, prefix) AS (
    VALUES
        ('童车', '核心', 'B62B7/'), ('童车', '核心', 'B62B9/'), ('童车', '核心', '12-12'),
        ('童车', '相关', 'B62K9/'), ('童车', '相关', 'A63H17/'), ('童车', '相关', 'A47D13/04'),
        ('童车', '相关', 'B60N2/26'), ('童车', '相关', 'B60N2/28'), ('童车', '相关', 'A47D1/'),
        ('童车', '相关', '12-11'), ('童车', '相关', '21-01'), ('童车', '相关', '12-16'),
        ('童车', '相关', '06-01'), ('童车', '相关', '03-05'),
        ('洁具', '核心', 'E03C'), ('洁具', '核心', 'E03D'), ('洁具', '核心', 'A47K'), ('洁具', '核心', '23-02'),
        ('洁具', '相关', 'F16K11/'), ('洁具', '相关', 'F16K21/'), ('洁具', '相关', 'F16K31/'),
        ('洁具', '相关', 'B05B1/18'), ('洁具', '相关', 'A61H33/'), ('洁具', '相关', 'A61H35/'),
        ('洁具', '相关', 'A47B67/'), ('洁具', '相关', 'A47B81/'), ('洁具', '相关', 'F24D17/'),
        ('洁具', '相关', '23-01'), ('洁具', '相关', '23-06'), ('洁具', '相关', '23-07'),
        ('洁具', '相关', '23-08'), ('洁具', '相关', '06-04'), ('洁具', '相关', '06-06')
),

words (sector, word) AS (
    VALUES
        ('童车', '童车'), ('童车', '婴儿车'), ('童车', '婴儿推车'), ('童车', '儿童推车'), ('童车', '学步车'),
        ('童车', '儿童三轮车'), ('童车', '儿童自行车'), ('童车', '扭扭车'),
        ('洁具', '洁具'), ('洁具', '卫浴'), ('洁具', '浴室柜'), ('洁具', '马桶'), ('洁具', '坐便器'),
        ('洁具', '蹲便器'), ('洁具', '水龙头'), ('洁具', '花洒'), ('洁具', '淋浴房'), ('洁具', '浴缸'),
        ('洁具', '面盆'), ('洁具', '洗手盆'), ('洁具', '地漏'), ('洁具', '浴霸')
),

applications AS (
    SELECT
        events.patent_id,
        events.patent_type,
        patents.title,
        replace(coalesce(CASE WHEN events.patent_type = 'design' THEN patents.locarno ELSE patents.ipc_main END, ''), ' ', '')
            AS class
    FROM patent_events AS events
    JOIN patents USING (patent_id)
    WHERE
        events.event = 'application'
        AND events.basis = 'receipt_records'
        AND events.in_territory
        AND events.patent_id NOT IN (SELECT patent_id FROM deductions WHERE effective)
        AND events.counting_month BETWEEN left($month, 4) || '-01' AND $month
),

found AS (
    SELECT patent_id, patent_type, sector, closeness
    FROM applications
    JOIN classes ON starts_with(applications.class, classes.prefix)
    UNION ALL
    SELECT patent_id, patent_type, sector, '名称' AS closeness
    FROM applications
    JOIN words ON contains(applications.title, words.word)
),

-- one line a patent and sector: its class counts before its title, a core class before a related one
closest AS (
    SELECT
        patent_id,
        any_value(patent_type) AS patent_type,
        sector,
        arg_min(closeness, CASE closeness WHEN '核心' THEN 1 WHEN '相关' THEN 2 WHEN '名称' THEN 3 END) AS closeness
    FROM found
    GROUP BY patent_id, sector
)

SELECT
    sector AS 行业,
    count(*) AS 申请量,
    count(*) FILTER (closeness = '核心') AS 核心,
    count(*) FILTER (closeness = '相关') AS 相关,
    count(*) FILTER (closeness = '名称') AS 名称,
    count(*) FILTER (patent_type = 'invention') AS 发明,
    count(*) FILTER (patent_type = 'utility_model') AS 实用新型,
    count(*) FILTER (patent_type = 'design') AS 外观设计
FROM closest
GROUP BY sector
ORDER BY sector
