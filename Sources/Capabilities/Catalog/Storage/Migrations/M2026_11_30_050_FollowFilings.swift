package import Database

extension Migration {
    /// Where the filing of each list stands, since when, and under which number it was received.
    package static let followFilings = Migration(
        "2026_11_30_050_FollowFilings",
        [
            "ALTER TABLE official_list ADD COLUMN filing TEXT",
            "ALTER TABLE official_list ADD COLUMN filing_since TEXT",
            "ALTER TABLE official_list ADD COLUMN receipt TEXT",
        ]
    )
}
