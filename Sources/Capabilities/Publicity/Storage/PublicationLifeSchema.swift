import Database

/// Where a publication stands in detail, beside the coarse status: under review, kept from the public, ended.
enum PublicationLifeSchema {
    static let migration = Migration(
        "2026_11_28_170_AddPublicationLife",
        [
            "ALTER TABLE publication ADD COLUMN standing TEXT NOT NULL DEFAULT 'awaited'",
            "ALTER TABLE publication ADD COLUMN review_by TEXT",
            "ALTER TABLE publication ADD COLUMN shown_through TEXT",
            "CREATE INDEX publication_by_standing ON publication (realm, agency, standing, decided_on, case_id)",
        ]
    )

    /// What became of the decision itself: how far it was carried out, and whether its permit was struck off.
    static let outcome = Migration(
        "2026_11_29_171_AddPublicationOutcome",
        [
            "ALTER TABLE publication ADD COLUMN performance TEXT",
            "ALTER TABLE publication ADD COLUMN performed_on TEXT",
            "ALTER TABLE publication ADD COLUMN cancelled_on TEXT",
            "ALTER TABLE publication ADD COLUMN cancelled_for TEXT",
        ]
    )

    /// On which ground a decision is kept from the public.
    static let exemption = Migration(
        "2026_11_29_172_AddExemptionGround",
        ["ALTER TABLE publication ADD COLUMN exempt_for TEXT"]
    )
}
