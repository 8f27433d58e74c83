package import Database

/// Requests for information as lists and figures need them; a cache of the log, and nothing personal is in it.
package enum InformationSchema {
    package static let migrations: [Migration] = [
        Migration(
            "2026_11_28_260_CreateInformationRequest",
            [
                """
                CREATE TABLE information_request (
                    realm BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    number TEXT NOT NULL,
                    query_digest TEXT NOT NULL,
                    agency TEXT NOT NULL,
                    division TEXT NOT NULL,
                    applicant TEXT NOT NULL,
                    stage TEXT NOT NULL,
                    filed_on TEXT NOT NULL,
                    due_on TEXT,
                    ended_on TEXT,
                    outcome TEXT,
                    ground TEXT,
                    late_on TEXT,
                    PRIMARY KEY (realm, id),
                    UNIQUE (realm, number)
                )
                """,
                "CREATE INDEX information_by_due ON information_request (realm, agency, stage, due_on, id)",
                "CREATE INDEX information_by_lateness ON information_request (realm, late_on, due_on, id)",
            ]
        )
    ]
}
