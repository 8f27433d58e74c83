import Database

extension CaseworkSchema {
    /// Files that are still coming: no act yet, so not in the log.
    static let upload = Migration(
        "2026_11_29_503_CreateUpload",
        [
            """
            CREATE TABLE upload (
                realm BIGINT NOT NULL,
                id TEXT NOT NULL,
                owner TEXT NOT NULL,
                received BIGINT NOT NULL,
                sealed BYTEA NOT NULL,
                updated_at BIGINT NOT NULL,
                PRIMARY KEY (realm, id)
            )
            """,
            "CREATE INDEX upload_by_owner ON upload (realm, owner, updated_at, id)",
            "CREATE INDEX upload_by_age ON upload (realm, updated_at, id)",
        ]
    )
}
