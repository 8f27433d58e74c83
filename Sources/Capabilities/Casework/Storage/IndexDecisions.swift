import Database

extension CaseworkSchema {
    /// Every column the durations of an item are made of, so that they are read from the index alone.
    static let decisionIndex = Migration(
        "2026_11_28_076_IndexDecisions",
        [
            """
            CREATE INDEX case_file_by_decision
                ON case_file (realm, item_code, decided_on, accepted_on, promised_due)
            """
        ]
    )
}
