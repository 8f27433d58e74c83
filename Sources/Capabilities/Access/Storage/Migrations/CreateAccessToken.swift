import Database

extension AccessModule {
    /// What programs show instead of a session; kept by its hash.
    static let createAccessToken = Migration(
        "2026_11_28_012_CreateAccessToken",
        [
            """
            CREATE TABLE access_token (
                id TEXT NOT NULL PRIMARY KEY,
                digest TEXT NOT NULL UNIQUE,
                account TEXT NOT NULL,
                post TEXT NOT NULL,
                purpose TEXT NOT NULL,
                scope BIGINT NOT NULL CHECK (scope BETWEEN 1 AND 2),
                issued_at BIGINT NOT NULL,
                last_day TEXT NOT NULL,
                revoked_at BIGINT,
                last_used_at BIGINT,
                FOREIGN KEY (account) REFERENCES account (id)
            )
            """,
            "CREATE INDEX access_token_by_account ON access_token (account, issued_at, id)",
        ]
    )
}
