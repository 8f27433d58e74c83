import Database

extension DirectoryModule {
    static let createPublishedList = Migration(
        "2026_11_28_021_CreatePublishedList",
        [
            """
            CREATE TABLE published_list (
                realm BIGINT NOT NULL,
                kind TEXT NOT NULL,
                division TEXT NOT NULL,
                published_on TEXT NOT NULL,
                PRIMARY KEY (realm, kind, division)
            )
            """
        ]
    )
}
