import Database

extension PartiesModule {
    static let createParty = Migration(
        "2026_11_22_030_CreateParty",
        [
            """
            CREATE TABLE party (
                realm BIGINT NOT NULL,
                id TEXT NOT NULL,
                kind TEXT NOT NULL CHECK (kind IN ('person', 'organization')),
                credit_code TEXT,
                position BIGINT NOT NULL,
                PRIMARY KEY (realm, id)
            )
            """,
            """
            CREATE INDEX party_by_credit_code ON party (realm, credit_code, id)
            """,
        ]
    )
}
