"""What went wrong with a query, in sentences an officer can act on."""

from __future__ import annotations

import signal

ALLOWED = "只能运行一条查询语句(SELECT、FROM、WITH、SHOW、DESCRIBE、SUMMARIZE),发布文件只读。"
LONGEST_DETAIL = 2000
SENTENCES = {
    "empty": '没有可运行的 SQL。例如:ipstats query "SELECT * FROM 月度统计 LIMIT 10"。',
    "several": "一次只能运行一条语句,这里有{detail}条。请分开运行。",
    "not_select": "不允许 {detail} 语句。" + ALLOWED,
    "pivot": "PIVOT 请写明取值:PIVOT ... ON 列 IN ('甲', '乙') USING ...。",
    "no_files": "查询只能读发布版里的表,不能读写文件、网络或其他数据库。表名用 SHOW TABLES 列出。",
    "memory": "查询用到的内存超过上限(1 GB),已中止。请加条件缩小范围,或先汇总再查。",
    "too_large": "结果中有特别长的内容(一批超过 64 MB),已中止。请只取需要的列,或用 left(列, 100) 截短。",
    "missing_parameter": "SQL 中的参数没有给值:{detail}。请加 --param 名称=值。",
    "unknown_parameter": "SQL 中没有这个参数:{detail}。",
    "later_month": "这个发布版的数据到 {detail} 为止,参数 month 不能更晚。",
    "unreadable": "发布文件打不开,可能已损坏:{detail}。请再运行 ipstats run,或用 --release 查较早的版本。",
}
DEATHS = {
    signal.SIGSEGV: "查询进程意外中止(多半是查询嵌套过深)。请拆成较小的查询。",
    signal.SIGBUS: "查询进程意外中止(多半是查询嵌套过深)。请拆成较小的查询。",
    signal.SIGABRT: "查询进程因内存不足或内部错误中止。请加条件缩小范围。",
    signal.SIGKILL: "查询进程被系统终止(多半是内存不足)。请加条件缩小范围。",
    signal.SIGXCPU: "查询占用处理器的时间超过上限,已中止。请加条件缩小范围,或用 --timeout 放宽时限。",
}


def error_sentence(kind: str, detail: str, tables: list[str]) -> str:
    """The sentence for an error the sandbox reports: a kind of our own, or DuckDB's message."""
    if kind != "sql":
        return SENTENCES[kind].format(detail=detail)
    sentence = f"SQL 出错。DuckDB 的说明:\n{detail.strip()[:LONGEST_DETAIL]}"
    if tables:
        sentence += f"\n可用的表和视图:{'、'.join(tables)}。各列含义见:SELECT * FROM data_dictionary。"
    return sentence


def death_sentence(return_code: int) -> str:
    """The sentence for a sandbox that ended without an answer."""
    if return_code < 0 and (number := signal.Signals(-return_code)) in DEATHS:
        return DEATHS[number]
    return f"查询进程意外结束(代码 {return_code}),没有得到结果。"
