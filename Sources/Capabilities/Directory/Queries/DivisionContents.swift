package import Database
package import Kernel

extension SQLReader {
    /// Returns the agencies of exactly this division that may act on `day`, by code.
    package func agencies(at division: Division.Code, in realm: Realm, on day: Day) throws -> [AgencyRow] {
        try rows(
            """
            SELECT \(AgencyRow.columns)
              FROM agency
             WHERE realm = \(realm)
               AND division = \(division)
               AND registered_on <= \(day)
               AND (closed_on IS NULL OR closed_on > \(day))
             ORDER BY code, id
            """
        ).map(AgencyRow.init)
    }

    /// Returns how many agencies that may act on `day` each division below one has, those of its subtree together.
    package func agencyCounts(
        below division: Division.Code?,
        among children: [Division],
        in realm: Realm,
        on day: Day
    ) throws -> [Division.Code: Int] {
        let begin = division?.digits ?? "1"
        let end = division?.subtreeEnd ?? ":"
        var counts: [Division.Code: Int] = [:]
        let found = try rows(
            """
            SELECT division, COUNT(*) AS agencies
              FROM agency
             WHERE realm = \(realm)
               AND division >= \(begin)
               AND division < \(end)
               AND registered_on <= \(day)
               AND (closed_on IS NULL OR closed_on > \(day))
             GROUP BY division
             ORDER BY division
            """
        )
        let known = Set(children.map(\.code))
        for row in found {
            var code: Division.Code? = try row["division"]
            while let current = code, !known.contains(current) { code = current.parent }
            if let code { counts[code, default: 0] += try row["agencies"] }
        }
        return counts
    }

    /// Returns the offices of an agency that exist on `day`, by identifier.
    package func offices(of agency: Agency.ID, in realm: Realm, on day: Day) throws -> [Office] {
        try rows(
            """
            SELECT id, name, opened_on, closed_on
              FROM office
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND opened_on <= \(day)
               AND (closed_on IS NULL OR closed_on > \(day))
             ORDER BY id
            """
        ).map { row in
            Office(
                id: try row["id"],
                name: try row["name"],
                openedOn: try row["opened_on"],
                closedOn: try row["closed_on"]
            )
        }
    }

    /// Returns the current holders of every post of an agency on `day`, those of one post by identifier.
    package func holders(ofAgency agency: Agency.ID, in realm: Realm, on day: Day) throws -> [Post.ID: [OfficerRow]] {
        var holders: [Post.ID: [OfficerRow]] = [:]
        let found = try rows(
            """
            SELECT \(OfficerRow.columns), post.id AS post_id
              FROM post
              JOIN post_term
                ON post_term.realm = post.realm
               AND post_term.post = post.id
              JOIN officer
                ON officer.realm = post_term.realm
               AND officer.id = post_term.officer
             WHERE post.realm = \(realm)
               AND post.agency = \(agency)
               AND post_term.begins_on <= \(day)
               AND (post_term.relieved_on IS NULL OR post_term.relieved_on > \(day))
             ORDER BY post.id, officer.id
            """
        )
        for row in found { holders[try row["post_id"], default: []].append(try OfficerRow(row)) }
        return holders
    }
}
