import Database

extension DirectoryModule {
    static let createBulkRun = Migration(
        "2026_11_28_022_CreateBulkRun",
        [
            """
            CREATE TABLE bulk_run (
                realm BIGINT NOT NULL,
                id TEXT NOT NULL,
                act TEXT NOT NULL,
                from_day TEXT NOT NULL,
                reason TEXT NOT NULL,
                division TEXT NOT NULL,
                phase TEXT NOT NULL CHECK (phase IN ('running', 'undoing', 'stopped', 'finished')),
                actor TEXT NOT NULL,
                started_by TEXT NOT NULL,
                started_at BIGINT NOT NULL,
                waiting BIGINT NOT NULL,
                done BIGINT NOT NULL,
                refused BIGINT NOT NULL,
                undone BIGINT NOT NULL,
                kept BIGINT NOT NULL,
                PRIMARY KEY (realm, id)
            )
            """,
            """
            CREATE INDEX bulk_run_by_phase ON bulk_run (realm, phase, id)
            """,
            """
            CREATE TABLE bulk_row (
                realm BIGINT NOT NULL,
                run TEXT NOT NULL,
                number BIGINT NOT NULL,
                name TEXT NOT NULL,
                officer TEXT,
                outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'done', 'refused', 'undone', 'kept')),
                reason TEXT NOT NULL,
                PRIMARY KEY (realm, run, number)
            )
            """,
            """
            CREATE INDEX bulk_row_by_outcome ON bulk_row (realm, run, outcome, number)
            """,
        ]
    )
}
