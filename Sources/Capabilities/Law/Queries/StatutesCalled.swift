import Database
package import EventLog

extension EventReading {
    /// Returns the statutes of the library whose title holds a text, in the order of their keys.
    ///
    /// - Parameters:
    ///   - text: a part of the title, as people write it.
    ///   - limit: how many at most.
    /// - Returns: key and title of each.
    /// - Throws: `DatabaseError`.
    package func statutes(called text: String, limit: Int) throws -> [(statute: String, title: String)] {
        try reader.rows(
            """
            SELECT statute, MAX(title) AS title
              FROM statute
             WHERE realm = \(realm)
               AND title LIKE \(StatutePattern.holding(text)) ESCAPE '\\'
             GROUP BY statute
             ORDER BY statute
             LIMIT \(limit)
            """
        ).map { row in (try row["statute"], try row["title"]) }
    }
}
