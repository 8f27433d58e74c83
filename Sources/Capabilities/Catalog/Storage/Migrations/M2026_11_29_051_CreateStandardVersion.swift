package import Database

extension Migration {
    /// On which day each version of a standard was defined: from then on those who implement an older one have time.
    package static let createStandardVersion = Migration(
        "2026_11_29_051_CreateStandardVersion",
        [
            """
            CREATE TABLE standard_version (
                realm BIGINT NOT NULL,
                item TEXT NOT NULL,
                number INTEGER NOT NULL,
                defined_on TEXT NOT NULL,
                PRIMARY KEY (realm, item, number)
            )
            """
        ]
    )
}
