package import Database

extension Migration {
    /// Published results are narrowed by category and found by firm, credit code and the names of firms and items.
    package static let findPublications = Migration(
        "2026_11_30_060_FindPublications",
        [
            "ALTER TABLE publication ADD COLUMN category TEXT",
            "ALTER TABLE publication ADD COLUMN party_name TEXT",
            "ALTER TABLE publication ADD COLUMN party_code TEXT",
            "CREATE INDEX publication_by_category ON publication (realm, category, status, decided_on, case_id)",
            "CREATE INDEX publication_by_party ON publication (realm, party_name, status, decided_on, case_id)",
            "CREATE INDEX publication_by_code ON publication (realm, party_code, status, decided_on, case_id)",
            """
            CREATE TABLE published_name (
                realm BIGINT NOT NULL,
                pair TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('firm', 'item')),
                key TEXT NOT NULL,
                name TEXT NOT NULL,
                PRIMARY KEY (realm, pair, kind, key, name)
            )
            """,
        ]
    )
}
