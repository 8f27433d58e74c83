package import Database

/// Letters, what is public of them, and ratings; all are caches of the log, and nothing personal is in them.
package enum ParticipationSchema {
    package static let migrations: [Migration] = [
        Migration(
            "2026_11_28_200_CreateLetter",
            [
                """
                CREATE TABLE letter (
                    realm BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    number TEXT NOT NULL,
                    query_digest TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    agency TEXT NOT NULL,
                    item_code TEXT,
                    stage TEXT NOT NULL,
                    filed_on TEXT NOT NULL,
                    due_on TEXT,
                    reply_by TEXT,
                    is_satisfied BOOLEAN,
                    is_public BOOLEAN NOT NULL,
                    PRIMARY KEY (realm, id),
                    UNIQUE (realm, number)
                )
                """,
                "CREATE INDEX letter_by_due ON letter (realm, agency, stage, due_on, id)",
            ]
        ),
        Migration(
            "2026_11_28_201_CreatePublicLetter",
            [
                """
                CREATE TABLE public_letter (
                    realm BIGINT NOT NULL,
                    id TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    agency TEXT NOT NULL,
                    item_code TEXT,
                    words TEXT NOT NULL,
                    replied_on TEXT NOT NULL,
                    position BIGINT NOT NULL,
                    PRIMARY KEY (realm, id)
                )
                """,
                "CREATE INDEX public_letter_by_day ON public_letter (realm, replied_on, id)",
                "CREATE INDEX public_letter_by_item ON public_letter (realm, item_code, replied_on, id)",
                "CREATE INDEX public_letter_by_agency ON public_letter (realm, agency, replied_on, id)",
            ]
        ),
        Migration(
            "2026_11_28_202_CreateRating",
            [
                """
                CREATE TABLE rating (
                    realm BIGINT NOT NULL,
                    case_id TEXT NOT NULL,
                    item_code TEXT NOT NULL,
                    agency TEXT NOT NULL,
                    grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 5),
                    answer_by TEXT,
                    answer_position BIGINT,
                    PRIMARY KEY (realm, case_id)
                )
                """,
                "CREATE INDEX rating_by_item ON rating (realm, item_code, grade)",
                "CREATE INDEX rating_by_answer ON rating (realm, agency, answer_by, case_id)",
            ]
        ),
        Migration(
            "2026_11_29_200_PublishOutcomes",
            [
                "ALTER TABLE letter ADD COLUMN outcome TEXT",
                "ALTER TABLE letter ADD COLUMN publish_by TEXT",
                "CREATE INDEX letter_by_publication ON letter (realm, publish_by, id)",
                "CREATE INDEX letter_by_outcome ON letter (realm, outcome, agency, id)",
                "ALTER TABLE public_letter ADD COLUMN outcome TEXT",
            ]
        ),
        Migration(
            "2026_11_30_201_KeepOutcomesFromPublic",
            [
                // The ground on which the outcome is not published.
                "ALTER TABLE letter ADD COLUMN exemption TEXT",
                "CREATE INDEX letter_by_exemption ON letter (realm, exemption, agency, id)",
            ]
        ),
    ]
}
