import Database

extension AccessModule {
    /// What belongs to accounts of the public: drafts, cases and letters, by their identifiers.
    static let createBelongings = Migration(
        "2026_11_28_012_CreateBelongings",
        [
            """
            CREATE TABLE account_belonging (
                account TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('draft', 'case', 'letter')),
                thing TEXT NOT NULL,
                added_at BIGINT NOT NULL,
                PRIMARY KEY (account, kind, thing),
                FOREIGN KEY (account) REFERENCES account (id)
            )
            """,
            "CREATE INDEX account_belonging_by_time ON account_belonging (account, kind, added_at, thing)",
        ]
    )
}
