-- Chinese words for the codes of the published tables, for what people read outside the database.
CREATE OR REPLACE TEMP MACRO patent_type_zh(code) AS
    CASE code WHEN 'invention' THEN '发明' WHEN 'utility_model' THEN '实用新型' WHEN 'design' THEN '外观设计' END;

CREATE OR REPLACE TEMP MACRO event_zh(code) AS
    CASE code WHEN 'application' THEN '申请' WHEN 'publication' THEN '公布' WHEN 'grant' THEN '授权' END;

CREATE OR REPLACE TEMP MACRO confidence_zh(code) AS
    CASE code WHEN 'high' THEN '高' WHEN 'medium' THEN '中' WHEN 'low' THEN '低' END;

CREATE OR REPLACE TEMP MACRO basis_zh(code) AS
    CASE code
        WHEN 'receipt_records' THEN '受理授权明细' WHEN 'public_documents' THEN '公开文献'
        WHEN 'official_aggregate' THEN '上级公布数' WHEN 'department_report' THEN '部门报送'
    END;

CREATE OR REPLACE TEMP MACRO status_zh(code) AS
    CASE code
        WHEN 'met' THEN '已达标' WHEN 'on_pace' THEN '合乎进度' WHEN 'behind' THEN '落后于进度'
        WHEN 'below' THEN '低于目标' WHEN 'missed' THEN '未达标' WHEN 'no_data' THEN '数据未到'
    END;

CREATE OR REPLACE TEMP MACRO obs_status_zh(code) AS
    CASE code
        WHEN 'provisional' THEN '初步数' WHEN 'revised' THEN '修订数' WHEN 'final' THEN '终审数'
        WHEN 'missing' THEN '数据未到' WHEN 'truncated' THEN '年内有月份未到'
    END;
