import Database

extension AccessModule {
    /// The accounts of the public, the codes that prove a number, and where a demonstration shows them.
    static let createPublicAccounts = Migration(
        "2026_11_28_011_CreatePublicAccounts",
        [
            """
            CREATE TABLE public_account (
                account TEXT NOT NULL PRIMARY KEY,
                sealed_mobile TEXT,
                closed_at BIGINT,
                FOREIGN KEY (account) REFERENCES account (id)
            )
            """,
            """
            CREATE TABLE one_time_code (
                id TEXT NOT NULL PRIMARY KEY,
                number_digest TEXT NOT NULL,
                purpose TEXT NOT NULL CHECK (purpose IN ('register', 'recover')),
                digest TEXT NOT NULL,
                sent_at BIGINT NOT NULL,
                tries BIGINT NOT NULL,
                used_at BIGINT
            )
            """,
            "CREATE INDEX one_time_code_by_number ON one_time_code (number_digest, sent_at, id)",
            "CREATE INDEX one_time_code_by_time ON one_time_code (sent_at)",
            """
            CREATE TABLE code_outbox (
                id TEXT NOT NULL PRIMARY KEY,
                sealed TEXT NOT NULL,
                sent_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX code_outbox_by_time ON code_outbox (sent_at, id)",
        ]
    )
}
