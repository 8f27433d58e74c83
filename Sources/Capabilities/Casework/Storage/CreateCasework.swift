package import Database

/// The tables of casework: caches of the log, nothing personal in them.
package enum CaseworkSchema {
    package static let migrations: [Migration] = [
        Migration(
            "2026_11_22_070_CreateCaseFile",
            [
                """
                CREATE TABLE case_file (
                    realm BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    number TEXT NOT NULL,
                    query_digest TEXT NOT NULL,
                    item_code TEXT NOT NULL,
                    item_version BIGINT NOT NULL,
                    item_name TEXT NOT NULL,
                    agency TEXT NOT NULL,
                    party TEXT NOT NULL,
                    stage TEXT NOT NULL,
                    received_on TEXT NOT NULL,
                    answer_due TEXT,
                    accepted_on TEXT,
                    promised_due TEXT,
                    statutory_due TEXT,
                    decided_on TEXT,
                    decision_number TEXT,
                    outcome TEXT,
                    served_on TEXT,
                    closed_on TEXT,
                    last_act_at BIGINT NOT NULL,
                    received_position BIGINT NOT NULL,
                    PRIMARY KEY (realm, id),
                    UNIQUE (realm, number),
                    UNIQUE (realm, decision_number)
                )
                """,
                "CREATE INDEX case_file_by_answer ON case_file (realm, stage, answer_due, id)",
                "CREATE INDEX case_file_by_query ON case_file (realm, query_digest)",
                "CREATE INDEX case_file_by_agency ON case_file (realm, agency, last_act_at, id)",
                "CREATE INDEX case_file_by_item ON case_file (realm, item_code, received_on, id)",
                "CREATE INDEX case_file_by_party ON case_file (realm, party, received_on, id)",
            ]
        ),
        Migration(
            "2026_11_22_071_CreateInbox",
            [
                """
                CREATE TABLE inbox (
                    realm BIGINT NOT NULL,
                    case_id TEXT NOT NULL,
                    step TEXT NOT NULL,
                    agency TEXT NOT NULL,
                    function TEXT NOT NULL,
                    entered_at BIGINT NOT NULL,
                    PRIMARY KEY (realm, case_id, step)
                )
                """,
                "CREATE INDEX inbox_by_function ON inbox (realm, agency, function, entered_at, case_id)",
            ]
        ),
        Migration(
            "2026_11_28_070_AssignSteps",
            [
                "ALTER TABLE inbox ADD COLUMN assignee TEXT",
                "ALTER TABLE inbox ADD COLUMN urged_at BIGINT",
                "ALTER TABLE case_file ADD COLUMN revoked_on TEXT",
            ]
        ),
        Migration(
            "2026_11_28_071_PinProcess",
            [
                "ALTER TABLE case_file ADD COLUMN process TEXT",
                "ALTER TABLE case_file ADD COLUMN process_version BIGINT",
                "CREATE INDEX case_file_by_process ON case_file (realm, process, process_version, id)",
                """
                CREATE TABLE migration_plan (
                    realm BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    process TEXT NOT NULL,
                    from_version BIGINT NOT NULL,
                    to_version BIGINT NOT NULL,
                    cases BIGINT NOT NULL,
                    migrated BIGINT NOT NULL,
                    is_declined BIGINT NOT NULL,
                    proposed_at BIGINT NOT NULL,
                    PRIMARY KEY (realm, id)
                )
                """,
                "CREATE INDEX migration_plan_by_time ON migration_plan (realm, proposed_at, id)",
            ]
        ),
        Migration(
            "2026_11_22_072_CreateSubmissionDraft",
            [
                """
                CREATE TABLE submission_draft (
                    realm BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    item_code TEXT NOT NULL,
                    sealed BYTEA NOT NULL,
                    updated_at BIGINT NOT NULL,
                    PRIMARY KEY (realm, id)
                )
                """,
                "CREATE INDEX submission_draft_by_age ON submission_draft (realm, updated_at)",
            ]
        ),
    ]
}
