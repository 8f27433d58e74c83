package import Database

/// Public supervisors and their opinions as lists need them; a cache of the log, and nothing of people but what is public.
package enum SupervisorSchema {
    package static let migrations: [Migration] = [
        Migration(
            "2026_11_28_441_CreatePublicSupervisor",
            [
                """
                CREATE TABLE public_supervisor (
                    realm BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    number TEXT NOT NULL,
                    query_digest TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    kind_name TEXT NOT NULL,
                    name TEXT NOT NULL,
                    unit TEXT NOT NULL,
                    division TEXT NOT NULL,
                    from_on TEXT NOT NULL,
                    through_on TEXT NOT NULL,
                    sampled BIGINT NOT NULL,
                    PRIMARY KEY (realm, id),
                    UNIQUE (realm, number)
                )
                """,
                "CREATE INDEX public_supervisor_by_term ON public_supervisor (realm, through_on, division, id)",
                """
                CREATE TABLE opinion (
                    realm BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    number TEXT NOT NULL,
                    supervisor TEXT NOT NULL,
                    agency TEXT NOT NULL,
                    division TEXT NOT NULL,
                    item_code TEXT,
                    given_on TEXT NOT NULL,
                    answer_by TEXT NOT NULL,
                    answer_position BIGINT,
                    PRIMARY KEY (realm, id),
                    UNIQUE (realm, number)
                )
                """,
                "CREATE INDEX opinion_by_agency ON opinion (realm, agency, answer_by, id)",
                "CREATE INDEX opinion_by_supervisor ON opinion (realm, supervisor, given_on, id)",
                "CREATE INDEX opinion_by_answer ON opinion (realm, answer_position, answer_by, id)",
            ]
        )
    ]
}
