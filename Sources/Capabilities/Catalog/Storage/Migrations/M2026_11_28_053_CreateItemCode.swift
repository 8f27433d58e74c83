package import Database

extension Migration {
    /// Every code an item has ever had, so that none is given twice.
    package static let createItemCode = Migration(
        "2026_11_28_053_CreateItemCode",
        [
            """
            CREATE TABLE item_code (
                realm BIGINT NOT NULL,
                code TEXT NOT NULL,
                item TEXT NOT NULL,
                PRIMARY KEY (realm, code)
            )
            """
        ]
    )
}
