package import Database

extension Migration {
    /// Under which category of its division an item is listed.
    package static let findByLocalCategory = Migration(
        "2026_11_29_052_FindByLocalCategory",
        ["ALTER TABLE power_item ADD COLUMN local_category TEXT"]
    )
}
