package import Database

extension Migration {
    /// What changes of law made somebody's task, and what its days are worked out from.
    ///
    /// A task counts on the days from `shown_from` until before `shown_until`; one that is decided is due on the last day.
    package static let createLegalTask = Migration(
        "2026_11_29_050_CreateLegalTask",
        [
            """
            CREATE TABLE legal_task (
                realm BIGINT NOT NULL,
                item TEXT NOT NULL,
                change TEXT NOT NULL,
                shown_from TEXT NOT NULL,
                shown_until TEXT NOT NULL,
                code TEXT NOT NULL,
                name TEXT NOT NULL,
                agency TEXT,
                division TEXT,
                progress TEXT NOT NULL CHECK (progress IN ('open', 'answered', 'decided')),
                due TEXT NOT NULL,
                PRIMARY KEY (realm, item, change, shown_from)
            )
            """,
            "CREATE INDEX legal_task_by_due ON legal_task (realm, due, code, item, change)",
            "CREATE INDEX legal_task_by_agency ON legal_task (realm, agency, due, code, item, change)",
            """
            CREATE TABLE legal_task_answer (
                realm BIGINT NOT NULL,
                item TEXT NOT NULL,
                change TEXT NOT NULL,
                progress TEXT NOT NULL CHECK (progress IN ('open', 'answered', 'decided')),
                since TEXT NOT NULL,
                PRIMARY KEY (realm, item, change)
            )
            """,
            """
            CREATE TABLE legal_task_version (
                realm BIGINT NOT NULL,
                item TEXT NOT NULL,
                number INTEGER NOT NULL,
                code TEXT NOT NULL,
                name TEXT NOT NULL,
                agency TEXT,
                division TEXT,
                bases TEXT NOT NULL,
                in_force_from TEXT NOT NULL,
                in_force_until TEXT,
                PRIMARY KEY (realm, item, number)
            )
            """,
            """
            CREATE TABLE legal_task_statute (
                realm BIGINT NOT NULL,
                statute TEXT NOT NULL,
                item TEXT NOT NULL,
                PRIMARY KEY (realm, statute, item)
            )
            """,
        ]
    )
}
