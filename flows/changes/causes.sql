SELECT cause FROM told WHERE key <> $origin ORDER BY ALL
