import Database

extension AccessModule {
    /// Bookings of service windows belong to accounts too; the table is made anew, because one engine changes no check.
    static let ownBookings = Migration(
        "2026_11_29_701_OwnBookings",
        [
            """
            CREATE TABLE account_belonging_next (
                account TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('draft', 'case', 'letter', 'information', 'supervisor', 'booking')),
                thing TEXT NOT NULL,
                added_at BIGINT NOT NULL,
                PRIMARY KEY (account, kind, thing),
                FOREIGN KEY (account) REFERENCES account (id)
            )
            """,
            """
            INSERT INTO account_belonging_next (account, kind, thing, added_at)
            SELECT account, kind, thing, added_at
              FROM account_belonging
            """,
            "DROP TABLE account_belonging",
            "ALTER TABLE account_belonging_next RENAME TO account_belonging",
            "CREATE INDEX account_belonging_by_time ON account_belonging (account, kind, added_at, thing)",
        ]
    )
}
