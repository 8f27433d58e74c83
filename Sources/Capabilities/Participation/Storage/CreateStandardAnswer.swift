package import Database

/// Standard answers as lists need them; a cache of the log, whose words are those that are public.
package enum StandardAnswerSchema {
    package static let migrations: [Migration] = [
        Migration(
            "2026_11_30_200_CreateStandardAnswer",
            [
                """
                CREATE TABLE standard_answer (
                    realm BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    agency TEXT NOT NULL,
                    item_code TEXT,
                    status TEXT NOT NULL,
                    changed_on TEXT NOT NULL,
                    question TEXT,
                    words TEXT,
                    PRIMARY KEY (realm, id)
                )
                """,
                "CREATE INDEX standard_answer_by_agency ON standard_answer (realm, agency, status, changed_on, id)",
                "CREATE INDEX standard_answer_by_item ON standard_answer (realm, item_code, status, changed_on, id)",
                "CREATE INDEX standard_answer_by_day ON standard_answer (realm, status, changed_on, id)",
            ]
        )
    ]
}
