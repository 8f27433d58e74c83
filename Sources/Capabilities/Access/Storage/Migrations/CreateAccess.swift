import Database

extension AccessModule {
    /// The identity store: no realm leads its keys, because people sign in before a realm is known.
    static let createAccess = Migration(
        "2026_11_22_010_CreateAccess",
        [
            """
            CREATE TABLE account (
                id TEXT NOT NULL PRIMARY KEY,
                sign_in_name TEXT NOT NULL UNIQUE,
                home_realm BIGINT NOT NULL,
                holder_kind TEXT NOT NULL CHECK (holder_kind IN ('officer', 'party', 'administrator')),
                holder_key TEXT NOT NULL,
                display_name TEXT NOT NULL,
                is_disabled INTEGER NOT NULL CHECK (is_disabled IN (0, 1)),
                created_at BIGINT NOT NULL,
                UNIQUE (home_realm, holder_kind, holder_key)
            )
            """,
            """
            CREATE TABLE account_password (
                account TEXT NOT NULL,
                ordinal BIGINT NOT NULL,
                hash TEXT NOT NULL,
                must_change INTEGER NOT NULL CHECK (must_change IN (0, 1)),
                set_at BIGINT NOT NULL,
                PRIMARY KEY (account, ordinal),
                FOREIGN KEY (account) REFERENCES account (id)
            )
            """,
            """
            CREATE TABLE account_role (
                account TEXT NOT NULL,
                role TEXT NOT NULL,
                scope BIGINT NOT NULL CHECK (scope BETWEEN 1 AND 5),
                PRIMARY KEY (account, role),
                FOREIGN KEY (account) REFERENCES account (id)
            )
            """,
            """
            CREATE TABLE session (
                digest TEXT NOT NULL PRIMARY KEY,
                account TEXT NOT NULL,
                began_at BIGINT NOT NULL,
                seen_at BIGINT NOT NULL,
                ended_at BIGINT,
                FOREIGN KEY (account) REFERENCES account (id)
            )
            """,
            """
            CREATE INDEX session_by_account ON session (account, began_at, digest)
            """,
            """
            CREATE TABLE sign_in_guard (
                name_digest TEXT NOT NULL PRIMARY KEY,
                tries BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE sign_in_attempt (
                id TEXT NOT NULL PRIMARY KEY,
                name_digest TEXT NOT NULL,
                address TEXT NOT NULL,
                tried_at BIGINT NOT NULL,
                outcome TEXT NOT NULL
                CHECK (outcome IN ('open', 'failed', 'succeeded', 'unanswered', 'forgiven'))
            )
            """,
            """
            CREATE INDEX sign_in_attempt_by_name ON sign_in_attempt (name_digest, tried_at)
            """,
            """
            CREATE TABLE audit_entry (
                id TEXT NOT NULL PRIMARY KEY,
                recorded_at BIGINT NOT NULL,
                kind TEXT NOT NULL,
                actor TEXT NOT NULL,
                subject TEXT NOT NULL,
                session TEXT NOT NULL,
                address TEXT NOT NULL,
                remark TEXT NOT NULL
            )
            """,
            """
            CREATE INDEX audit_entry_by_time ON audit_entry (recorded_at, id)
            """,
        ]
    )
}
