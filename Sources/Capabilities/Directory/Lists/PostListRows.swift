package import Database
package import Kernel

extension PostRow {
    package static let listColumns = ["单位", "岗位", "责任类型", "任职人员", "职务", "任职日期"]
}

extension SQLReader {
    /// Returns the posts of a division on `day` with who holds them, a line a holder; a vacant post has one line.
    package func postListRows(of division: Division.Code, in realm: Realm, on day: Day) throws -> [[String]] {
        try rows(
            """
            SELECT agency.name AS agency_name, post.name AS post_name, post.responsibility,
                   officer.name AS officer_name, officer.position, post_term.begins_on
              FROM agency
              JOIN post
                ON post.realm = agency.realm
               AND post.agency = agency.id
              LEFT JOIN post_term
                ON post_term.realm = post.realm
               AND post_term.post = post.id
               AND post_term.begins_on <= \(day)
               AND (post_term.relieved_on IS NULL OR post_term.relieved_on > \(day))
              LEFT JOIN officer
                ON officer.realm = post_term.realm
               AND officer.id = post_term.officer
             WHERE agency.realm = \(realm)
               AND agency.division >= \(division)
               AND agency.division < \(division.subtreeEnd)
               AND agency.registered_on <= \(day)
               AND (agency.closed_on IS NULL OR agency.closed_on > \(day))
               AND post.created_on <= \(day)
               AND (post.abolished_on IS NULL OR post.abolished_on > \(day))
             ORDER BY agency.division, agency.code, post.id, post_term.begins_on, post_term.officer
            """
        ).map { row in
            let responsibility: Responsibility = try row.word("responsibility")
            let officer: String? = try row["officer_name"]
            let position: String? = try row["position"]
            let begins: String? = try row["begins_on"]
            return [
                try row["agency_name"], try row["post_name"], responsibility.chinese, officer ?? "空缺", position ?? "",
                begins ?? "",
            ]
        }
    }
}
