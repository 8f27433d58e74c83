import Database

/// Findings and timers: caches of the log, nothing personal in them.
let createSupervision = Migration(
    "2026_11_22_110_CreateSupervision",
    [
        """
        CREATE TABLE finding (
            realm BIGINT NOT NULL,
            case_id TEXT NOT NULL,
            number BIGINT NOT NULL,
            position BIGINT NOT NULL,
            rule TEXT NOT NULL,
            dimension TEXT NOT NULL,
            level BIGINT NOT NULL CHECK (level IN (0, 1, 2, 3)),
            subject TEXT NOT NULL,
            occurrence BIGINT NOT NULL,
            status TEXT NOT NULL,
            is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
            case_number TEXT NOT NULL,
            item_code TEXT NOT NULL,
            item_name TEXT NOT NULL,
            agency TEXT NOT NULL,
            agency_name TEXT NOT NULL,
            message TEXT NOT NULL,
            article TEXT NOT NULL,
            days BIGINT,
            since BIGINT NOT NULL,
            raised_at BIGINT NOT NULL,
            raised_on TEXT NOT NULL,
            explain_by TEXT,
            PRIMARY KEY (realm, case_id, number),
            UNIQUE (realm, case_id, rule, subject, occurrence)
        )
        """,
        "CREATE UNIQUE INDEX finding_by_position ON finding (realm, position)",
        "CREATE INDEX finding_open ON finding (realm, is_open, level, position)",
        "CREATE INDEX finding_by_agency ON finding (realm, agency, is_open, level, position)",
        "CREATE INDEX finding_by_day ON finding (realm, raised_on, level)",
        """
        CREATE TABLE supervision_timer (
            realm BIGINT NOT NULL,
            case_id TEXT NOT NULL,
            at BIGINT NOT NULL,
            PRIMARY KEY (realm, case_id)
        )
        """,
        "CREATE INDEX supervision_timer_due ON supervision_timer (realm, at, case_id)",
    ]
)
