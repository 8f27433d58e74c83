package import Database

extension Migration {
    /// The lists beside the items, as pages list them.
    package static let createOfficialList = Migration(
        "2026_11_28_052_CreateOfficialList",
        [
            """
            CREATE TABLE official_list (
                realm BIGINT NOT NULL,
                id TEXT NOT NULL,
                kind TEXT NOT NULL,
                owner TEXT NOT NULL,
                stage TEXT,
                version INTEGER NOT NULL,
                in_force_from TEXT,
                published_on TEXT,
                filed_on TEXT,
                row_count INTEGER NOT NULL,
                position BIGINT NOT NULL,
                PRIMARY KEY (realm, id)
            )
            """
        ]
    )
}
