"""The Chinese guide: its text, and its SQL questions with the answers printed under them."""

import re

from flows.home import CHECKOUT

GUIDE = (CHECKOUT / "README.zh-CN.md").read_text(encoding="utf-8")
QUESTIONS: list[tuple[str, str]] = re.findall(r"```sql\n(.*?)```\s+```csv\n(.*?)```", GUIDE, re.DOTALL)
