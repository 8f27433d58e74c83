import Database

extension AccessModule {
    /// Requests for information and appointments as public supervisor belong to accounts too; the table is made anew, because one engine changes no check.
    static let ownMoreThings = Migration(
        "2026_11_28_440_OwnMoreThings",
        [
            """
            CREATE TABLE account_belonging_anew (
                account TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('draft', 'case', 'letter', 'information', 'supervisor')),
                thing TEXT NOT NULL,
                added_at BIGINT NOT NULL,
                PRIMARY KEY (account, kind, thing),
                FOREIGN KEY (account) REFERENCES account (id)
            )
            """,
            """
            INSERT INTO account_belonging_anew (account, kind, thing, added_at)
            SELECT account, kind, thing, added_at
              FROM account_belonging
            """,
            "DROP TABLE account_belonging",
            "ALTER TABLE account_belonging_anew RENAME TO account_belonging",
            "CREATE INDEX account_belonging_by_time ON account_belonging (account, kind, added_at, thing)",
        ]
    )
}
