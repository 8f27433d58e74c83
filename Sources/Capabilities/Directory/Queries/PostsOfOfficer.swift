package import Database
package import Kernel

/// One post as lists show it.
package struct PostRow: Hashable, Sendable {
    package let id: Post.ID
    package let agency: Agency.ID
    package let office: Office.ID?
    package let name: String
    package let responsibility: Responsibility

    static let columns: SQL = "post.id, post.agency, post.office, post.name, post.responsibility"

    init(_ row: Row) throws {
        id = try row["id"]
        agency = try row["agency"]
        office = try row["office"]
        name = try row["name"]
        responsibility = try row.word("responsibility")
    }
}

extension SQLReader {
    /// Returns the posts an officer holds, or acts in for an absent colleague, on `day`, by identifier.
    package func posts(of officer: Officer.ID, in realm: Realm, on day: Day) throws -> [PostRow] {
        try rows(
            """
            SELECT \(PostRow.columns)
              FROM post
             WHERE post.realm = \(realm)
               AND post.created_on <= \(day)
               AND (post.abolished_on IS NULL OR post.abolished_on > \(day))
               AND post.id IN (
                   SELECT post_term.post
                     FROM post_term
                    WHERE post_term.realm = \(realm)
                      AND post_term.officer = \(officer)
                      AND post_term.begins_on <= \(day)
                      AND (post_term.relieved_on IS NULL OR post_term.relieved_on > \(day))
                   UNION
                   SELECT post_delegation.post
                     FROM post_delegation
                    WHERE post_delegation.realm = \(realm)
                      AND post_delegation.officer = \(officer)
                      AND post_delegation.begins_on <= \(day)
                      AND post_delegation.ends_on >= \(day)
                   )
             ORDER BY post.id
            """
        ).map(PostRow.init)
    }

    /// Returns the posts of an agency on `day`, held or vacant, in the order of their identifiers.
    package func posts(ofAgency agency: Agency.ID, in realm: Realm, on day: Day) throws -> [PostRow] {
        try rows(
            """
            SELECT \(PostRow.columns)
              FROM post
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND created_on <= \(day)
               AND (abolished_on IS NULL OR abolished_on > \(day))
             ORDER BY id
            """
        ).map(PostRow.init)
    }
}
