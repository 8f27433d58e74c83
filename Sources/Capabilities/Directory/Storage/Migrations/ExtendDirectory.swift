import Database

extension DirectoryModule {
    static let extendDirectory = Migration(
        "2026_11_28_020_ExtendDirectory",
        [
            "ALTER TABLE agency ADD COLUMN subject TEXT",
            "ALTER TABLE agency ADD COLUMN announced_on TEXT",
            "ALTER TABLE officer ADD COLUMN position TEXT",
            "ALTER TABLE officer ADD COLUMN engagement TEXT",
            "ALTER TABLE officer ADD COLUMN legal_number TEXT",
            """
            CREATE TABLE officer_service (
                realm BIGINT NOT NULL,
                officer TEXT NOT NULL,
                begins_on TEXT NOT NULL,
                agency TEXT NOT NULL,
                left_on TEXT,
                PRIMARY KEY (realm, officer, begins_on)
            )
            """,
            """
            INSERT INTO officer_service (realm, officer, begins_on, agency, left_on)
            SELECT realm, id, joined_on, agency, left_on
              FROM officer
            """,
            "CREATE INDEX officer_service_by_agency ON officer_service (realm, agency, officer)",
            """
            CREATE TABLE officer_training (
                realm BIGINT NOT NULL,
                officer TEXT NOT NULL,
                session TEXT NOT NULL,
                title TEXT NOT NULL,
                subject TEXT NOT NULL,
                held_on TEXT NOT NULL,
                hours BIGINT NOT NULL,
                PRIMARY KEY (realm, officer, session)
            )
            """,
            """
            CREATE TABLE officer_exam (
                realm BIGINT NOT NULL,
                officer TEXT NOT NULL,
                session TEXT NOT NULL,
                subject TEXT NOT NULL,
                held_on TEXT NOT NULL,
                score BIGINT NOT NULL,
                pass_mark BIGINT NOT NULL,
                PRIMARY KEY (realm, officer, session)
            )
            """,
            """
            CREATE TABLE certificate_review (
                realm BIGINT NOT NULL,
                number TEXT NOT NULL,
                review_year BIGINT NOT NULL,
                is_passed BIGINT NOT NULL CHECK (is_passed IN (0, 1)),
                held_on TEXT NOT NULL,
                PRIMARY KEY (realm, number, review_year)
            )
            """,
            "CREATE INDEX certificate_by_end ON certificate (realm, valid_to, number)",
            """
            CREATE TABLE post_charter (
                realm BIGINT NOT NULL,
                post TEXT NOT NULL,
                begins_on TEXT NOT NULL,
                longest_stay_months BIGINT,
                charter TEXT NOT NULL,
                PRIMARY KEY (realm, post, begins_on)
            )
            """,
            """
            CREATE TABLE post_delegation (
                realm BIGINT NOT NULL,
                post TEXT NOT NULL,
                officer TEXT NOT NULL,
                absent TEXT NOT NULL,
                begins_on TEXT NOT NULL,
                ends_on TEXT NOT NULL,
                reason TEXT NOT NULL,
                PRIMARY KEY (realm, post, absent, begins_on)
            )
            """,
            "CREATE INDEX post_delegation_by_officer ON post_delegation (realm, officer, ends_on)",
            """
            CREATE TABLE agency_management (
                realm BIGINT NOT NULL,
                agency TEXT NOT NULL,
                begins_on TEXT NOT NULL,
                mode TEXT NOT NULL,
                superior TEXT,
                PRIMARY KEY (realm, agency, begins_on)
            )
            """,
            """
            CREATE TABLE division_fact (
                realm BIGINT NOT NULL,
                code TEXT NOT NULL,
                kind TEXT NOT NULL,
                begins_on TEXT NOT NULL,
                fact TEXT NOT NULL,
                PRIMARY KEY (realm, code, kind, begins_on)
            )
            """,
            """
            CREATE TABLE recusal (
                realm BIGINT NOT NULL,
                matter TEXT NOT NULL,
                officer TEXT NOT NULL,
                ground TEXT NOT NULL,
                standing TEXT NOT NULL CHECK (standing IN ('undecided', 'granted', 'refused')),
                requested_on TEXT NOT NULL,
                PRIMARY KEY (realm, matter, officer)
            )
            """,
            "CREATE INDEX recusal_by_standing ON recusal (realm, standing, matter, officer)",
        ]
    )
}
