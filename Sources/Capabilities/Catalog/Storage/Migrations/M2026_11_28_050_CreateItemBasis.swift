package import Database

extension Migration {
    /// Which items rest on a statute, for when it changes.
    package static let createItemBasis = Migration(
        "2026_11_28_050_CreateItemBasis",
        [
            """
            CREATE TABLE item_basis (
                realm BIGINT NOT NULL,
                item TEXT NOT NULL,
                ordinal INTEGER NOT NULL,
                statute TEXT NOT NULL,
                citation TEXT NOT NULL,
                PRIMARY KEY (realm, item, ordinal)
            )
            """,
            """
            CREATE INDEX item_basis_by_statute ON item_basis (realm, statute)
            """,
        ]
    )
}
