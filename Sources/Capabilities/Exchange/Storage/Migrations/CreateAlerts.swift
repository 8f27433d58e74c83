import Database

extension ExchangeModule {
    /// What people are told, how they want to hear of it, and how far the log was read for it.
    static let createAlerts = Migration(
        "2026_11_28_121_CreateAlerts",
        [
            """
            CREATE TABLE alert (
                realm BIGINT NOT NULL,
                id TEXT NOT NULL,
                act TEXT NOT NULL,
                recipient TEXT NOT NULL,
                channel TEXT NOT NULL CHECK (channel IN ('inside', 'mail', 'message')),
                about TEXT NOT NULL,
                sealed TEXT NOT NULL,
                is_digest BIGINT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'abandoned')),
                made_at BIGINT NOT NULL,
                attempts BIGINT NOT NULL,
                fault TEXT NOT NULL,
                next_at BIGINT NOT NULL,
                is_read BIGINT NOT NULL,
                PRIMARY KEY (realm, id),
                UNIQUE (realm, act, about, recipient, channel)
            )
            """,
            "CREATE INDEX alert_by_time ON alert (realm, state, next_at, id)",
            "CREATE INDEX alert_by_recipient ON alert (realm, recipient, channel, made_at, id)",
            """
            CREATE TABLE alert_preference (
                realm BIGINT NOT NULL,
                officer TEXT NOT NULL,
                sealed TEXT NOT NULL,
                is_digest BIGINT NOT NULL,
                PRIMARY KEY (realm, officer)
            )
            """,
            """
            CREATE TABLE alert_reader (
                realm BIGINT NOT NULL PRIMARY KEY,
                position BIGINT NOT NULL
            )
            """,
        ]
    )
}
