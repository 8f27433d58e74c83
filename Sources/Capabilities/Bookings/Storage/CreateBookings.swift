package import Database

/// Windows, what is closed of them, and bookings; all are caches of the log, and nothing of people is in them.
package enum BookingSchema {
    package static let migrations: [Migration] = [
        Migration(
            "2026_11_29_700_CreateBookings",
            [
                """
                CREATE TABLE service_window (
                    realm BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    agency TEXT NOT NULL,
                    is_taking BOOLEAN NOT NULL,
                    PRIMARY KEY (realm, id)
                )
                """,
                "CREATE INDEX service_window_by_agency ON service_window (realm, agency, id)",
                """
                CREATE TABLE window_item (
                    realm BIGINT NOT NULL,
                    item_code TEXT NOT NULL,
                    window_id TEXT NOT NULL,
                    PRIMARY KEY (realm, item_code, window_id)
                )
                """,
                "CREATE INDEX window_item_by_window ON window_item (realm, window_id, item_code)",
                """
                CREATE TABLE window_closure (
                    realm BIGINT NOT NULL,
                    window_id TEXT NOT NULL,
                    on_day TEXT NOT NULL,
                    from_minute BIGINT NOT NULL,
                    to_minute BIGINT NOT NULL,
                    reason TEXT NOT NULL,
                    PRIMARY KEY (realm, window_id, on_day, from_minute, to_minute)
                )
                """,
                """
                CREATE TABLE booking (
                    realm BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    number TEXT NOT NULL,
                    query_digest TEXT NOT NULL,
                    window_id TEXT NOT NULL,
                    agency TEXT NOT NULL,
                    on_day TEXT NOT NULL,
                    from_minute BIGINT NOT NULL,
                    to_minute BIGINT NOT NULL,
                    stage TEXT NOT NULL,
                    booker_mark TEXT,
                    turn BIGINT,
                    made_on TEXT NOT NULL,
                    is_reminded BOOLEAN NOT NULL,
                    PRIMARY KEY (realm, id),
                    UNIQUE (realm, number),
                    UNIQUE (realm, booker_mark, turn)
                )
                """,
                "CREATE INDEX booking_by_window ON booking (realm, window_id, on_day, from_minute, id)",
                "CREATE INDEX booking_by_agency ON booking (realm, agency, on_day, from_minute, id)",
                "CREATE INDEX booking_by_stage ON booking (realm, stage, on_day, id)",
            ]
        )
    ]
}
