package import Database

extension Migration {
    /// The library's versions and, for each, where its articles are.
    package static let createLaw = Migration(
        "2026_11_22_040_CreateLaw",
        [
            """
            CREATE TABLE statute (
                realm BIGINT NOT NULL,
                statute TEXT NOT NULL,
                number INTEGER NOT NULL,
                title TEXT NOT NULL,
                level TEXT,
                in_force_from TEXT,
                article_count INTEGER NOT NULL,
                position BIGINT NOT NULL,
                PRIMARY KEY (realm, statute, number)
            )
            """,
            """
            CREATE TABLE article (
                realm BIGINT NOT NULL,
                statute TEXT NOT NULL,
                number INTEGER NOT NULL,
                article TEXT NOT NULL,
                ordinal INTEGER NOT NULL,
                heading TEXT NOT NULL,
                content TEXT NOT NULL,
                PRIMARY KEY (realm, statute, number, article)
            )
            """,
        ]
    )
}
