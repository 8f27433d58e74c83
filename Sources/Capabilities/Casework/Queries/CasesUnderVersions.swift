import Database
package import EventLog
package import Kernel

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

    /// Returns when the last case under an item was received; `nil` when there never was one.
    package func lastReceived(ofItem code: String) throws -> Day? {
        try reader.value("SELECT MAX(received_on) FROM case_file WHERE realm = \(realm) AND item_code = \(code)")
    }

    /// Returns how many cases under an item were received in each year from `first` on; years without any are left out.
    package func casesByYear(ofItem code: String, since first: Int) throws -> [(year: String, cases: Int)] {
        try reader.rows(
            """
            SELECT substr(received_on, 1, 4) AS year, count(*) AS cases
              FROM case_file
             WHERE realm = \(realm)
               AND item_code = \(code)
               AND received_on >= \("\(first)-01-01")
             GROUP BY substr(received_on, 1, 4)
             ORDER BY year
            """
        ).map { (year: try $0["year"], cases: try $0["cases"]) }
    }
}
