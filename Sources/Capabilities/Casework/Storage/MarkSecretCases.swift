import Database

extension CaseworkSchema {
    /// Cases that stay out of every public view, so that lists for everybody leave them out without reading the case.
    static let secrecy = Migration(
        "2026_11_29_505_MarkSecretCases",
        ["ALTER TABLE case_file ADD COLUMN is_secret INTEGER NOT NULL DEFAULT 0"]
    )
}
