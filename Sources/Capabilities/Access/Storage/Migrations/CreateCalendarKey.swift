import Database

extension AccessModule {
    /// The secret addresses of calendars, each by its hash.
    static let createCalendarKey = Migration(
        "2026_11_28_013_CreateCalendarKey",
        [
            """
            CREATE TABLE calendar_key (
                account TEXT NOT NULL PRIMARY KEY,
                digest TEXT NOT NULL UNIQUE,
                made_at BIGINT NOT NULL,
                last_used_at BIGINT,
                FOREIGN KEY (account) REFERENCES account (id)
            )
            """
        ]
    )
}
