import Database

extension PartiesModule {
    static let createPartyName = Migration(
        "2026_11_29_500_CreatePartyName",
        [
            """
            CREATE TABLE party_name (
                realm BIGINT NOT NULL,
                entry TEXT NOT NULL,
                party TEXT NOT NULL,
                PRIMARY KEY (realm, entry, party)
            )
            """,
            "CREATE INDEX party_name_by_party ON party_name (realm, party)",
        ]
    )
}
