package import Database

extension Migration {
    /// Into which items an item is split, by its code; without a day while the part is on its way.
    package static let createItemPart = Migration(
        "2026_11_30_051_CreateItemPart",
        [
            """
            CREATE TABLE item_part (
                realm BIGINT NOT NULL,
                former TEXT NOT NULL,
                item TEXT NOT NULL,
                in_force_from TEXT,
                PRIMARY KEY (realm, former, item)
            )
            """
        ]
    )
}
