"""Invented deliveries (示例数据): every number, firm, person and street in them is made up."""
