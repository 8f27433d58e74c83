package import Database

extension Migration {
    /// The catalog as lists and search read it, and the days on which each version is in force.
    package static let createCatalog = Migration(
        "2026_11_22_050_CreateCatalog",
        [
            """
            CREATE TABLE power_item (
                realm BIGINT NOT NULL,
                id TEXT NOT NULL,
                code TEXT NOT NULL,
                name TEXT NOT NULL,
                main_name TEXT,
                category TEXT NOT NULL,
                agency_id TEXT,
                agency_name TEXT,
                division TEXT,
                standing TEXT NOT NULL,
                draft_stage TEXT,
                version INTEGER NOT NULL,
                in_force_from TEXT,
                in_force_until TEXT,
                source TEXT,
                imported_on TEXT,
                doubt_count INTEGER NOT NULL,
                position BIGINT NOT NULL,
                PRIMARY KEY (realm, id),
                UNIQUE (realm, code)
            )
            """,
            """
            CREATE INDEX power_item_by_position ON power_item (realm, position)
            """,
            """
            CREATE TABLE power_item_version (
                realm BIGINT NOT NULL,
                item TEXT NOT NULL,
                number INTEGER NOT NULL,
                in_force_from TEXT NOT NULL,
                in_force_until TEXT,
                published_on TEXT NOT NULL,
                is_public INTEGER NOT NULL,
                position BIGINT NOT NULL,
                PRIMARY KEY (realm, item, number),
                UNIQUE (realm, item, in_force_from)
            )
            """,
        ]
    )
}
