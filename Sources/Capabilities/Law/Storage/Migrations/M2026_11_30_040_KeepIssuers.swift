package import Database

extension Migration {
    /// Who made a version and by which document; the rows are made anew by the raised version of the projection.
    package static let keepIssuers = Migration(
        "2026_11_30_040_KeepIssuers",
        [
            "ALTER TABLE statute ADD COLUMN issuer TEXT",
            "ALTER TABLE statute ADD COLUMN document_number TEXT",
        ]
    )
}
