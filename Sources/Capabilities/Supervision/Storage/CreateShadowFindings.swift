import Database

/// What rules in the shadow found: a cache of the log, nothing personal in it.
let createShadowFindings = Migration(
    "2026_11_28_361_CreateShadowFindings",
    [
        """
        CREATE TABLE shadow_finding (
            realm BIGINT NOT NULL,
            position BIGINT NOT NULL,
            rule TEXT NOT NULL,
            number BIGINT NOT NULL,
            case_number TEXT NOT NULL,
            item_name TEXT NOT NULL,
            agency TEXT NOT NULL,
            agency_name TEXT NOT NULL,
            message TEXT NOT NULL,
            found_at BIGINT NOT NULL,
            PRIMARY KEY (realm, position)
        )
        """,
        "CREATE INDEX shadow_finding_by_rule ON shadow_finding (realm, rule, number, position)",
    ]
)
