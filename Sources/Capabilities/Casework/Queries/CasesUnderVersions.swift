import Database
package import EventLog

extension EventReading {
    /// Returns how many cases that are not closed run under each version of an item, the newest version first.
    package func runningVersions(ofItem code: String) throws -> [(version: Int, cases: Int)] {
        try reader.rows(
            """
            SELECT item_version, count(*) AS cases
              FROM case_file
             WHERE realm = \(realm)
               AND item_code = \(code)
               AND stage <> 'closed'
             GROUP BY item_version
             ORDER BY item_version DESC
            """
        ).map { (version: try $0["item_version"], cases: try $0["cases"]) }
    }
}
