package import Database

/// Publications, a cache of the log with nothing personal in it; and the signed checkpoints, which are kept for ever.
package enum PublicitySchema {
    package static let migrations: [Migration] = [
        Migration(
            "2026_11_22_100_CreatePublication",
            [
                """
                CREATE TABLE publication (
                    realm BIGINT NOT NULL,
                    case_id TEXT NOT NULL,
                    status TEXT NOT NULL CHECK (status IN ('awaited', 'published', 'withdrawn')),
                    document_number TEXT NOT NULL,
                    item_code TEXT NOT NULL,
                    agency TEXT NOT NULL,
                    decided_on TEXT NOT NULL,
                    publish_by TEXT,
                    published_on TEXT,
                    position BIGINT NOT NULL,
                    PRIMARY KEY (realm, case_id),
                    UNIQUE (realm, document_number)
                )
                """,
                "CREATE INDEX publication_by_day ON publication (realm, status, decided_on, case_id)",
                "CREATE INDEX publication_by_agency ON publication (realm, agency, status, decided_on, case_id)",
                "CREATE INDEX publication_by_item ON publication (realm, item_code, status, decided_on, case_id)",
                "CREATE INDEX publication_awaited ON publication (realm, agency, status, publish_by, case_id)",
            ]
        ),
        Migration(
            "2026_11_22_101_CreateCheckpoint",
            [
                """
                CREATE TABLE checkpoint (
                    realm BIGINT NOT NULL,
                    size BIGINT NOT NULL,
                    root TEXT NOT NULL,
                    frontier BYTEA NOT NULL,
                    note TEXT NOT NULL,
                    signed_at BIGINT NOT NULL,
                    PRIMARY KEY (realm, size)
                )
                """
            ]
        ),
        PublicationLifeSchema.migration, DelaySchema.migration, PublicationLifeSchema.outcome,
        PublicationLifeSchema.exemption, .findPublications,
    ]
}
