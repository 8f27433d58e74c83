import Database

extension AccessModule {
    /// How an account wants its lists: not a fact, so it is no event.
    static let createPreference = Migration(
        "2026_11_29_502_CreatePreference",
        [
            """
            CREATE TABLE account_preference (
                account TEXT NOT NULL,
                topic TEXT NOT NULL,
                name TEXT NOT NULL,
                value TEXT NOT NULL,
                PRIMARY KEY (account, topic, name),
                FOREIGN KEY (account) REFERENCES account (id)
            )
            """
        ]
    )
}
