import Database

extension DirectoryModule {
    static let createAgencySuccession = Migration(
        "2026_11_28_023_CreateAgencySuccession",
        [
            """
            CREATE TABLE agency_succession (
                realm BIGINT NOT NULL,
                agency TEXT NOT NULL,
                position BIGINT NOT NULL,
                successor TEXT NOT NULL,
                begins_on TEXT NOT NULL,
                PRIMARY KEY (realm, agency, position)
            )
            """
        ]
    )
}
