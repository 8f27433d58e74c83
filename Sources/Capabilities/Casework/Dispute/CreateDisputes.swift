import Database

extension CaseworkSchema {
    /// The open disputes over jurisdiction, a row a case, for the desks of both sides and the superior.
    static let disputes = Migration(
        "2026_11_29_506_CreateDisputes",
        [
            """
            CREATE TABLE jurisdiction_dispute (
                realm       BIGINT NOT NULL,
                case_id     TEXT   NOT NULL,
                other       TEXT   NOT NULL,
                superior    TEXT,
                is_reported BIGINT NOT NULL,
                due_on      TEXT,
                raised_on   TEXT   NOT NULL,
                holder_says TEXT   NOT NULL,
                other_says  TEXT   NOT NULL,
                PRIMARY KEY (realm, case_id)
            )
            """,
            "CREATE INDEX jurisdiction_dispute_by_due ON jurisdiction_dispute (realm, due_on, case_id)",
        ]
    )
}
