package import Database

extension Migration {
    /// Drafts of processes and their published versions, to list them.
    package static let createProcess = Migration(
        "2026_11_28_060_CreateProcess",
        [
            """
            CREATE TABLE process_draft (
                realm BIGINT NOT NULL,
                id TEXT NOT NULL,
                process TEXT NOT NULL,
                number INTEGER NOT NULL,
                name TEXT NOT NULL,
                category TEXT NOT NULL,
                stage TEXT NOT NULL CHECK (stage IN ('drafted', 'submitted', 'published')),
                changed_at BIGINT NOT NULL,
                PRIMARY KEY (realm, id)
            )
            """,
            """
            CREATE INDEX process_draft_by_change ON process_draft (realm, changed_at, id)
            """,
            """
            CREATE TABLE process_version (
                realm BIGINT NOT NULL,
                process TEXT NOT NULL,
                number INTEGER NOT NULL,
                name TEXT NOT NULL,
                category TEXT NOT NULL,
                published_on TEXT NOT NULL,
                PRIMARY KEY (realm, process, number)
            )
            """,
        ]
    )
}
