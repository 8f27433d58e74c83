package import Database
package import Kernel

/// One officer as lists show it.
package struct OfficerRow: Hashable, Sendable {
    package let id: Officer.ID
    package let name: String
    package let agency: Agency.ID
    package let position: String?
    package let isLegallyQualified: Bool

    static let columns: SQL = "officer.id, officer.name, officer.agency, officer.position, officer.legal_number"

    init(_ row: Row) throws {
        id = try row["id"]
        name = try row["name"]
        agency = try row["agency"]
        position = try row["position"]
        let number: String? = try row["legal_number"]
        isLegallyQualified = number != nil
    }
}

extension SQLReader {
    /// Returns who holds a post on `day`, the longest-serving first; nobody when the post does not exist that day.
    package func officers(of post: Post.ID, in realm: Realm, on day: Day) throws -> [OfficerRow] {
        try rows(
            """
            SELECT \(OfficerRow.columns)
              FROM post_term
              JOIN officer
                ON officer.realm = post_term.realm
               AND officer.id = post_term.officer
              JOIN post
                ON post.realm = post_term.realm
               AND post.id = post_term.post
             WHERE post_term.realm = \(realm)
               AND post_term.post = \(post)
               AND post_term.begins_on <= \(day)
               AND (post_term.relieved_on IS NULL OR post_term.relieved_on > \(day))
               AND post.created_on <= \(day)
               AND (post.abolished_on IS NULL OR post.abolished_on > \(day))
             ORDER BY post_term.begins_on, officer.id
            """
        ).map(OfficerRow.init)
    }

    /// Returns who acts at a post on `day` for whom of its holders (代理), in the order of those who are absent.
    package func deputies(
        at post: Post.ID,
        in realm: Realm,
        on day: Day
    ) throws -> [(absent: Officer.ID, deputy: Officer.ID)] {
        try rows(
            """
            SELECT absent, officer
              FROM post_delegation
             WHERE realm = \(realm)
               AND post = \(post)
               AND begins_on <= \(day)
               AND ends_on >= \(day)
             ORDER BY absent, officer
            """
        ).map { (try $0["absent"], try $0["officer"]) }
    }

    /// Returns who heads an agency on `day`: whoever holds a post of it that approves, and does not only stand in.
    package func heads(of agency: Agency.ID, in realm: Realm, on day: Day) throws -> Set<Officer.ID> {
        try posts(ofAgency: agency, in: realm, on: day).filter { $0.responsibility == .approve }
            .reduce(into: []) { heads, post in
                heads.formUnion(try officers(of: post.id, in: realm, on: day).map(\.id))
            }
    }

    /// Returns the officers in the service of an agency on `day`, in the order of their identifiers.
    package func officers(ofAgency agency: Agency.ID, in realm: Realm, on day: Day) throws -> [OfficerRow] {
        try rows(
            """
            SELECT \(OfficerRow.columns)
              FROM officer_service
              JOIN officer
                ON officer.realm = officer_service.realm
               AND officer.id = officer_service.officer
             WHERE officer_service.realm = \(realm)
               AND officer_service.agency = \(agency)
               AND officer_service.begins_on <= \(day)
               AND (officer_service.left_on IS NULL OR officer_service.left_on > \(day))
             ORDER BY officer_service.officer
            """
        ).map(OfficerRow.init)
    }

    /// Returns the officer with this identifier, in service or not.
    package func officer(_ id: Officer.ID, in realm: Realm) throws -> OfficerRow? {
        try firstRow("SELECT \(OfficerRow.columns) FROM officer WHERE realm = \(realm) AND id = \(id)")
            .map(OfficerRow.init)
    }

    /// Returns the agency in whose service an officer is on `day`.
    package func employer(of officer: Officer.ID, in realm: Realm, on day: Day) throws -> Agency.ID? {
        try value(
            """
            SELECT agency
              FROM officer_service
             WHERE realm = \(realm)
               AND officer = \(officer)
               AND begins_on <= \(day)
               AND (left_on IS NULL OR left_on > \(day))
            """
        )
    }
}
