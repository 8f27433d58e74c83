import Database

extension CaseworkSchema {
    /// The desk's stages page by key, and documents are found by their number.
    static let deskIndex = Migration(
        "2026_11_29_501_IndexDesk",
        [
            "CREATE INDEX case_file_by_stage ON case_file (realm, agency, stage, last_act_at, id)",
            """
            CREATE TABLE document_number (
                realm BIGINT NOT NULL,
                number TEXT NOT NULL,
                case_id TEXT NOT NULL,
                PRIMARY KEY (realm, number, case_id)
            )
            """,
        ]
    )
}
