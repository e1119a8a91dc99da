"""Publishing: what a candidate file says of itself, its exports, and its frozen folder (DESIGN 4 and 8)."""
