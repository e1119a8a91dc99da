-- The month's job by hand: what a good engineer would write in an hour for this one kind of file.
-- Run by bare_script.py in the folder that holds feed.csv; each "-- step" is timed.

-- step load_and_type
SET preserve_insertion_order = false;
CREATE TABLE records AS
WITH raw AS (
    SELECT * FROM read_csv('feed.csv', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"',
        names = ['serial', 'application_number', 'filed', 'accepted', 'patent_type', 'title', 'applicants',
                 'address', 'postcode', 'agency'])
),
numbers AS (
    SELECT *, regexp_replace(
        CASE WHEN strlen(application_number) = length(application_number) THEN upper(application_number)
             ELSE translate(application_number, '０１２３４５６７８９．Ｘｘ', '0123456789.XX') END,
        '[^0-9X]', '', 'g') AS digits
    FROM raw
),
parts AS (
    SELECT
        *,
        try_cast(digits[:12] AS BIGINT) AS base,
        digits[13:] AS given_check,
        translate(filed, './年月日', '----') AS filed_text,
        translate(accepted, './年月日', '----') AS accepted_text,
        trim(split_part(replace(applicants, '；', ';'), ';', 1)) AS first_applicant,
        contains(address, '平湖市') OR contains(address, '平湖经济') AS in_territory
    FROM numbers
),
typed AS (
    SELECT
        *,
        base // 10000000 % 10 AS type_digit,
        substr('0123456789X', 1 + CAST((
            base // 100000000000 * 2 + base // 10000000000 % 10 * 3 + base // 1000000000 % 10 * 4
            + base // 100000000 % 10 * 5 + base // 10000000 % 10 * 6 + base // 1000000 % 10 * 7
            + base // 100000 % 10 * 8 + base // 10000 % 10 * 9 + base // 1000 % 10 * 2
            + base // 100 % 10 * 3 + base // 10 % 10 * 4 + base % 10 * 5) % 11 AS INTEGER), 1) AS right_check,
        coalesce(try_cast(filed_text AS DATE), CAST(try_strptime(filed_text, '%Y%m%d') AS DATE)) AS filed_on,
        coalesce(try_cast(accepted_text AS DATE), CAST(try_strptime(accepted_text, '%Y%m%d') AS DATE))
            AS accepted_on
    FROM parts
)
SELECT
    CAST(serial AS INTEGER) AS row_number,
    base,
    base || '.' || right_check AS application_number,
    length(digits) BETWEEN 12 AND 13 AND given_check IN ('', right_check) AS is_right,
    CASE WHEN type_digit IN (1, 8) THEN 'invention' WHEN type_digit IN (2, 9) THEN 'utility_model'
         WHEN type_digit = 3 THEN 'design' END AS patent_type,
    filed_on, accepted_on, title, applicants, first_applicant,
    CASE
        WHEN regexp_matches(first_applicant, '(公司|厂|店|商行|经营部|合作社)$') THEN '企业'
        WHEN regexp_matches(first_applicant, '(医院|局|中学|小学|协会)$') THEN '机关团体'
        WHEN regexp_matches(first_applicant, '(大学|学院|研究生院)$') THEN '大专院校'
        WHEN regexp_matches(first_applicant, '研究院|研究所') THEN '科研单位'
        WHEN length(first_applicant) BETWEEN 2 AND 4 THEN '个人'
        ELSE '未分类' END AS applicant_kind,
    address, postcode, agency, in_territory,
    CASE WHEN in_territory THEN regexp_extract(address, '当湖街道|钟埭街道|曹桥街道|乍浦镇|新埭镇|新仓镇|广陈镇'
        || '|林埭镇|独山港|黄姑镇|全塘镇|经济开发区|经济技术开发区') END AS place
FROM typed;

-- step one_row_per_application
CREATE TABLE first_records AS
SELECT min(row_number) AS row_number FROM records WHERE is_right GROUP BY base;
CREATE VIEW patents AS
SELECT * EXCLUDE (base, is_right) FROM records SEMI JOIN first_records USING (row_number);

-- step count
CREATE TABLE monthly_counts AS
SELECT
    strftime(accepted_on, '%Y-%m') AS month,
    CASE
        WHEN place IN ('黄姑镇', '全塘镇', '独山港') THEN '独山港镇'
        WHEN place IN ('经济开发区', '经济技术开发区') THEN '钟埭街道'
        WHEN place = '' THEN '未归属'
        ELSE place END AS unit_name,
    patent_type,
    applicant_kind,
    count(*) AS applications
FROM patents
WHERE in_territory
GROUP BY ALL
ORDER BY ALL;

-- step parquet
COPY patents TO 'patents.parquet' (FORMAT parquet);

-- step checkpoint
CHECKPOINT;
