package import Database

extension EventLog {
    /// The log's own tables; every key begins with the realm.
    package static let migrations: [Migration] = [
        Migration(
            "2026_11_22_1_CreateEventLog",
            [
                """
                CREATE TABLE realm_head (
                    realm BIGINT NOT NULL PRIMARY KEY,
                    next_position BIGINT NOT NULL,
                    recorded_at BIGINT NOT NULL,
                    access_epoch BIGINT NOT NULL,
                    is_demonstration INTEGER NOT NULL CHECK (is_demonstration IN (0, 1)),
                    clock_offset BIGINT NOT NULL
                )
                """,
                """
                CREATE TABLE event (
                    realm BIGINT NOT NULL,
                    position BIGINT NOT NULL,
                    stream TEXT NOT NULL,
                    version BIGINT NOT NULL,
                    type TEXT NOT NULL,
                    recorded_at BIGINT NOT NULL,
                    envelope BYTEA NOT NULL,
                    body BYTEA NOT NULL,
                    commitment BYTEA NOT NULL,
                    PRIMARY KEY (realm, position),
                    UNIQUE (realm, stream, version)
                )
                """,
                """
                CREATE TABLE command_key (
                    realm BIGINT NOT NULL,
                    actor TEXT NOT NULL,
                    key TEXT NOT NULL,
                    request_digest BYTEA NOT NULL,
                    answer BYTEA NOT NULL,
                    recorded_at BIGINT NOT NULL,
                    PRIMARY KEY (realm, actor, key)
                )
                """,
                """
                CREATE INDEX command_key_by_age ON command_key (realm, recorded_at)
                """,
                """
                CREATE TABLE subject_key (
                    realm BIGINT NOT NULL,
                    subject TEXT NOT NULL,
                    wrapped BYTEA,
                    erased_by BIGINT,
                    PRIMARY KEY (realm, subject),
                    CHECK ((wrapped IS NULL) <> (erased_by IS NULL))
                )
                """,
                """
                CREATE TABLE projection_state (
                    realm BIGINT NOT NULL,
                    name TEXT NOT NULL,
                    version BIGINT NOT NULL,
                    PRIMARY KEY (realm, name)
                )
                """,
            ]
        ),
        Migration(
            "2026_11_28_1_AddMinimumReader",
            [
                "ALTER TABLE realm_head ADD COLUMN minimum_reader BIGINT NOT NULL DEFAULT 1",
                "ALTER TABLE realm_head ADD COLUMN minimum_reader_release TEXT NOT NULL DEFAULT ''",
            ]
        ),
    ]
}
