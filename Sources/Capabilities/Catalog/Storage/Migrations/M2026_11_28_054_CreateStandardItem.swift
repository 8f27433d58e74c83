package import Database

extension Migration {
    /// The standards, and which items implement them.
    package static let createStandardItem = Migration(
        "2026_11_28_054_CreateStandardItem",
        [
            """
            CREATE TABLE standard_item (
                realm BIGINT NOT NULL,
                item TEXT NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (realm, item)
            )
            """,
            """
            CREATE TABLE item_standard (
                realm BIGINT NOT NULL,
                item TEXT NOT NULL,
                standard TEXT NOT NULL,
                version INTEGER NOT NULL,
                PRIMARY KEY (realm, item)
            )
            """,
            """
            CREATE INDEX item_standard_by_standard ON item_standard (realm, standard)
            """,
        ]
    )
}
