import Database

extension AccessModule {
    /// The second factor, where sessions come from, and the chain of the audit.
    static let extendAccess = Migration(
        "2026_11_28_010_ExtendAccess",
        [
            "ALTER TABLE session ADD COLUMN address TEXT",
            "ALTER TABLE session ADD COLUMN device TEXT",
            "ALTER TABLE session ADD COLUMN proven_at BIGINT",
            """
            CREATE TABLE second_factor (
                account TEXT NOT NULL PRIMARY KEY,
                sealed_secret TEXT NOT NULL,
                confirmed_at BIGINT,
                last_step BIGINT,
                FOREIGN KEY (account) REFERENCES account (id)
            )
            """,
            """
            CREATE TABLE recovery_code (
                account TEXT NOT NULL,
                digest TEXT NOT NULL,
                used_at BIGINT,
                PRIMARY KEY (account, digest),
                FOREIGN KEY (account) REFERENCES account (id)
            )
            """,
            """
            CREATE TABLE audit_head (
                id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
                next_ordinal BIGINT NOT NULL,
                chain TEXT NOT NULL
            )
            """,
            "INSERT INTO audit_head (id, next_ordinal, chain) VALUES (1, 1, '')",
            "ALTER TABLE audit_entry ADD COLUMN ordinal BIGINT",
            "ALTER TABLE audit_entry ADD COLUMN chain TEXT",
            "CREATE INDEX audit_entry_by_ordinal ON audit_entry (ordinal)",
            "CREATE INDEX audit_entry_by_actor ON audit_entry (actor, recorded_at, id)",
            "CREATE INDEX audit_entry_by_subject ON audit_entry (subject, recorded_at, id)",
        ]
    )
}
