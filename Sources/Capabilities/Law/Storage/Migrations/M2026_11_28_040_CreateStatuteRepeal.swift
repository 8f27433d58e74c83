package import Database

extension Migration {
    /// From which day on a statute does not apply any more.
    package static let createStatuteRepeal = Migration(
        "2026_11_28_040_CreateStatuteRepeal",
        [
            """
            CREATE TABLE statute_repeal (
                realm BIGINT NOT NULL,
                statute TEXT NOT NULL,
                repealed_from TEXT NOT NULL,
                ground TEXT NOT NULL,
                position BIGINT NOT NULL,
                PRIMARY KEY (realm, statute)
            )
            """
        ]
    )
}
