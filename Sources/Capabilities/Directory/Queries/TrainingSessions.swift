package import Database
package import Kernel

/// A course as it was held, with how many of an agency attended and passed.
package struct TrainingSession: Hashable, Sendable {
    package let session: String
    package let title: String
    package let subject: TrainingSubject
    package let heldOn: Day
    package let attended: Int
    /// Hours taught, those of all who attended together.
    package let hours: Int
    package let examined: Int
    package let passed: Int
}

extension SQLReader {
    /// Returns the courses that officers in an agency's service on `day` attended, the latest first.
    package func trainingSessions(
        ofAgency agency: Agency.ID,
        in realm: Realm,
        on day: Day,
        limit: Int
    ) throws -> [TrainingSession] {
        try rows(
            """
            SELECT officer_training.session, officer_training.title, officer_training.subject,
                   officer_training.held_on, COUNT(*) AS attended, SUM(officer_training.hours) AS hours,
                   COUNT(officer_exam.score) AS examined,
                   SUM(CASE WHEN officer_exam.score >= officer_exam.pass_mark THEN 1 ELSE 0 END) AS passed
              FROM officer_service
              JOIN officer_training
                ON officer_training.realm = officer_service.realm
               AND officer_training.officer = officer_service.officer
              LEFT JOIN officer_exam
                ON officer_exam.realm = officer_training.realm
               AND officer_exam.officer = officer_training.officer
               AND officer_exam.session = officer_training.session
             WHERE officer_service.realm = \(realm)
               AND officer_service.agency = \(agency)
               AND officer_service.begins_on <= \(day)
               AND (officer_service.left_on IS NULL OR officer_service.left_on > \(day))
             GROUP BY officer_training.session, officer_training.title, officer_training.subject,
                      officer_training.held_on
             ORDER BY officer_training.held_on DESC, officer_training.session
             LIMIT \(limit)
            """
        ).map { row in
            TrainingSession(
                session: try row["session"],
                title: try row["title"],
                subject: try row.word("subject"),
                heldOn: try row["held_on"],
                attended: try row["attended"],
                hours: try row["hours"],
                examined: try row["examined"],
                passed: try row["passed"]
            )
        }
    }
}
