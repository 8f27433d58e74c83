import Database

extension AccessModule {
    /// Whom accounts are to an identity provider, and how the person of a session proved who they are.
    static let linkIdentities = Migration(
        "2026_11_28_012_LinkIdentities",
        [
            """
            CREATE TABLE account_identity (
                issuer TEXT NOT NULL,
                claim TEXT NOT NULL,
                claim_value TEXT NOT NULL,
                account TEXT NOT NULL,
                linked_at BIGINT NOT NULL,
                PRIMARY KEY (issuer, claim, claim_value),
                UNIQUE (account, issuer),
                FOREIGN KEY (account) REFERENCES account (id)
            )
            """,
            "ALTER TABLE session ADD COLUMN means TEXT",
        ]
    )
}
