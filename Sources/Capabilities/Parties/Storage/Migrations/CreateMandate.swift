import Database

extension PartiesModule {
    static let createMandate = Migration(
        "2026_11_28_030_CreateMandate",
        [
            """
            CREATE TABLE mandate (
                realm BIGINT NOT NULL,
                id TEXT NOT NULL,
                code TEXT NOT NULL,
                firm TEXT NOT NULL,
                agent TEXT NOT NULL,
                is_keeper INTEGER NOT NULL CHECK (is_keeper IN (0, 1)),
                until_day TEXT NOT NULL,
                state TEXT NOT NULL CHECK (state IN ('asked', 'inForce', 'refused', 'withdrawn')),
                requested_at BIGINT NOT NULL,
                PRIMARY KEY (realm, id)
            )
            """,
            "CREATE INDEX mandate_by_agent ON mandate (realm, agent, requested_at, id)",
            "CREATE INDEX mandate_by_code ON mandate (realm, code, requested_at, id)",
            "CREATE INDEX mandate_by_state ON mandate (realm, state, requested_at, id)",
        ]
    )
}
