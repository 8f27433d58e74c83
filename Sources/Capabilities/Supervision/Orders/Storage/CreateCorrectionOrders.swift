import Database

/// Correction orders: a cache of the log, nothing personal in it.
let createCorrectionOrders = Migration(
    "2026_11_28_110_CreateCorrectionOrders",
    [
        """
        CREATE TABLE correction_order (
            realm BIGINT NOT NULL,
            id TEXT NOT NULL,
            position BIGINT NOT NULL,
            case_id TEXT NOT NULL,
            finding BIGINT NOT NULL,
            case_number TEXT NOT NULL,
            item_name TEXT NOT NULL,
            agency TEXT NOT NULL,
            agency_name TEXT NOT NULL,
            kind TEXT NOT NULL,
            number TEXT,
            status TEXT NOT NULL,
            is_overdue INTEGER NOT NULL CHECK (is_overdue IN (0, 1)),
            drafted_on TEXT NOT NULL,
            reply_by TEXT,
            timer_at BIGINT,
            PRIMARY KEY (realm, id)
        )
        """,
        "CREATE INDEX correction_order_by_agency ON correction_order (realm, agency, position)",
        "CREATE INDEX correction_order_by_case ON correction_order (realm, case_id, position)",
        "CREATE INDEX correction_order_due ON correction_order (realm, timer_at, id)",
    ]
)

let linkOrdersToComplaints = Migration(
    "2026_11_29_110_LinkOrdersToComplaints",
    [
        "ALTER TABLE correction_order ADD COLUMN complaint TEXT",
        "CREATE INDEX correction_order_by_complaint ON correction_order (realm, complaint, position)",
    ]
)
