import Database

extension CaseworkSchema {
    /// Late cases and the figures of promises are read by the day that was promised.
    static let promiseIndex = Migration(
        "2026_11_28_090_IndexPromises",
        [
            """
            CREATE INDEX case_file_by_promise
                ON case_file (realm, promised_due, agency, decided_on, closed_on)
            """
        ]
    )
}
