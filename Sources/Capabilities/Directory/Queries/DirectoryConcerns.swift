package import Database
package import Kernel

/// What in the directory wants looking after.
package struct DirectoryConcern: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case certificateExpires
        case certificateExpired
        case stayEnds
        case stayExceeded
        case reviewersMissing
        case reviewerUntrained
        case recheckDue
    }

    /// Which agencies are looked at.
    package enum Area: Hashable, Sendable {
        case realm
        case division(Division.Code)
        case agency(Agency.ID)
    }

    package let kind: Kind
    package let agency: Agency.ID
    package let agencyName: String
    /// The officer, or the agency where it concerns the agency.
    package let subject: String
    package let subjectName: String
    /// The post whose holder stays too long; `nil` where it is about no post.
    package let post: Post.ID?
    /// The certificate's number, the post's name, or how many were found.
    package let detail: String
    /// The day that is near or has passed; `nil` where no day matters.
    package let day: Day?
}

extension SQLReader {
    /// Returns the concerns of the agencies in an area on `day`, kind by kind, the nearest day first.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 42, 58; 国办发〔2005〕37号 part 2.
    package func directoryConcerns(
        of area: DirectoryConcern.Area,
        in realm: Realm,
        on day: Day,
        under rules: DirectoryRules
    ) throws -> [DirectoryConcern] {
        let scope = ConcernScope(area: area, realm: realm, day: day)
        return try expiringCertificates(scope, rules) + rotations(scope, rules) + missingReviewers(scope, rules)
            + untrainedReviewers(scope, rules) + rechecks(scope, rules)
    }

    private func expiringCertificates(_ scope: ConcernScope, _ rules: DirectoryRules) throws -> [DirectoryConcern] {
        try rows(
            """
            SELECT agency.id AS agency, agency.name AS agency_name, officer.id AS subject, officer.name AS subject_name,
                   certificate.number, certificate.valid_to
              FROM certificate
              JOIN officer
                ON officer.realm = certificate.realm
               AND officer.id = certificate.officer
              JOIN agency
                ON agency.realm = officer.realm
               AND agency.id = officer.agency
             WHERE certificate.realm = \(scope.realm)
               AND certificate.valid_to >= \(scope.day.adding(months: -12))
               AND certificate.valid_to <= \(scope.day + rules.expiryWarningDays)
               AND \(scope.condition)
               AND (officer.left_on IS NULL OR officer.left_on > \(scope.day))
               AND NOT EXISTS (
                   SELECT 1
                     FROM certificate AS later
                    WHERE later.realm = certificate.realm
                      AND later.officer = certificate.officer
                      AND later.kind = certificate.kind
                      AND later.valid_to > certificate.valid_to
                   )
             ORDER BY certificate.valid_to, certificate.number
            """
        ).map { row in
            let ends: Day = try row["valid_to"]
            return try DirectoryConcern(
                row,
                ends < scope.day ? .certificateExpired : .certificateExpires,
                detail: row["number"],
                day: ends
            )
        }
    }

    private func rotations(_ scope: ConcernScope, _ rules: DirectoryRules) throws -> [DirectoryConcern] {
        try rows(
            """
            SELECT agency.id AS agency, agency.name AS agency_name, officer.id AS subject, officer.name AS subject_name,
                   post.id AS post, post.name AS post_name, post_term.begins_on, post_charter.longest_stay_months
              FROM post_term
              JOIN post
                ON post.realm = post_term.realm
               AND post.id = post_term.post
              JOIN post_charter
                ON post_charter.realm = post.realm
               AND post_charter.post = post.id
              JOIN officer
                ON officer.realm = post_term.realm
               AND officer.id = post_term.officer
              JOIN agency
                ON agency.realm = post.realm
               AND agency.id = post.agency
             WHERE post_term.realm = \(scope.realm)
               AND post_term.begins_on <= \(scope.day)
               AND (post_term.relieved_on IS NULL OR post_term.relieved_on > \(scope.day))
               AND post_charter.longest_stay_months IS NOT NULL
               AND post_charter.begins_on = (
                   SELECT MAX(latest.begins_on)
                     FROM post_charter AS latest
                    WHERE latest.realm = post_charter.realm
                      AND latest.post = post_charter.post
                      AND latest.begins_on <= \(scope.day)
                   )
               AND \(scope.condition)
             ORDER BY post_term.begins_on, officer.id, post.id
            """
        ).compactMap { row in
            let begun: Day = try row["begins_on"]
            let ends = begun.adding(months: try row["longest_stay_months"])
            guard ends <= scope.day + rules.rotationWarningDays else { return nil }
            return try DirectoryConcern(
                row,
                ends < scope.day ? .stayExceeded : .stayEnds,
                detail: row["post_name"],
                day: ends,
                post: row["post"]
            )
        }
    }

    private func missingReviewers(_ scope: ConcernScope, _ rules: DirectoryRules) throws -> [DirectoryConcern] {
        try rows(
            """
            SELECT agency.id AS agency, agency.name AS agency_name, agency.id AS subject, agency.name AS subject_name,
                   COUNT(DISTINCT officer.id) AS reviewers
              FROM agency
              JOIN post
                ON post.realm = agency.realm
               AND post.agency = agency.id
               AND post.responsibility = 'legalReview'
              LEFT JOIN post_term
                ON post_term.realm = post.realm
               AND post_term.post = post.id
               AND post_term.begins_on <= \(scope.day)
               AND (post_term.relieved_on IS NULL OR post_term.relieved_on > \(scope.day))
              LEFT JOIN officer
                ON officer.realm = post_term.realm
               AND officer.id = post_term.officer
               AND officer.legal_number IS NOT NULL
             WHERE agency.realm = \(scope.realm)
               AND (post.abolished_on IS NULL OR post.abolished_on > \(scope.day))
               AND \(scope.condition)
             GROUP BY agency.id, agency.name
            HAVING COUNT(DISTINCT officer.id) < \(rules.legalReviewers)
             ORDER BY agency.id
            """
        ).map { row in
            let found: Int = try row["reviewers"]
            return try DirectoryConcern(row, .reviewersMissing, detail: "\(found)", day: nil)
        }
    }

    private func untrainedReviewers(_ scope: ConcernScope, _ rules: DirectoryRules) throws -> [DirectoryConcern] {
        try rows(
            """
            SELECT agency.id AS agency, agency.name AS agency_name, officer.id AS subject, officer.name AS subject_name,
                   COALESCE((
                       SELECT SUM(officer_training.hours)
                         FROM officer_training
                        WHERE officer_training.realm = officer.realm
                          AND officer_training.officer = officer.id
                          AND officer_training.held_on > \(scope.day.adding(months: -12))
                          AND officer_training.held_on <= \(scope.day)
                   ), 0) AS hours
              FROM post
              JOIN post_term
                ON post_term.realm = post.realm
               AND post_term.post = post.id
               AND post_term.begins_on <= \(scope.day)
               AND (post_term.relieved_on IS NULL OR post_term.relieved_on > \(scope.day))
              JOIN officer
                ON officer.realm = post_term.realm
               AND officer.id = post_term.officer
              JOIN agency
                ON agency.realm = post.realm
               AND agency.id = post.agency
             WHERE post.realm = \(scope.realm)
               AND post.responsibility = 'legalReview'
               AND (post.abolished_on IS NULL OR post.abolished_on > \(scope.day))
               AND \(scope.condition)
             ORDER BY officer.id
            """
        ).compactMap { row in
            let hours: Int = try row["hours"]
            guard hours < rules.trainingHours else { return nil }
            return try DirectoryConcern(row, .reviewerUntrained, detail: "\(hours)", day: nil)
        }
    }

    private func rechecks(_ scope: ConcernScope, _ rules: DirectoryRules) throws -> [DirectoryConcern] {
        try rows(
            """
            SELECT agency.id AS agency, agency.name AS agency_name, agency.id AS subject, agency.name AS subject_name,
                   agency.announced_on
              FROM agency
             WHERE agency.realm = \(scope.realm)
               AND agency.announced_on <= \(scope.day.adding(months: -rules.recheckMonths))
               AND (agency.closed_on IS NULL OR agency.closed_on > \(scope.day))
               AND \(scope.condition)
             ORDER BY agency.announced_on, agency.id
            """
        ).map { row in
            let announced: Day = try row["announced_on"]
            return try DirectoryConcern(
                row,
                .recheckDue,
                detail: "",
                day: announced.adding(months: rules.recheckMonths)
            )
        }
    }
}

private struct ConcernScope {
    let area: DirectoryConcern.Area
    let realm: Realm
    let day: Day

    var condition: SQL {
        switch area {
        case .realm: "(agency.closed_on IS NULL OR agency.closed_on > \(day))"
        case .division(let division): "agency.division >= \(division) AND agency.division < \(division.subtreeEnd)"
        case .agency(let id): "agency.id = \(id)"
        }
    }
}

extension DirectoryConcern {
    fileprivate init(_ row: Row, _ kind: Kind, detail: String, day: Day?, post: Post.ID? = nil) throws {
        self.kind = kind
        agency = try row["agency"]
        agencyName = try row["agency_name"]
        subject = try row["subject"]
        subjectName = try row["subject_name"]
        self.detail = detail
        self.day = day
        self.post = post
    }
}
