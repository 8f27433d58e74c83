import Database

extension DirectoryModule {
    static let createDirectory = Migration(
        "2026_11_22_020_CreateDirectory",
        [
            """
            CREATE TABLE agency (
                realm BIGINT NOT NULL,
                id TEXT NOT NULL,
                code TEXT NOT NULL,
                name TEXT NOT NULL,
                short_name TEXT NOT NULL,
                division TEXT NOT NULL,
                kind TEXT NOT NULL,
                phone TEXT,
                address TEXT,
                complaint_line TEXT,
                registered_on TEXT NOT NULL,
                closed_on TEXT,
                PRIMARY KEY (realm, id),
                UNIQUE (realm, code)
            )
            """,
            """
            CREATE INDEX agency_by_division ON agency (realm, division, code)
            """,
            """
            CREATE TABLE office (
                realm BIGINT NOT NULL,
                id TEXT NOT NULL,
                agency TEXT NOT NULL,
                name TEXT NOT NULL,
                opened_on TEXT NOT NULL,
                closed_on TEXT,
                PRIMARY KEY (realm, id)
            )
            """,
            """
            CREATE INDEX office_by_agency ON office (realm, agency, id)
            """,
            """
            CREATE TABLE post (
                realm BIGINT NOT NULL,
                id TEXT NOT NULL,
                agency TEXT NOT NULL,
                office TEXT,
                name TEXT NOT NULL,
                responsibility TEXT NOT NULL,
                created_on TEXT NOT NULL,
                abolished_on TEXT,
                PRIMARY KEY (realm, id)
            )
            """,
            """
            CREATE INDEX post_by_agency ON post (realm, agency, id)
            """,
            """
            CREATE TABLE post_term (
                realm BIGINT NOT NULL,
                post TEXT NOT NULL,
                officer TEXT NOT NULL,
                begins_on TEXT NOT NULL,
                relieved_on TEXT,
                PRIMARY KEY (realm, post, officer, begins_on)
            )
            """,
            """
            CREATE INDEX post_term_by_officer ON post_term (realm, officer, begins_on)
            """,
            """
            CREATE TABLE officer (
                realm BIGINT NOT NULL,
                id TEXT NOT NULL,
                name TEXT NOT NULL,
                agency TEXT NOT NULL,
                joined_on TEXT NOT NULL,
                left_on TEXT,
                PRIMARY KEY (realm, id)
            )
            """,
            """
            CREATE INDEX officer_by_agency ON officer (realm, agency, id)
            """,
            """
            CREATE TABLE certificate (
                realm BIGINT NOT NULL,
                number TEXT NOT NULL,
                officer TEXT NOT NULL,
                kind TEXT NOT NULL,
                scope TEXT NOT NULL,
                area TEXT NOT NULL,
                issuer TEXT NOT NULL,
                valid_from TEXT NOT NULL,
                valid_to TEXT NOT NULL,
                version BIGINT NOT NULL,
                PRIMARY KEY (realm, number)
            )
            """,
            """
            CREATE INDEX certificate_by_officer ON certificate (realm, officer, number)
            """,
            """
            CREATE TABLE certificate_standing (
                realm BIGINT NOT NULL,
                number TEXT NOT NULL,
                begins_on TEXT NOT NULL,
                standing TEXT NOT NULL CHECK (standing IN ('valid', 'suspended', 'revoked')),
                reason TEXT NOT NULL,
                PRIMARY KEY (realm, number, begins_on)
            )
            """,
        ]
    )
}
