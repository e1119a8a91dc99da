"""Invented deliveries of an invented office: every number, firm, person and street here is made up (示例数据)."""
