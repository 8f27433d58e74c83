package import Database

extension Migration {
    /// Which benchmarks lost what they rest on, and what that is worked out from.
    ///
    /// A fall counts on the days from `fallen_from` until before `fallen_until`.
    package static let createBenchmarkFall = Migration(
        "2026_11_29_060_CreateBenchmarkFall",
        [
            """
            CREATE TABLE benchmark_fall (
                realm BIGINT NOT NULL,
                item TEXT NOT NULL,
                change TEXT NOT NULL,
                fallen_from TEXT NOT NULL,
                fallen_until TEXT NOT NULL,
                number INTEGER NOT NULL,
                issued_as TEXT NOT NULL,
                known_on TEXT NOT NULL,
                PRIMARY KEY (realm, item, change, fallen_from)
            )
            """,
            """
            CREATE TABLE benchmark_version (
                realm BIGINT NOT NULL,
                item TEXT NOT NULL,
                number INTEGER NOT NULL,
                issued_as TEXT NOT NULL,
                bases TEXT NOT NULL,
                in_force_from TEXT NOT NULL,
                in_force_until TEXT,
                PRIMARY KEY (realm, item, number)
            )
            """,
            """
            CREATE TABLE benchmark_statute (
                realm BIGINT NOT NULL,
                statute TEXT NOT NULL,
                item TEXT NOT NULL,
                PRIMARY KEY (realm, statute, item)
            )
            """,
        ]
    )
}
