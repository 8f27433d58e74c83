package import Database

extension Migration {
    /// By what else an item is found, and at which levels it is exercised.
    package static let findByTerms = Migration(
        "2026_11_28_055_FindByTerms",
        [
            "ALTER TABLE power_item ADD COLUMN terms TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE power_item ADD COLUMN levels BIGINT NOT NULL DEFAULT 0",
        ]
    )
}
