package import Database
package import Kernel

extension SQLReader {
    /// Returns the posts there are on `day` that the filter lets through, held or vacant, by agency and identifier.
    package func posts(
        matching filter: OfficerFilter,
        in realm: Realm,
        on day: Day,
        limit: Int
    ) throws -> [PostRow] {
        let agency: SQL = filter.agency.map { "AND post.agency = \($0)" } ?? ""
        let kind: SQL = filter.responsibility.map { "AND post.responsibility = \($0.rawValue)" } ?? ""
        let text: SQL = filter.pattern.map { "AND post.name LIKE \($0) ESCAPE '\\'" } ?? ""
        return try rows(
            """
            SELECT \(PostRow.columns)
              FROM post
              JOIN agency
                ON agency.realm = post.realm
               AND agency.id = post.agency
             WHERE post.realm = \(realm)
               AND post.created_on <= \(day)
               AND (post.abolished_on IS NULL OR post.abolished_on > \(day))
               AND agency.division >= \(filter.division)
               AND agency.division < \(filter.division.subtreeEnd)
               \(agency)
               \(kind)
               \(text)
             ORDER BY agency.code, post.id
             LIMIT \(limit)
            """
        ).map(PostRow.init)
    }
}
