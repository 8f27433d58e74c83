import Database

extension AccessModule {
    /// Codes may also prove the number an account changes to; those on their way live five minutes and are sent anew.
    static let proveNewNumbers = Migration(
        "2026_11_28_340_ProveNewNumbers",
        [
            "DROP TABLE one_time_code",
            """
            CREATE TABLE one_time_code (
                id TEXT NOT NULL PRIMARY KEY,
                number_digest TEXT NOT NULL,
                purpose TEXT NOT NULL CHECK (purpose IN ('register', 'recover', 'change')),
                digest TEXT NOT NULL,
                sent_at BIGINT NOT NULL,
                tries BIGINT NOT NULL,
                used_at BIGINT
            )
            """,
            "CREATE INDEX one_time_code_by_number ON one_time_code (number_digest, sent_at, id)",
            "CREATE INDEX one_time_code_by_time ON one_time_code (sent_at)",
        ]
    )
}
