import Database

extension CaseworkSchema {
    /// By when a renewal must be decided, so that silence is found without looking at every case.
    static let renewals = Migration(
        "2026_11_29_504_IndexRenewals",
        [
            "ALTER TABLE case_file ADD COLUMN renewal_due TEXT",
            "CREATE INDEX case_file_by_renewal ON case_file (realm, renewal_due, id)",
        ]
    )
}
