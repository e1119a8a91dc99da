INSERT INTO channels (channel, is_configured)
VALUES (?, 1)
ON CONFLICT (channel) DO UPDATE SET is_configured = 1
