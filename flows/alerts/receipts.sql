-- Several processes write here: runs, the delivering flow, people by hand. Instants are text in Asia/Shanghai time.

-- alerts of releases that are to be delivered; their words are in the release
CREATE TABLE IF NOT EXISTS announced (
    alert_id TEXT PRIMARY KEY,
    release_month TEXT NOT NULL
);

-- messages that belong to no release: held files, refused releases, failed runs
CREATE TABLE IF NOT EXISTS operational_messages (
    alert_id TEXT PRIMARY KEY,
    month TEXT NOT NULL,
    state TEXT NOT NULL,
    title TEXT NOT NULL,
    message TEXT NOT NULL,
    raised_at TEXT NOT NULL
);

-- one row a message and channel; delivered_at is empty until the channel took it. is_due is 0 where the channel came
-- after others had been told.
CREATE TABLE IF NOT EXISTS alert_deliveries (
    alert_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    delivered_at TEXT,
    attempts INTEGER NOT NULL,
    next_try_at TEXT,
    problem TEXT,
    is_due INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (alert_id, channel)
);

-- every channel that was ever configured, by its short name; never its URL
CREATE TABLE IF NOT EXISTS channels (
    channel TEXT PRIMARY KEY,
    is_configured INTEGER NOT NULL
);
